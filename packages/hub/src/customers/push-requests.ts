import { type Executor, rowsQueries, runInOneGo } from '../store/index.ts';

const AGAIN = `(customer_id) do update set
  times = push_requests.times + 1, reason = excluded.reason, requested_at = excluded.requested_at`;

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
  const rows = rowsQueries(trx, 'push_requests', {
    shared: { times: 1, reason, requested_at: at },
    columns: ['customer_id'],
    values: [...customerIds],
    onConflict: AGAIN,
  });
  await runInOneGo(trx, rows);
}
