import { type Customer, companyKey, type KeyKind } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { findByKey } from '../customers/index.ts';
import { openRecord } from '../erp/open-record.ts';
import { apartFrom } from '../identity/suggestions.ts';
import { markPresence } from '../pull/absent.ts';
import { mergeContext } from '../pull/absorb.ts';
import { takeDetail } from '../pull/detail.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { NotNow } from './outcome.ts';

/** Whom the ERP has already that this customer may be. */
export type LookUp =
  | { kind: 'none' }
  | { kind: 'one'; customer: Customer; by: KeyKind }
  | { kind: 'several'; candidates: { customer: Customer; by: KeyKind }[] };

/** More hits than this are read in detail only where the mirror does not know them. */
const READ_HITS = 20;

/**
 * The duplicate check before a create (statement 1): the mirror by every key, then the ERP by name, number and quick
 * search, the pool included, whose hits are taken into the mirror, and the mirror once more. Comparison is exact, after normalising.
 */
export async function lookUp(context: RunContext, customer: Customer): Promise<LookUp> {
  const known = await inMirror(context.store.db, customer);
  if (known.kind !== 'none') return known;
  await askErp(context, customer);
  return inMirror(context.store.db, customer);
}

const ASKED = [
  'erp_customer_code',
  'phone',
  'wechat_id',
  'credit_code',
  'company_name',
  'real_name',
] as const satisfies readonly (keyof Customer)[];

/** All that a look-up asks about still is what it was then; else it has to be made anew before anything is saved. */
export function isAsLookedUp(customer: Customer, lookedUp: Customer): boolean {
  return ASKED.every((column) => customer[column] === lookedUp[column]);
}

async function inMirror(db: Executor, customer: Customer): Promise<LookUp> {
  const found = new Map<number, { customer: Customer; by: KeyKind }>();
  // A person has said that these are somebody else.
  const apart = await apartFrom(db, customer.id);
  const keys: [KeyKind, string | null][] = [
    ['khid', customer.erp_customer_code],
    ['phone', customer.phone],
    ['wechat', customer.wechat_id],
    ['credit_code', customer.credit_code],
    ['company', customer.company_name],
  ];
  for (const [by, value] of keys) {
    if (value === null) continue;
    for (const other of await findByKey(db, by, value)) {
      if (other.id === customer.id || apart.has(other.id) || !isInErp(other)) continue;
      if (by === 'company' && (other.erp_customer_id === null || contradicted(customer, other))) continue;
      if (!found.has(other.id)) found.set(other.id, { customer: other, by });
    }
  }
  for (const other of await bySecondWechatId(db, customer.id)) {
    if (apart.has(other.id) || !isInErp(other) || found.has(other.id)) continue;
    found.set(other.id, { customer: other, by: 'wechat' });
  }
  const candidates = [...found.values()];
  if (candidates.length === 0) return { kind: 'none' };
  const [only] = candidates;
  if (candidates.length === 1 && only) return { kind: 'one', ...only };
  return { kind: 'several', candidates };
}

/** As a customer, or as a contact person of one; a contact is found as a person only, not by its company's name. */
function isInErp({ erp_customer_id, erp_contact_id, erp_presence }: Customer): boolean {
  return (erp_customer_id !== null || erp_contact_id !== null) && erp_presence !== 'gone';
}

/** A WeChat id that another row had first stands among this one's keys only, not in its column. */
async function bySecondWechatId(db: Executor, customerId: number): Promise<Customer[]> {
  const own = db
    .selectFrom('customer_keys')
    .select('value')
    .where('kind', '=', 'wechat')
    .where('customer_id', '=', customerId);
  const ids = db
    .selectFrom('customer_keys')
    .select('customer_id')
    .where('kind', '=', 'wechat')
    .where('customer_id', '<>', customerId)
    .where('value', 'in', own);
  return (await db
    .selectFrom('customers_unified')
    .selectAll()
    .where('id', 'in', ids)
    .execute()) as Customer[];
}

/** Two credit codes that differ are two companies, whatever their names. */
function contradicted(a: Customer, b: Customer): boolean {
  return a.credit_code !== null && b.credit_code !== null && a.credit_code !== b.credit_code;
}

async function askErp(context: RunContext, customer: Customer): Promise<void> {
  const questions: ['name' | 'khid' | 'searchKey', string | null][] = [
    ['name', customer.company_name ?? customer.real_name],
    ['name', otherBrackets(customer.company_name)],
    ['khid', customer.erp_customer_code],
    ['searchKey', customer.phone],
    ['searchKey', customer.wechat_id],
  ];
  for (const [filter, value] of questions) {
    if (value === null) continue;
    if (await honoured(context, filter)) {
      await takeHits(context, filter, value);
      await takePoolHits(context, filter, value);
    } else await takeNewest(context);
  }
}

