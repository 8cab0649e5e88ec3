import { type Bilingual, FIELDS, fieldOfErpId, type KeyKind, type SyncField } from '@bangqiao/core';
import { say } from '../words/two-languages.ts';

/** Columns that no sync reconciles and the history keeps all the same. */
const OTHERS: Readonly<Record<string, Bilingual>> = {
  erp_customer_id: say('ERP 内部编号', 'ERP record number'),
  erp_contact_id: say('ERP 联系人编号', 'ERP contact record number'),
  erp_contact_of: say('ERP 联系人所属客户', 'ERP customer of the contact'),
  erp_presence: say('在 ERP 中的状态', 'state in the ERP'),
  stage: say('阶段', 'stage'),
  credit_code: say('统一社会信用代码', 'credit code'),
  wechat_nickname: say('微信昵称', 'WeChat nickname'),
  wechat_remark: say('微信备注', 'WeChat remark'),
  wechat_avatar: say('微信头像', 'WeChat avatar'),
  phone_verified: say('手机号已验证', 'phone verified'),
  company_name_verified: say('公司名已验证', 'company name verified'),
  email_verified: say('邮箱已验证', 'e-mail verified'),
  business_license_verified: say('营业执照已验证', 'licence verified'),
  business_license_path: say('营业执照文件', 'licence file'),
  business_license_info: say('营业执照信息', 'record of a licence'),
  extracted_company_info: say('提取的公司信息', 'extracted company info'),
  extracted_product_interest: say('感兴趣的产品', 'product interest'),
  extracted_needs: say('需求', 'needs'),
  intent_score: say('意向分', 'intent score'),
  intent_signals: say('意向依据', 'intent signals'),
  message_count: say('消息数', 'message count'),
  conversation_days: say('交流天数', 'days of conversation'),
  first_contact_time: say('首次联系', 'first contact'),
  last_contact_time: say('最近联系', 'last contact'),
  last_message_content: say('最后一条消息', 'last message'),
  has_order: say('有订单', 'has an order'),
  has_contract: say('有合同', 'has a contract'),
  has_payment: say('有付款', 'has paid'),
  has_quote_request: say('问过报价', 'asked for a quote'),
  has_consent: say('同意留存资料', 'consent'),
  marked_as_important: say('标记为重要', 'marked important'),
  marked_as_invalid: say('标记为无效', 'marked invalid'),
  external_userid: say('企业微信外部联系人 ID', 'WeCom external id'),
  unionid: say('unionid', 'unionid'),
};

/** Values that stand for something else, by column. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  stage: {
    contact: say('微信联系人', 'contact'),
    lead: say('线索', 'lead'),
    customer: say('客户', 'customer'),
  },
  erp_presence: {
    present: say('在 ERP 中', 'present'),
    pool: say('在客户池', 'in the pool'),
    hidden: say('无权查看', 'out of sight'),
    gone: say('已不在 ERP', 'gone'),
  },
  erp_customer_type: { '1': say('单位', 'company'), '2': say('个人', 'person') },
  erp_sync_status: {
    pending: say('待同步', 'pending'),
    synced: say('已同步', 'synced'),
    failed: say('失败', 'failed'),
    skipped: say('不准入', 'skipped'),
  },
};
const FLAGS: Readonly<Record<string, Bilingual>> = {
  true: say('是', 'yes'),
  false: say('否', 'no'),
};

const SOURCES: Readonly<Record<string, Bilingual>> = {
  erp: say('ERP', 'the ERP'),
  wechat: say('微信', 'WeChat'),
  ai: say('AI 提取', 'AI'),
  manual: say('人工', 'a person'),
  unknown: say('来源不明', 'unknown'),
};

/** By what a customer was found; `ord`: by the ERP's own number. */
const KEYS: Readonly<Record<KeyKind | 'ord', Bilingual>> = {
  phone: say('手机号', 'phone'),
  wechat: say('微信号', 'WeChat id'),
  company: say('公司名', 'company name'),
  credit_code: say('统一社会信用代码', 'credit code'),
  khid: say('客户编号', 'customer number'),
  unionid: say('unionid', 'unionid'),
  external_userid: say('企业微信外部联系人 ID', 'WeCom external id'),
  email: say('邮箱', 'e-mail'),
  ord: say('内部编号', 'record number'),
};

/** A column's name for people; the column itself where nobody gave it one. */
export function labelOf(column: string): Bilingual {
  return FIELDS[column as SyncField]?.label ?? OTHERS[column] ?? say(column, column);
}

/** A field of the ERP's form for people. */
export function erpLabelOf(erpId: string, type: 1 | 2): Bilingual {
  const field = fieldOfErpId(erpId, type);
  return field === null ? say(erpId, erpId) : labelOf(field);
}

/** A column's value for people: 是 for true, 单位 for type 1. */
export function valueName(column: string, value: string): Bilingual {
  return VALUES[column]?.[value] ?? FLAGS[value] ?? say(value, value);
}

/** A kind of key for people. */
export function keyName(key: string): Bilingual {
  return KEYS[key as KeyKind] ?? say(key, key);
}

export function sourceName(source: string): Bilingual {
  return SOURCES[source] ?? say(source, source);
}
