import type { Customer } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import type { FieldChange } from '../store/index.ts';
import { BLANK, type Column, isTracked, sameValue } from './columns.ts';
import type { WriteContext } from './context.ts';

type HistoryRow = Insertable<FieldChange>;

/** `field_name` of the one row that first sight of a customer makes; its new value is a JSON object. */
export const WHOLE_CUSTOMER = '*';

/** First sight: one row with all that was known, not one per field. */
export function firstSight(customer: Customer, context: WriteContext): HistoryRow {
  const known = Object.entries(customer).filter(
    ([column, value]) => isTracked(column) && !sameValue(column, value, BLANK[column as keyof typeof BLANK]),
  );
  return row(customer.id, WHOLE_CUSTOMER, null, JSON.stringify(Object.fromEntries(known)), 'create', context);
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
