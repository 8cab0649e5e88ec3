import { type Charts, DEEDS, type Deed, type Overview } from '@bangqiao/api';
import { sql } from 'kysely';
import type { z } from 'zod';
import { ownedBy } from '../../customers/list.ts';
import { countTouched } from '../../customers/today.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import { openQuestion } from '../../plan/waiting.ts';
import {
  countForSeller,
  headlineOf,
  readCustomers,
  readPiles,
  readQuality,
  readStatus,
  sumOf,
} from '../../status/index.ts';
import type { Store } from '../../store/index.ts';
import { midnightInChina } from '../../words/china-time.ts';
import { eventStream } from './events.ts';
import { actorOf, type Handlers } from './handler.ts';
import { ownersFor } from './own.ts';
import { Remembered } from './remembered.ts';
import { shownRun } from './run-view.ts';

type View = z.infer<typeof Overview>;
type Drawn = z.infer<typeof Charts>;

const DAY_MS = 86_400_000;

const AT_THE_DESK = { zh: '到「待处理」看过后决定', en: 'Look at it at “To decide”' };
const BY_OTHERS = { zh: '等主管或管理员决定', en: 'A manager or an administrator decides' };

/** The overview, and its headline for those who only look on. */
interface Seen {
  view: View;
  lookingOn: View['headline'];
}

const views = new Remembered<Seen>();
const charts = new Remembered<Drawn>();

export const overviewHandlers: Handlers<'overview' | 'events'> = {
  'overview.show': async (_asked, context) => {
    const { store, clock } = context;
    const { view, lookingOn } = await views.get(store, 'overview', () => overviewOf(store, clock()));
    const owners = ownersFor(context, 'overview.read');
    const mayDecide = actorOf(context).reach('conflicts.decide') !== null;
    if (owners === undefined) return mayDecide ? view : { ...view, headline: lookingOn };
    return { ...view, ...(await ownOf(store, view, owners, clock())) };
  },
  'overview.charts': async ({ query: { days } }, { store, clock }) =>
    charts.get(store, String(days), () => chartsOf(store, new Date(clock().getTime() - days * DAY_MS))),
  'events.stream': async (_asked, context) => eventStream(context),
};

async function overviewOf(store: Store, now: Date): Promise<Seen> {
  const { under_way, runs, ...status } = await readStatus(store.db, now);
  const question = await openQuestion(store.db);
  // Whoever looks at a page does not type commands.
  const asked = (nextStep: View['headline']) => question && { ...question.asked, nextStep };
  const waiting = sumOf(status.for_people) + status.wechat.parked;
  const view = {
    ...status,
    headline: headlineOf(runs, waiting, asked(AT_THE_DESK)),
    under_way: under_way === null ? null : { label: under_way.label, since: under_way.since },
    runs: runs.map(shownRun),
    today: await todayOf(store, midnightInChina(now)),
  };
  return { view, lookingOn: headlineOf(runs, waiting, asked(BY_OTHERS), false) };
}

/** What a seller's overview counts: their own customers, as the lists behind the numbers show them. */
async function ownOf(
  store: Store,
  { runs }: View,
  owners: readonly string[],
  now: Date,
): Promise<Partial<View>> {
  const { db } = store;
  const for_people = await countForSeller(db, owners);
  return {
    for_people,
    headline: headlineOf(runs, sumOf(for_people), null),
    writes: withMaskedPhones(await readPiles(db, owners)),
    customers: await readCustomers(db, owners),
    quality: await readQuality(db, owners),
    today: await todayOf(store, midnightInChina(now), owners),
  };
}

/** Customers, not events, and those that the list shows when it is narrowed to the same: who was read twice counts once. */
async function todayOf({ db }: Store, since: string, owners?: readonly string[]): Promise<View['today']> {
  const mine = owners && ownedBy(db, owners);
  const counts: [Deed, number][] = [];
  for (const deed of DEEDS) counts.push([deed, await countTouched(db, { deed, since }, mine)]);
  return Object.fromEntries(counts) as View['today'];
}

async function chartsOf({ db, backend }: Store, from: Date): Promise<Drawn> {
  const since = from.toISOString();
  const dayOf = (column: string) => backend.shanghaiDay(column);
  const entered = await db
    .selectFrom('erp_sync_logs')
    .select([
      sql<string>`${dayOf('synced_at')}`.as('day'),
      'matched_rule',
      (select) => select.fn.countAll<number>().as('count'),
    ])
    .where('synced_at', '>=', since)
    .where('sync_direction', '=', 'local_to_erp')
    .where('sync_action', '=', 'create')
    .where('sync_result', '=', 'success')
    .groupBy([dayOf('synced_at'), 'matched_rule'])
    .orderBy('day')
    .execute();
  const decided = await db
    .selectFrom('decisions')
    .select([
      sql<string>`${dayOf('decided_at')}`.as('day'),
      sql<number>`count(distinct customer_id)`.as('all'),
      sql<number>`count(distinct case when action = 'CREATE' then customer_id end)`.as('admitted'),
    ])
    .where('decided_at', '>=', since)
    .groupBy(dayOf('decided_at'))
    .orderBy('day')
    .execute();
  const calls = await db
    .selectFrom('erp_api_logs')
    .select([
      sql<string>`${dayOf('called_at')}`.as('day'),
      (select) => select.fn.countAll<number>().as('count'),
      sql<number>`sum(case when is_success then 0 else 1 end)`.as('failed'),
      (select) => select.fn.avg<number>('response_time_ms').as('mean_ms'),
    ])
    .where('called_at', '>=', since)
    .groupBy(dayOf('called_at'))
    .orderBy('day')
    .execute();
  return {
    entered: entered.map((row) => ({ day: row.day, rule: row.matched_rule ?? '', count: Number(row.count) })),
    decided: decided.map((row) => ({
      day: row.day,
      admitted: Number(row.admitted),
      kept_out: Number(row.all) - Number(row.admitted),
    })),
    calls: calls.map((row) => ({
      day: row.day,
      count: Number(row.count),
      failed: Number(row.failed),
      mean_ms: row.mean_ms === null ? null : Math.round(Number(row.mean_ms)),
    })),
  };
}
