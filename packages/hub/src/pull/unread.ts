import { sql } from 'kysely';
import type { RunContext } from '../sync/context.ts';
import { readDetails } from './complete.ts';
import { markPresence } from './presence.ts';
import type { SweepResult } from './sweep.ts';

/**
 * Unread customers: they came from the Python system with the number of an ERP record, and nothing of that record was read
 * yet, so that they have no row in the mirror. What becomes of one:
 *
 * - A sweep that shows its record reads it, and it is a customer like the others.
 * - Else the ERP is asked where the record is (`judgeMissed`), of some at each full pull: thousands of them cost hours. Only
 *   "not there" calls anybody gone, so the breaker counts those answers, not the unread. Pool and out of sight are places:
 *   written once, whether the record opens or not.
 * - What is missing of one in the pool, which no sweep will ever show, is its record: each full pull tries some, in silence.
 *   Whoever is out of sight comes back with a sweep. Where no answer told a place, the next full pull asks again.
 * - A newcomer who may be one has the record read there and then (`lookUp`). Where it does not open the newcomer waits
 *   once and then is a person's (`linkCustomer`), who lets the API account open it in the ERP and tries again.
 */
export interface Unread {
  /** By `ord`, those drawn this time: nobody knows yet where the record is. */
  unplaced: number[];
  /** By `ord`: in the pool. */
  pooled: number[];
}

/** Those whom this sweep did not show; of one that was not complete nothing can be said. */
export async function unreadBeside(context: RunContext, swept: SweepResult): Promise<Unread> {
  const { store } = context;
  if (!swept.complete) return { unplaced: [], pooled: [] };
  const rows = await store.db
    .selectFrom('customers_unified')
    .select(['erp_customer_id', 'erp_presence'])
    // In the very words of the index.
    .where(sql<boolean>`(erp_presence is null or erp_presence = 'pool')`)
    .where('erp_customer_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('erp_mirror').select('ord').whereRef('ord', '=', 'erp_customer_id'))),
    )
    .orderBy('erp_customer_id')
    .execute();
  const unseen = rows
    .map(({ erp_customer_id: ord, erp_presence: place }) => ({ ord: ord as number, place }))
    .filter(({ ord }) => !swept.shows(ord));
  const ordsAt = (wanted: string | null) =>
    unseen.filter(({ place }) => place === wanted).map(({ ord }) => ord);
  return { unplaced: drawn(context, ordsAt(null), ASKED_AT_ONCE), pooled: ordsAt('pool') };
}

/** An ERP may not tell where a customer is at all: thousands of them are not asked about every hour. */
const ASKED_AT_ONCE = 200;
/** An account may not open customers of the pool at all. */
const TRIED_AT_ONCE = 50;

/** Others each time: whom chance picks. */
function drawn(context: RunContext, ords: readonly number[], most: number): number[] {
  if (ords.length <= most) return [...ords];
  const lots = ords.map((ord) => ({ ord, lot: context.random() })).sort((a, b) => a.lot - b.lot);
  return lots.slice(0, most).map(({ ord }) => ord);
}

/** Tries records of the pool. */
export async function readPooled(context: RunContext, pooled: readonly number[]): Promise<void> {
  const { updated } = await readDetails(context, drawn(context, pooled, TRIED_AT_ONCE));
  for (const ord of updated) await markPresence(context, ord, 'pool');
}
