import type { Customer } from '@bangqiao/core';
import type { WriteContext } from '../customers/index.ts';
import { noteForSearch } from '../customers/search.ts';
import { bulkInsert, type Executor } from '../store/index.ts';

/** Keys in their stored form, for a customer who may have some of them. */
export async function addKeys(
  trx: Executor,
  customerId: number,
  keys: readonly { kind: string; value: string }[],
): Promise<void> {
  const held = await trx
    .selectFrom('customer_keys')
    .select(['kind', 'value'])
    .where('customer_id', '=', customerId)
    .execute();
  const known = new Set(held.map(({ kind, value }) => `${kind}:${value}`));
  const fresh = new Map(keys.map((key) => [`${key.kind}:${key.value}`, key]));
  const rows = [...fresh].flatMap(([name, { kind, value }]) =>
    known.has(name) ? [] : [{ kind, value, customer_id: customerId }],
  );
  await bulkInsert(trx, 'customer_keys', rows);
}

/** The row as it was, under its own number. */
export async function restoreRow(trx: Executor, was: Customer, context: WriteContext): Promise<void> {
  const row = { ...was, updated_at: context.now, updated_by: context.by, version: was.version + 1 };
  await trx
    .insertInto('customers_unified')
    .values(row as never)
    .execute();
  await noteForSearch(trx, was.id);
}
