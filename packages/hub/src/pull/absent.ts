import type { Presence } from '@bangqiao/core';
import { sql } from 'kysely';
import {
  findByErpId,
  followCompany,
  requireCustomer,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import { stopsRun } from '../erp/stopping.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { mergeContext } from './absorb.ts';
import { readDetails } from './complete.ts';
import { forgetListing } from './listing.ts';
import { logPull } from './pull-log.ts';
import type { SweepResult } from './sweep.ts';

export interface AbsenceResult {
  gone: number;
  pool: number;
  hidden: number;
  /** More were missed than a breaker lets through: none was judged. */
  unjudged: number;
  /** Those, by `ord`: a person is asked about them. */
  asks: readonly number[];
}

/**
 * What became of customers that a sweep did not show (statement 6), those that were taken over and never read among them.
 * Each one's own record is asked; only a complete sweep together with a record that is not there makes it gone. Moved to the
 * pool or out of sight is not deleted.
 */
export async function judgeMissed(context: RunContext, swept: SweepResult): Promise<AbsenceResult> {
  const result: AbsenceResult = { gone: 0, pool: 0, hidden: 0, unjudged: 0, asks: [] };
  const unread = new Set(swept.complete ? await neverRead(context, swept) : []);
  const missed = [...swept.missed, ...unread];
  if (missed.length === 0) return result;
  const unasked = missed.filter((ord) => !context.settings.acceptedGone.has(ord));
  if (await tooMany(context, unasked.length)) {
    result.unjudged = missed.length;
    result.asks = missed;
    return result;
  }
  await inParallel(missed, context.settings.concurrency, async (ord) => {
    let exists = await context.erp.client.customers.exists(ord).catch((error: unknown) => {
      if (stopsRun(error)) throw error;
      context.log.warn(
        { ord, err: error },
        'could not find out what became of a customer that the list left out',
      );
      return 'unknown' as const;
    });
    if (unread.has(ord) && (exists === 'yes' || exists === 'pool')) {
      const { failed, opened } = await readDetails(context, [ord]);
      // The next sweep asks again: a place alone, without a record, would stand for ever.
      if (failed.has(ord)) return;
      if (opened === 0) exists = 'hidden';
    }
    if (exists === 'pool' || exists === 'hidden') await markPresence(context, ord, exists);
    else if (exists === 'no' && swept.complete) await markPresence(context, ord, 'gone');
    else return;
    result[exists === 'no' ? 'gone' : exists] += 1;
  });
  return result;
}

/** Customers that came with their number from the Python system: nothing of their record was read yet, and no list shows it. */
async function neverRead({ store }: RunContext, { shows }: SweepResult): Promise<number[]> {
  const rows = await store.db
    .selectFrom('customers_unified')
    .select('erp_customer_id as ord')
    // In the very words of the index.
    .where(sql<boolean>`(erp_presence is null or erp_presence = 'pool')`)
    .where('erp_customer_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('erp_mirror').select('ord').whereRef('ord', '=', 'erp_customer_id'))),
    )
    .execute();
  return rows.map(({ ord }) => ord as number).filter((ord) => !shows(ord));
}

async function tooMany(context: RunContext, missed: number): Promise<boolean> {
  const { number, share, min_rows } = context.settings.breaker;
  const row = await context.store.db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return missed > number || (missed >= min_rows && missed > share * Number(row.count));
}

const REASON: Record<Exclude<Presence, 'present'>, string> = {
  gone: 'a complete sweep missed it and its own record is not there',
  pool: 'given back to the customer pool',
  hidden: 'out of sight of the API user',
};

/** Whoever calls has asked the ERP. A record that was never read stays out of the mirror: seen again, it is taken over as new. */
export async function markPresence(
  context: RunContext,
  ord: number,
  presence: Exclude<Presence, 'present'>,
): Promise<void> {
  await context.turn.mustHold();
  await context.store.transaction(async (trx) => {
    const mirror = await trx
      .updateTable('erp_mirror')
      .set({ presence, changed_at: now(context) })
      .where('ord', '=', ord)
      .returning('customer_id')
      .executeTakeFirst();
    await forgetListing(trx, ord);
    const customer = mirror ? await requireCustomer(trx, mirror.customer_id) : await findByErpId(trx, ord);
    if (!customer) return;
    const writing: WriteContext = {
      by: context.by,
      reason: REASON[presence],
      source: 'erp',
      runId: context.runId,
      now: now(context),
    };
    await updateCustomer(trx, customer, { erp_presence: presence }, writing);
    await followCompany(trx, ord, presence, writing);
    await logPull(trx, mergeContext(context), {
      customerId: customer.id,
      ord,
      action: presence === 'gone' ? 'delete' : 'update',
      type: 'pull',
      fields: ['erp_presence'],
      reason: REASON[presence],
    });
  });
}
