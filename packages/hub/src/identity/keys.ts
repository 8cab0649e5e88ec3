import { type Candidate, type Customer, KEY_KINDS, type KeyKind, type Known } from '@bangqiao/core';
import { keysOf, type StoredKey } from '../customers/index.ts';
import { type Executor, eachOf } from '../store/index.ts';

/**
 * Everybody else who carries one of the customer's keys, as core compares them, and their rows.
 * @param phones further phones of the customer, which others may hold in their column.
 */
export async function sharers(
  trx: Executor,
  customer: Customer,
  phones: readonly string[],
): Promise<{ self: Known; candidates: (Candidate & { row: Customer })[] }> {
  const self = knownOf(customer, await storedKeys(trx, [customer.id]));
  const ids = await holders(trx, customer, self.keys as StoredKey[], phones);
  const rows = await rowsOf(trx, ids);
  const keys = await storedKeys(trx, ids);
  const candidates = rows.map((row) => ({ ...knownOf(row, keys), id: row.id, row }));
  return { self, candidates };
}

type KeyRow = StoredKey & { customer_id: number };

/** Phones stand hashed on both sides: equal is equal. */
function knownOf(customer: Customer, stored: readonly KeyRow[]): Known {
  const { company_name, credit_code, real_name, id } = customer;
  const own = stored.filter((key) => key.customer_id === id).map(({ kind, value }) => ({ kind, value }));
  return { keys: [...keysOf(customer), ...own], company_name, credit_code, real_name };
}

const KINDS: ReadonlySet<string> = new Set<KeyKind>(KEY_KINDS);

async function storedKeys(trx: Executor, ids: readonly number[]): Promise<KeyRow[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('customer_keys')
    .selectAll()
    .where('customer_id', 'in', eachOf(trx, ids))
    .execute();
  return rows.filter(({ kind }) => KINDS.has(kind)) as KeyRow[];
}

/** A company of many people is no clue to any of them. */
const MOST_HOLDERS = 200;

/** Who else holds one of these keys, in `customer_keys` or, for phones, in the own column. */
async function holders(
  trx: Executor,
  customer: Customer,
  keys: readonly StoredKey[],
  phones: readonly string[],
): Promise<number[]> {
  const found = new Set<number>();
  const names = new Set(keys.map(({ kind, value }) => `${kind}:${value}`));
  const values = [...new Set(keys.map(({ value }) => value))];
  if (values.length > 0) {
    const rows = await trx
      .selectFrom('customer_keys')
      .selectAll()
      .where('kind', 'in', [...new Set(keys.map(({ kind }) => kind))])
      .where('value', 'in', eachOf(trx, values))
      .limit(MOST_HOLDERS)
      .execute();
    for (const row of rows) if (names.has(`${row.kind}:${row.value}`)) found.add(row.customer_id);
  }
  const own = customer.phone === null ? phones : [customer.phone, ...phones];
  for (const id of await withPhone(trx, own)) found.add(id);
  found.delete(customer.id);
  return [...found];
}

async function withPhone(trx: Executor, phones: readonly string[]): Promise<number[]> {
  if (phones.length === 0) return [];
  const rows = await trx.selectFrom('customers_unified').select('id').where('phone', 'in', phones).execute();
  return rows.map(({ id }) => id);
}

async function rowsOf(trx: Executor, ids: readonly number[]): Promise<Customer[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where('id', 'in', eachOf(trx, ids))
    .orderBy('id')
    .execute();
  return rows as Customer[];
}
