import {
  type Base,
  type Customer,
  type CustomerType,
  columnsOf,
  type ErpRecord,
  type FieldValues,
  type FieldVerdict,
  fieldValuesOf,
  fromErp,
  merge,
  type OptionBook,
  PERSON,
  type SyncField,
  verifiedFields,
} from '@bangqiao/core';
import { updateCustomer } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { keepConflicts } from './conflicts.ts';

/** What a merge needs to know of its surroundings. */
export interface MergeContext {
  options: OptionBook;
  runId: number | null;
  by: string;
  at: string;
}

export function mergeContext(context: RunContext): MergeContext {
  return { options: context.erp.options, runId: context.runId, by: context.by, at: now(context) };
}

/** A reading of the ERP's record in the hub's words. A type that an earlier detail told stays known. */
export function readRecord(record: ErpRecord, knownType: CustomerType | null, options: OptionBook) {
  const typed =
    record.intsort === undefined && record.sort2 === undefined && knownType !== null
      ? { ...record, intsort: String(knownType) }
      : record;
  return fromErp(typed, options);
}

/** Names from a type that is only guessed fill an empty customer, but are no base: the detail may say otherwise. */
export const PROVISIONAL: readonly SyncField[] = ['company_name', 'real_name', 'erp_customer_type'];

export interface Absorbed {
  customer: Customer;
  changed: boolean;
  /** Fields that the hub wants the ERP to have. */
  toErp: FieldValues;
  verdicts: FieldVerdict[];
}

/**
 * Merges what the ERP holds into the customer: the hub's row, its history, the base and conflicts. It never calls the
 * ERP; what the hub wants to send marks the customer as dirty, and the next push plans it.
 */
export async function absorb(
  trx: Executor,
  context: MergeContext,
  customer: Customer,
  ord: number,
  record: ErpRecord,
  options: {
    /** What the mirror held before this reading; null when the customer was not linked to it before. */
    before: ErpRecord | null;
    /** The record is a whole detail, so that nothing the hub changed is left unseen. */
    whole: boolean;
    linking?: boolean;
    extra?: Partial<Customer>;
  },
): Promise<Absorbed> {
  const reading = readRecord(record, customer.erp_customer_type, context.options);
  const known: FieldValues = { ...reading.values };
  const provisional: Partial<Customer> = {};
  if (reading.provisional) {
    for (const field of PROVISIONAL) delete known[field];
    if (customer.company_name === null && customer.real_name === null) {
      provisional.company_name = reading.values.company_name ?? null;
      provisional.real_name = reading.values.real_name ?? null;
    }
  }
  const firstSeen =
    options.before && readRecord(options.before, customer.erp_customer_type, context.options).values;
  const stored = await storedBase(trx, customer.id);
  const base = stored ?? (firstSeen === null ? {} : bothHold(firstSeen));
  const guessed = reading.provisional ? {} : wrongGuess(customer, reading.type, record, base);
  const result = merge({
    hub: fieldValuesOf({ ...customer, ...guessed }),
    erp: known,
    base,
    verified: verifiedFields(customer),
    linking: options.linking ?? false,
  });
  const wantsErp = Object.keys(result.toErp).length > 0;
  const dirty = wantsErp || (customer.local_dirty && !options.whole);
  const changes: Partial<Customer> = {
    ...provisional,
    ...guessed,
    ...columnsOf(result.toHub),
    ...creditCode(customer, record),
    ...options.extra,
    local_dirty: dirty,
  };
  const different = dropUnchanged(customer, changes);
  const after =
    Object.keys(different).length > 0
      ? await updateCustomer(trx, customer, different, {
          by: context.by,
          reason: options.linking ? 'linked with the ERP record' : 'read from the ERP',
          source: 'erp',
          runId: context.runId,
          now: context.at,
        })
      : customer;
  const linkedNow = options.before === null;
  // Without a row of its own the mirror is the base, and the mirror moves on now: what it must not forget becomes a row.
  const remembered = stored ?? bothHold(reading.values);
  if (linkedNow || !sameBase(remembered, result.base)) {
    await keepBase(trx, customer.id, ord, result.base, context.at);
  }
  await keepConflicts(trx, context, customer.id, ord, result.verdicts);
  const changed = Object.keys(different).some((key) => key !== 'local_dirty');
  return { customer: after, changed, toErp: result.toErp, verdicts: result.verdicts };
}

/** A name that was put into the wrong column while the type was only guessed goes out of it again. */
function wrongGuess(
  customer: Customer,
  type: CustomerType | null,
  record: ErpRecord,
  base: Base,
): Partial<Customer> {
  if (customer.erp_customer_type !== null || type === null) return {};
  const wrong = type === PERSON ? 'company_name' : 'real_name';
  const guess =
    base[wrong] === undefined && customer[wrong] !== null && customer[wrong] === record.name?.trim();
  return guess ? { [wrong]: null } : {};
}

function creditCode(customer: Customer, record: ErpRecord): Partial<Customer> {
  return customer.credit_code === null && record.bank_4 ? { credit_code: record.bank_4 } : {};
}

function dropUnchanged(customer: Customer, changes: Partial<Customer>): Partial<Customer> {
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => customer[key as keyof Customer] !== value),
  );
}

/**
 * What both sides held when they were last reconciled. A customer that was only ever read has no row of its own yet: at
 * first sight the hub took over what the mirror holds, so `firstSeen`, the mirror's record before any change, is its base.
 */
export async function readBase(
  trx: Executor,
  customerId: number,
  firstSeen: FieldValues | null,
): Promise<Base> {
  return (await storedBase(trx, customerId)) ?? (firstSeen === null ? {} : bothHold(firstSeen));
}

async function storedBase(trx: Executor, customerId: number): Promise<Base | null> {
  const row = await trx
    .selectFrom('sync_base')
    .select('fields')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row ? (JSON.parse(String(row.fields)) as Base) : null;
}

function sameBase(one: Base, other: Base): boolean {
  const text = (base: Base) => JSON.stringify(Object.entries(base).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

export function bothHold(values: FieldValues): Base {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, value]]));
}

export async function keepBase(
  trx: Executor,
  customerId: number,
  ord: number,
  base: Base,
  at: string,
): Promise<void> {
  const values = { ord, fields: JSON.stringify(base), reconciled_at: at };
  await trx
    .insertInto('sync_base')
    .values({ customer_id: customerId, ...values })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(values))
    .execute();
}
