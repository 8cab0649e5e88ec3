/**
 * One customer as the hub knows it: the columns of `customers_unified` (domain.md), by the same names everywhere
 * (database, rules, import files, JSON). Text that has no value is null, never ''.
 */
export interface Customer {
  id: number;
  /** The ERP's internal number (`ord`). Unique. */
  erp_customer_id: number | null;
  /** 客户编号 (`khid`), the number people use. */
  erp_customer_code: string | null;
  wechat_id: string | null;
  /** The ERP's number of the contact person (联系人) that this one is, when it is no customer of its own. Unique. */
  erp_contact_id: number | null;
  /** `ord` of the customer whose contact person it is. */
  erp_contact_of: number | null;

  company_name: string | null;
  company_name_source: ValueSource | null;
  company_name_verified: boolean;
  company_name_verified_at: string | null;
  real_name: string | null;
  real_name_source: ValueSource | null;
  phone: string | null;
  phone_source: ValueSource | null;
  phone_verified: boolean;
  phone_verified_at: string | null;
  email: string | null;
  email_source: ValueSource | null;
  email_verified: boolean;
  email_verified_at: string | null;
  address: string | null;
  address_source: ValueSource | null;

  wechat_nickname: string | null;
  wechat_avatar: string | null;
  wechat_remark: string | null;

  /** 1 company (单位), 2 person (个人), null while unknown. */
  erp_customer_type: CustomerType | null;
  erp_customer_category: string | null;
  erp_follow_level: string | null;
  erp_source: string | null;
  erp_value_assessment: string | null;
  erp_industry: string | null;
  erp_region: string | null;
  /** 客户简介 (`product` in the ERP), 备注 (`intro`), 拼音码 (`pym`). */
  summary: string | null;
  notes: string | null;
  pinyin: string | null;
  /** 统一社会信用代码, checked. */
  credit_code: string | null;

  extracted_company_info: string | null;
  extracted_product_interest: string | null;
  extracted_needs: string | null;
  /** JSON text. */
  business_license_info: string | null;
  business_license_path: string | null;
  business_license_verified: boolean;

  intent_score: number;
  intent_level: IntentLevel | null;
  /** JSON text. */
  intent_signals: string | null;
  intent_updated_at: string | null;
  message_count: number;
  conversation_days: number;
  first_contact_time: string | null;
  last_contact_time: string | null;
  last_message_content: string | null;

  has_order: boolean;
  has_contract: boolean;
  has_payment: boolean;
  marked_as_important: boolean;
  marked_as_invalid: boolean;
  has_quote_request: boolean;
  /** The person agreed that what they say is kept and used. */
  has_consent: boolean;

  data_quality_score: number;
  data_completeness: number;
  /** JSON text: a list of issue codes. */
  quality_issues: string | null;

  stage: Stage;
  erp_sync_status: SyncStatus;
  erp_sync_action: string | null;
  erp_sync_rule: string | null;
  erp_sync_confidence: number | null;
  erp_sync_error: string | null;
  /** Where the ERP record is, when there is one: `present`, or why a sweep missed it. */
  erp_presence: Presence | null;
  /** The seller (销售人员) as the ERP's list shows it, a name or a user's id; null for nobody, and where it does not tell. */
  erp_owner: string | null;

  erp_last_pulled: string | null;
  erp_last_pushed: string | null;
  local_updated_at: string | null;
  erp_updated_at: string | null;
  created_at: string;
  updated_at: string;
  created_by: string;
  updated_by: string;
  /** Counts up on every write of the row; a guarded update names the version that it read. */
  version: number;
  /** The hub's side changed since it was last reconciled with the ERP. */
  local_dirty: boolean;
}

export const VALUE_SOURCES = ['erp', 'wechat', 'ai', 'manual', 'unknown'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];
export type CustomerType = 1 | 2;
export const COMPANY: CustomerType = 1;
export const PERSON: CustomerType = 2;
export type IntentLevel = 'high' | 'medium' | 'low';
/** 微信联系人 → 线索 → 客户. Nobody is pushed backwards by a sync. */
export const STAGES = ['contact', 'lead', 'customer'] as const;
export type Stage = (typeof STAGES)[number];
export type SyncStatus = 'pending' | 'synced' | 'failed' | 'skipped';
export type Presence = 'present' | 'pool' | 'hidden' | 'gone';

/** The fields that both sides hold and that a sync reconciles. */
export const SYNC_FIELDS = [
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'wechat_id',
  'erp_customer_code',
  'erp_customer_type',
  'erp_customer_category',
  'erp_follow_level',
  'erp_source',
  'erp_value_assessment',
  'erp_industry',
  'erp_region',
  'summary',
  'notes',
  'pinyin',
] as const;
export type SyncField = (typeof SYNC_FIELDS)[number];

/** A canonical value: text, or null for "known to be empty". A key that is absent is unknown. */
export type Value = string | null;
export type FieldValues = Partial<Record<SyncField, Value>>;
