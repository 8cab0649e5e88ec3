import type { Customer } from '@bangqiao/core';
import type { Generated } from 'kysely';
import type { WriteState } from '../journal/states.ts';
import type { OperationTables } from './schema-operation.ts';
import type { UserTables } from './schema-users.ts';
import type { WechatSchema } from './schema-wechat.ts';

/**
 * Every table and view of the hub, as both databases hold it.
 *
 * What code reads is the same on SQLite and PostgreSQL: flags are booleans, numbers and counts are numbers, a `Time` is
 * ISO-8601 in UTC with milliseconds (`2026-01-02T03:04:05.678Z`), a `Json` is the text that was written, unparsed.
 * What code writes is boolean, number, string or null. `Generated` marks columns that the database can fill.
 */
type Time = string;
type Json = string;

type CustomerDefaults =
  | 'id'
  | 'company_name_verified'
  | 'phone_verified'
  | 'email_verified'
  | 'business_license_verified'
  | 'intent_score'
  | 'message_count'
  | 'conversation_days'
  | 'has_order'
  | 'has_contract'
  | 'has_payment'
  | 'marked_as_important'
  | 'marked_as_invalid'
  | 'has_quote_request'
  | 'has_consent'
  | 'data_quality_score'
  | 'data_completeness'
  | 'stage'
  | 'erp_sync_status'
  | 'created_by'
  | 'updated_by'
  | 'version'
  | 'local_dirty';

type CustomersUnified = {
  [K in keyof Customer]: K extends CustomerDefaults ? Generated<Customer[K]> : Customer[K];
};

type SyncPriority = 'mandatory' | 'high_quality' | 'medium_quality' | 'low_quality';

/** View: what waits for the ERP, best first. */
interface PendingCustomer extends Omit<Customer, 'has_consent' | 'erp_owner'> {
  sync_priority: SyncPriority;
  recommended_action: 'CREATE' | 'UPDATE' | 'SKIP';
}

/** View: how syncs went, per day (`YYYY-MM-DD`, Asia/Shanghai). */
interface SyncStatistics {
  sync_date: string;
  sync_direction: SyncLog['sync_direction'];
  sync_result: SyncLog['sync_result'];
  count: number;
  avg_duration_ms: number | null;
}

export interface SyncLog {
  id: Generated<number>;
  run_id: number | null;
  customer_id: number | null;
  sync_direction: 'erp_to_local' | 'local_to_erp';
  sync_type: 'pull' | 'push' | 'merge';
  sync_action: 'create' | 'update' | 'skip' | 'delete' | null;
  sync_result: 'success' | 'failed' | 'partial';
  changed_fields: Json | null;
  field_count: Generated<number>;
  matched_rule: string | null;
  rule_confidence: number | null;
  rule_reason: string | null;
  erp_customer_id: number | null;
  erp_request: string | null;
  erp_response: string | null;
  error_message: string | null;
  error_code: string | null;
  error_stack: string | null;
  sync_duration_ms: number | null;
  retry_count: Generated<number>;
  synced_at: Time;
  synced_by: Generated<string>;
}

export interface FieldChange {
  id: Generated<number>;
  run_id: number | null;
  customer_id: number;
  field_name: string;
  old_value: string | null;
  new_value: string | null;
  value_source: string | null;
  change_type: string | null;
  change_reason: string | null;
  changed_by: Generated<string>;
  changed_at: Time;
  evidence: Json | null;
}

export interface SyncConfig {
  id: Generated<number>;
  config_key: string;
  config_value: string | null;
  config_type: Generated<'string' | 'int' | 'float' | 'boolean' | 'json'>;
  description: string | null;
  is_active: Generated<boolean>;
  created_at: Time;
  updated_at: Time;
}

interface SyncRule {
  id: Generated<number>;
  rule_set_version: number;
  rule_name: string;
  rule_type: string;
  rule_priority: Generated<number>;
  rule_conditions: string;
  rule_action: 'CREATE' | 'UPDATE' | 'SKIP';
  /** A number, or an expression over the customer (`quality/100`). */
  confidence: string | null;
  is_active: Generated<boolean>;
  description: string | null;
  match_count: Generated<number>;
  success_count: Generated<number>;
  created_at: Time;
  updated_at: Time;
}

interface RuleSet {
  version: number;
  created_at: Time;
  created_by: string;
  is_active: Generated<boolean>;
  fingerprint: string;
  note: string | null;
}

