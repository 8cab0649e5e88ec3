import type { Customer } from '@bangqiao/core';
import { type Selectable, sql } from 'kysely';
import { type Executor, eachOf, type Schema } from '../store/index.ts';

/** A customer with everything by which they may stand elsewhere in the database. */
export interface Person {
  customer: Customer;
  /** Its own number, and those of customers that became one with it. */
  ids: readonly number[];
  messages: readonly number[];
  /** By which of them WeChat events are theirs, as `messages.identity` holds it. */
  identities: ReadonlySet<string>;
  /** Phones, ids, addresses and names, now and formerly: what names them in rows of their own. The longest first. */
  identifiers: readonly string[];
  /** Of these what is one person's alone: phones, e-mails, ids, credit codes. */
  keys: readonly string[];
  /** Names, companies and addresses; somebody else may be called so too. */
  names: readonly string[];
}

const KEYS = ['phone', 'email', 'wechat_id', 'credit_code'] as const;
const NAMES = ['real_name', 'company_name', 'address'] as const;
/** What a seller called them, often no name at all (客户, 老板). */
const NICKNAMES = ['wechat_nickname', 'wechat_remark'] as const;
const NAMING = [...KEYS, ...NAMES, ...NICKNAMES] as const satisfies readonly (keyof Customer)[];
/** Facts and fields of the ERP that name somebody. */
const KEY_KINDS: ReadonlySet<string> = new Set(['phone', 'email']);
const NAME_KINDS: ReadonlySet<string> = new Set(['company', 'person', 'name', 'address']);
const KEY_CELLS: ReadonlySet<string> = new Set(['mobile', 'phone', 'email', 'weixinAcc']);
const NAME_CELLS: ReadonlySet<string> = new Set(['name', 'person_name', 'address']);

interface Found {
  identities: string[];
  keys: unknown[];
  names: unknown[];
  nicknames: unknown[];
}

export async function personOf(db: Executor, customer: Customer): Promise<Person> {
  const merges = await mergesInto(db, customer.id);
  const ids = [...new Set([customer.id, ...merges.map(({ merged_id }) => merged_id)])];
  const messages = await db
    .selectFrom('messages')
    .select(['id', 'wechat_id', 'identity'])
    .where('customer_id', 'in', ids)
    .execute();
  const rows: Record<string, unknown>[] = [
    { ...customer },
    ...merges.flatMap((row) => [row.kept_row, row.merged_row].map((text) => JSON.parse(text))),
  ];
  const valuesOf = (columns: readonly string[]) =>
    rows.flatMap((row) => columns.map((column) => row[column]));
  const former = await formerValues(db, ids);
  const senders = messages.flatMap(({ wechat_id, identity }) => [
    wechat_id,
    identity?.replace(/^[a-z_]+:/, ''),
  ]);
  const keys = tellingOf([...valuesOf(KEYS), ...senders, ...former.keys], SHORTEST_KEY);
  const names = tellingOf([...valuesOf(NAMES), ...former.names]);
  const nicknames = tellingOf([...valuesOf(NICKNAMES), ...former.nicknames]);
  const identifiers = tellingOf([...keys, ...names, ...nicknames]);
  const identities = new Set([...former.identities, ...messages.flatMap(({ identity }) => identity ?? [])]);
  return { customer, ids, messages: messages.map(({ id }) => id), identities, identifiers, keys, names };
}

type Merge = Pick<Selectable<Schema['customer_merges']>, 'id' | 'merged_id' | 'kept_row' | 'merged_row'>;

/** Who became one with this customer, and who with them before. */
async function mergesInto(db: Executor, id: number): Promise<Merge[]> {
  const found: Merge[] = [];
  for (let kept = [id]; kept.length > 0; ) {
    const merges = await db
      .selectFrom('customer_merges')
      .select(['id', 'merged_id', 'kept_row', 'merged_row'])
      .where('kept_id', 'in', kept)
      .execute();
    const fresh = merges.filter((merge) => !found.some((one) => one.id === merge.id));
    found.push(...fresh);
    kept = fresh.map(({ merged_id }) => merged_id);
  }
  return found;
}

async function formerValues(db: Executor, ids: readonly number[]): Promise<Found> {
  const history = await db
    .selectFrom('field_change_history')
    .select(['field_name', 'old_value', 'new_value'])
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
    .select(['kind', 'value'])
    .where('customer_id', 'in', ids)
    .where('kind', 'in', ['wechat', 'external_userid', 'unionid', 'chat'])
    .execute();
  const mirror = await db
    .selectFrom('erp_mirror')
    .select('record')
    .where('customer_id', 'in', eachOf(db, ids))
    .execute();
  const changed = (columns: readonly string[]) =>
    history
      .filter(({ field_name }) => columns.includes(field_name))
      .flatMap(({ old_value, new_value }) => [old_value, new_value]);
  const said = (kinds: ReadonlySet<string>) =>
    facts.filter(({ kind }) => kinds.has(kind)).map(({ value }) => value);
  const mirrored = (cells: ReadonlySet<string>) =>
    mirror.flatMap(({ record }) =>
      Object.entries(JSON.parse(record) as Record<string, unknown>).flatMap(([cell, value]) =>
        cells.has(cell) ? [value] : [],
      ),
    );
  return {
    identities: keys.map(({ kind, value }) => `${kind}:${value}`),
    keys: [...changed(KEYS), ...said(KEY_KINDS), ...keys.map(({ value }) => value), ...mirrored(KEY_CELLS)],
    names: [...changed(NAMES), ...said(NAME_KINDS), ...mirrored(NAME_CELLS)],
    nicknames: changed(NICKNAMES),
  };
}

/**
 * What means this person wherever it stands, the longest first: their keys, and names that stand with nobody else here. What is a
 * part of somebody's name (王伟 of 王伟明) would take theirs away.
 */
export async function unmistakableOf(db: Executor, { keys, names, ids }: Person): Promise<string[]> {
  const own: string[] = [];
  for (const name of names) if (!(await isOthersToo(db, name, ids))) own.push(name);
  return tellingOf([...keys, ...own]);
}

async function isOthersToo(db: Executor, name: string, ids: readonly number[]): Promise<boolean> {
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  const other = await db
    .selectFrom('customers_unified')
    .select('id')
    .where('id', 'not in', ids)
    .where((where) =>
      where.or(
        [...NAMES, ...NICKNAMES].map(
          (column) => sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`,
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** A WeChat id has six characters at least, everything else that is a key more. */
const SHORTEST_KEY = 6;

/** What is long enough to mean one person: two Chinese characters, five of others unless said. */
function tellingOf(values: readonly unknown[], shortest = 5): string[] {
  const texts = new Set(values.flatMap((value) => (typeof value === 'string' ? [value.trim()] : [])));
  return [...texts]
    .filter((text) => (/\p{Script=Han}/u.test(text) ? [...text].length >= 2 : text.length >= shortest))
    .sort((a, b) => b.length - a.length);
}
