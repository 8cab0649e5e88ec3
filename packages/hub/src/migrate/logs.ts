import { maskPhonesIn } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import type { ApiLog, FieldChange, SyncLog } from '../store/index.ts';
import { RowMender } from './mend.ts';
import type { PythonRow } from './python-file.ts';
import type { Tally } from './report.ts';

/** The old system logged whole requests, its log-in among them. */
const SECRET = /pass(word|wd)?|pwd|session|token|secret|口令|密码/i;

/** What the makers of log rows share. `known`: the customers that were taken over; `at` stands in for a missing time. */
export interface LogContext {
  tally: Tally;
  known: ReadonlySet<number>;
  at: string;
}

export function syncLogFrom(row: PythonRow, { tally, known, at }: LogContext): Insertable<SyncLog> | null {
  const mender = new RowMender('erp_sync_logs', row, tally);
  const type = mender.text('sync_type');
  const result = mender.text('sync_result');
  if (type === null || result === null) {
    tally.skip('erp_sync_logs', 'not_a_row');
    return null;
  }
  const customer = mender.number('customer_id');
  return {
    id: mender.place,
    customer_id: customer !== null && known.has(customer) ? customer : null,
    sync_direction: directionOf(mender),
    sync_type: type as SyncLog['sync_type'],
    sync_action: mender.text('sync_action')?.toLowerCase() as SyncLog['sync_action'],
    sync_result: result as SyncLog['sync_result'],
    changed_fields: maskedJson(mender, 'changed_fields'),
    field_count: mender.count('field_count'),
    matched_rule: mender.text('matched_rule'),
    rule_confidence: mender.score('rule_confidence', 1),
    rule_reason: masked(mender, 'rule_reason'),
    erp_customer_id: mender.erpId('erp_customer_id'),
    erp_request: masked(mender, 'erp_request'),
    erp_response: masked(mender, 'erp_response'),
    error_message: masked(mender, 'error_message'),
    error_code: mender.text('error_code'),
    error_stack: masked(mender, 'error_stack'),
    sync_duration_ms: mender.whole('sync_duration_ms'),
    retry_count: mender.count('retry_count'),
    synced_at: mender.time('synced_at') ?? at,
    synced_by: mender.text('synced_by') ?? 'system',
  };
}

function directionOf(mender: RowMender): SyncLog['sync_direction'] {
  const text = mender.text('sync_direction');
  if (text === 'erp_to_local' || text === 'local_to_erp') return text;
  mender.mend('direction_unknown', String(text));
  return 'erp_to_local';
}

export function historyFrom(
  row: PythonRow,
  { tally, known, at }: LogContext,
): Insertable<FieldChange> | null {
  const mender = new RowMender('field_change_history', row, tally);
  const customer = mender.number('customer_id');
  const field = mender.text('field_name');
  if (field === null || customer === null || !known.has(customer)) {
    tally.skip('field_change_history', field === null ? 'not_a_row' : 'customer_unknown');
    return null;
  }
  return {
    id: mender.place,
    customer_id: customer,
    field_name: field,
    old_value: mender.text('old_value'),
    new_value: mender.text('new_value'),
    value_source: mender.text('value_source'),
    change_type: mender.text('change_type'),
    change_reason: mender.text('change_reason'),
    changed_by: mender.text('changed_by') ?? 'system',
    changed_at: mender.time('changed_at') ?? at,
  };
}

export function apiLogFrom(row: PythonRow, { tally, at }: LogContext): Insertable<ApiLog> | null {
  const mender = new RowMender('erp_api_logs', row, tally);
  const endpoint = mender.text('api_endpoint');
  if (endpoint === null) {
    tally.skip('erp_api_logs', 'not_a_row');
    return null;
  }
  const bodies = ['request_params', 'request_headers', 'response_body'];
  if (bodies.some((column) => mender.text(column) !== null)) tally.skip('erp_api_logs', 'bodies_left_out');
  return {
    id: mender.place,
    // A query string may carry the session.
    api_endpoint: endpoint.replace(/\?.*$/s, ''),
    http_method: mender.text('http_method') ?? 'POST',
    response_status: mender.whole('response_status'),
    response_time_ms: mender.whole('response_time_ms'),
    is_success: mender.text('is_success') === null ? null : mender.boolean('is_success'),
    error_message: masked(mender, 'error_message'),
    called_at: mender.time('called_at') ?? at,
    called_by: mender.text('called_by') ?? 'system',
  };
}

/** Logs hold no phone unmasked, and no secret at all. */
function masked(mender: RowMender, column: string): string | null {
  const text = mender.text(column);
  if (text === null || SECRET.test(text)) return null;
  return maskPhonesIn(text);
}

function maskedJson(mender: RowMender, column: string): string | null {
  const json = mender.json(column);
  if (json === null || SECRET.test(json)) return null;
  const text = maskPhonesIn(json);
  return isJson(text) ? text : JSON.stringify(text);
}

/** Masking a phone that stands as a bare number leaves text that is no JSON any more. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
