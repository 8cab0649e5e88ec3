import type { Existence } from '@bangqiao/zhibang';
import { stopsRun } from '../erp/stopping.ts';
import type { RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { readDetails } from './complete.ts';
import { markPresence } from './presence.ts';
import type { SweepResult } from './sweep.ts';
import { readPooled, unreadBeside } from './unread.ts';

export interface AbsenceResult {
  gone: number;
  pool: number;
  hidden: number;
  /** More would be called gone than a breaker lets through: none was. */
  unjudged: number;
  /** Those, by `ord`: a person is asked about them. */
  asks: readonly number[];
}

/**
 * What became of customers that a sweep did not show (statement 6), those that were taken over and never read (`Unread`) among
 * them. Each one's own record is asked; only a complete sweep together with a record that is not there makes it gone. Moved
 * to the pool or out of sight is not deleted. Of the missed ones the breaker counts all, before anything is asked: a
 * list that shows nobody any more costs no calls. Of the unread ones it counts those whose record is not there.
 */
export async function judgeMissed(context: RunContext, swept: SweepResult): Promise<AbsenceResult> {
  const result: AbsenceResult = { gone: 0, pool: 0, hidden: 0, unjudged: 0, asks: [] };
  const { missed } = swept;
  const { unplaced, pooled } = await unreadBeside(context, swept);
  await readPooled(context, pooled);
  if (missed.length + unplaced.length === 0) return result;
  const isTooMuch = await breakerOf(context);
  const isUnasked = (ord: number) => !context.settings.acceptedGone.has(ord);
  let counted = missed.filter(isUnasked).length;
  const gone: number[] = [];
  const unsettled = new Set(unplaced);
  const { concurrency } = context.settings;
  const placeOne = async (ord: number) => {
    if (isTooMuch(counted)) return;
    const found = await whereIs(context, ord);
    if (found === 'no') {
      gone.push(ord);
      if (isUnasked(ord)) counted += 1;
      return;
    }
    unsettled.delete(ord);
    const place = await placeUnread(context, ord, found);
    if (place !== null) result[place] += 1;
  };
  // Minutes of calls, which others need not wait for.
  await inParallel(unplaced, concurrency, placeOne, context.turn);
  if (isTooMuch(counted)) {
    result.asks = [...missed, ...unsettled];
    result.unjudged = result.asks.length;
    return result;
  }
  await inParallel(gone, concurrency, async (ord) => {
    await markPresence(context, ord, 'gone');
    result.gone += 1;
  });
  await inParallel(missed, concurrency, async (ord) => {
    const found = await whereIs(context, ord);
    if (found === 'pool' || found === 'hidden') await markPresence(context, ord, found);
    else if (found === 'no' && swept.complete) await markPresence(context, ord, 'gone');
    else return;
    result[found === 'no' ? 'gone' : found] += 1;
  });
  return result;
}

async function whereIs(context: RunContext, ord: number): Promise<Existence> {
  return await context.erp.client.customers.exists(ord).catch((error: unknown) => {
    if (stopsRun(error)) throw error;
    context.log.warn(
      { ord, err: error },
      'could not find out what became of a customer that the list left out',
    );
    return 'unknown' as const;
  });
}

/** Reads an unread one where its record is. The place that was written of it; null: it is read like others now, or asked again. */
async function placeUnread(
  context: RunContext,
  ord: number,
  found: Exclude<Existence, 'no'>,
): Promise<'pool' | 'hidden' | null> {
  if (found === 'unknown') return null;
  let place = found === 'yes' ? null : found;
  if (found !== 'hidden') {
    const { failed, opened } = await readDetails(context, [ord]);
    const isBarred = opened === 0 && !failed.has(ord);
    if (isBarred) place ??= 'hidden';
  }
  if (place !== null) await markPresence(context, ord, place);
  return place;
}

/** Whether so many are too many. */
async function breakerOf({ store, settings }: RunContext): Promise<(missed: number) => boolean> {
  const { number, share, min_rows } = settings.breaker;
  const row = await store.db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return (missed) => missed > number || (missed >= min_rows && missed > share * Number(row.count));
}
