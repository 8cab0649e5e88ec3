import type { Customer } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import type { FieldChange } from '../store/index.ts';
import { BLANK, type Column, isTracked, sameValue } from './columns.ts';
import type { WriteContext } from './context.ts';

type HistoryRow = Insertable<FieldChange>;

/**
 * `field_name` of the one row that first sight of a customer makes. Its new value is a JSON object with all that was known;
 * null where the ERP alone knew the customer (`knownAtFirst`).
 */
export const WHOLE_CUSTOMER = '*';

/** Columns that a reading of the ERP can fill. */
export const READ_FROM_ERP = [
  'erp_customer_id',
  'erp_customer_code',
  'wechat_id',
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'erp_customer_type',
  'erp_customer_category',
  'erp_source',
  'erp_value_assessment',
  'erp_industry',
  'erp_region',
  'summary',
  'notes',
  'pinyin',
  'credit_code',
] as const satisfies readonly Column[];

/** First sight: one row with all that was known, not one per field. */
export function firstSight(customer: Customer, context: WriteContext): HistoryRow {
  const known = Object.entries(customer).filter(
    ([column, value]) => isTracked(column) && !sameValue(column, value, BLANK[column as keyof typeof BLANK]),
  );
  return row(customer.id, WHOLE_CUSTOMER, null, JSON.stringify(Object.fromEntries(known)), 'create', context);
}

/**
 * What the ERP told when it first showed the customer. The first row does not repeat it (half of what a first pull would
 * write): a value stands in the customer until it changes, and then as the old one in the row of its first change.
 * @param changes the customer's history, the oldest first.
 */
export function knownAtFirst(
  customer: Customer,
  changes: readonly { field_name: string; old_value: string | null }[],
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const column of READ_FROM_ERP) {
    const change = changes.find(({ field_name }) => field_name === column);
    const value = change ? change.old_value : customer[column];
    if (value !== null) known[column] = column === 'erp_customer_type' ? Number(value) : value;
  }
  return known;
}

/** One row per tracked column that changed. */
export function fieldChanges(before: Customer, set: Partial<Customer>, context: WriteContext): HistoryRow[] {
  return (Object.keys(set) as Column[]).filter(isTracked).map((column) => {
    const old = text(before[column]);
    const value = text(set[column]);
    const type = old === null ? 'fill' : value === null ? 'clear' : 'update';
    return row(before.id, column, old, value, type, context);
  });
}

/** A key that no column holds came (`to`), or went again (`from`). */
export function keyChange(
  customerId: number,
  kind: string,
  change: { from: string; to: string },
  context: WriteContext,
): HistoryRow {
  return row(customerId, kind, change.from, change.to, 'update', context);
}

function row(
  customerId: number,
  field: string,
  old: string | null,
  value: string | null,
  type: 'create' | 'fill' | 'update' | 'clear',
  context: WriteContext,
): HistoryRow {
  return {
    run_id: context.runId,
    customer_id: customerId,
    field_name: field,
    old_value: old,
    new_value: value,
    value_source: context.source,
    change_type: type,
    change_reason: context.reason,
    changed_by: context.by,
    changed_at: context.now,
    evidence: context.evidence ?? null,
  };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
