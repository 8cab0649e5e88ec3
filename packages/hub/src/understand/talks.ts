import { type Executor, eachOf, rowsQueries, runInOneGo } from '../store/index.ts';
import type { Talk } from './talk.ts';

export async function talksOf(trx: Executor, ids: readonly number[]): Promise<Map<number, Talk>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('customer_talks')
    .selectAll()
    .where('customer_id', 'in', eachOf(trx, ids))
    .execute();
  return new Map(rows.map((row) => [row.customer_id, JSON.parse(row.state) as Talk]));
}

/** Keeps what the messages of these customers add up to. */
export async function saveTalks(
  trx: Executor,
  talks: readonly { customerId: number; talk: Talk }[],
): Promise<void> {
  const rows = rowsQueries(trx, 'customer_talks', {
    shared: {},
    columns: ['customer_id', 'state'],
    values: talks.flatMap(({ customerId, talk }) => [customerId, JSON.stringify(talk)]),
    onConflict: '(customer_id) do update set state = excluded.state',
  });
  await runInOneGo(trx, rows);
}
