import type { CompiledQuery } from 'kysely';
import { type Executor, eachOf } from '../store/index.ts';
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

export function upsertTalk(trx: Executor, customerId: number, state: string): CompiledQuery {
  return trx
    .insertInto('customer_talks')
    .values({ customer_id: customerId, state })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet({ state }))
    .compile();
}
