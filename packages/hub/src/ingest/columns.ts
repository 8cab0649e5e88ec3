import { type Customer, cleanText } from '@bangqiao/core';
import { customerColumns } from '../customers/index.ts';

export type Kind =
  | 'text'
  | 'lines'
  | 'wechat'
  | 'phone'
  | 'email'
  | 'credit_code'
  | 'flag'
  | 'score'
  | 'count'
  | 'time'
  | 'source'
  | 'json'
  | 'ord';

/** Columns that an import may fill, and how their values are read. `erp_customer_id` only finds a customer. */
export const IMPORT_COLUMNS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    erp_customer_id: 'ord',
    wechat_id: 'wechat',
    company_name: 'text',
    company_name_source: 'source',
    company_name_verified: 'flag',
    company_name_verified_at: 'time',
    real_name: 'text',
    real_name_source: 'source',
    phone: 'phone',
    phone_source: 'source',
    phone_verified: 'flag',
    phone_verified_at: 'time',
    email: 'email',
    email_source: 'source',
    email_verified: 'flag',
    email_verified_at: 'time',
    address: 'text',
    address_source: 'source',
    wechat_nickname: 'text',
    wechat_avatar: 'text',
    wechat_remark: 'text',
    erp_customer_category: 'text',
    erp_source: 'text',
    erp_industry: 'text',
    erp_region: 'text',
    summary: 'lines',
    notes: 'lines',
    credit_code: 'credit_code',
    extracted_company_info: 'lines',
    extracted_product_interest: 'lines',
    extracted_needs: 'lines',
    business_license_info: 'json',
    business_license_path: 'text',
    business_license_verified: 'flag',
    intent_score: 'score',
    intent_signals: 'json',
    message_count: 'count',
    conversation_days: 'count',
    first_contact_time: 'time',
    last_contact_time: 'time',
    last_message_content: 'lines',
    has_order: 'flag',
    has_contract: 'flag',
    has_payment: 'flag',
    marked_as_important: 'flag',
    marked_as_invalid: 'flag',
    has_quote_request: 'flag',
    has_consent: 'flag',
  } satisfies Partial<Record<keyof Customer, Kind>>),
);

const CHINESE: Readonly<Record<string, readonly string[]>> = {
  erp_customer_id: ['ERP客户ID', 'ERP编号', 'ERP内部编号', '内部编号'],
  erp_customer_code: ['客户编号', '客户编码'],
  wechat_id: ['微信号', '微信ID', '微信'],
  wechat_nickname: ['昵称', '微信昵称'],
  wechat_avatar: ['头像', '微信头像'],
  wechat_remark: ['备注', '微信备注', '备注名'],
  company_name: ['公司名称', '公司', '公司名', '单位名称', '企业名称', '客户名称', '客户名', '名称'],
  company_name_verified: ['公司已验证', '公司名已验证', '公司名称已验证'],
  company_name_source: ['公司名称来源', '公司来源'],
  real_name: ['姓名', '真实姓名', '联系人'],
  real_name_source: ['姓名来源'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话'],
  phone_verified: ['手机已验证', '手机号已验证', '电话已验证'],
  phone_source: ['手机来源', '手机号来源'],
  email: ['邮箱', '电子邮箱', '电子邮件', '邮件'],
  email_verified: ['邮箱已验证'],
  email_source: ['邮箱来源'],
  address: ['地址', '公司地址', '联系地址'],
  address_source: ['地址来源'],
  erp_customer_category: ['客户分类'],
  erp_source: ['客户来源'],
  erp_industry: ['行业', '客户行业', '所属行业'],
  erp_region: ['地区', '区域', '客户区域', '所在地区'],
  summary: ['客户简介', '简介'],
  notes: ['客户备注', '说明'],
  credit_code: ['统一社会信用代码', '信用代码', '税号'],
  extracted_company_info: ['公司信息'],
  extracted_product_interest: ['感兴趣产品', '意向产品', '产品兴趣'],
  extracted_needs: ['需求', '客户需求'],
  business_license_info: ['营业执照信息'],
  business_license_path: ['营业执照', '营业执照文件'],
  business_license_verified: ['营业执照已验证', '执照已验证'],
  intent_score: ['意向分', '意向评分', '意向得分'],
  message_count: ['消息数', '消息数量', '消息条数'],
  conversation_days: ['沟通天数', '交流天数', '对话天数'],
  first_contact_time: ['首次联系时间', '首次联系'],
  last_contact_time: ['最近联系时间', '最后联系时间', '最近联系'],
  last_message_content: ['最近消息', '最后消息', '最后一条消息'],
  has_order: ['已下单', '有订单'],
  has_contract: ['已签合同', '有合同', '已签约'],
  has_payment: ['已付款', '有付款'],
  marked_as_important: ['重要', '重要客户', '标记重要'],
  marked_as_invalid: ['无效', '无效客户', '标记无效'],
  has_quote_request: ['已询价', '询价', '问过报价'],
  has_consent: ['同意', '已同意', '同意留存资料', '授权'],
};

/** What people also call other things (客户名称 the person, 名称 a product): the smaller, the closer. */
const VAGUENESS: Readonly<Record<string, number>> = { 客户名称: 1, 客户名: 1, 名称: 2 };

/** A column of `customers_unified`, and how vaguely a header names it: 0 for its own names. */
export interface Meaning {
  column: string;
  vagueness: number;
}

const BY_HEADER: ReadonlyMap<string, Meaning> = new Map([
  ...customerColumns().map((column) => [column, { column, vagueness: 0 }] as const),
  ...Object.entries(CHINESE).flatMap(([column, names]) =>
    names.map((name) => [plain(name), { column, vagueness: VAGUENESS[name] ?? 0 }] as const),
  ),
]);

/** What a header means, whatever its language; undefined for a stranger. */
export function meaningOf(header: string): Meaning | undefined {
  return BY_HEADER.get(plain(header));
}

export function columnOf(header: string): string | undefined {
  return meaningOf(header)?.column;
}

/** Spaces, invisible characters, letter case, marks of required columns and notes in brackets do not matter. */
function plain(header: string): string {
  return (cleanText(header) ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:]/g, '')
    .replace(/\(.*\)$/, '');
}
