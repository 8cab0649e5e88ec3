import { type Customer, isMasked, isShortened } from '@bangqiao/core';
import type { RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { type Likeness, likeness } from './contact-match.ts';
import { NotNow } from './outcome.ts';

interface KnownContact {
  ord: number;
  name: string;
}

export type ContactLookUp =
  | { kind: 'none' }
  | { kind: 'one'; contact: KnownContact }
  | { kind: 'several'; candidates: KnownContact[] };

/** A company with more contact persons than this whose list does not tell who they are is not read one by one. */
const MOST_DETAILS = 200;

/** Whether the company has this person among its contact persons: its whole list, and details where the list does not tell. */
export async function findContact(
  context: RunContext,
  customer: Customer,
  company: number,
): Promise<ContactLookUp> {
  const { rows, complete } = await context.erp.client.contacts.list(company);
  const untold = rows.filter(({ cells }) => !tells(cells));
  if (!complete || untold.length > MOST_DETAILS) throw unread(company);
  const details = new Map<number, Record<string, string>>();
  await inParallel(untold, context.settings.concurrency, async ({ ord }) => {
    const reading = await context.erp.client.contacts.get(ord);
    if (reading.found) details.set(ord, reading.bill.fields);
  });
  const sought = { name: customer.real_name, phone: customer.phone, wechat_id: customer.wechat_id };
  const judged = rows.flatMap(({ ord, cells }) => {
    const fields = { ...cells, ...details.get(ord) };
    if (isOfAnother(fields, company)) return [];
    return [{ ord, name: fields.person_name ?? '', is: likeness(sought, fields) }];
  });
  return choose(judged);
}

function choose(judged: readonly (KnownContact & { is: Likeness })[]): ContactLookUp {
  const of = (wanted: Likeness) =>
    judged.filter(({ is }) => is === wanted).map(({ ord, name }) => ({ ord, name }));
  const same = of('same');
  const [only] = same;
  if (only && same.length === 1) return { kind: 'one', contact: only };
  const candidates = same.length > 0 ? same : of('unsure');
  return candidates.length > 0 ? { kind: 'several', candidates } : { kind: 'none' };
}

/** The row has all by which a person is known, in full, and says whose contact it is. */
function tells(cells: Record<string, string>): boolean {
  return ['person_name', 'mobile', 'weixinAcc', 'company'].every((id) => {
    const text = cells[id];
    return text !== undefined && !isMasked(text) && !isShortened(text);
  });
}

/** Where the list's filter is ignored, contact persons of other customers come along (wire.md). */
export function isOfAnother(fields: Record<string, string>, company: number): boolean {
  const said = fields.company ?? '';
  return /^\d+$/.test(said) && Number(said) !== company;
}

function unread(company: number): NotNow {
  return new NotNow('hits_incomplete', {
    zh: `没有读完 ERP 客户 ${company} 的联系人，稍后再查`,
    en: `The contact persons of ERP record ${company} were not read to the end; it is tried again later`,
  });
}
