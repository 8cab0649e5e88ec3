import type { Bilingual, Customer } from '@bangqiao/core';
import { knownAtFirst, nameOf, requireCustomer, WHOLE_CUSTOMER } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { bothWays, say } from '../words/two-languages.ts';
import type { ChangeView, ConflictView, LogView, MergeView } from './explanation.ts';
import { labelOf } from './labels.ts';
import { inWords } from './phrases.ts';

/** Changes of a customer's fields, the newest first. */
export async function readHistory(db: Executor, customerId: number): Promise<ChangeView[]> {
  const rows = await db
    .selectFrom('field_change_history')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const unsaid = rows.some((row) => row.field_name === WHOLE_CUSTOMER && row.new_value === null);
  const atFirst = unsaid ? knownAtFirst(await requireCustomer(db, customerId), rows.toReversed()) : {};
  return rows.map((row) => {
    const isFirst = row.field_name === WHOLE_CUSTOMER;
    return {
      at: row.changed_at,
      field: row.field_name,
      label: isFirst ? say('首次记录', 'first record') : labelOf(row.field_name),
      from: row.old_value,
      to: isFirst ? null : row.new_value,
      first: isFirst ? told(row.new_value, atFirst) : null,
      source: row.value_source,
      reason: row.change_reason === null ? null : inWords(row.change_reason),
      by: row.changed_by,
    };
  });
}

function told(json: string | null, otherwise: Record<string, unknown>): Record<string, unknown> {
  return json === null ? otherwise : (JSON.parse(json) as Record<string, unknown>);
}

/** Lines of the sync log, the newest first. */
export async function readLog(db: Executor, customerId: number): Promise<LogView[]> {
  const rows = await db
    .selectFrom('erp_sync_logs')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('synced_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    at: row.synced_at,
    direction: row.sync_direction,
    type: row.sync_type,
    action: row.sync_action,
    result: row.sync_result,
    fields: changedFields(row.changed_fields),
    reason: logReason(row.matched_rule, row.rule_reason),
    error:
      row.error_message === null ? null : { code: row.error_code, message: bothWays(row.error_message).zh },
    ms: row.sync_duration_ms,
    by: row.synced_by,
  }));
}

/** A list of fields; lines taken over from the Python system hold objects by field, or anything. */
function changedFields(json: string | null): string[] {
  try {
    const held: unknown = JSON.parse(json ?? '[]');
    if (Array.isArray(held)) return held.map(String);
    return typeof held === 'object' && held !== null ? Object.keys(held) : [];
  } catch {
    return [];
  }
}

/** A rule's reason is kept in Chinese; in English its name says as much. */
function logReason(rule: string | null, reason: string | null): Bilingual | null {
  if (reason === null) return rule === null ? null : say(`规则 ${rule}`, `rule ${rule}`);
  return rule === null ? inWords(reason) : say(reason, `rule ${rule}`);
}

export async function readConflicts(db: Executor, customerId: number): Promise<ConflictView[]> {
  const rows = await db
    .selectFrom('conflicts')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    field: row.field,
    label: labelOf(row.field),
    hub_value: row.hub_value,
    erp_value: row.erp_value,
    since: row.created_at,
    reason: (JSON.parse(row.evidence) as { reason?: string }).reason ?? null,
  }));
}

/** Rows that became one with this customer. */
export async function readMerges(db: Executor, customerId: number): Promise<MergeView[]> {
  const rows = await db
    .selectFrom('customer_merges')
    .selectAll()
    .where((where) => where.or([where('kept_id', '=', customerId), where('merged_id', '=', customerId)]))
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => {
    const merged = JSON.parse(row.merged_row) as Customer;
    return {
      kept_id: row.kept_id,
      merged_id: row.merged_id,
      merged_name: nameOf(merged),
      merged_number: merged.erp_customer_code,
      merged_at: row.merged_at,
      merged_by: row.merged_by,
    };
  });
}
