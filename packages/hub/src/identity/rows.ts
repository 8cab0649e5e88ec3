import type { Customer } from '@bangqiao/core';
import type { WriteContext } from '../customers/index.ts';
import { noteForSearch } from '../customers/search.ts';
import { bulkInsert, type Executor } from '../store/index.ts';

/** A key in its stored form. */
export interface Key {
  kind: string;
  value: string;
}

/** Gives keys to a customer who may have some of them; those that were new. */
export async function addKeys(trx: Executor, customerId: number, keys: readonly Key[]): Promise<Key[]> {
  const held = await trx
    .selectFrom('customer_keys')
    .select(['kind', 'value'])
    .where('customer_id', '=', customerId)
    .execute();
  const known = new Set(held.map(({ kind, value }) => `${kind}:${value}`));
  const fresh = new Map(keys.map((key) => [`${key.kind}:${key.value}`, key]));
  const added = [...fresh].flatMap(([name, { kind, value }]) => (known.has(name) ? [] : [{ kind, value }]));
  await bulkInsert(
    trx,
    'customer_keys',
    added.map((key) => ({ ...key, customer_id: customerId })),
  );
  return added;
}

export async function removeKeys(trx: Executor, customerId: number, keys: readonly Key[]): Promise<void> {
  for (const { kind, value } of keys)
    await trx
      .deleteFrom('customer_keys')
      .where('customer_id', '=', customerId)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .execute();
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