/** Who put which rule set in force, and when; the last row is the one in force. */
interface RuleActivation {
  id: Generated<number>;
  version: number;
  activated_at: Time;
  activated_by: string;
  /** A change of the thresholds in the configuration replaces it; a person's own choice stays. */
  follows_config: boolean;
}

export interface ApiLog {
  id: Generated<number>;
  api_endpoint: string;
  http_method: Generated<string>;
  request_params: string | null;
  request_headers: string | null;
  response_status: number | null;
  response_body: string | null;
  response_time_ms: number | null;
  is_success: boolean | null;
  error_message: string | null;
  called_at: Time;
  called_by: Generated<string>;
}

interface Meta {
  key: string;
  value: string;
}

interface SchemaMigration {
  version: number;
  name: string;
  applied_at: Time;
}

interface ErpBinding {
  id: 1;
  base_url: string;
  account: string;
  kind: 'erp' | 'stand-in';
  fingerprint: Json | null;
  bound_at: Time;
}

/** What the ERP held when last read, one row per `ord`. */
interface MirrorRow {
  ord: number;
  customer_id: number;
  /** Of the list row; null while it was only read by detail. */
  fingerprint: string | null;
  record: Json;
  detail_at: Time | null;
  needs_detail: 'phone' | 'changed' | 'lacks' | 'hidden' | null;
  presence: Generated<'present' | 'pool' | 'hidden' | 'gone'>;
  first_seen_at: Time;
  changed_at: Time;
}

interface SweepMissed {
  ord: number;
  sweep_id: number;
  missed_at: Time;
}

interface SyncBase {
  customer_id: number;
  ord: number;
  fields: Json;
  reconciled_at: Time;
}

interface CustomerKey {
  kind: string;
  /** Normalised; phones hashed by the caller. */
  value: string;
  customer_id: number;
}

interface JournalRow {
  id: Generated<number>;
  run_id: number | null;
  customer_id: number;
  kind: string;
  subject: Generated<string>;
  state: WriteState;
  ord: number | null;
  khid: string | null;
  fields: Json | null;
  field_names: Json;
  rule: string | null;
  rule_set_version: number | null;
  reason: string;
  attempts: Generated<number>;
  saves: Generated<number>;
  retry_at: Time | null;
  /** A lease `Holder` as JSON text. */
  holder: string | null;
  claimed_at: Time | null;
  outcome: string | null;
  error_code: string | null;
  error_message: string | null;
  next_step: string | null;
  /** What a person ordered per field, as `Orders`; null for a write that a rule or a merge wants. */
  orders: Json | null;
  /** When the breaker let it through. */
  passed_at: Time | null;
  created_at: Time;
  updated_at: Time;
}

/** One field of one record that a write of ours changed in the ERP, in the hub's words. */
interface ErpFieldChange {
  id: Generated<number>;
  journal_id: number;
  run_id: number | null;
  customer_id: number;
  ord: number;
  field: string;
  erp_before: string | null;
  erp_after: string | null;
  changed_at: Time;
}

interface JournalAudit {
  id: Generated<number>;
  journal_id: number;
  from_state: WriteState | null;
  to_state: WriteState;
  note: string;
  at: Time;
  by: string;
}

interface SyncRun {
  id: Generated<number>;
  kind: string;
  trigger: string;
  holder: string;
  started_at: Time;
  ended_at: Time | null;
  result: Json | null;
  error: string | null;
}

interface Sweep {
  id: Generated<number>;
  run_id: number | null;
  started_at: Time;
  ended_at: Time | null;
  state: string;
  page_size: number;
  next_page: number;
  seen: number;
  last_ord: number;
  record_count: number | null;
  reason: string | null;
  lacks: Json | null;
}

/** A page of the last sweep whose rows were all taken over, as the digest of its text. */
interface ErpPage {
  page_index: number;
  digest: string;
}

/** Two rows that became one customer; what both were before, so that the merge can be undone. */
interface CustomerMerge {
  id: Generated<number>;
  kept_id: number;
  merged_id: number;
  kept_row: Json;
  merged_row: Json;
  /** Ids of the rows that went along, by table, and the merged row's base. */
  moved: Json;
  merged_at: Time;
  merged_by: string;
}

