import { type Bilingual, STAGES } from '@bangqiao/core';
import { sql } from 'kysely';
import { ownedBy } from '../customers/list.ts';
import { withMaskedPhones } from '../explain/masking.ts';
import { countFollowUps } from '../followup/read.ts';
import { type OpenQuestion, openQuestion } from '../plan/waiting.ts';
import { PHONE_UNKNOWN } from '../pull/columns.ts';
import type { Executor } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import { countForPeople, sumOf } from './for-people.ts';
import { readPiles } from './piles.ts';
import { readRuns, readUnderWay } from './runs.ts';
import type { Quality, Rate, RunView, Status } from './status.ts';
import { readWechat } from './wechat.ts';

const DAY_MS = 86_400_000;

/** How the hub is doing, from its database alone: nothing is asked of the ERP. */
export async function readStatus(db: Executor, now: Date): Promise<Status> {
  const runs = await readRuns(db);
  const writes = await readPiles(db);
  const question = await openQuestion(db);
  const forPeople = await countForPeople(db, question);
  const wechat = await readWechat(db, now.toISOString());
  const followUps = await countFollowUps(db);
  return withMaskedPhones({
    at: now.toISOString(),
    headline: headlineOf(runs, sumOf(forPeople) + wechat.parked, question?.asked ?? null),
    erp: await readErp(db),
    rules: await readRules(db),
    under_way: await readUnderWay(db),
    runs,
    success: {
      last_24_hours: await rateSince(db, new Date(now.getTime() - DAY_MS)),
      last_7_days: await rateSince(db, new Date(now.getTime() - 7 * DAY_MS)),
    },
    customers: await readCustomers(db),
    writes,
    follow_ups: followUps,
    conflicts: forPeople.conflicts,
    for_people: forPeople,
    wechat,
    quality: await readQuality(db),
    mirror: await readMirror(db),
  });
}

type Question = Pick<OpenQuestion['asked'], 'userMessage' | 'nextStep'>;

/**
 * The one line of how things stand: a question that nobody answered yet stops the sync, whatever ran since.
 * @param isReaders what waits is for whoever reads this to decide
 */
export function headlineOf(
  [last]: readonly Pick<RunView, 'state' | 'error' | 'asked'>[],
  forPeople: number,
  question: Question | null,
  isReaders = true,
): Status['headline'] {
  if (question !== null) return stopped(question.userMessage, question.nextStep);
  if (last && !last.asked && (last.state === 'stopped' || last.state === 'failed')) {
    return stopped(last.error?.message ?? say('原因不明', 'no reason given'), last.error?.next ?? null);
  }
  if (forPeople > 0 && !isReaders) {
    return say(
      `有 ${forPeople} 件事等同事处理`,
      `${forPeople} thing${forPeople === 1 ? ' waits' : 's wait'} for your colleagues`,
    );
  }
  if (forPeople > 0) {
    return say(
      `有 ${forPeople} 件事需要您处理`,
      `${forPeople} thing${forPeople === 1 ? '' : 's'} to do for you`,
    );
  }
  return last ? say('一切正常', 'All is well') : say('还没有同步过', 'Nothing was synced yet');
}

function stopped(why: Bilingual, next: Bilingual | null): Bilingual {
  return say(
    `同步已停：${why.zh}${next === null ? '' : `。${next.zh}`}`,
    `The sync has stopped: ${why.en}${next === null ? '' : `. ${next.en}`}`,
  );
}

async function readErp(db: Executor): Promise<Status['erp']> {
  const row = await db
    .selectFrom('erp_binding')
    .select(['kind', 'base_url', 'account', 'bound_at'])
    .where('id', '=', 1)
    .executeTakeFirst();
  return row ?? null;
}

async function readRules(db: Executor): Promise<Status['rules']> {
  const set = await db
    .selectFrom('rule_sets')
    .select('version')
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!set) return null;
  const { count } = await db
    .selectFrom('erp_sync_rules')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('rule_set_version', '=', set.version)
    .where('is_active', '=', true)
    .executeTakeFirstOrThrow();
  return { version: set.version, active: Number(count) };
}

