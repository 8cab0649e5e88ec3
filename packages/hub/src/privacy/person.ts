import type { Customer } from '@bangqiao/core';
import { type Executor, eachOf } from '../store/index.ts';

/** A customer with everything by which they may stand elsewhere in the database. */
export interface Person {
  customer: Customer;
  /** Its own number, and those of customers that became one with it. */
  ids: readonly number[];
  messages: readonly number[];
  /** Phones, ids, addresses and names, now and formerly, the longest first. */
  identifiers: readonly string[];
}

const NAMING = [
  'phone',
  'email',
  'wechat_id',
  'real_name',
  'company_name',
  'address',
  'wechat_nickname',
  'wechat_remark',
  'credit_code',
] as const satisfies readonly (keyof Customer)[];
/** Facts and fields of the ERP that name somebody. */
const NAMING_KINDS: ReadonlySet<string> = new Set(['phone', 'company', 'person', 'name', 'email', 'address']);
const NAMING_CELLS: ReadonlySet<string> = new Set([
  'name',
  'mobile',
  'phone',
  'email',
  'weixinAcc',
  'person_name',
  'address',
]);

export async function personOf(db: Executor, customer: Customer): Promise<Person> {
  const merges = await db
    .selectFrom('customer_merges')
    .select(['merged_id', 'kept_row', 'merged_row'])
    .where('kept_id', '=', customer.id)
    .execute();
  const ids = [customer.id, ...merges.map(({ merged_id }) => merged_id)];
  const messages = await db
    .selectFrom('messages')
    .select(['id', 'wechat_id', 'identity'])
    .where('customer_id', 'in', ids)
    .execute();
  const rows = [
    customer,
    ...merges.flatMap((row) => [row.kept_row, row.merged_row].map((text) => JSON.parse(text))),
  ];
  const found = [
    ...rows.flatMap((row) => NAMING.map((column) => row[column] as unknown)),
    ...messages.flatMap(({ wechat_id, identity }) => [wechat_id, identity?.replace(/^[a-z_]+:/, '')]),
    ...(await formerValues(db, ids)),
  ];
  return { customer, ids, messages: messages.map(({ id }) => id), identifiers: tellingOf(found) };
}

async function formerValues(db: Executor, ids: readonly number[]): Promise<unknown[]> {
  const history = await db
    .selectFrom('field_change_history')
    .select(['old_value', 'new_value'])
    .where('customer_id', 'in', ids)
    .where('field_name', 'in', [...NAMING])
    .execute();
  const facts = await db
    .selectFrom('customer_facts')
    .select(['kind', 'value'])
    .where('customer_id', 'in', ids)
    .execute();
  const keys = await db
    .selectFrom('customer_keys')
    .select('value')
    .where('customer_id', 'in', ids)
    .where('kind', 'in', ['wechat', 'external_userid', 'unionid', 'chat'])
    .execute();
  const mirror = await db
    .selectFrom('erp_mirror')
    .select('record')
    .where('customer_id', 'in', eachOf(db, ids))
    .execute();
  return [
    ...history.flatMap(({ old_value, new_value }) => [old_value, new_value]),
    ...facts.filter(({ kind }) => NAMING_KINDS.has(kind)).map(({ value }) => value),
    ...keys.map(({ value }) => value),
    ...mirror.flatMap(({ record }) =>
      Object.entries(JSON.parse(record) as Record<string, unknown>).flatMap(([cell, value]) =>
        NAMING_CELLS.has(cell) ? [value] : [],
      ),
    ),
  ];
}

/** What is long enough to mean one person: two Chinese characters, five of others. */
function tellingOf(values: readonly unknown[]): string[] {
  const texts = new Set(values.flatMap((value) => (typeof value === 'string' ? [value.trim()] : [])));
  return [...texts]
    .filter((text) => (/\p{Script=Han}/u.test(text) ? [...text].length >= 2 : text.length >= 5))
    .sort((a, b) => b.length - a.length);
}
