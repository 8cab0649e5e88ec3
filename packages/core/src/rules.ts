import type { Bilingual } from './bilingual.ts';

export type RuleType = 'mandatory' | 'high_quality' | 'medium_quality' | 'low_quality';
export type RuleAction = 'CREATE' | 'SKIP';

/** One admission rule (准入规则), by the columns of `erp_sync_rules`. */
export interface Rule {
  rule_name: string;
  rule_type: RuleType;
  /** Highest first; rules of equal priority keep their order. */
  rule_priority: number;
  /** A CEL condition over the facts of `facts.ts`. */
  rule_conditions: string;
  rule_action: RuleAction;
  /** 0–1, or `quality`: the customer's quality score / 100. */
  confidence: number | 'quality';
  is_active: boolean;
  description: Bilingual;
}

/** The section `rules` of config.yaml: a switch per group, and the numbers in its conditions. */
export interface RuleThresholds {
  mandatory_sync: { enabled: boolean };
  high_quality_sync: { enabled: boolean; min_quality_score: number; min_intent_score: number };
  medium_quality_sync: { enabled: boolean; min_conversation_days: number; min_message_count: number };
  low_quality_skip: { enabled: boolean; min_intent_score: number; min_message_count: number };
}

export type PartialThresholds = { [Group in keyof RuleThresholds]?: Partial<RuleThresholds[Group]> };

export const DEFAULT_THRESHOLDS: RuleThresholds = {
  mandatory_sync: { enabled: true },
  high_quality_sync: { enabled: true, min_quality_score: 80, min_intent_score: 80 },
  medium_quality_sync: { enabled: true, min_conversation_days: 7, min_message_count: 50 },
  low_quality_skip: { enabled: true, min_intent_score: 30, min_message_count: 5 },
};

/**
 * The fourteen rules of domain.md with other thresholds. A group that is switched off keeps its rules, inactive;
 * `low_marked_invalid` stays active whatever the switch, because it protects the ERP and is no judgement of quality.
 */
export function defaultRules(thresholds: PartialThresholds = {}): Rule[] {
  const high = { ...DEFAULT_THRESHOLDS.high_quality_sync, ...thresholds.high_quality_sync };
  const medium = { ...DEFAULT_THRESHOLDS.medium_quality_sync, ...thresholds.medium_quality_sync };
  const low = { ...DEFAULT_THRESHOLDS.low_quality_skip, ...thresholds.low_quality_skip };
  const mandatory = { ...DEFAULT_THRESHOLDS.mandatory_sync, ...thresholds.mandatory_sync };
  return [
    markedInvalid(),
    ...switched(mandatory.enabled, mandatoryRules()),
    ...switched(high.enabled, highQualityRules(high)),
    ...switched(medium.enabled, mediumQualityRules(medium)),
    ...switched(low.enabled, lowQualityRules(low)),
  ];
}

export const DEFAULT_RULES: readonly Rule[] = defaultRules();

function markedInvalid(): Rule {
  return rule('low_marked_invalid', 'low_quality', 200, 'marked_as_invalid', 'SKIP', 1, {
    zh: '标记为无效的客户不进 ERP',
    en: 'A customer marked invalid does not enter the ERP',
  });
}

function mandatoryRules(): Rule[] {
  const flags = [
    ['mandatory_has_order', 'has_order', '有订单', 'has an order'],
    ['mandatory_has_contract', 'has_contract', '有合同', 'has a contract'],
    ['mandatory_has_payment', 'has_payment', '有付款', 'has paid'],
    ['mandatory_marked_important', 'marked_as_important', '被标记为重要', 'is marked important'],
  ] as const;
  return flags.map(([name, flag, zh, en]) =>
    rule(name, 'mandatory', 100, flag, 'CREATE', 1, {
      zh: `${zh}的客户必须进 ERP`,
      en: `A customer who ${en} always enters the ERP`,
    }),
  );
}

function highQualityRules(at: RuleThresholds['high_quality_sync']): Rule[] {
  const quality = `data_quality_score >= ${double(at.min_quality_score)}`;
  const verified = `phone_verified && company_name_verified && intent_score >= ${double(at.min_intent_score)}`;
  return [
    rule('high_quality_verified', 'high_quality', 80, verified, 'CREATE', 'quality', {
      zh: '手机号和公司名都已验证，意向高',
      en: 'Phone and company name verified, high intent',
    }),
    rule(
      'high_quality_license',
      'high_quality',
      75,
      `business_license_verified && ${quality}`,
      'CREATE',
      'quality',
      { zh: '营业执照已验证，资料质量高', en: 'Licence verified, high quality' },
    ),
    rule('high_quality_score', 'high_quality', 70, quality, 'CREATE', 'quality', {
      zh: '资料质量高',
      en: 'High quality',
    }),
  ];
}

function mediumQualityRules(at: RuleThresholds['medium_quality_sync']): Rule[] {
  const days = `conversation_days >= ${double(at.min_conversation_days)}`;
  const engaged = `${days} && message_count >= ${double(at.min_message_count)}`;
  const licensed = 'company_name != "" && (business_license_path != "" || business_license_info != "")';
  return [
    rule('medium_phone_quote', 'medium_quality', 50, 'phone != "" && has_quote_request', 'CREATE', 0.75, {
      zh: '有手机号并且问过报价',
      en: 'Has a phone and asked for a quote',
    }),
    rule('medium_company_license', 'medium_quality', 50, licensed, 'CREATE', 0.8, {
      zh: '有公司名并且上传了营业执照',
      en: 'Has a company name and uploaded a licence',
    }),
    rule('medium_deep_engagement', 'medium_quality', 45, engaged, 'CREATE', 0.7, {
      zh: '交流深入：天数和消息数都够',
      en: 'Deep engagement: enough days and messages',
    }),
  ];
}

function lowQualityRules(at: RuleThresholds['low_quality_skip']): Rule[] {
  const nothing = 'phone == "" && company_name == "" && real_name == ""';
  return [
    rule('low_no_info', 'low_quality', 0, nothing, 'SKIP', 0, {
      zh: '没有手机号、公司名和姓名',
      en: 'No phone, company name or real name',
    }),
    rule('low_intent', 'low_quality', 0, `intent_score < ${double(at.min_intent_score)}`, 'SKIP', 0, {
      zh: '意向太低',
      en: 'Intent too low',
    }),
    rule('low_engagement', 'low_quality', 0, `message_count < ${double(at.min_message_count)}`, 'SKIP', 0, {
      zh: '交流太少',
      en: 'Too little engagement',
    }),
  ];
}

function rule(
  rule_name: string,
  rule_type: RuleType,
  rule_priority: number,
  rule_conditions: string,
  rule_action: RuleAction,
  confidence: Rule['confidence'],
  description: Bilingual,
): Rule {
  return {
    rule_name,
    rule_type,
    rule_priority,
    rule_conditions,
    rule_action,
    confidence,
    is_active: true,
    description,
  };
}

function switched(enabled: boolean, rules: Rule[]): Rule[] {
  return rules.map((one) => ({ ...one, is_active: enabled }));
}

/** CEL numbers of type double are written with a point. */
export function double(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
