import type { Bilingual } from './bilingual.ts';
import { SYNC_FIELDS, type SyncField } from './customer.ts';

/** 归属规则: who wins a field (domain.md, Who wins). */
export type Policy = 'erp_always' | 'erp_unless_verified' | 'local_always' | 'latest';

/** Lists of options of a tenant; `sort1` is the category tree. */
export type OptionListName = 'ly' | 'jz' | 'trade' | 'area' | 'sort1' | 'followup';

export interface FieldSpec {
  policy: Policy;
  label: Bilingual;
  /** The ERP's field id in ov1 forms and saves, per customer type; null where that type has no such field. */
  erp: { 1: string | null; 2: string | null };
  /** Where the value is an option of the tenant: on the wire an id, here its label. */
  options?: OptionListName;
  /** Longest text that the ERP takes, in characters (catalogue.json, entries 16 and 17). */
  maxLength?: { 1: number; 2: number };
}

/** Every field that a sync reconciles, with its owner and its place in the ERP. */
export const FIELDS: Readonly<Record<SyncField, FieldSpec>> = {
  company_name: {
    policy: 'erp_unless_verified',
    label: { zh: '公司名', en: 'company name' },
    erp: { 1: 'name', 2: null },
    maxLength: both(100),
  },
  real_name: {
    policy: 'erp_unless_verified',
    label: { zh: '姓名', en: 'real name' },
    erp: { 1: 'person_name', 2: 'name' },
    maxLength: { 1: 50, 2: 100 },
  },
  phone: field('erp_unless_verified', '手机号', 'phone', 'mobile', 50),
  email: field('latest', '邮箱', 'e-mail', 'email', 50),
  address: field('latest', '地址', 'address', 'address', 200),
  wechat_id: field('local_always', '微信号', 'WeChat id', 'weixinAcc', 50),
  erp_customer_code: field('erp_always', '客户编号', 'customer number', 'khid', 50),
  /** Travels as the query part `intsort` of a save, not as a field of it. */
  erp_customer_type: field('erp_always', '客户类型', 'customer type', null),
  erp_customer_category: option('客户分类', 'category', 'sort1'),
  /** v3 `sort1`; no field of ov1 (wire.md, "`sort1` is two things"). */
  erp_follow_level: field('erp_always', '跟进程度', 'follow level', null),
  erp_source: option('客户来源', 'source', 'ly'),
  erp_value_assessment: option('价值评估', 'value assessment', 'jz'),
  erp_industry: option('行业', 'industry', 'trade'),
  erp_region: option('区域', 'region', 'area'),
  summary: field('erp_always', '客户简介', 'summary', 'product', 4000),
  notes: field('erp_always', '备注', 'notes', 'intro', 4000),
  pinyin: field('erp_always', '拼音码', 'pinyin initials', 'pym', 200),
};

/** The sync field behind an ERP field id, per customer type. */
export function fieldOfErpId(erpId: string, type: 1 | 2): SyncField | null {
  return SYNC_FIELDS.find((name) => FIELDS[name].erp[type] === erpId) ?? null;
}

function field(policy: Policy, zh: string, en: string, erp: string | null, maxLength?: number): FieldSpec {
  const spec: FieldSpec = { policy, label: { zh, en }, erp: { 1: erp, 2: erp } };
  return maxLength === undefined ? spec : { ...spec, maxLength: both(maxLength) };
}

function option(zh: string, en: string, list: OptionListName): FieldSpec {
  return { ...field('erp_always', zh, en, list), options: list };
}

function both(length: number): { 1: number; 2: number } {
  return { 1: length, 2: length };
}
