import { type Executor, eachOf } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';

/** Customers that somebody wants pushed at once: those of this run, and how often each was asked for. */
export type Requests = ReadonlyMap<number, number>;

/** Rows per statement. */
const CHUNK = 500;

/** Whom to push at once: who asked first goes first, of those asked for in one moment the one with the lowest number. */
export async function oldestRequests(db: Executor, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('push_requests')
    .select('customer_id')
    .orderBy('requested_at')
    .orderBy('customer_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Read before the customers are: whatever is asked for later is not answered by this run. */
export async function requestsOf({ store, only }: RunContext): Promise<Requests> {
  let query = store.db.selectFrom('push_requests').select(['customer_id', 'times']);
  if (only) query = query.where('customer_id', 'in', eachOf(store.db, [...only]));
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.customer_id, row.times]));
}

/** They are decided and planned: from here on decision and journal carry them. One asked for again meanwhile stays. */
export async function answerRequests({ store }: RunContext, requests: Requests): Promise<void> {
  const byTimes = Map.groupBy(requests.keys(), (id) => requests.get(id) as number);
  await store.transaction(async (trx) => {
    for (const [times, ids] of byTimes) {
      for (let from = 0; from < ids.length; from += CHUNK) {
        await trx
          .deleteFrom('push_requests')
          .where('customer_id', 'in', ids.slice(from, from + CHUNK))
          .where('times', '=', times)
          .execute();
      }
    }
  });
}
