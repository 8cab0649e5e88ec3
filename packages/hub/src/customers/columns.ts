import type { Customer } from '@bangqiao/core';

export type Column = keyof Customer;

/** Every column of `customers_unified` but the number, with what a customer starts with. The database names the same defaults. */
export const BLANK: Omit<Customer, 'id'> = {
  erp_customer_id: null,
  erp_customer_code: null,
  wechat_id: null,
  erp_contact_id: null,
  erp_contact_of: null,
  company_name: null,
  company_name_source: null,
  company_name_verified: false,
  company_name_verified_at: null,
  real_name: null,
  real_name_source: null,
  phone: null,
  phone_source: null,
  phone_verified: false,
  phone_verified_at: null,
  email: null,
  email_source: null,
  email_verified: false,
  email_verified_at: null,
  address: null,
  address_source: null,
  wechat_nickname: null,
  wechat_avatar: null,
  wechat_remark: null,
  erp_customer_type: null,
  erp_customer_category: null,
  erp_follow_level: null,
  erp_source: null,
  erp_value_assessment: null,
  erp_industry: null,
  erp_region: null,
  summary: null,
  notes: null,
  pinyin: null,
  credit_code: null,
  extracted_company_info: null,
  extracted_product_interest: null,
  extracted_needs: null,
  business_license_info: null,
  business_license_path: null,
  business_license_verified: false,
  intent_score: 0,
  intent_level: null,
  intent_signals: null,
  intent_updated_at: null,
  message_count: 0,
  conversation_days: 0,
  first_contact_time: null,
  last_contact_time: null,
  last_message_content: null,
  has_order: false,
  has_contract: false,
  has_payment: false,
  marked_as_important: false,
  marked_as_invalid: false,
  has_quote_request: false,
  has_consent: false,
  data_quality_score: 0,
  data_completeness: 0,
  quality_issues: null,
  stage: 'contact',
  erp_sync_status: 'pending',
  erp_sync_action: null,
  erp_sync_rule: null,
  erp_sync_confidence: null,
  erp_sync_error: null,
  erp_presence: null,
  erp_owner: null,
  erp_last_pulled: null,
  erp_last_pushed: null,
  local_updated_at: null,
  erp_updated_at: null,
  created_at: '',
  updated_at: '',
  created_by: 'system',
  updated_by: 'system',
  version: 1,
  local_dirty: false,
};

/** Fields whose source is kept beside them in `<field>_source`. */
export const SOURCED_FIELDS = ['company_name', 'real_name', 'phone', 'email', 'address'] as const;
/** Fields that can be verified: `<field>_verified` and `<field>_verified_at`. */
export const VERIFIABLE_FIELDS = ['company_name', 'phone', 'email'] as const;

const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'business_license_info',
  'intent_signals',
  'quality_issues',
]);

/** Follow from other columns, or are the hub's own bookkeeping: changing them is no history. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'id',
  'company_name_source',
  'company_name_verified_at',
  'real_name_source',
  'phone_source',
  'phone_verified_at',
  'email_source',
  'email_verified_at',
  'address_source',
  'intent_level',
  'intent_updated_at',
  'data_quality_score',
  'data_completeness',
  'quality_issues',
  'erp_sync_status',
  'erp_sync_action',
  'erp_sync_rule',
  'erp_sync_confidence',
  'erp_sync_error',
  'erp_owner',
  'erp_last_pulled',
  'erp_last_pushed',
  'local_updated_at',
  'erp_updated_at',
  'created_at',
  'updated_at',
  'created_by',
  'updated_by',
  'version',
  'local_dirty',
]);

/** Columns whose changes stand in `field_change_history`. */
export function isTracked(column: string): boolean {
  return !BOOKKEEPING.has(column);
}

/** Equal as values: JSON text by content, since a database may lay it out anew. */
export function sameValue(column: string, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!JSON_COLUMNS.has(column) || typeof a !== 'string' || typeof b !== 'string') return false;
  return compact(a) === compact(b);
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}

/** The patch with '' as null and keys that say nothing (undefined) left out. */
export function withoutEmpty(patch: Partial<Customer>): Partial<Customer> {
  return Object.fromEntries(
    Object.entries(patch).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value === '' ? null : value]],
    ),
  );
}

/** The names of all columns. */
export function customerColumns(): string[] {
  return ['id', ...Object.keys(BLANK)];
}
