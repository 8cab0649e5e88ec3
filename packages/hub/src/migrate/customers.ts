import {
  COMPANY,
  type Customer,
  cleanText,
  intentLevel,
  isMasked,
  normalisePhone,
  normaliseWechatId,
  PERSON,
  type SyncStatus,
  scoreQuality,
  stageOf,
} from '@bangqiao/core';
import { withoutFraction } from '../ingest/values.ts';
import { RowMender } from './mend.ts';
import type { PythonRow } from './python-file.ts';
import type { Tally } from './report.ts';

const STATUSES: readonly string[] = ['pending', 'synced', 'failed', 'skipped'] satisfies SyncStatus[];

/** One customer of the Python file as a customer of ours, under the number of its row, which may be none. `at` stands in for a missing time of creation. */
export function customerFrom(row: PythonRow, tally: Tally, at: string): Customer {
  const mender = new RowMender('customers_unified', row, tally);
  const facts = {
    ...identity(mender),
    ...contact(mender),
    ...fromErp(mender),
    ...extracted(mender),
    ...engagement(mender),
    ...flags(mender),
    ...bookkeeping(mender, at),
  };
  return settle(mender, facts);
}

/** The values that follow from others, once those are known (and again when a key was taken away). */
export function derive<T extends Omit<Customer, keyof Derived>>(facts: T): T & Derived {
  const quality = scoreQuality(facts);
  return {
    ...facts,
    data_quality_score: quality.score,
    data_completeness: quality.completeness,
    quality_issues: JSON.stringify(quality.issues),
    stage: stageOf(facts),
    // A linked customer is compared at the first pull; what is not linked waits for admission.
    local_dirty: facts.erp_customer_id === null,
  };
}

type Derived = Pick<
  Customer,
  'data_quality_score' | 'data_completeness' | 'quality_issues' | 'stage' | 'local_dirty'
>;

function settle(mender: RowMender, facts: Omit<Customer, keyof Derived>): Customer {
  const { erp_customer_id: ord, erp_sync_status: status } = facts;
  if (status !== 'synced' || ord !== null) return derive(facts);
  mender.mend('synced_without_erp_id', 'synced');
  return derive({ ...facts, erp_sync_status: 'pending' });
}

function identity(mender: RowMender) {
  const wechatText = mender.text('wechat_id');
  const wechat = normaliseWechatId(wechatText);
  if (wechatText !== null && wechat === null) mender.mend('wechat_id_unusable', wechatText);
  return {
    id: Number(mender.row.id ?? 0),
    erp_customer_id: mender.erpId('erp_customer_id'),
    erp_customer_code: cleanText(mender.text('erp_customer_code')),
    wechat_id: wechat,
    erp_contact_id: null,
    erp_contact_of: null,
  };
}

function contact(mender: RowMender) {
  const company = cleanText(mender.text('company_name'));
  const realName = cleanText(mender.text('real_name'));
  const phone = phoneOf(mender);
  const email = cleanText(mender.text('email'));
  const address = cleanText(mender.text('address'));
  const companyVerified = company !== null && mender.boolean('company_name_verified');
  const phoneVerified = phone !== null && normalisePhone(phone) !== null && mender.boolean('phone_verified');
  const emailVerified = email !== null && mender.boolean('email_verified');
  return {
    company_name: company,
    company_name_source: company === null ? null : mender.source('company_name_source'),
    company_name_verified: companyVerified,
    company_name_verified_at: companyVerified ? mender.time('company_name_verified_at') : null,
    real_name: realName,
    real_name_source: realName === null ? null : mender.source('real_name_source'),
    phone,
    phone_source: phone === null ? null : mender.source('phone_source'),
    phone_verified: phoneVerified,
    phone_verified_at: phoneVerified ? mender.time('phone_verified_at') : null,
    email,
    email_source: email === null ? null : mender.source('email_source'),
    email_verified: emailVerified,
    email_verified_at: emailVerified ? mender.time('email_verified_at') : null,
    address,
    address_source: address === null ? null : mender.source('address_source'),
    wechat_nickname: cleanText(mender.text('wechat_nickname')),
    wechat_avatar: mender.text('wechat_avatar'),
    wechat_remark: cleanText(mender.text('wechat_remark')),
  };
}

