import { z } from 'zod';
import { ById, Flag, Id, Loose, PAGE, pageOf, Search, Time, Words } from './common.ts';
import { endpoint } from './endpoint.ts';

const Stage = z.enum(['contact', 'lead', 'customer']);
const SyncStatus = z.enum(['pending', 'synced', 'failed', 'skipped']);
const IntentLevel = z.enum(['high', 'medium', 'low']);
const Presence = z.enum(['present', 'pool', 'hidden', 'gone']);

/** By what a list can be sorted; each has an index. `last_contact` leaves out those who never wrote. */
export const CUSTOMER_SORTS = ['id', 'updated', 'quality', 'intent', 'last_contact'] as const;

/** What can have happened to a customer today: each is a number of the overview. */
export const DEEDS = ['decided', 'admitted', 'created', 'linked', 'updated', 'pulled'] as const;
export type Deed = (typeof DEEDS)[number];

/** What the list and the export can be narrowed to. */
export const CUSTOMER_FILTERS = {
  q: Search.optional(),
  stage: Stage.optional(),
  status: SyncStatus.optional(),
  in_erp: Flag.optional(),
  intent: IntentLevel.optional(),
  quality_from: z.coerce.number().min(0).max(100).optional(),
  quality_to: z.coerce.number().min(0).max(100).optional(),
  presence: Presence.optional(),
  rule: z.string().min(1).max(100).optional(),
  important: Flag.optional(),
  invalid: Flag.optional(),
  quote: Flag.optional(),
  /** Since midnight in China. */
  today: z.enum(DEEDS).optional(),
};

/** One line of the list. Phones are masked where the asker may not see them. */
export const CustomerRow = z.object({
  id: z.number(),
  name: z.string(),
  company_name: z.string().nullable(),
  real_name: z.string().nullable(),
  phone: z.string().nullable(),
  phone_verified: z.boolean(),
  wechat_nickname: z.string().nullable(),
  stage: Stage,
  type: z.union([z.literal(1), z.literal(2)]).nullable(),
  erp_customer_id: z.number().nullable(),
  erp_customer_code: z.string().nullable(),
  erp_presence: Presence.nullable(),
  erp_contact_of: z.number().nullable(),
  status: SyncStatus,
  rule: z.string().nullable(),
  quality: z.number(),
  intent: z.number(),
  intent_level: IntentLevel.nullable(),
  has_quote_request: z.boolean(),
  marked_as_important: z.boolean(),
  marked_as_invalid: z.boolean(),
  message_count: z.number(),
  last_contact_at: Time.nullable(),
  updated_at: Time,
});
export type CustomerRow = z.infer<typeof CustomerRow>;

const Missing = z.object({ what: z.string(), rule: z.string(), zh: z.string(), en: z.string() });
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Decision = z.object({
  decided_at: Time,
  rule: z.string(),
  rule_set_version: z.number(),
  rule_type: z.string().nullable(),
  priority: z.number().nullable(),
  action: z.enum(['CREATE', 'UPDATE', 'SKIP']),
  confidence: z.number(),
  condition: z.string().nullable(),
  saw: z.record(z.string(), Scalar),
  missing: z.array(Missing),
  reason: Words,
  /** Rule, condition, values seen, what is missing and the question to ask next, one sentence each. */
  words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});

const WriteState = z.enum([
  'planned',
  'claimed',
  'allocated',
  'sent',
  'confirmed',
  'in_doubt',
  'waiting',
  'parked',
  'cancelled',
]);

/** One field of a save, in words: what left, and what was read back after it. */
export const SentField = z.object({
  erp_field: z.string(),
  label: Words,
  sent: z.string(),
  came_back: z.string().nullable(),
  kept: z.boolean(),
});

/** A write to the ERP about one customer, with what was sent and what came back (phones masked). */
export const CustomerWrite = z.object({
  id: z.number(),
  kind: z.string(),
  state: WriteState,
  outcome: z.string().nullable(),
  ord: z.number().nullable(),
  number: z.string().nullable(),
  rule: z.string().nullable(),
  rule_set_version: z.number().nullable(),
  reason: Words,
  saves: z.number(),
  attempts: z.number(),
  planned_at: Time,
  changed_at: Time,
  retry_at: Time.nullable(),
  request: z.record(z.string(), z.string()).nullable(),
  response: z.record(z.string(), z.string().nullable()).nullable(),
  fields: z.array(SentField),
  error: z.object({ code: z.string(), words: Words }).nullable(),
  next: Words.nullable(),
  trail: z.array(
    z.object({ at: Time, from: WriteState.nullable(), to: WriteState, words: Words, by: z.string() }),
  ),
});

/** One field with both sides: what the hub holds, what the ERP held when last read, and what both last agreed on. */
const Field = z.object({
  field: z.string(),
  label: Words,
  hub: z.string().nullable(),
  erp: z.string().nullable(),
  /** Null: there is no ERP side. */
  agreed: z.string().nullable(),
  source: z.object({ code: z.string(), words: Words }).nullable(),
  verified: z.boolean().nullable(),
  verified_at: Time.nullable(),
  /** Both sides are filled and differ. */
  differs: z.boolean(),
  /** Who wins: `erp_always`, `erp_unless_verified`, `local_always`, `latest`. */
  policy: z.string(),
  conflict_id: z.number().nullable(),
  /** It held something else before (`customers.former`). */
  has_former: z.boolean(),
});

