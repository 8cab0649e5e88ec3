import { type Bilingual, type Customer, companyKey, normalisePhone, toHalfWidth } from '@bangqiao/core';
import { sql } from 'kysely';
import { findByErpId, findByKey, findCustomer, nameOf } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import { shownPhone } from './masking.ts';

/** More than this are not listed: the question has to be more precise. */
const LISTED = 20;

/** One of several customers that a question may mean. */
interface Candidate {
  id: number;
  name: string;
  nickname: string | null;
  phone: string | null;
  wechat_id: string | null;
  erp_customer_code: string | null;
  erp_customer_id: number | null;
}

export interface Ambiguous {
  ambiguous: Candidate[];
  /** There are more than are listed. */
  more: boolean;
  ask: Bilingual;
}

/**
 * Whom a person means: `#12` (the hub's own number), or else by customer number, `ord`, WeChat id, WeCom's external id, phone or
 * credit code, at last as these stand in their columns; or else by exact name; or else by a part of a name. The first of these that finds anyone decides; by number, in order.
 */
export async function findMeant(db: Executor, query: string): Promise<Customer[]> {
  const text = query.trim();
  if (text === '') return [];
  const own = OWN_NUMBER.exec(toHalfWidth(text))?.[1];
  if (own !== undefined) return byOwnNumber(db, Number(own));
  for (const search of [byIdentifier, byColumn, byWholeName, byPartOfName]) {
    const found = await search(db, text);
    if (found.length > 0) return distinct(found);
  }
  return [];
}

/** The same by what identifies one customer only: `#12`, customer number, `ord`, WeChat id, WeCom's external id, phone or credit code. */
export async function findExactly(db: Executor, query: string): Promise<Customer[]> {
  const text = query.trim();
  const own = OWN_NUMBER.exec(toHalfWidth(text))?.[1];
  return own === undefined ? distinct(await byIdentifier(db, text)) : byOwnNumber(db, Number(own));
}

const OWN_NUMBER = /^[#＃]\s*(\d{1,15})$/u;

/** A row that was merged into another leads to that one. */
async function byOwnNumber(db: Executor, id: number): Promise<Customer[]> {
  const customer = await findCustomer(db, id);
  if (customer) return [customer];
  const merge = await db
    .selectFrom('customer_merges')
    .select('kept_id')
    .where('merged_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return merge && merge.kept_id !== id ? byOwnNumber(db, merge.kept_id) : [];
}

async function byIdentifier(db: Executor, text: string): Promise<Customer[]> {
  const found: Customer[] = [];
  const ord = /^\d{1,15}$/.test(toHalfWidth(text)) ? Number(toHalfWidth(text)) : null;
  if (ord !== null) found.push(...[await findByErpId(db, ord)].filter((one) => one !== undefined));
  for (const kind of ['khid', 'wechat', 'credit_code'] as const)
    found.push(...(await findByKey(db, kind, text)));
  if (OF_WECOM.test(text)) found.push(...(await findByKey(db, 'external_userid', text)));
  const phone = normalisePhone(text);
  if (phone !== null) found.push(...(await findByKey(db, 'phone', phone)));
  return found;
}

/** How WeCom's external ids begin. */
const OF_WECOM = /^w[mo][\w-]+$/;

/** What identifies a customer and stands otherwise than keys are compared: a number in mixed letter case, a phone that is no mobile. */
async function byColumn(db: Executor, text: string): Promise<Customer[]> {
  const plain = toHalfWidth(text).toLowerCase();
  const bare = plain.replace(/[\s-]/g, '');
  const byNumber = sql<boolean>`lower(erp_customer_code) = ${plain}`;
  const byPhone = sql<boolean>`replace(replace(phone, ' ', ''), '-', '') = ${bare}`;
  return await db
    .selectFrom('customers_unified')
    .selectAll()
    .where((where) => where.or(/^\+?\d{5,}$/.test(bare) ? [byNumber, byPhone] : [byNumber]))
    .orderBy('id')
    .limit(LISTED + 1)
    .execute();
}

const NAME_COLUMNS = ['company_name', 'real_name', 'wechat_nickname', 'wechat_remark'] as const;

async function byWholeName(db: Executor, text: string): Promise<Customer[]> {
  const found = await findByKey(db, 'company', text);
  const wanted = companyKey(text);
  const near = await namedLike(db, text, (spelling) => spelling);
  return [
    ...found,
    ...near.filter((customer) => NAME_COLUMNS.some((column) => companyKey(customer[column]) === wanted)),
  ];
}

async function byPartOfName(db: Executor, text: string): Promise<Customer[]> {
  return namedLike(db, text, (spelling) => `%${spelling}%`);
}

/** Both databases compare without letter case here; brackets and width are asked for in each spelling. */
async function namedLike(
  db: Executor,
  text: string,
  around: (spelling: string) => string,
): Promise<Customer[]> {
  const patterns = spellings(text).map((spelling) =>
    around(spelling.toLowerCase().replace(/[\\%_]/g, '\\$&')),
  );
  return await db
    .selectFrom('customers_unified')
    .selectAll()
    .where((where) =>
      where.or(
        NAME_COLUMNS.flatMap((column) =>
          patterns.map((pattern) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`),
        ),
      ),
    )
    .orderBy('id')
    .limit(LISTED + 1)
    .execute();
}

function spellings(text: string): string[] {
  const plain = toHalfWidth(text);
  return [...new Set([text, plain, plain.replaceAll('(', '（').replaceAll(')', '）')])];
}

function distinct(customers: readonly Customer[]): Customer[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

export function ambiguous(customers: readonly Customer[]): Ambiguous {
  return {
    ambiguous: customers.slice(0, LISTED).map(candidateOf),
    more: customers.length > LISTED,
    ask: say(
      '请说得更具体：用客户编号、手机号、微信号，或 #编号',
      'Be more precise: by customer number, phone, WeChat id, or #number',
    ),
  };
}

function candidateOf(customer: Customer): Candidate {
  const { id, wechat_nickname, phone, wechat_id, erp_customer_code, erp_customer_id } = customer;
  return {
    id,
    name: nameOf(customer),
    nickname: wechat_nickname,
    phone: phone === null ? null : shownPhone(phone),
    wechat_id,
    erp_customer_code,
    erp_customer_id,
  };
}
