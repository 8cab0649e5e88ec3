import type { ExpressionBuilder } from 'kysely';
import { nameOf } from '../customers/index.ts';
import { type NewestFirst, ownedBy } from '../customers/list.ts';
import { HubError } from '../errors.ts';
import type { WriteState } from '../journal/states.ts';
import type { Executor, Schema } from '../store/index.ts';

/**
 * Where a follow-up stands, for people. `held`: planned, and leaves when a person says so. `parked`: a person has to do something
 * first. `doubtful`: it may be in the ERP, which cannot be asked. `there`: a person saw it.
 */
export const FOLLOW_UP_STANDINGS = [
  'held',
  'planned',
  'waiting',
  'parked',
  'doubtful',
  'sent',
  'there',
  'cancelled',
] as const;
export type FollowUpStanding = (typeof FOLLOW_UP_STANDINGS)[number];

/** One follow-up as `followups` and `explain` show it; times in ISO 8601, phones in the text are masked. */
export interface FollowUpView {
  id: number;
  customer_id: number;
  customer: string;
  conversation_id: number;
  write_id: number;
  standing: FollowUpStanding;
  kind: number;
  summary: string;
  text: string;
  plan_at: string | null;
  started_at: string;
  ended_at: string;
  messages: number;
  /** The ERP's record that it went to, or was last meant for. */
  ord: number | null;
  attempts: number;
  retry_at: string | null;
  code: string | null;
  /** Both languages, `zh / en`. */
  why: string | null;
  next: string | null;
  changed_at: string;
}

interface Which {
  ids?: readonly number[];
  customerId?: number;
  standing?: FollowUpStanding;
  /** Those that are over too. */
  all?: boolean;
  /** Only of customers whose seller in the ERP has one of these names or ids. */
  owners?: readonly string[] | undefined;
  page?: NewestFirst;
}

/** Follow-ups that are not done, unless others are asked for; oldest conversation first, or by pages the newest first. */
export async function listFollowUps(db: Executor, which: Which = {}): Promise<FollowUpView[]> {
  let query = db
    .selectFrom('follow_ups as follow')
    .innerJoin('conversations as talk', 'talk.id', 'follow.conversation_id')
    .innerJoin('customers_unified as customer', 'customer.id', 'follow.customer_id')
    .innerJoin('write_journal as write', 'write.id', 'follow.journal_id')
    .select([
      'follow.id',
      'follow.customer_id',
      'follow.conversation_id',
      'follow.kind',
      'follow.summary',
      'follow.text',
      'follow.plan_at',
      'follow.state',
      'follow.updated_at',
      'talk.started_at',
      'talk.ended_at',
      'talk.message_count',
      'customer.company_name',
      'customer.real_name',
      'customer.wechat_nickname',
      'customer.wechat_remark',
      'write.id as write_id',
      'write.state as write_state',
      'write.passed_at',
      'write.ord',
      'write.attempts',
      'write.retry_at',
      'write.error_code',
      'write.error_message',
      'write.next_step',
      'write.updated_at as write_updated_at',
    ]);
  query = which.page
    ? query.orderBy('follow.id', 'desc').limit(which.page.limit)
    : query.orderBy('talk.started_at').orderBy('follow.id');
  if (which.page?.before) query = query.where('follow.id', '<', which.page.before);
  if (which.owners) query = query.where('follow.customer_id', 'in', ownedBy(db, which.owners));
  if (which.ids) query = query.where('follow.id', 'in', which.ids);
  else if (!which.all && which.standing === undefined)
    query = query.where('follow.state', 'in', ['planned', 'doubtful']);
  if (which.customerId !== undefined) query = query.where('follow.customer_id', '=', which.customerId);
  const { standing } = which;
  if (standing !== undefined) query = query.where((where) => standsAs(where, standing));
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    customer_id: row.customer_id,
    customer: nameOf({ ...row, id: row.customer_id }),
    conversation_id: row.conversation_id,
    write_id: row.write_id,
    standing: standingOf(row.state, row.write_state, row.passed_at),
    kind: row.kind,
    summary: row.summary,
    text: row.text,
    plan_at: row.plan_at,
    started_at: row.started_at,
    ended_at: row.ended_at,
    messages: row.message_count,
    ord: row.ord,
    attempts: row.attempts,
    retry_at: row.retry_at,
    code: row.error_code,
    why: row.error_message,
    next: row.next_step,
    changed_at: row.write_updated_at > row.updated_at ? row.write_updated_at : row.updated_at,
  }));
}

type Joined = {
  follow: Schema['follow_ups'];
  write: Schema['write_journal'];
};

/** The condition that `standingOf` tells in words. */
function standsAs(where: ExpressionBuilder<Joined, 'follow' | 'write'>, standing: FollowUpStanding) {
  const isPlanned = where('follow.state', '=', 'planned');
  const isSent = where('write.state', '=', 'sent');
  switch (standing) {
    case 'doubtful':
      return where.or([where('follow.state', '=', 'doubtful'), where.and([isPlanned, isSent])]);
    case 'parked':
    case 'waiting':
      return where.and([isPlanned, where('write.state', '=', standing)]);
    case 'held':
    case 'planned':
      return where.and([
        isPlanned,
        where('write.state', 'not in', ['sent', 'parked', 'waiting']),
        where('write.passed_at', standing === 'held' ? 'is' : 'is not', null),
      ]);
    default:
      return where('follow.state', '=', standing);
  }
}

function standingOf(
  state: 'planned' | 'sent' | 'doubtful' | 'there' | 'cancelled',
  write: WriteState,
  passedAt: string | null,
): FollowUpStanding {
  if (state !== 'planned') return state;
  if (write === 'sent') return 'doubtful';
  if (write === 'parked' || write === 'waiting') return write;
  return passedAt === null ? 'held' : 'planned';
}

/** @throws HubError `no_follow_up` */
export async function oneFollowUp(db: Executor, id: number): Promise<FollowUpView> {
  const [found] = await listFollowUps(db, { ids: [id] });
  if (!found) throw noFollowUp(String(id));
  return found;
}

export function noFollowUp(what: string): HubError {
  return new HubError({
    code: 'no_follow_up',
    exitCode: 2,
    zh: `没有这样的跟进${what === '' ? '' : `：${what}`}`,
    en: `No such follow-up${what === '' ? '' : `: ${what}`}`,
    nextZh: '查看还没写完的：bangqiao followups list',
    nextEn: 'See what is not done: bangqiao followups list',
  });
}

/** How many stand where. */
export async function countFollowUps(
  db: Executor,
): Promise<Record<Exclude<FollowUpStanding, 'cancelled'>, number>> {
  const rows = await db
    .selectFrom('follow_ups as follow')
    .innerJoin('write_journal as write', 'write.id', 'follow.journal_id')
    .select((select) => [
      'follow.state',
      'write.state as write_state',
      select.fn.countAll<number>().as('count'),
      select.fn.count<number>('write.passed_at').as('passed'),
    ])
    .groupBy(['follow.state', 'write.state'])
    .execute();
  const counts = { held: 0, planned: 0, waiting: 0, parked: 0, doubtful: 0, sent: 0, there: 0, cancelled: 0 };
  for (const { state, write_state, count, passed } of rows) {
    counts[standingOf(state, write_state, 'passed')] += Number(passed);
    counts[standingOf(state, write_state, null)] += Number(count) - Number(passed);
  }
  const { cancelled: _over, ...open } = counts;
  return open;
}
