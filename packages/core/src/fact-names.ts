import type { Bilingual } from './bilingual.ts';

interface TextOrNumber extends Bilingual {
  type: 'text' | 'number';
  /** What to ask the customer, or do, to get it. */
  ask?: Bilingual;
}
interface Flag {
  type: 'flag';
  yes: Bilingual;
  no: Bilingual;
  ask?: Bilingual;
}
export type Fact = TextOrNumber | Flag;

const text = (zh: string, en: string, ask?: Bilingual): Fact => ({ type: 'text', zh, en, ask });
const number = (zh: string, en: string, ask?: Bilingual): Fact => ({ type: 'number', zh, en, ask });
const flag = (yes: Bilingual, no: Bilingual, ask?: Bilingual): Fact => ({ type: 'flag', yes, no, ask });
const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** The columns of a customer that a rule's condition may read, by their own names. */
export const FACTS = {
  phone: text('手机号', 'phone', say('方便留个手机号吗？', 'May I have your mobile number?')),
  company_name: text(
    '公司名',
    'company name',
    say('请问贵公司全称是什么？', "What is your company's full name?"),
  ),
  real_name: text('姓名', 'real name', say('请问怎么称呼您？', 'What is your name?')),
  email: text('邮箱', 'e-mail'),
  address: text('地址', 'address'),
  wechat_id: text('微信号', 'WeChat id'),
  wechat_nickname: text('微信昵称', 'WeChat nickname'),
  wechat_remark: text('微信备注', 'WeChat remark'),
  erp_customer_code: text('客户编号', 'customer number'),
  erp_customer_category: text('客户分类', 'category'),
  erp_follow_level: text('跟进程度', 'follow level'),
  erp_source: text('客户来源', 'source'),
  erp_value_assessment: text('价值评估', 'value assessment'),
  erp_industry: text('行业', 'industry'),
  erp_region: text('区域', 'region'),
  summary: text('客户简介', 'summary'),
  notes: text('备注', 'notes'),
  credit_code: text('统一社会信用代码', 'credit code'),
  extracted_company_info: text('提取的公司信息', 'extracted company info'),
  extracted_product_interest: text('感兴趣的产品', 'product interest'),
  extracted_needs: text('需求', 'needs'),
  business_license_path: text(
    '营业执照文件',
    'licence file',
    say('方便发一下营业执照吗？', 'Could you send your business licence?'),
  ),
  business_license_info: text(
    '营业执照信息',
    'record of a licence',
    say('方便发一下营业执照吗？', 'Could you send your business licence?'),
  ),
  intent_level: text('意向等级', 'intent level'),
  last_message_content: text('最后一条消息', 'last message'),
  first_contact_time: text('首次联系时间', 'first contact'),
  last_contact_time: text('最近联系时间', 'last contact'),
  stage: text('阶段', 'stage'),
  company_name_source: text('公司名来源', "company name's source"),
  real_name_source: text('姓名来源', "real name's source"),
  phone_source: text('手机号来源', "phone's source"),
  email_source: text('邮箱来源', "e-mail's source"),

  intent_score: number(
    '意向分',
    'intent score',
    say('请问采购计划是什么，数量和时间大概多少？', 'What do you plan to buy, how many, and when?'),
  ),
  data_quality_score: number(
    '资料质量分',
    'quality score',
    say('请补全并核实手机号、公司全称和营业执照', 'Complete and verify phone, full company name and licence'),
  ),
  data_completeness: number('资料完整度', 'completeness'),
  message_count: number('消息数', 'message count', say('请继续跟进交流', 'Keep the conversation going')),
  conversation_days: number(
    '交流天数',
    'days of conversation',
    say('请继续跟进交流', 'Keep the conversation going'),
  ),

  phone_verified: flag(
    say('手机号已验证', 'phone verified'),
    say('手机号未验证', 'phone not verified'),
    say('请打电话或发短信核实手机号', 'Verify the phone by a call or a message'),
  ),
  company_name_verified: flag(
    say('公司名已验证', 'company name verified'),
    say('公司名未验证', 'company name not verified'),
    say('请核实公司全称（工商信息或营业执照）', "Verify the company's full name (register or licence)"),
  ),
  email_verified: flag(say('邮箱已验证', 'e-mail verified'), say('邮箱未验证', 'e-mail not verified')),
  business_license_verified: flag(
    say('营业执照已验证', 'business licence verified'),
    say('营业执照未验证', 'business licence not verified'),
    say('请上传并核实营业执照', 'Upload and verify the business licence'),
  ),
  has_order: flag(say('有订单', 'has an order'), say('没有订单', 'has no order')),
  has_contract: flag(say('有合同', 'has a contract'), say('没有合同', 'has no contract')),
  has_payment: flag(say('有付款', 'has paid'), say('没有付款', 'has not paid')),
  has_quote_request: flag(
    say('问过报价', 'asked for a quote'),
    say('没问过报价', 'has not asked for a quote'),
    say('需要我给您报个价吗？', 'Shall I make you a quote?'),
  ),
  has_consent: flag(
    say('已同意留存资料', 'consented to their data being kept'),
    say('还没有同意留存资料', 'has not consented to their data being kept'),
    say(
      '为了给您报价和服务，我们会留存您的联系方式，您看可以吗？',
      'May we keep your contact details, to quote and serve you?',
    ),
  ),
  marked_as_important: flag(
    say('标记为重要', 'marked important'),
    say('未标记为重要', 'not marked important'),
  ),
  marked_as_invalid: flag(
    say('标记为无效', 'marked invalid'),
    say('未标记为无效', 'not marked invalid'),
    say('如果标记有误，请先取消“无效”标记', 'If the mark is wrong, take it off first'),
  ),
} as const satisfies Record<string, Fact>;

export type FactName = keyof typeof FACTS;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** Any fact's entry, with the optional parts visible. */
export function factEntry(name: FactName): Fact {
  return FACTS[name];
}