function phoneOf(mender: RowMender): string | null {
  const text = cleanText(mender.text('phone'));
  if (text === null) return null;
  const mobile = normalisePhone(withoutFraction(text));
  if (mobile === text) return text;
  if (mobile !== null) mender.mend('phone_normalised', mobile);
  else if (isMasked(text)) mender.mend('phone_masked', text);
  else mender.mend('phone_not_mobile', `${text.slice(0, 3)}…`);
  if (mobile !== null) return mobile;
  return isMasked(text) ? null : text;
}

function fromErp(mender: RowMender) {
  return {
    erp_customer_type: typeOf(mender),
    erp_customer_category: cleanText(mender.text('erp_customer_category')),
    erp_follow_level: cleanText(mender.text('erp_follow_level')),
    erp_source: cleanText(mender.text('erp_source')),
    erp_value_assessment: cleanText(mender.text('erp_value_assessment')),
    erp_industry: cleanText(mender.text('erp_industry')),
    erp_region: cleanText(mender.text('erp_region')),
    summary: null,
    notes: null,
    pinyin: null,
    credit_code: null,
  };
}

/** There every customer is a company by default; without a company name or an ERP record that says nothing. */
function typeOf(mender: RowMender): Customer['erp_customer_type'] {
  const type = mender.number('erp_customer_type');
  if (type === PERSON) return PERSON;
  const known = mender.text('company_name') !== null || mender.text('erp_customer_id') !== null;
  if (type === COMPANY && known) return COMPANY;
  if (type !== null) mender.mend('type_unknown', `type ${type}`);
  return null;
}

function extracted(mender: RowMender) {
  return {
    extracted_company_info: mender.text('extracted_company_info'),
    extracted_product_interest: mender.text('extracted_product_interest'),
    extracted_needs: mender.text('extracted_needs'),
    business_license_info: mender.json('business_license_info'),
    business_license_path: mender.text('business_license_path'),
    business_license_verified: mender.boolean('business_license_verified'),
  };
}

function engagement(mender: RowMender) {
  const intent = mender.score('intent_score', 100) ?? 0;
  return {
    intent_score: intent,
    intent_level: intentLevel(intent),
    intent_signals: mender.json('intent_signals'),
    intent_updated_at: mender.time('intent_updated_at'),
    message_count: mender.count('message_count'),
    conversation_days: mender.count('conversation_days'),
    first_contact_time: mender.time('first_contact_time'),
    last_contact_time: mender.time('last_contact_time'),
    last_message_content: mender.text('last_message_content'),
  };
}

function flags(mender: RowMender) {
  return {
    has_order: mender.boolean('has_order'),
    has_contract: mender.boolean('has_contract'),
    has_payment: mender.boolean('has_payment'),
    has_consent: false,
    marked_as_important: mender.boolean('marked_as_important'),
    marked_as_invalid: mender.boolean('marked_as_invalid'),
    has_quote_request: mender.boolean('has_quote_request'),
  };
}

function bookkeeping(mender: RowMender, at: string) {
  const updated = mender.time('updated_at');
  return {
    erp_sync_status: statusOf(mender),
    erp_sync_action: mender.text('erp_sync_action'),
    erp_sync_rule: mender.text('erp_sync_rule'),
    erp_sync_confidence: mender.score('erp_sync_confidence', 1),
    erp_sync_error: mender.text('erp_sync_error'),
    erp_presence: null,
    erp_owner: null,
    erp_last_pulled: mender.time('erp_last_pulled'),
    erp_last_pushed: mender.time('erp_last_pushed'),
    local_updated_at: mender.time('local_updated_at') ?? updated,
    erp_updated_at: mender.time('erp_updated_at'),
    created_at: mender.time('created_at') ?? updated ?? at,
    updated_at: updated ?? at,
    created_by: mender.text('created_by') ?? 'system',
    updated_by: mender.text('updated_by') ?? 'system',
    version: 1,
  };
}

function statusOf(mender: RowMender): SyncStatus {
  const text = mender.text('erp_sync_status')?.trim();
  if (text === undefined) return 'pending';
  if (STATUSES.includes(text)) return text as SyncStatus;
  mender.mend('status_unknown', text);
  return 'pending';
}
