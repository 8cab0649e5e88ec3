import { type Customer, type FieldValues, fieldValuesOf, type SyncField } from '@bangqiao/core';
import { nameOf } from '../customers/index.ts';
import { toWrite, type Write } from '../journal/journal.ts';
import { COUNTED_KINDS, type CountedKind } from '../journal/states.ts';
import { readRecord } from '../pull/absorb.ts';
import { fieldsOfCreate } from '../push/fields.ts';
import { eachOf } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';

/** One write that stands in the journal and has not passed the breaker: what a run wants to do in the ERP. */
export interface PendingRow {
  journal: number;
  kind: CountedKind;
  customer: number;
  /** The ERP's record; null for a create. */
  ord: number | null;
  name: string;
  rule: string | null;
  reason: string;
  /** Per field what the ERP holds and what it would hold; a create's fields by the ERP's ids. */
  fields: Record<string, readonly [from: string | null, to: string | null]>;
  /** What the ERP holds of this customer in the hub's words, as last read; empty for a create. */
  erp: FieldValues;
}

/** By what a plan and the journal tell the same row. */
export function rowKey({ kind, customer }: { kind: string; customer: number }): string {
  return `${kind}:${customer}`;
}

const PAGE = 500;

/** Every planned or waiting write of this run's customers that did not pass the breaker yet, oldest first. */
export async function pendingRows(context: RunContext): Promise<PendingRow[]> {
  const rows: PendingRow[] = [];
  for (let after = 0; ; ) {
    let query = context.store.db
      .selectFrom('write_journal')
      .selectAll()
      .where('kind', 'in', COUNTED_KINDS)
      .where('state', 'in', ['planned', 'waiting'])
      .where('passed_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE);
    if (context.only) query = query.where('customer_id', 'in', eachOf(context.store.db, [...context.only]));
    const page = await query.execute();
    if (page.length === 0) return rows;
    after = page.at(-1)?.id ?? after;
    const writes = page.map(toWrite);
    const customers = await customersOf(
      context,
      writes.map((write) => write.customer_id),
    );
    const records = await recordsOf(context, [...customers.values()]);
    for (const write of writes) {
      const customer = customers.get(write.customer_id);
      if (!customer) continue;
      const record = records.get(customer.id) ?? {};
      const erp = readRecord(record, customer.erp_customer_type, context.erp.options).values;
      rows.push({
        journal: write.id,
        kind: write.kind as CountedKind,
        customer: customer.id,
        ord: customer.erp_customer_id,
        name: nameOf(customer),
        rule: write.rule,
        reason: write.reason,
        fields: fieldsOf(context, write, customer, erp),
        erp: write.kind === 'create' ? {} : erp,
      });
    }
  }
}

function fieldsOf(
  context: RunContext,
  { kind, subject, field_names }: Write,
  customer: Customer,
  erp: FieldValues,
): PendingRow['fields'] {
  if (kind === 'create') return createFields(context, customer);
  if (kind === 'level') return { erp_follow_level: [customer.erp_follow_level, subject] };
  return updateFields(customer, erp, field_names as SyncField[]);
}

function createFields(context: RunContext, customer: Customer): PendingRow['fields'] {
  const { fields } = fieldsOfCreate(context, customer, null);
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, [null, value]]));
}

function updateFields(customer: Customer, erp: FieldValues, fields: readonly SyncField[]) {
  const hub = fieldValuesOf(customer);
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  return Object.fromEntries(fields.map((field) => [field, [text(erp[field]), text(hub[field])] as const]));
}

async function customersOf(context: RunContext, ids: readonly number[]): Promise<Map<number, Customer>> {
  const rows = await context.store.db
    .selectFrom('customers_unified')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  return new Map((rows as Customer[]).map((row) => [row.id, row]));
}

async function recordsOf(
  context: RunContext,
  customers: readonly Customer[],
): Promise<Map<number, Record<string, string>>> {
  const ords = customers.flatMap(({ erp_customer_id }) =>
    erp_customer_id === null ? [] : [erp_customer_id],
  );
  if (ords.length === 0) return new Map();
  const rows = await context.store.db
    .selectFrom('erp_mirror')
    .select(['ord', 'record'])
    .where('ord', 'in', ords)
    .execute();
  const byOrd = new Map(rows.map((row) => [row.ord, JSON.parse(String(row.record))]));
  return new Map(customers.map((one) => [one.id, byOrd.get(one.erp_customer_id as number) ?? {}]));
}
