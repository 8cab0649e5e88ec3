import { createHash } from 'node:crypto';
import {
  COLUMN_KEY_KINDS,
  type ColumnKeyKind,
  type Customer,
  cleanText,
  identityKey,
  type KeyKind,
} from '@bangqiao/core';
import type { CompiledQuery } from 'kysely';
import { type Executor, repeated, rowsQueries, runInOneGo } from '../store/index.ts';

/** One row of `customer_keys`, by which a customer is found again. */
export interface StoredKey {
  kind: KeyKind;
  value: string;
}

type KeyFacts = Pick<Customer, 'phone' | 'wechat_id' | 'company_name' | 'credit_code' | 'erp_customer_code'>;

const COLUMN = {
  phone: 'phone',
  wechat: 'wechat_id',
  company: 'company_name',
  credit_code: 'credit_code',
  khid: 'erp_customer_code',
} as const satisfies Record<ColumnKeyKind, keyof KeyFacts>;

/**
 * A plain value in the form in which `customer_keys` holds it: normalised, and a phone hashed, since phones stand
 * unmasked only in customer, history and base rows. Null when the value identifies nobody (malformed, masked, a name too short).
 */
export function keyValue(kind: KeyKind, value: unknown): string | null {
  const key = identityKey(kind, value);
  if (key === null || kind !== 'phone') return key;
  return createHash('sha256').update(`phone:${key}`).digest('hex').slice(0, 32);
}

/**
 * Kinds that the customer's own indexed columns answer in the form in which they stand there. `customer_keys` holds them
 * only where a customer has more than one; the others it always holds, because their normalised form stands nowhere else.
 */
const IN_COLUMNS: readonly ColumnKeyKind[] = ['phone', 'khid'];

const STORED = COLUMN_KEY_KINDS.filter((kind) => !IN_COLUMNS.includes(kind));

/** The keys of a customer that `customer_keys` holds. */
export function storedKeysOf(customer: Partial<KeyFacts>): StoredKey[] {
  return keysOf(customer, STORED);
}

/** All keys that the customer's own columns give, stored or not. */
export function keysOf(
  customer: Partial<KeyFacts>,
  kinds: readonly ColumnKeyKind[] = COLUMN_KEY_KINDS,
): StoredKey[] {
  return kinds.flatMap((kind) => {
    const value = keyValue(kind, customer[COLUMN[kind]]);
    return value === null ? [] : [{ kind, value }];
  });
}

/** Everyone who carries this key, by number. `value` is the plain one, as a person or the ERP writes it. */
export async function findByKey(trx: Executor, kind: KeyKind, value: unknown): Promise<Customer[]> {
  const key = keyValue(kind, value);
  if (key === null) return [];
  const ids = await trx
    .selectFrom('customer_keys')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value', '=', key)
    .execute();
  const found = ids.map((row) => row.customer_id);
  if (inColumns(kind)) {
    const own = await trx
      .selectFrom('customers_unified')
      .select('id')
      .where(COLUMN[kind], 'in', columnForms(key, kind, value))
      .execute();
    found.push(...own.map((row) => row.id));
  }
  if (found.length === 0) return [];
  return await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where('id', 'in', found)
    .orderBy('id')
    .execute();
}

const inColumns = (kind: KeyKind): kind is ColumnKeyKind => (IN_COLUMNS as readonly KeyKind[]).includes(kind);

/** A customer number stands in its column as the ERP writes it, in either letter case; a phone stands there normalised. */
function columnForms(key: string, kind: KeyKind, value: unknown): string[] {
  if (kind === 'phone') return [identityKey(kind, value) ?? key];
  return [...new Set([cleanText(value) ?? key, key, key.toUpperCase()])];
}

/** Adds a key that no column of the customer holds: a second WeChat id, for one. True when it is new. */
export async function addKey(
  trx: Executor,
  customerId: number,
  kind: KeyKind,
  value: unknown,
): Promise<boolean> {
  const key = keyValue(kind, value);
  if (key === null) return false;
  const done = await trx
    .insertInto('customer_keys')
    .values({ kind, value: key, customer_id: customerId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1;
}

/**
 * Brings the keys of different customers in step with changed columns. WeChat ids are only ever added: an old one still names
 * the same person.
 */
export async function syncKeys(
  trx: Executor,
  changes: readonly { before: Customer; after: Customer }[],
): Promise<void> {
  const gone: unknown[] = [];
  const come: unknown[] = [];
  for (const { before, after } of changes) {
    for (const kind of STORED) {
      if (before[COLUMN[kind]] === after[COLUMN[kind]]) continue;
      const old = keyValue(kind, before[COLUMN[kind]]);
      const wanted = keyValue(kind, after[COLUMN[kind]]);
      if (old === wanted) continue;
      if (old !== null && kind !== 'wechat') gone.push(kind, old, after.id);
      if (wanted !== null) come.push(kind, wanted, after.id);
    }
  }
  const inserts = rowsQueries(trx, 'customer_keys', {
    shared: {},
    columns: ['kind', 'value', 'customer_id'],
    values: come,
    onConflict: 'do nothing',
  });
  const deletes = repeated(trx, 'delete a key', () => deleteKey(trx), { width: 3, values: gone });
  await runInOneGo(trx, [...deletes, ...inserts]);
}

function deleteKey(trx: Executor): CompiledQuery {
  return trx
    .deleteFrom('customer_keys')
    .where('kind', '=', 'phone')
    .where('value', '=', '')
    .where('customer_id', '=', 0)
    .compile();
}