/** Writes to the ERP that were tried since then; those that rules kept out not counted. */
export async function rateSince(db: Executor, since: Date): Promise<Rate> {
  const rows = await db
    .selectFrom('erp_sync_logs')
    .select(['sync_result', (select) => select.fn.countAll<number>().as('count')])
    .where('sync_direction', '=', 'local_to_erp')
    .where('sync_action', '<>', 'skip')
    .where('synced_at', '>=', since.toISOString())
    .groupBy('sync_result')
    .execute();
  const tried = rows.reduce((sum, row) => sum + Number(row.count), 0);
  const succeeded = Number(rows.find((row) => row.sync_result === 'success')?.count ?? 0);
  return { tried, succeeded, share: tried === 0 ? null : succeeded / tried };
}

/** @param owners only customers whose seller in the ERP has one of these names or ids; so below */
export async function readCustomers(db: Executor, owners?: readonly string[]): Promise<Status['customers']> {
  // As a customer, or as a contact person of one.
  const inErp = sql<number>`case when erp_customer_id is null and erp_contact_id is null then 0 else 1 end`;
  let query = db.selectFrom('customers_unified');
  if (owners) query = query.where('id', 'in', ownedBy(db, owners));
  const rows = await query
    .select([
      'stage',
      'erp_sync_status as status',
      inErp.as('linked'),
      (select) => select.fn.countAll<number>().as('count'),
    ])
    .groupBy(['stage', 'erp_sync_status', inErp])
    .execute();
  const counted = rows.map((row) => ({
    ...row,
    isLinked: Number(row.linked) === 1,
    count: Number(row.count),
  }));
  const sum = (which: (row: (typeof counted)[number]) => boolean) =>
    counted.filter(which).reduce((total, row) => total + row.count, 0);
  const outside = (status: string) => sum((row) => !row.isLinked && row.status === status);
  return {
    total: sum(() => true),
    in_erp: sum((row) => row.isLinked),
    by_stage: Object.fromEntries(STAGES.map((stage) => [stage, sum((row) => row.stage === stage)])) as Record<
      (typeof STAGES)[number],
      number
    >,
    outside: {
      pending: outside('pending'),
      synced: outside('synced'),
      failed: outside('failed'),
      skipped: outside('skipped'),
    },
  };
}

export async function readQuality(db: Executor, owners?: readonly string[]): Promise<Quality> {
  const band = sql<string>`case when data_quality_score >= 80 then 'at_least_80' when data_quality_score >= 60 then 'from_60'
    when data_quality_score >= 30 then 'from_30' else 'less' end`;
  let query = db.selectFrom('customers_unified');
  if (owners) query = query.where('id', 'in', ownedBy(db, owners));
  const rows = await query
    .select([
      band.as('band'),
      (select) => select.fn.countAll<number>().as('count'),
      (select) => select.fn.sum<number>('data_quality_score').as('points'),
    ])
    .groupBy(band)
    .execute();
  const of = (name: string) => Number(rows.find((row) => row.band === name)?.count ?? 0);
  const everybody = rows.reduce((sum, row) => sum + Number(row.count), 0);
  const points = rows.reduce((sum, row) => sum + Number(row.points), 0);
  return {
    mean: everybody === 0 ? null : Math.round((points / everybody) * 10) / 10,
    at_least_80: of('at_least_80'),
    from_60: of('from_60'),
    from_30: of('from_30'),
    less: of('less'),
  };
}

export async function readMirror(db: Executor): Promise<Status['mirror']> {
  const rows = await db
    .selectFrom('erp_mirror')
    .select(['presence', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('presence')
    .execute();
  const unknown = await db
    .selectFrom('erp_mirror')
    .select(['needs_detail', (select) => select.fn.countAll<number>().as('count')])
    .where('needs_detail', 'in', PHONE_UNKNOWN)
    .where('presence', '=', 'present')
    .groupBy('needs_detail')
    .execute();
  const sweep = await db
    .selectFrom('sweeps')
    .select('ended_at')
    .where('state', '=', 'complete')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const of = (presence: string) => Number(rows.find((row) => row.presence === presence)?.count ?? 0);
  return {
    present: of('present'),
    pool: of('pool'),
    hidden: of('hidden'),
    gone: of('gone'),
    without_phone: unknown.reduce((sum, { count }) => sum + Number(count), 0),
    unreadable: Number(unknown.find(({ needs_detail }) => needs_detail === 'hidden')?.count ?? 0),
    last_complete_sweep: sweep?.ended_at ?? null,
  };
}
