import { type RawBuilder, sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Migration, Run } from './migration.ts';

/** What comes from WeChat: events as they came, messages and facts out of them, suggestions, follow-ups, ledgers. */
export const wechat: Migration = {
  version: 5,
  name: 'wechat',
  async up(trx, backend) {
    const run: Run = async (statement: RawBuilder<unknown>) => void (await statement.execute(trx));
    await createEvents(run, backend);
    await createMessages(run, backend);
    await createFollowUps(run, backend);
    await createIdentity(run, backend);
    await createLedgers(run, backend);
  },
};

async function createEvents(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table wechat_events (
      id ${t.autoId},
      event_id ${t.text} not null,
      channel ${t.text} not null,
      account ${t.text} not null,
      source ${t.text} not null,
      type ${t.text} not null,
      at ${t.time} not null,
      received_at ${t.time} not null,
      body ${t.json} not null,
      raw ${t.text},
      target ${t.text},
      state ${t.text} not null,
      problem ${t.json},
      customer_id ${t.bigint},
      check (state in ('raw', 'understood', 'waiting', 'parked', 'ignored'))
    )`);
  await run(sql`create unique index wechat_events_once on wechat_events (event_id, channel, account)`);
  await run(sql`create index wechat_events_raw on wechat_events (id) where state = 'raw'`);
  await run(sql`create index wechat_events_parked on wechat_events (id) where state = 'parked'`);
  await run(sql`create index wechat_events_waiting on wechat_events (target) where state = 'waiting'`);
}

/** A message has the number of its event. */
async function createMessages(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table messages (
      id ${t.bigint} primary key,
      customer_id ${t.bigint},
      identity ${t.text},
      channel ${t.text} not null,
      account ${t.text} not null,
      wechat_id ${t.text},
      room_id ${t.text},
      direction ${t.text} not null,
      kind ${t.text} not null,
      text ${t.text},
      at ${t.time} not null,
      recalled_at ${t.time},
      conversation_id ${t.bigint}
    )`);
  await run(sql`create index messages_customer on messages (customer_id, at)`);
  await run(sql`create index messages_identity on messages (identity)`);
  await run(sql`
    create table customer_facts (
      id ${t.autoId},
      customer_id ${t.bigint} not null,
      message_id ${t.bigint} not null,
      kind ${t.text} not null,
      value ${t.text} not null,
      span_start ${t.integer} not null,
      span_end ${t.integer} not null,
      certainty ${t.text} not null,
      state ${t.text} not null,
      at ${t.time} not null
    )`);
  await run(sql`create index customer_facts_customer on customer_facts (customer_id, kind)`);
  await run(sql`create index customer_facts_message on customer_facts (message_id)`);
  await run(sql`
    create table customer_talks (
      customer_id ${t.bigint} primary key,
      state ${t.json} not null
    )`);
}

async function createFollowUps(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table conversations (
      id ${t.autoId},
      customer_id ${t.bigint} not null,
      account ${t.text} not null,
      started_at ${t.time} not null,
      ended_at ${t.time} not null,
      closed ${t.boolean} not null default false,
      message_count ${t.integer} not null,
      follow_up_id ${t.bigint}
    )`);
  await run(sql`create index conversations_customer on conversations (customer_id, started_at)`);
  await run(sql`create index conversations_open on conversations (ended_at) where not closed`);
  await run(sql`
    create table follow_ups (
      id ${t.autoId},
      customer_id ${t.bigint} not null,
      conversation_id ${t.bigint} not null,
      kind ${t.integer} not null,
      summary ${t.text} not null,
      text ${t.text} not null,
      plan_at ${t.time},
      state ${t.text} not null,
      journal_id ${t.bigint},
      created_at ${t.time} not null,
      updated_at ${t.time} not null,
      check (state in ('planned', 'sent', 'doubtful', 'there', 'cancelled'))
    )`);
  await run(sql`create unique index follow_ups_conversation on follow_ups (conversation_id)`);
  await run(sql`create index follow_ups_customer on follow_ups (customer_id)`);
  await run(sql`create index follow_ups_state on follow_ups (state)`);
}

async function createIdentity(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table identity_suggestions (
      id ${t.autoId},
      customer_a ${t.bigint} not null,
      customer_b ${t.bigint} not null,
      reasons ${t.json} not null,
      score ${t.real} not null,
      state ${t.text} not null default 'open',
      created_at ${t.time} not null,
      decided_at ${t.time},
      decided_by ${t.text},
      check (customer_a < customer_b),
      check (state in ('open', 'merged', 'apart'))
    )`);
  await run(
    sql`create unique index identity_suggestions_pair on identity_suggestions (customer_a, customer_b)`,
  );
  await run(sql`create index identity_suggestions_b on identity_suggestions (customer_b)`);
  await run(sql`create index identity_suggestions_open on identity_suggestions (id) where state = 'open'`);
}

async function createLedgers(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table ingest_cursors (
      source ${t.text} not null,
      account ${t.text} not null,
      cursor ${t.text} not null,
      updated_at ${t.time} not null,
      primary key (source, account)
    )`);
  await run(sql`
    create table archive_gaps (
      from_seq ${t.bigint} primary key,
      to_seq ${t.bigint} not null,
      error ${t.integer},
      seen_at ${t.time} not null,
      lost_at ${t.time} not null
    )`);
  await run(sql`
    create table ingest_errands (
      kind ${t.text} not null,
      subject ${t.text} not null,
      detail ${t.json} not null,
      times ${t.integer} not null,
      asked_at ${t.time} not null,
      tries ${t.integer} not null default 0,
      retry_at ${t.time},
      problem ${t.text},
      primary key (kind, subject)
    )`);
  await run(sql`
    create table chat_imports (
      file ${t.text} primary key,
      digest ${t.text} not null,
      position ${t.bigint} not null,
      finished ${t.boolean} not null,
      updated_at ${t.time} not null
    )`);
}
