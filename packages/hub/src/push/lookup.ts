import type { Customer, KeyKind } from '@bangqiao/core';
import { findByKey } from '../customers/index.ts';
import { apartFrom } from '../identity/suggestions.ts';
import { markPresence } from '../pull/presence.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { askErp, mirrored, takeRecord } from './ask-erp.ts';
import type { MayCreate } from './outcome.ts';

/** Whom the ERP has already that this customer may be. */
export type LookUp =
  | { kind: 'none' }
  | { kind: 'one'; customer: Customer; by: KeyKind }
  | { kind: 'several'; candidates: { customer: Customer; by: KeyKind }[] };

/**
 * The duplicate check before a create (statement 1): the mirror by every key, then the ERP by name, number and quick
 * search, the pool included, whose hits are taken into the mirror, and the mirror once more. Comparison is exact, after normalising.
 * @throws NotNow where nobody may be created now, before the ERP is asked
 */
export async function lookUp(
  context: RunContext,
  customer: Customer,
  mayCreate: MayCreate = async () => null,
): Promise<LookUp> {
  let known = await inMirror(context.store.db, customer);
  if (await readUnread(context, known)) known = await inMirror(context.store.db, customer);
  if (known.kind !== 'none') return known;
  const notNow = await mayCreate(null);
  if (notNow) throw notNow;
  await askErp(context, customer);
  return inMirror(context.store.db, customer);
}

/** Reads those whose record was never read (`Unread`), to know who they are. True: one opened, and its keys may be others now. */
async function readUnread(context: RunContext, found: LookUp): Promise<boolean> {
  if (found.kind === 'none') return false;
  const matched = found.kind === 'one' ? [found] : found.candidates;
  let isAnyRead = false;
  for (const { erp_customer_id: ord, erp_presence: place } of matched.map(({ customer }) => customer)) {
    if (ord === null || (await mirrored(context.store.db, ord))) continue;
    if (!(await takeRecord(context, ord))) continue;
    isAnyRead = true;
    if (place === 'pool') await markPresence(context, ord, place);
  }
  return isAnyRead;
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
