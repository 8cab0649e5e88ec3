import type { CompiledQuery } from 'kysely';
import { type Executor, eachOf, repeated, runInOneGo } from '../store/index.ts';
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
  const values = talks.flatMap(({ customerId, talk }) => [customerId, JSON.stringify(talk)]);
  await runInOneGo(
    trx,
    repeated(trx, 'save talks', () => upsert(trx), { width: 2, values }),
  );
}

function upsert(trx: Executor): CompiledQuery {
  return trx
    .insertInto('customer_talks')
    .values({ customer_id: 0, state: '' })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((set) => ({ state: set.ref('excluded.state') })),
    )
    .compile();
}