/** A name is searched as a substring, so both spellings of its brackets are asked for. */
function otherBrackets(name: string | null): string | null {
  if (name === null) return null;
  const other = /[（）]/.test(name)
    ? name.replaceAll('（', '(').replaceAll('）', ')')
    : name.replaceAll('(', '（').replaceAll(')', '）');
  return other === name ? null : other;
}

async function takeHits(
  context: RunContext,
  filter: 'name' | 'khid' | 'searchKey',
  value: string,
): Promise<void> {
  const { rows, complete } = await context.erp.client.customers.find(filter, value);
  if (!complete && !context.settings.waiveMirror) throw hitsIncomplete(filter);
  for (const { ord, cells } of rows) {
    const relevant = rows.length <= READ_HITS || companyKey(cells.name ?? '') === companyKey(value);
    if (relevant || !(await inMirrorAlready(context.store.db, ord))) await takeRecord(context, ord);
  }
}

function hitsIncomplete(filter: string): NotNow {
  return new NotNow('hits_incomplete', {
    zh: `按 ${filter} 查重时没有读完 ERP 的结果，稍后再查`,
    en: `The duplicate check by ${filter} did not reach the end of the ERP's hits; it is made again later`,
  });
}

/**
 * Customers in the pool leave the plain list, and so the sweeps, but still exist (wire.md): they are asked for by name. An
 * account that may not see the pool, or a system that does not know it, tells nothing more.
 */
async function takePoolHits(context: RunContext, filter: 'name' | 'khid' | 'searchKey', value: string) {
  const { customers } = context.erp.client;
  const found = await customers.find(filter, value, { query: { stype: 1 } }).catch((error: unknown) => {
    if (error instanceof ZhibangError && (error.blame === 'business' || error.code === 'no_permission'))
      return { rows: [], complete: true };
    throw error;
  });
  if (!found.complete && !context.settings.waiveMirror) throw hitsIncomplete(filter);
  for (const { ord } of found.rows) {
    if (await inMirrorAlready(context.store.db, ord)) continue;
    const isInPool = (await customers.exists(ord)) === 'pool';
    await takeRecord(context, ord);
    if (isInPool && (await inMirrorAlready(context.store.db, ord))) await markPresence(context, ord, 'pool');
  }
}

async function inMirrorAlready(db: Executor, ord: number): Promise<boolean> {
  const row = await db.selectFrom('erp_mirror').select('ord').where('ord', '=', ord).executeTakeFirst();
  return row !== undefined;
}

async function takeRecord(context: RunContext, ord: number): Promise<void> {
  const bill = await openRecord(context.erp, ord);
  if (bill === null) throw unreadHit(ord);
  await context.store
    .transaction((trx) => takeDetail(trx, mergeContext(context), bill))
    .catch(async (error: unknown) => {
      // Another create met the same record at the same moment, or it is what another one just confirmed.
      if (!(await inMirrorAlready(context.store.db, ord))) throw error;
    });
}

/** The list shows it, so it may be this customer, whatever its record answered just now. */
function unreadHit(ord: number): NotNow {
  return new NotNow('hits_incomplete', {
    zh: `查重命中的 ERP 客户 ${ord} 这次没有读到，稍后再查`,
    en: `The duplicate check could not read record ${ord}, which it hit; it is made again later`,
  });
}

/** Where a filter is ignored the answer is everything (wire.md): then only what is newer than the mirror is read. */
async function takeNewest(context: RunContext): Promise<void> {
  const pages = context.erp.client.customers.list({}, { sort: '-ord', pageSize: 50, inFlight: 1 });
  for await (const page of pages) {
    let news = 0;
    for (const { ord } of page.rows) {
      if (await inMirrorAlready(context.store.db, ord)) continue;
      news += 1;
      await takeRecord(context, ord);
    }
    if (news < page.rows.length) return;
  }
}

const filters = new WeakMap<RunContext, Map<string, Promise<boolean>>>();

/** Whether this ERP filters by that parameter at all: asked once a run, with a value that nobody has. */
function honoured(context: RunContext, filter: 'name' | 'khid' | 'searchKey'): Promise<boolean> {
  const known = filters.get(context) ?? new Map<string, Promise<boolean>>();
  filters.set(context, known);
  const asked = known.get(filter) ?? probe(context, filter);
  known.set(filter, asked);
  asked.catch(() => known.delete(filter));
  return asked;
}

async function probe(context: RunContext, filter: 'name' | 'khid' | 'searchKey'): Promise<boolean> {
  const nobody = `zz${Math.floor(context.random() * 1e12).toString(36)}qx`;
  const pages = context.erp.client.customers.list({ [filter]: nobody }, { pageSize: 20, inFlight: 1 });
  for await (const page of pages) return page.rows.length === 0;
  return true;
}
