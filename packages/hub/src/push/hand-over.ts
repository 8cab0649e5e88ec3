import { COMPANY, type Customer, companyKey, type KeyKind } from '@bangqiao/core';
import { moveWrite, planWrite } from '../journal/journal.ts';
import { readRecord } from '../pull/absorb.ts';
import { mirrorRecord } from '../pull/mirror.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import type { Holding } from './holding.ts';
import type { PushOutcome } from './outcome.ts';
import { ofAnother } from './parking.ts';
import { note } from './settle.ts';

/** The row that was found came from WeChat, not from the ERP alone: it is a person of its own. */
export async function belongsToAnother(
  context: RunContext,
  matched: Customer,
  db: Executor = context.store.db,
): Promise<boolean> {
  if (matched.erp_contact_id !== null) return true;
  if (matched.wechat_nickname !== null || matched.message_count > 0 || matched.first_contact_time !== null)
    return true;
  if (matched.wechat_id === null) return false;
  const record = await mirrorRecord(db, matched.erp_customer_id);
  return readRecord(record, null, context.erp.options).values.wechat_id !== matched.wechat_id;
}

/**
 * The newcomer works at a company that another WeChat person stands for: its create ends, and a write as that company's
 * contact person is planned in its place, worked in the same run. The breaker let the customer through once.
 * @throws NeedsPerson where no company has people: found is a person, a contact, or not the company that the newcomer names.
 */
export async function handOver(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  matched: Customer,
  by: KeyKind,
): Promise<PushOutcome> {
  const ord = matched.erp_customer_id;
  if (ord === null || !worksAt(customer, matched)) throw ofAnother(matched, by);
  const { rule, rule_set_version, reason, passed_at } = holding.write;
  await context.store.transaction(
    async (trx) => {
      holding.write = await moveWrite(
        trx,
        holding.write,
        'confirmed',
        { outcome: 'contact', ord, fields: null, holder: null },
        note(context, `a colleague of ${matched.erp_customer_code ?? ord}: found by ${by}`),
      );
      const plan = { rule, rule_set_version, reason, passed_at, field_names: [...CONTACT_FIELDS] };
      const place = { run_id: context.runId, customer_id: customer.id, subject: String(ord), ord: null };
      await planWrite(
        trx,
        { ...plan, ...place, kind: 'contact' },
        note(context, `to become a contact person of ${matched.erp_customer_code ?? ord}`),
      );
    },
    { durable: true },
  );
  return 'waiting';
}

const nameKey = (name: string) => companyKey(name) ?? name;

/** A company that the newcomer does not contradict: another company's name beside an equal phone is for a person. */
export function worksAt(customer: Customer, company: Customer): boolean {
  if (company.erp_contact_id !== null) return false;
  if ((company.erp_customer_type ?? COMPANY) !== COMPANY || company.company_name === null) return false;
  if (customer.company_name === null) return true;
  const sameCode = customer.credit_code !== null && customer.credit_code === company.credit_code;
  return sameCode || nameKey(customer.company_name) === nameKey(company.company_name);
}
