import { z } from 'zod';
import { ById, Flag, Id, PAGE, pageOf, Search, Time, Words } from './common.ts';
import { Decision, Merge } from './customer-records.ts';
import { CustomerRow, IntentLevel, Presence, Stage, SyncStatus } from './customer-row.ts';
import { endpoint } from './endpoint.ts';

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
