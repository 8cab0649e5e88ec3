import type { FollowUp as Composed, Customer } from '@bangqiao/core';
import type { FollowUp } from '@bangqiao/zhibang';
import type { Options } from '../erp/options.ts';
import { chinaTime } from '../words/china-time.ts';
import { sortOf } from './kinds.ts';

/** A schedule that was agreed on is shown for so long in the ERP's calendar. */
const HOUR_MS = 3_600_000;

/** `@remind`, which a schedule to do demands too: 0 提醒, 1 不提醒 (catalogue 25). */
const REMIND = '0';

/** What a follow-up hangs on: the ERP's customer, and the contact person (联系人) where the customer here is one; 0: none. */
export interface Place {
  ord: number;
  lead: number;
}

/** Null while the customer stands nowhere in the ERP. */
export function placeOf(
  customer: Pick<Customer, 'erp_customer_id' | 'erp_contact_of' | 'erp_contact_id'>,
): Place | null {
  if (customer.erp_customer_id !== null) return { ord: customer.erp_customer_id, lead: 0 };
  if (customer.erp_contact_of === null || customer.erp_contact_id === null) return null;
  return { ord: customer.erp_contact_of, lead: customer.erp_contact_id };
}

/**
 * What the client sends. A date that was agreed on, and is still to come, makes a schedule to do (`plantype` 1, catalogue 25:
 * `@ret_0` to `@ret_1`, `@title1`, `@remind`). The text always begins with words, so that it is never taken for a template's number.
 */
export function entryOf(
  { ord, lead }: Place,
  { kind, summary, text, planAt, appointment }: Composed,
  template: string | null,
  options: Options,
  now: number,
): FollowUp {
  const entry = { ord, lead, intro: template ?? text, sort: sortOf(kind, options) };
  if (planAt === null || Date.parse(planAt) <= now) return entry;
  const end = new Date(Date.parse(planAt) + HOUR_MS).toISOString();
  const title = appointment ? `${appointment.what}：${summary}` : summary;
  const schedule = {
    '@ret_0': chinaTime(planAt),
    '@ret_1': chinaTime(end),
    '@title1': [...title].slice(0, 50).join(''),
    '@remind': REMIND,
  };
  return { ...entry, plantype: 1, schedule };
}
