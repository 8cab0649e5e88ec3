import {
  COMPANY,
  type Customer,
  contactNameMissing,
  contactNameOf,
  initials,
  type SyncField,
  toErp,
} from '@bangqiao/core';
import type { RunContext } from '../sync/context.ts';
import { unfit } from './parking.ts';

/** What of a customer a contact person (联系人) of the ERP holds. */
export const CONTACT_FIELDS = [
  'real_name',
  'phone',
  'email',
  'wechat_id',
] as const satisfies readonly SyncField[];

export interface ContactSending {
  /** By the ids of `person/add`, without `ord` and `company`. */
  erp: Record<string, string>;
  hub: Record<string, string | null>;
}

/** What a save of this contact person carries. @throws NeedsPerson where the ERP would refuse it. */
export function fieldsOfContact(context: RunContext, customer: Customer): ContactSending {
  const name = contactNameOf(customer);
  const hub = {
    real_name: name,
    phone: customer.phone,
    email: customer.email,
    wechat_id: customer.wechat_id,
  };
  const pinyin = name === null ? null : initials(name, true);
  const { fields, problems } = toErp({ ...hub, pinyin }, COMPANY, context.erp.options);
  const fatal = problems.filter((problem) => problem.fatal);
  if (name === null) fatal.push(contactNameMissing());
  if (fatal.length > 0) throw unfit(fatal);
  return { erp: fields, hub };
}
