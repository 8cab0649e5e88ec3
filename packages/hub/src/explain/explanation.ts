import type { Bilingual, Customer, Missing } from '@bangqiao/core';
import type { FollowUpView } from '../followup/read.ts';
import type { CustomerKind, SecondKind, WriteState } from '../journal/states.ts';

/**
 * All that is known about how one customer came to be where it is: the document of `explain --json`. Times are ISO-8601 in
 * UTC, phones are masked everywhere (statement 9).
 */
export interface Explanation {
  customer: Who;
  /** Where it stands, why, and whether somebody has to act. */
  standing: Bilingual;
  /** The decision in force; null when no rule ever looked at it. */
  decision: DecisionView | null;
  /** Earlier decisions, newest first. */
  earlier: DecisionView[];
  /** Every intended write of the customer, newest first. */
  writes: WriteView[];
  /** What conversations became, newest first. */
  follow_ups: FollowUpView[];
  /** Open conflicts. */
  conflicts: ConflictView[];
  merges: MergeView[];
  /** Changes of fields, newest first. */
  history: ChangeView[];
  /** Lines of `erp_sync_logs`, newest first. */
  log: LogView[];
}

export interface Who {
  id: number;
  name: string;
  company_name: string | null;
  real_name: string | null;
  phone: string | null;
  phone_verified: boolean;
  stage: Customer['stage'];
  type: Customer['erp_customer_type'];
  wechat: { id: string | null; nickname: string | null; remark: string | null; other_ids: string[] };
  erp: {
    ord: number;
    number: string | null;
    presence: Customer['erp_presence'];
    read_at: string | null;
  } | null;
  data_quality_score: number;
  intent_score: number;
  intent_level: Customer['intent_level'];
}

export interface DecisionView {
  decided_at: string;
  rule: string;
  rule_set_version: number;
  rule_type: string | null;
  priority: number | null;
  action: 'CREATE' | 'UPDATE' | 'SKIP';
  confidence: number;
  /** The condition as it is written; null for the default. */
  condition: string | null;
  saw: Record<string, string | number | boolean | null>;
  missing: Missing[];
  reason: Bilingual;
  /** Rule, condition in words, values seen, what is missing and the question to ask next, one sentence each. */
  words: { zh: string[]; en: string[] };
}

export interface WriteView {
  id: number;
  kind: CustomerKind | SecondKind;
  state: WriteState;
  outcome: string | null;
  ord: number | null;
  number: string | null;
  rule: string | null;
  rule_set_version: number | null;
  reason: Bilingual;
  /** Times that a save left. */
  saves: number;
  attempts: number;
  planned_at: string;
  changed_at: string;
  retry_at: string | null;
  /** What left for the ERP, by the ERP's own field ids, and what the record held when read back. Null: nothing left, or no answer. */
  request: Record<string, string> | null;
  response: Record<string, string | null> | null;
  fields: SentField[];
  error: { code: string; words: Bilingual } | null;
  next: Bilingual | null;
  trail: { at: string; from: WriteState | null; to: WriteState; words: Bilingual; by: string }[];
}

/** One field of a write. `sent` is for people: an option's label, not its id. */
export interface SentField {
  erp_field: string;
  label: Bilingual;
  sent: string;
  /** Null while nothing was read back, or the record lacks the field. */
  came_back: string | null;
  /** False only when something else, or nothing, came back. */
  kept: boolean;
}

export interface ConflictView {
  field: string;
  label: Bilingual;
  hub_value: string | null;
  erp_value: string | null;
  since: string;
  reason: string | null;
}

/** Two rows that became one customer. */
export interface MergeView {
  kept_id: number;
  merged_id: number;
  merged_name: string;
  merged_number: string | null;
  merged_at: string;
  merged_by: string;
}

export interface ChangeView {
  at: string;
  field: string;
  label: Bilingual;
  from: string | null;
  to: string | null;
  /** Of the first sight of a customer: all that was known. */
  first: Record<string, unknown> | null;
  source: string | null;
  reason: Bilingual | null;
  by: string;
}

export interface LogView {
  at: string;
  direction: 'erp_to_local' | 'local_to_erp';
  type: string;
  action: string | null;
  result: string;
  fields: string[];
  reason: Bilingual | null;
  error: { code: string | null; message: string } | null;
  ms: number | null;
  by: string;
}
