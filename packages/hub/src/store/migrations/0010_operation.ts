import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Migration, Run } from './migration.ts';

/** What running it for years needs: retention with its counts, alerts, people who asked to be forgotten, consent. */
export const operation: Migration = {
  version: 10,
  name: 'operation',
  async up(trx, backend) {
    const run: Run = async (statement) => void (await statement.execute(trx));
    await createRetention(run, backend);
    await createAlerts(run, backend);
    await createPrivacy(run, backend);
  },
};

/** `pruned`: what a message counts whose words went. Counts of log rows that went stay by day, and in the statistics. */
async function createRetention(run: Run, { types: t, shanghaiDay }: Backend): Promise<void> {
  await run(sql`alter table messages add column pruned ${t.json}`);
  await run(sql`create index messages_with_words on messages (at) where text is not null`);
  await run(sql`
    create table kept_counts (
      day ${t.text} not null,
      what ${t.text} not null,
      part ${t.text} not null,
      outcome ${t.text} not null,
      count ${t.bigint} not null,
      ms_total ${t.bigint} not null,
      ms_count ${t.bigint} not null,
      primary key (day, what, part, outcome)
    )`);
  await run(sql`drop view v_sync_statistics`);
  await run(sql`
    create view v_sync_statistics as
    select sync_date, sync_direction, sync_result, cast(sum(counted) as ${t.bigint}) as count,
      sum(ms_total) * 1.0 / nullif(sum(ms_count), 0) as avg_duration_ms
    from (
      select ${shanghaiDay('synced_at')} as sync_date, sync_direction, sync_result, count(*) as counted,
        sum(sync_duration_ms) as ms_total, count(sync_duration_ms) as ms_count
      from erp_sync_logs
      group by ${shanghaiDay('synced_at')}, sync_direction, sync_result
      union all
      select day, part, outcome, count, ms_total, ms_count from kept_counts where what = 'sync'
    ) counts
    group by sync_date, sync_direction, sync_result`);
}

/** Each kind of trouble as it is, or last was; and what each channel was told of it, so that a restart repeats nothing. */
async function createAlerts(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table alerts (
      kind ${t.text} primary key,
      since ${t.time} not null,
      seen_at ${t.time} not null,
      over_at ${t.time},
      words ${t.json} not null
    )`);
  await run(sql`
    create table alert_tellings (
      channel ${t.text} not null,
      kind ${t.text} not null,
      since ${t.time} not null,
      said ${t.text} not null,
      told_at ${t.time} not null,
      primary key (channel, kind),
      check (said in ('trouble', 'over'))
    )`);
}

/** `erased_keys`: hashes of the keys of people who asked to be forgotten. */
async function createPrivacy(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table erased_keys (
      mark ${t.text} primary key,
      erased_at ${t.time} not null
    )`);
  await run(sql`alter table customers_unified add column has_consent ${t.boolean} not null default false`);
}
