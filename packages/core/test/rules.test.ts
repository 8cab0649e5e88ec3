import { describe, expect, it } from 'vitest';
import { conditionInWords } from '../src/condition.ts';
import {
  type Customer,
  compileRuleSet,
  DEFAULT_RULES,
  decide,
  defaultRules,
  type PartialThresholds,
  type Rule,
  ruleInWords,
} from '../src/index.ts';
import { expectBothLanguages, expectNames } from './support/bilingual.ts';
import { person } from './support/customers.ts';
import { compiled, ruleOf } from './support/rules.ts';

/** domain.md, "Admission rules". */
const TABLE: [name: string, type: string, priority: number, action: string, confidence: number | string][] = [
  ['low_marked_invalid', 'low_quality', 200, 'SKIP', 1],
  ['mandatory_has_order', 'mandatory', 100, 'CREATE', 1],
  ['mandatory_has_contract', 'mandatory', 100, 'CREATE', 1],
  ['mandatory_has_payment', 'mandatory', 100, 'CREATE', 1],
  ['mandatory_marked_important', 'mandatory', 100, 'CREATE', 1],
  ['high_quality_verified', 'high_quality', 80, 'CREATE', 'quality'],
  ['high_quality_license', 'high_quality', 75, 'CREATE', 'quality'],
  ['high_quality_score', 'high_quality', 70, 'CREATE', 'quality'],
  ['medium_phone_quote', 'medium_quality', 50, 'CREATE', 0.75],
  ['medium_company_license', 'medium_quality', 50, 'CREATE', 0.8],
  ['medium_deep_engagement', 'medium_quality', 45, 'CREATE', 0.7],
  ['low_no_info', 'low_quality', 0, 'SKIP', 0],
  ['low_intent', 'low_quality', 0, 'SKIP', 0],
  ['low_engagement', 'low_quality', 0, 'SKIP', 0],
];

describe('the default rules', () => {
  it('are those of the table: name, type, priority, action, confidence', () => {
    expect(
      DEFAULT_RULES.map((rule) => [
        rule.rule_name,
        rule.rule_type,
        rule.rule_priority,
        rule.rule_action,
        rule.confidence,
      ]),
    ).toEqual(TABLE);
    expect(DEFAULT_RULES.every((rule) => rule.is_active)).toBe(true);
  });

  it('are described in both languages, no two alike', () => {
    expectNames(DEFAULT_RULES.map((rule) => rule.description));
  });

  it('describe a mandatory one by the flag that it reads', () => {
    for (const rule of DEFAULT_RULES.filter(({ rule_type }) => rule_type === 'mandatory')) {
      const { tree } = compiled([rule]).rules[0]!.condition;
      const flag = conditionInWords(tree);
      expect(rule.description.zh).toContain(flag.zh);
      expect(rule.description.en).toContain(flag.en);
    }
  });

  it('are switched off by group, and the mark for invalid customers never', () => {
    const off = (group: keyof PartialThresholds) =>
      defaultRules({ [group]: { enabled: false } })
        .filter((rule) => !rule.is_active)
        .map((rule) => rule.rule_name);
    const named = (prefix: string) => TABLE.map(([name]) => name).filter((name) => name.startsWith(prefix));
    expect(off('mandatory_sync')).toEqual(named('mandatory_'));
    expect(off('high_quality_sync')).toEqual(named('high_quality_'));
    expect(off('medium_quality_sync')).toEqual(named('medium_'));
    expect(off('low_quality_skip')).toEqual(['low_no_info', 'low_intent', 'low_engagement']);
  });

  it.each<[thresholds: PartialThresholds, at: Partial<Customer>, below: Partial<Customer>, rule: string]>([
    [
      { high_quality_sync: { min_intent_score: 62.5 } },
      { phone_verified: true, company_name_verified: true, intent_score: 62.5 },
      { phone_verified: true, company_name_verified: true, intent_score: 62.4 },
      'high_quality_verified',
    ],
    [
      { high_quality_sync: { min_quality_score: 66 } },
      { business_license_verified: true, data_quality_score: 66 },
      { business_license_verified: true, data_quality_score: 65 },
      'high_quality_license',
    ],
    [
      { high_quality_sync: { min_quality_score: 66 } },
      { data_quality_score: 66 },
      { data_quality_score: 65 },
      'high_quality_score',
    ],
    [
      { medium_quality_sync: { min_conversation_days: 3 } },
      { conversation_days: 3, message_count: 50 },
      { conversation_days: 2, message_count: 50 },
      'medium_deep_engagement',
    ],
    [
      { medium_quality_sync: { min_message_count: 20 } },
      { conversation_days: 7, message_count: 20 },
      { conversation_days: 7, message_count: 19 },
      'medium_deep_engagement',
    ],
    [
      { low_quality_skip: { min_intent_score: 10 } },
      { real_name: '张三', intent_score: 9, message_count: 20 },
      { real_name: '张三', intent_score: 10, message_count: 20 },
      'low_intent',
    ],
    [
      { low_quality_skip: { min_message_count: 3 } },
      { real_name: '张三', intent_score: 30, message_count: 2 },
      { real_name: '张三', intent_score: 30, message_count: 3 },
      'low_engagement',
    ],
  ])('with %j decide for %j and not for %j', (thresholds, at, below, rule) => {
    const ruleSet = compiled(defaultRules(thresholds));
    expect(decide(ruleSet, person(at)).rule).toBe(rule);
    expect(decide(ruleSet, person(below)).rule).not.toBe(rule);
  });
});