interface DecisionRow {
  id: Generated<number>;
  customer_id: number;
  decided_at: Time;
  rule_set_version: number;
  rule: string;
  rule_type: string | null;
  action: 'CREATE' | 'UPDATE' | 'SKIP';
  confidence: number;
  condition: string | null;
  saw: Json;
  missing: Json;
  reason_zh: string;
  reason_en: string;
  fingerprint: string;
}

/** One choice of one of the tenant's option lists (source, category, industry, …). */
interface ErpOption {
  list: string;
  id: string;
  label: string;
  path_label: string;
  parent_id: string | null;
  is_leaf: boolean;
  position: number;
}

interface ErpOptionsRead {
  list: string;
  read_at: Time;
}

/** How often a list column was seen to equal the detail's field. */
interface ErpListColumn {
  column_name: string;
  equal_samples: Generated<number>;
  differ_samples: Generated<number>;
  updated_at: Time;
}

/** How a conflict ended: by itself, by the parting of its customer, or with whose value. */
export type Resolution = 'agreed' | 'parted' | 'erp' | 'hub' | 'value';

interface ConflictRow {
  id: Generated<number>;
  customer_id: number;
  field: string;
  hub_value: string | null;
  erp_value: string | null;
  base_hub: string | null;
  base_erp: string | null;
  evidence: Json;
  state: 'open' | 'resolved';
  created_at: Time;
  resolved_at: Time | null;
  resolution: Resolution | null;
  resolved_by: string | null;
  loser: string | null;
}

export interface LeaseRow {
  name: string;
  holder: string;
  acquired_at: Time;
  renewed_at: Time;
  expires_at: Time;
}

interface RefusedLoginRow {
  id: Generated<number>;
  base_url: string;
  account: string;
  /** Sealed; not the password. */
  credential: string;
  captcha: boolean;
  message: string;
  refused_at: Time;
}

/** Calls that processes set aside, newest last: `[milliseconds, calls]` each. */
interface CallBudgetRow {
  name: string;
  taken: Json;
  version: number;
}

/** A customer that somebody wants decided and pushed at once. */
interface PushRequest {
  customer_id: number;
  /** How often it was asked for since it was answered last: tells whether it was asked for again meanwhile. */
  times: number;
  reason: string;
  requested_at: Time;
}

/** Whom the hub gave a customer that it created, one row per write of the kind `assign`. */
interface AssignmentRow {
  journal_id: number;
  ord: number;
  /** The ERP's id of the user; null: open to all. */
  seller: string | null;
  seller_name: string | null;
  /** Whom the ERP's list showed before the call: '' for nobody, null where it does not tell. */
  owner_before: string | null;
  /** `zh / en` */
  reason: string;
  chosen_at: Time;
  /** When the ERP said yes; null while it did not, or the answer was lost. */
  answered_at: Time | null;
}

interface KeyLock {
  kind: string;
  value: string;
  holder: string;
  journal_id: number;
  acquired_at: Time;
}

export interface Schema extends UserTables, WechatSchema, OperationTables {
  customers_unified: CustomersUnified;
  erp_sync_logs: SyncLog;
  field_change_history: FieldChange;
  erp_sync_config: SyncConfig;
  erp_sync_rules: SyncRule;
  erp_api_logs: ApiLog;
  v_pending_sync_customers: PendingCustomer;
  v_sync_statistics: SyncStatistics;
  bangqiao_meta: Meta;
  schema_migrations: SchemaMigration;
  erp_binding: ErpBinding;
  erp_mirror: MirrorRow;
  sweep_missed: SweepMissed;
  sync_base: SyncBase;
  customer_keys: CustomerKey;
  write_journal: JournalRow;
  journal_audit: JournalAudit;
  erp_field_changes: ErpFieldChange;
  sync_runs: SyncRun;
  sweeps: Sweep;
  customer_merges: CustomerMerge;
  erp_pages: ErpPage;
  decisions: DecisionRow;
  erp_options: ErpOption;
  erp_options_read: ErpOptionsRead;
  erp_list_columns: ErpListColumn;
  conflicts: ConflictRow;
  leases: LeaseRow;
  key_locks: KeyLock;
  assignments: AssignmentRow;
  refused_logins: RefusedLoginRow;
  call_budgets: CallBudgetRow;
  push_requests: PushRequest;
  rule_sets: RuleSet;
  rule_activations: RuleActivation;
}
