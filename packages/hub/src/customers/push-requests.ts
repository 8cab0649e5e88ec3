import { sql } from 'kysely';
import type { Executor } from '../store/index.ts';

/** Rows per statement. */
const CHUNK = 500;

/**
 * Asks that these customers be decided, and pushed if a rule lets them in, at once: in the transaction of what changed, so
 * that none of the two stands without the other. A running service takes it up within a second; else the next push does.
 * `updateCustomer` and `insertCustomers` ask by themselves for every change of the hub's side that matters to the ERP.
 * @param at ISO-8601, UTC
 */
export async function requestPush(
  trx: Executor,
  customerIds: readonly number[],
  reason: string,
  at: string,
): Promise<void> {
  for (let from = 0; from < customerIds.length; from += CHUNK) {
    await trx
      .insertInto('push_requests')
      .values(
        customerIds.slice(from, from + CHUNK).map((customer_id) => {
          return { customer_id, times: 1, reason, requested_at: at };
        }),
      )
      .onConflict((conflict) =>
        conflict
          .column('customer_id')
          .doUpdateSet({ times: sql<number>`push_requests.times + 1`, reason, requested_at: at }),
      )
      .execute();
  }
}
