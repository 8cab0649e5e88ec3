import type { Bilingual, Language } from '@bangqiao/core';
import { nameOf } from '../customers/index.ts';
import { CANCELLED_BY_PERSON, cancelledByPerson } from '../desk/writes.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { chinaTime } from '../words/china-time.ts';

/** Customers that are told with their reason; of the others the number. */
const SHOWN = 6;

/**
 * Of the customers (their numbers) that a push wrote nothing of those that are not in the ERP, decided about last first: a
 * rule kept them out, or a person did.
 */
export async function stayedOutPart(
  db: Executor,
  skipped: readonly number[],
  lang: Language,
): Promise<string> {
  const customers = await outside(db, skipped);
  if (customers.length === 0) return '';
  const told = await lastDecided(db, customers);
  const cancelled = await cancelledBy(
    db,
    told.filter(({ action }) => action !== 'SKIP').map(({ id }) => id),
  );
  const lines = told.map(({ reason_zh: zh, reason_en: en, ...customer }) => {
    const why = cancelled.get(customer.id) ?? { zh, en };
    return `  ${nameOf(customer)}  ${why[lang]}`;
  });
  const more = customers.length - lines.length;
  if (more > 0) lines.push(lang === 'zh' ? `  还有 ${more} 位` : `  and ${more} more`);
  const title = lang === 'zh' ? '未进入 ERP 的客户（为什么）' : 'Customers that stayed out (why)';
  return [title, ...lines].join('\n');
}

/** An update of which nothing was left to write is skipped, too. */
async function outside(db: Executor, customers: readonly number[]): Promise<number[]> {
  if (customers.length === 0) return [];
  const rows = await db
    .selectFrom('customers_unified')
    .select('id')
    .where('id', 'in', eachOf(db, customers))
    .where('erp_customer_id', 'is', null)
    .where('erp_contact_id', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

async function lastDecided(db: Executor, customers: readonly number[]) {
  const newest = db
    .selectFrom('decisions')
    .select((select) => select.fn.max('id').as('id'))
    .where('customer_id', 'in', eachOf(db, customers))
    .groupBy('customer_id');
  return db
    .selectFrom('decisions')
    .innerJoin('customers_unified', 'customers_unified.id', 'decisions.customer_id')
    .select(['company_name', 'real_name', 'wechat_nickname', 'wechat_remark', 'reason_zh', 'reason_en'])
    .select(['customers_unified.id as id', 'decisions.action as action'])
    .where('decisions.id', 'in', newest)
    .orderBy('decisions.id', 'desc')
    .limit(SHOWN)
    .execute();
}

/** Who a rule lets in, and a person does not: by whom, and when. */
async function cancelledBy(db: Executor, customers: readonly number[]): Promise<Map<number, Bilingual>> {
  const ids = customers.length === 0 ? [] : [...(await cancelledByPerson(db, customers))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('journal_audit')
    .innerJoin('write_journal', 'write_journal.id', 'journal_audit.journal_id')
    .select(['customer_id', 'journal_audit.by as by', 'journal_audit.at as at'])
    .where('customer_id', 'in', ids)
    .where('error_code', '=', CANCELLED_BY_PERSON)
    .where('to_state', '=', 'cancelled')
    .orderBy('journal_audit.id')
    .execute();
  return new Map(
    rows.map(({ customer_id, by, at }) => [
      customer_id,
      {
        zh: `规则已准入，写入由 ${by} 于 ${chinaTime(at)} 取消`,
        en: `let in by a rule; ${by} cancelled the write at ${chinaTime(at)}`,
      },
    ]),
  );
}