describe('a rule in words', () => {
  const inWords = (other: Partial<Rule>) => ruleInWords(ruleOf('phone != ""', other));

  it('says what it asks, what it answers, of what type it is and how sure', () => {
    expect(inWords({ confidence: 0.75 })).toEqual({
      zh: '有手机号：准入（中等质量，置信度 0.75）',
      en: 'has a phone: admitted (medium quality, confidence 0.75)',
    });
    expect(inWords({ rule_action: 'SKIP', rule_type: 'low_quality', confidence: 0 })).toEqual({
      zh: '有手机号：不准入（低质量，置信度 0）',
      en: 'has a phone: not admitted (low quality, confidence 0)',
    });
    expect(inWords({ rule_type: 'high_quality', confidence: 'quality' })).toEqual({
      zh: '有手机号：准入（高质量，置信度按资料质量分）',
      en: 'has a phone: admitted (high quality, confidence by the quality score)',
    });
  });

  it('shows a condition that does not compile as it was written', () => {
    const words = ruleInWords(ruleOf('phoen != ""', { rule_type: 'mandatory' }));
    expect(words.zh).toMatch(/^phoen != ""：.*必须同步/);
    expect(words.en).toMatch(/^phoen != "": .*mandatory/);
  });

  it('is in both languages for every default rule', () => {
    for (const rule of DEFAULT_RULES) expectBothLanguages(ruleInWords(rule));
  });
});

describe('a rule set', () => {
  it('holds the active rules in the order in which they are asked', () => {
    const ruleSet = compiled(
      [
        ruleOf('has_order', { rule_name: 'late', rule_priority: 1 }),
        ruleOf('has_order', { rule_name: 'off', rule_priority: 99, is_active: false }),
        ruleOf('has_order', { rule_name: 'first', rule_priority: 50 }),
        ruleOf('has_order', { rule_name: 'second', rule_priority: 50 }),
      ],
      7,
    );
    expect(ruleSet.version).toBe(7);
    expect(ruleSet.rules.map(({ rule }) => rule.rule_name)).toEqual(['first', 'second', 'late']);
  });

  it.each<[fault: Partial<Rule>, message: string, hint: string]>([
    [{ rule_name: 'default' }, 'this name is taken', 'a rule cannot be called default'],
    [{ rule_name: 'floor' }, 'this name is taken', 'a rule cannot be called floor'],
    [{ rule_name: 'earlier' }, 'two rules have this name', 'give every rule a name of its own'],
    [
      { rule_priority: Number.POSITIVE_INFINITY },
      'the priority is not a number',
      'use a whole number, e.g. 50',
    ],
    [{ confidence: -0.1 }, 'the confidence is out of range', 'use 0 to 1, or quality'],
    [{ confidence: 1.1 }, 'the confidence is out of range', 'use 0 to 1, or quality'],
    [{ confidence: Number.NaN }, 'the confidence is out of range', 'use 0 to 1, or quality'],
  ])('with %j is refused: %s', (fault, message, hint) => {
    const rules = [ruleOf('has_order', { rule_name: 'earlier' }), ruleOf('has_order', fault)];
    const rule_name = rules[1]!.rule_name;
    expect(compileRuleSet({ version: 1, rules })).toEqual({
      ok: false,
      problems: [{ rule_name, message, hint, line: 1, column: 1 }],
    });
  });

  it('takes a confidence of exactly 0, 1 or the quality', () => {
    for (const confidence of [0, 1, 'quality'] as const) {
      expect(compileRuleSet({ version: 1, rules: [ruleOf('has_order', { confidence })] })).toMatchObject({
        ok: true,
      });
    }
  });
});
