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

/**
 * Which of these customers may share a key with somebody, in their order: for most there is nobody, and one look for all of them
 * tells it.
 * @param told further phones of each customer by its number, as for `sharers`.
 */
export async function whoShares(
  trx: Executor,
  told: ReadonlyMap<number, readonly string[]>,
): Promise<number[]> {
  const ids = [...told.keys()];
  const rows = await rowsOf(trx, ids);
  const stored = await storedKeys(trx, ids);
  const owners = new Map<string, Set<number>>();
  const phoneOwners = new Map<string, Set<number>>();
  const kinds = new Set<KeyKind>();
  const values = new Set<string>();
  for (const row of rows) {
    for (const { kind, value } of knownOf(row, stored).keys as StoredKey[]) {
      kinds.add(kind);
      values.add(value);
      add(owners, `${kind}:${value}`, row.id);
    }
    for (const phone of [row.phone, ...(told.get(row.id) ?? [])])
      if (phone !== null) add(phoneOwners, phone, row.id);
  }
  const holding = await keyRows(trx, [...kinds], [...values], MOST_HOLDERS * rows.length);
  if (holding.length === MOST_HOLDERS * rows.length) return ids;
  const calling = await phoneRows(trx, [...phoneOwners.keys()]);
  const sharing = new Set<number>();
  const note = (among: ReadonlySet<number> | undefined, holder: number) => {
    for (const id of among ?? []) if (id !== holder) sharing.add(id);
  };
  for (const { kind, value, customer_id } of holding) note(owners.get(`${kind}:${value}`), customer_id);
  for (const { id, phone } of calling) note(phoneOwners.get(phone), id);
  return ids.filter((id) => sharing.has(id));
}

function add(owners: Map<string, Set<number>>, name: string, id: number): void {
  const known = owners.get(name);
  if (known) known.add(id);
  else owners.set(name, new Set([id]));
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
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  const values = [...new Set(keys.map(({ value }) => value))];
  for (const row of await keyRows(trx, kinds, values, MOST_HOLDERS))
    if (names.has(`${row.kind}:${row.value}`)) found.add(row.customer_id);
  const own = customer.phone === null ? phones : [customer.phone, ...phones];
  for (const { id } of await phoneRows(trx, own)) found.add(id);
  found.delete(customer.id);
  return [...found];
}

/** Of any of the kinds and any of the values. */
async function keyRows(
  trx: Executor,
  kinds: readonly KeyKind[],
  values: readonly string[],
  limit: number,
): Promise<KeyRow[]> {
  if (values.length === 0) return [];
  const rows = await trx
    .selectFrom('customer_keys')
    .selectAll()
    .where('kind', 'in', kinds)
    .where('value', 'in', eachOf(trx, values))
    .limit(limit)
    .execute();
  return rows as KeyRow[];
}

async function phoneRows(trx: Executor, phones: readonly string[]): Promise<{ id: number; phone: string }[]> {
  if (phones.length === 0) return [];
  const rows = await trx
    .selectFrom('customers_unified')
    .select(['id', 'phone'])
    .where('phone', 'in', eachOf(trx, phones))
    .execute();
  return rows as { id: number; phone: string }[];
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
