import {
  type Customer,
  companyKey,
  type ErpRecord,
  identityKey,
  isShortened,
  type KeyKind,
} from '@bangqiao/core';
import { type FoundRow, ZhibangError } from '@bangqiao/zhibang';
import { isHidden } from '../erp/hidden.ts';
import { openRecord } from '../erp/open-record.ts';
import { mergeContext } from '../pull/absorb.ts';
import { takeDetail } from '../pull/detail.ts';
import { markPresence } from '../pull/presence.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { phoneHidden } from './mirror-gate.ts';
import { NotNow } from './outcome.ts';

/** More hits than this are read in detail only where the mirror does not know them. */
const READ_HITS = 20;

type Filter = 'name' | 'khid' | 'searchKey';

/** What is asked about a customer, and in which field the ERP's hits hold it. */
interface Question {
  customer: Customer;
  filter: Filter;
  field: 'name' | 'khid' | 'mobile' | 'weixinAcc';
  value: string;
}

/** Asks the ERP for whoever may be this customer, the pool included, and takes the hits into the mirror. */
export async function askErp(context: RunContext, customer: Customer): Promise<void> {
  const questions: [Filter, Question['field'], string | null][] = [
    ['name', 'name', customer.company_name ?? customer.real_name],
    ['name', 'name', otherBrackets(customer.company_name)],
    ['khid', 'khid', customer.erp_customer_code],
    ['searchKey', 'mobile', customer.phone],
    ['searchKey', 'weixinAcc', customer.wechat_id],
  ];
  for (const [filter, field, value] of questions) {
    if (value === null) continue;
    if (await honoured(context, filter)) {
      await takeHits(context, { customer, filter, field, value });
      await takePoolHits(context, { customer, filter, field, value });
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

async function takeHits(context: RunContext, question: Question): Promise<void> {
  const { filter, value } = question;
  const { rows, complete } = await context.erp.client.customers.find(filter, value);
  if (!complete && !context.settings.waiveMirror) throw hitsIncomplete(filter);
  for (const row of rows) {
    const relevant = rows.length <= READ_HITS || companyKey(row.cells.name ?? '') === companyKey(value);
    if (relevant || !(await mirrored(context.store.db, row.ord))) await takeHit(context, question, row);
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
async function takePoolHits(context: RunContext, question: Question): Promise<void> {
  const { filter, value } = question;
  const { customers } = context.erp.client;
  const found = await customers.find(filter, value, { query: POOL }).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    if (await isPoolOpen(context)) throw hitsIncomplete(filter);
    return { rows: [], complete: true };
  });
  if (!found.complete && !context.settings.waiveMirror) throw hitsIncomplete(filter);
  for (const row of found.rows) {
    if (await mirrored(context.store.db, row.ord)) continue;
    const isInPool = (await customers.exists(row.ord)) === 'pool';
    await takeHit(context, question, row);
    if (isInPool && (await mirrored(context.store.db, row.ord))) await markPresence(context, row.ord, 'pool');
  }
}

const POOL = { stype: 1 };

function isRefusal(error: unknown): boolean {
  return error instanceof ZhibangError && (error.blame === 'business' || error.code === 'no_permission');
}

const openPools = new WeakMap<RunContext, Promise<boolean>>();

/**
 * A refused search may be that search's own trouble: the pool is closed to the account where its whole list is refused too.
 * Asked once a run.
 */
function isPoolOpen(context: RunContext): Promise<boolean> {
  const asked = openPools.get(context) ?? listsPool(context);
  openPools.set(context, asked);
  asked.catch(() => openPools.delete(context));
  return asked;
}

async function listsPool(context: RunContext): Promise<boolean> {
  const pages = context.erp.client.customers.list(POOL, { pageSize: 1, inFlight: 1 });
  try {
    for await (const _page of pages) return true;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** What the mirror holds of a record; null where it does not know it. */
export async function mirrored(db: Executor, ord: number): Promise<ErpRecord | null> {
  const row = await db.selectFrom('erp_mirror').select('record').where('ord', '=', ord).executeTakeFirst();
  return row ? (JSON.parse(String(row.record)) as ErpRecord) : null;
}

/**
 * A hit whose record does not open is told by what is seen of it. Where that is nothing of what the ERP's search found, it
 * may be this customer; where mirror or row show it, the look-up knows, unless only the row says that it is.
 */
async function takeHit(context: RunContext, question: Question, { ord, cells }: FoundRow): Promise<void> {
  if ((await takeRecord(context, ord)) || context.settings.waiveMirror) return;
  const { customer, field } = question;
  const known = await mirrored(context.store.db, ord);
  const row = wholeCells(cells);
  if ((known?.[field] ?? row[field]) === undefined) throw field === 'mobile' ? phoneHidden() : unreadHit(ord);
  if (known === null && isSame(customer, row)) throw unreadHit(ord);
}

/** The cells that show a whole value, in the mirror's spelling of their columns. */
function wholeCells(cells: Record<string, string>): ErpRecord {
  const shown = Object.entries(cells).filter(([id, text]) => !isHidden(id, text) && !isShortened(text));
  return Object.fromEntries(
    shown.map(([id, text]) => [id.toLowerCase() === 'weixinacc' ? 'weixinAcc' : id.toLowerCase(), text]),
  );
}

function isSame(customer: Customer, row: ErpRecord): boolean {
  const pairs: [KeyKind, string | null, string | undefined][] = [
    ['company', customer.company_name, row.name],
    ['khid', customer.erp_customer_code, row.khid],
    ['phone', customer.phone, row.mobile],
    ['wechat', customer.wechat_id, row.weixinAcc],
  ];
  return pairs.some(([kind, ours, theirs]) => {
    const key = identityKey(kind, ours);
    return key !== null && key === identityKey(kind, theirs);
  });
}

/** False: it did not open, or the account may not read it. */
export async function takeRecord(context: RunContext, ord: number): Promise<boolean> {
  const bill = await openRecord(context.erp, ord).catch((error: unknown) => {
    if (error instanceof ZhibangError && error.code === 'no_permission') return null;
    throw error;
  });
  if (bill === null) return false;
  await context.store
    .transaction((trx) => takeDetail(trx, mergeContext(context), bill))
    .catch(async (error: unknown) => {
      // Another create met the same record at the same moment, or it is what another one just confirmed.
      if (!(await mirrored(context.store.db, ord))) throw error;
    });
  return true;
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
      if (await mirrored(context.store.db, ord)) continue;
      news += 1;
      // Once a sweep has shown it the mirror knows it.
      if (!(await takeRecord(context, ord)) && !context.settings.waiveMirror) throw unreadHit(ord);
    }
    if (news < page.rows.length) return;
  }
}

const filters = new WeakMap<RunContext, Map<string, Promise<boolean>>>();

/** Whether this ERP filters by that parameter at all: asked once a run, with a value that nobody has. */
function honoured(context: RunContext, filter: Filter): Promise<boolean> {
  const known = filters.get(context) ?? new Map<string, Promise<boolean>>();
  filters.set(context, known);
  const asked = known.get(filter) ?? probe(context, filter);
  known.set(filter, asked);
  asked.catch(() => known.delete(filter));
  return asked;
}

async function probe(context: RunContext, filter: Filter): Promise<boolean> {
  const nobody = `zz${Math.floor(context.random() * 1e12).toString(36)}qx`;
  const pages = context.erp.client.customers.list({ [filter]: nobody }, { pageSize: 20, inFlight: 1 });
  for await (const page of pages) return page.rows.length === 0;
  return true;
}
