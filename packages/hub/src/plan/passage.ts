import type { Write } from '../journal/journal.ts';
import { COUNTED_KINDS } from '../journal/states.ts';
import { hasPassed, mayBeThere } from '../push/worker.ts';
import { now, type RunContext } from '../sync/context.ts';
import { type Asked, ask, askAboutGone, askMoved, tellDone } from './asked.ts';
import { type Counted, isTooMuch } from './breaker.ts';
import { checkRows, type MovedRow } from './moved.ts';
import { type PendingRow, pendingRows, rowKey } from './pending.ts';
import { checkPlanBelongs, type Plan } from './plan-file.ts';

/** What a run may write: the answer of a passage. */
interface Pass {
  asked: Asked | null;
  /** Which open writes are worked; what may be in the ERP already is settled in every run but `plan`. */
  mayWork(write: Write): boolean;
}

/**
 * Decides which of the planned writes this run may work, and marks those as passed: a write that did not pass is not
 * worked (`workJournal`). Asked before the first write of a push with the records that a pull missed and nobody judged
 * (`ord`), and again for updates that follow from its own links.
 */
export type Passage = (context: RunContext, missed: readonly number[]) => Promise<Pass>;

/** A run that asks begins nothing, whatever had passed before. */
const stopped = (asked: Asked): Pass => ({ asked, mayWork: mayBeThere });

/**
 * The mass-change breaker (statement 7): over `number` rows in a run, or changes of over `share` of the linked customers
 * with at least `min_rows`, and nothing passes. What an accepted plan names is not counted.
 */
export function breakerPassage(accepted: Plan | null): Passage {
  const passed: Counted = { rows: 0, linked: 0 };
  return async (context, missed) => {
    if (accepted) await checkPlanBelongs(context, accepted);
    const rows = await pendingRows(context);
    const named = new Map((accepted?.rows ?? []).map((row) => [rowKey(row), JSON.stringify(row.fields)]));
    const counted = rows.filter(
      (row) => !isLinkedMeanwhile(row) && named.get(rowKey(row)) !== JSON.stringify(row.fields),
    );
    const fresh = { rows: counted.length, linked: counted.filter(isLinked).length };
    if (await isTooMuch(context, passed, fresh)) return stopped(await ask(context, 'breaker', rows, missed));
    if (missed.length > 0) return stopped(await askAboutGone(context, rows, missed));
    passed.rows += fresh.rows;
    passed.linked += fresh.linked;
    await markPassed(context, rows);
    return { asked: null, mayWork: hasPassed };
  };
}

/**
 * For customers pushed at once, a few at a time: all such runs of the last hour count together, so that a flood does not
 * pass in drops. What is too much is left for the scheduled push, which counts all that waits and asks.
 */
export function atOncePassage(): Passage {
  return async (context) => {
    const rows = await pendingRows(context);
    const fresh = { rows: rows.length, linked: rows.filter(isLinked).length };
    if (await isTooMuch(context, await passedAtOnce(context), fresh)) {
      context.log.info({ rows: rows.length }, 'much changed within an hour: left for the scheduled push');
      return { asked: null, mayWork: mayBeThere };
    }
    await markPassed(context, rows);
    return { asked: null, mayWork: hasPassed };
  };
}

async function passedAtOnce({ store, clock }: RunContext): Promise<Counted> {
  const rows = await store.db
    .selectFrom('write_journal')
    .innerJoin('sync_runs', 'sync_runs.id', 'write_journal.run_id')
    .select((select) => ['write_journal.kind', select.fn.countAll<number>().as('count')])
    .where('passed_at', '>', new Date(clock().getTime() - HOUR_MS).toISOString())
    .where('sync_runs.trigger', '=', 'change')
    .where('write_journal.kind', 'in', COUNTED_KINDS)
    .groupBy('write_journal.kind')
    .execute();
  const count = (kinds: typeof rows) => kinds.reduce((sum, row) => sum + Number(row.count), 0);
  return { rows: count(rows), linked: count(rows.filter(isLinked)) };
}

/** Nothing is written, not even what was begun: the run only shows what it would do. */
export function planOnlyPassage(file: string | null): Passage {
  return async (context, missed) => ({
    asked: await ask(context, 'plan_only', await pendingRows(context), missed, file),
    mayWork: () => false,
  });
}

/**
 * Exactly the rows of a plan pass, and only when none of them moved, or the moved ones are to be left out. Rows that are
 * written already are done; a plan that was broken off goes on.
 */
export function applyPassage(
  plan: Plan,
  skipMoved: boolean,
  /** Told which rows were left out because they moved. */
  onSkipped: (rows: readonly MovedRow[]) => void = () => {},
): Passage {
  let first: Pass | null = null;
  const begin = async (context: RunContext, missed: readonly number[]): Promise<Pass> => {
    await checkPlanBelongs(context, plan);
    if (missed.length > 0) return stopped(await askAboutGone(context, [], missed));
    const rows = await pendingRows(context);
    const { moved, done, through } = await checkRows(context, plan, rows);
    if (moved.length > 0 && !skipMoved) return stopped(askMoved(plan, moved));
    if (done > 0 && done === plan.rows.length) return stopped(tellDone(plan));
    onSkipped(moved);
    await markPassed(
      context,
      rows.filter((row) => through.has(rowKey(row))),
    );
    return {
      asked: null,
      mayWork: (write) => mayBeThere(write) || (isOf(through, write) && hasPassed(write)),
    };
  };
  return async (context, missed) => {
    first ??= await begin(context, missed);
    return first;
  };
}

/** The plan names it, or the create that it follows: the contact person which that became, its seller, its level. */
function isOf(through: ReadonlySet<string>, { kind, customer_id: customer }: Write): boolean {
  return (
    through.has(rowKey({ kind, customer })) ||
    (kind !== 'update' && through.has(rowKey({ kind: 'create', customer })))
  );
}

/** It changes a customer that is in the ERP already. */
const isLinked = ({ kind }: { kind: string }) => kind === 'update' || kind === 'level';

/** A create whose customer a pull linked writes nothing any more. */
const isLinkedMeanwhile = ({ kind, ord }: PendingRow) => kind === 'create' && ord !== null;

const HOUR_MS = 3_600_000;
/** Parameters of one statement are limited; so many rows are marked at once. */
const CHUNK = 500;

async function markPassed(context: RunContext, rows: readonly PendingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const passed_at = now(context);
  await context.store.transaction(async (trx) => {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const ids = rows.slice(start, start + CHUNK).map((row) => row.journal);
      await trx.updateTable('write_journal').set({ passed_at }).where('id', 'in', ids).execute();
    }
  });
}
