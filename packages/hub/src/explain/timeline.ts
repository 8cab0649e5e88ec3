import type { TIMELINE_KINDS, TimelineEntry } from '@bangqiao/api';
import type { Customer } from '@bangqiao/core';
import { listFollowUps } from '../followup/read.ts';
import { followUpOf } from '../followup/view.ts';
import type { Executor } from '../store/index.ts';
import { readDecisions } from './decisions.ts';
import type { ChangeView } from './explanation.ts';
import { countMessages, readMessages } from './messages.ts';
import { readHistory, readLog, readMerges } from './trail.ts';
import { readWrites } from './writes.ts';

type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Where a page ended: the moment, and how many entries of that moment were shown. */
type Moment = readonly [at: string, shown: number];

export interface TimelinePage {
  entries: TimelineEntry[];
  next: Moment | null;
  counts: Record<TimelineKind, number>;
}

interface Which {
  kinds?: readonly TimelineKind[] | undefined;
  after: Moment | null;
  limit: number;
}

/**
 * All that happened to one customer, the newest first, in pages. Messages may be thousands and are read page by page; the rest
 * is what a customer's file holds and is read whole.
 */
export async function readTimeline(db: Executor, customer: Customer, which: Which): Promise<TimelinePage> {
  const { kinds, after, limit } = which;
  const others = await readOthers(db, customer);
  const counts = { ...countOf(others), message: await countMessages(db, customer.id) };
  const wanted = (kind: TimelineKind) => kinds === undefined || kinds.includes(kind);
  const shown = after?.[1] ?? 0;
  const messages = wanted('message')
    ? await readMessages(db, customer.id, { until: after?.[0] ?? null, limit: limit + shown + 1 })
    : [];
  const entries = [
    ...messages.map(({ at, ...message }): TimelineEntry => ({ kind: 'message', at, message })),
    ...others.filter(({ kind, at }) => wanted(kind) && (after === null || at <= after[0])),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const page = entries.slice(shown, shown + limit);
  const last = page.at(-1)?.at ?? '';
  const before = last === after?.[0] ? shown : 0;
  return {
    entries: page,
    next:
      entries.length > shown + limit ? [last, before + page.filter(({ at }) => at === last).length] : null,
    counts,
  };
}

async function readOthers(db: Executor, customer: Customer): Promise<TimelineEntry[]> {
  const { id } = customer;
  const decisions = await readDecisions(db, id);
  const writes = await readWrites(db, customer);
  const followUps = await listFollowUps(db, { customerId: id, all: true });
  const history = await readHistory(db, id);
  const log = await readLog(db, id);
  const merges = await readMerges(db, id);
  return [
    ...decisions.map((decision) => ({ kind: 'decision' as const, at: decision.decided_at, decision })),
    ...writes.map((write) => ({ kind: 'write' as const, at: write.changed_at, write })),
    ...followUps.map((one) => ({
      kind: 'follow_up' as const,
      at: one.changed_at,
      follow_up: followUpOf(one),
    })),
    ...stepsOf(history).map((changes) => ({ kind: 'change' as const, at: changes[0]?.at ?? '', changes })),
    ...log
      .filter(({ direction }) => direction === 'erp_to_local')
      .map((line) => ({ kind: 'read' as const, at: line.at, line })),
    ...merges.map((merge) => ({ kind: 'merge' as const, at: merge.merged_at, merge })),
  ];
}

/** Changes that one step made belong together: same moment, same reason, same hand. */
function stepsOf(history: readonly ChangeView[]): ChangeView[][] {
  const keyOf = ({ at, reason, by, first }: ChangeView) => [at, reason?.en, by, first !== null].join('|');
  return [...Map.groupBy(history, keyOf).values()];
}

function countOf(entries: readonly TimelineEntry[]): Omit<Record<TimelineKind, number>, 'message'> {
  const counts = { decision: 0, write: 0, follow_up: 0, change: 0, read: 0, merge: 0 };
  for (const { kind } of entries) if (kind !== 'message') counts[kind] += 1;
  return counts;
}