export const Change = z.object({
  at: Time,
  field: z.string(),
  label: Words,
  from: z.string().nullable(),
  to: z.string().nullable(),
  first: Loose.nullable(),
  source: z.string().nullable(),
  reason: Words.nullable(),
  by: z.string(),
});
/** A row that became one with this customer. */
export const Merge = z.object({
  kept_id: z.number(),
  merged_id: z.number(),
  merged_name: z.string(),
  merged_number: z.string().nullable(),
  merged_at: Time,
  merged_by: z.string(),
});
export const LogLine = z.object({
  at: Time,
  direction: z.enum(['erp_to_local', 'local_to_erp']),
  type: z.string(),
  action: z.string().nullable(),
  result: z.string(),
  fields: z.array(z.string()),
  reason: Words.nullable(),
  error: z.object({ code: z.string().nullable(), message: z.string() }).nullable(),
  ms: z.number().nullable(),
  by: z.string(),
});

/** How one customer stands on both sides, and why; what happened to it is `timeline.show`. */
export const CustomerPage = z.object({
  customer: CustomerRow.extend({
    wechat: z.object({
      id: z.string().nullable(),
      nickname: z.string().nullable(),
      remark: z.string().nullable(),
      other_ids: z.array(z.string()),
    }),
    owner: z.string().nullable(),
    credit_code: z.string().nullable(),
    product_interest: z.string().nullable(),
    needs: z.string().nullable(),
    conversation_days: z.number(),
    first_contact_at: Time.nullable(),
    quality_issues: z.array(z.string()),
    completeness: z.number(),
    read_at: Time.nullable(),
    created_at: Time,
  }),
  /** Where it stands, why, and whether somebody has to act. */
  standing: Words,
  fields: z.array(Field),
  /** The decision in force; null when no rule ever looked at it. */
  decision: Decision.nullable(),
  conflicts: z.array(
    z.object({
      field: z.string(),
      label: Words,
      hub_value: z.string().nullable(),
      erp_value: z.string().nullable(),
      since: Time,
      reason: z.string().nullable(),
    }),
  ),
  merges: z.array(Merge),
});
export type CustomerPage = z.infer<typeof CustomerPage>;

const FieldOf = z.strictObject({ id: Id, field: z.string().regex(/^[a-z_]{1,40}$/) });

export const customerEndpoints = {
  'customers.list': endpoint({
    method: 'GET',
    path: '/api/customers',
    summary: {
      zh: '客户列表：筛选、排序、搜索（两个汉字即可）、按游标翻页',
      en: 'customers: filtered, sorted, searched (two characters will do), by pages',
    },
    right: 'customers.read',
    query: z.strictObject({
      ...CUSTOMER_FILTERS,
      sort: z.enum(CUSTOMER_SORTS).default('updated'),
      order: z.enum(['asc', 'desc']).default('desc'),
      ...PAGE,
    }),
    answer: pageOf(CustomerRow),
  }),
  'customers.export': endpoint({
    method: 'GET',
    path: '/api/customers/export',
    summary: {
      zh: '导出客户为 CSV；手机号按角色打码',
      en: 'customers as CSV; phones masked by role',
    },
    right: 'customers.export',
    media: 'text/csv',
    query: z.strictObject(CUSTOMER_FILTERS),
    answer: z.string(),
  }),
  'customers.show': endpoint({
    method: 'GET',
    path: '/api/customers/:id',
    summary: {
      zh: '一位客户：两边的资料、来源、判定、还差什么、冲突、合并',
      en: 'one customer: both sides, sources, the decision in force, what is missing, conflicts, merges',
    },
    right: 'customers.read',
    params: ById,
    answer: CustomerPage,
  }),
  'customers.former': endpoint({
    method: 'GET',
    path: '/api/customers/:id/fields/:field/former',
    summary: { zh: '一个字段以前的值', en: 'the former values of a field' },
    right: 'customers.read',
    params: FieldOf,
    answer: z.object({
      values: z.array(
        z.object({ number: z.number(), value: z.string(), at: Time, by: z.string(), why: z.string() }),
      ),
    }),
  }),
  'customers.restore': endpoint({
    method: 'POST',
    path: '/api/customers/:id/fields/:field/restore',
    summary: {
      zh: '恢复以前的一个值；下次同步按归属规则写入 ERP',
      en: 'put a former value back; the next sync sends it within its policy',
    },
    right: 'customers.edit',
    changes: true,
    params: FieldOf,
    /** Which one, and what it said there: numbers shift when the field changes. */
    body: z.strictObject({ number: z.int().min(1), value: z.string().min(1).max(100_000) }),
    answer: z.object({ field: z.string(), value: z.string() }),
  }),
  'customers.erase': endpoint({
    method: 'POST',
    path: '/api/customers/:id/fields/:field/erase',
    summary: {
      zh: '清空一个字段，两边都清；ERP 由下次同步清空',
      en: 'empty a field on both sides; in the ERP by the next sync',
    },
    right: 'customers.edit',
    changes: true,
    params: FieldOf,
    answer: z.object({ in_erp: z.boolean() }),
  }),
};
