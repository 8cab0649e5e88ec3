import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, compileRuleSet, DEFAULT_RULES, decide, defaultRules } from '../src/index.ts';
import { person } from './support/customers.ts';
import { compiled, ruleOf } from './support/rules.ts';

const rules = compiled();
const deciding = (known: Partial<Customer>) => decide(rules, person(known));

/** A customer made for each rule, and the same one just below the threshold with who decides then. */
const verified = { phone_verified: true, company_name_verified: true };
const talk = { message_count: 5, intent_score: 30 };
const CASES: [rule: string, action: string, confidence: number, known: Partial<Customer>][] = [
  ['low_marked_invalid', 'SKIP', 1, { marked_as_invalid: true, has_order: true }],
  ['mandatory_has_order', 'CREATE', 1, { has_order: true }],
  ['mandatory_has_contract', 'CREATE', 1, { has_contract: true }],
  ['mandatory_has_payment', 'CREATE', 1, { has_payment: true }],
  ['mandatory_marked_important', 'CREATE', 1, { marked_as_important: true }],
  ['high_quality_verified', 'CREATE', 0.6, { ...verified, intent_score: 80, data_quality_score: 60 }],
  ['high_quality_license', 'CREATE', 0.8, { business_license_verified: true, data_quality_score: 80 }],
  ['high_quality_score', 'CREATE', 0.85, { data_quality_score: 85 }],
  ['medium_phone_quote', 'CREATE', 0.75, { phone: '13800000001', has_quote_request: true }],
  ['medium_company_license', 'CREATE', 0.8, { company_name: '某某厂', business_license_path: 'a.jpg' }],
  ['medium_deep_engagement', 'CREATE', 0.7, { conversation_days: 7, message_count: 50 }],
  ['low_no_info', 'SKIP', 0, { intent_score: 90, message_count: 20 }],
  ['low_intent', 'SKIP', 0, { real_name: '张三', intent_score: 29.9, message_count: 20 }],
  ['low_engagement', 'SKIP', 0, { real_name: '张三', intent_score: 30, message_count: 4 }],
  ['default', 'SKIP', 0, { real_name: '张三', ...talk }],
];

const BOUNDARIES: [why: string, below: Partial<Customer>, rule: string][] = [
  ['intent 79.9', { ...verified, real_name: '张三', ...talk, intent_score: 79.9 }, 'default'],
  [
    'phone not verified',
    { ...verified, phone_verified: false, real_name: '张三', ...talk, intent_score: 80 },
    'default',
  ],
  [
    'company not verified',
    { ...verified, company_name_verified: false, real_name: '张三', ...talk, intent_score: 80 },
    'default',
  ],
  [
    'quality 79.9 with a licence',
    { business_license_verified: true, real_name: '张三', ...talk, data_quality_score: 79.9 },
    'default',
  ],
  ['quality 79.9', { data_quality_score: 79.9, real_name: '张三', ...talk }, 'default'],
  ['a phone without a quote request', { phone: '13800000001', ...talk }, 'default'],
  ['a quote request without a phone', { has_quote_request: true, real_name: '张三', ...talk }, 'default'],
  ['a company without a licence', { company_name: '某某厂', ...talk }, 'default'],
  ['six days', { conversation_days: 6, message_count: 50, real_name: '张三', intent_score: 30 }, 'default'],
  [
    '49 messages',
    { conversation_days: 7, message_count: 49, real_name: '张三', intent_score: 30 },
    'default',
  ],
  ['empty licence JSON', { company_name: '某某厂', business_license_info: '{}', ...talk }, 'default'],
];

describe('the fourteen default rules', () => {
  it('are fourteen, and no two share a name', () => {
    expect(DEFAULT_RULES).toHaveLength(14);
    expect(new Set(DEFAULT_RULES.map((rule) => rule.rule_name)).size).toBe(14);
    expect(CASES.map(([rule]) => rule)).toEqual([...DEFAULT_RULES.map((rule) => rule.rule_name), 'default']);
  });

  for (const [rule, action, confidence, known] of CASES) {
    it(`${rule} decides for a customer made for it`, () => {
      expect(deciding(known)).toMatchObject({ rule, action, confidence, rule_set_version: 1, unknown: [] });
    });
  }

  for (const [why, known, rule] of BOUNDARIES) {
    it(`does not admit ${why}`, () => {
      expect(deciding(known)).toMatchObject({ rule, action: 'SKIP' });
    });
  }

  it('asks the highest priority first, and equal ones in the order of the table', () => {
    expect(deciding({ has_order: true, has_contract: true }).rule).toBe('mandatory_has_order');
    expect(
      deciding({
        phone: '13800000001',
        has_quote_request: true,
        company_name: '某某厂',
        business_license_path: 'a',
      }).rule,
    ).toBe('medium_phone_quote');
    const reversed = compiled([...DEFAULT_RULES].reverse());
    expect(decide(reversed, person({ has_order: true, has_contract: true })).rule).toBe(
      'mandatory_has_contract',
    );
  });

  it('follow configured thresholds and switches', () => {
    const lower = compiled(defaultRules({ high_quality_sync: { min_quality_score: 70 } }));
    expect(decide(lower, person({ data_quality_score: 70 })).rule).toBe('high_quality_score');
    const off = compiled(
      defaultRules({ high_quality_sync: { enabled: false }, low_quality_skip: { enabled: false } }),
    );
    expect(decide(off, person({ data_quality_score: 95 })).rule).toBe('default');
  });

  it('keep an invalid customer out even when the low-quality group is switched off', () => {
    const off = compiled(defaultRules({ low_quality_skip: { enabled: false } }));
    expect(decide(off, person({ marked_as_invalid: true, has_order: true })).action).toBe('SKIP');
  });

  it('are asked of every customer without an unknown answer', () => {
    fc.assert(
      fc.property(
        fc.record({
          phone: fc.option(fc.string()),
          company_name: fc.option(fc.string()),
          intent_score: fc.integer({ min: 0, max: 100 }),
          data_quality_score: fc.double({ min: 0, max: 100, noNaN: true }),
          has_quote_request: fc.boolean(),
          message_count: fc.nat(),
        }),
        (known) => {
          const decision = deciding(known);
          expect(decision.unknown).toEqual([]);
          expect(decision.action === 'CREATE').toBe(decision.missing.length === 0);
        },
      ),
    );
  });
});

describe('a decision', () => {
  it('shows every value that its condition read, with phones masked', () => {
    expect(deciding({ phone: '13800000001', has_quote_request: true })).toMatchObject({
      condition: 'phone != "" && has_quote_request',
      saw: { phone: '138****0001', has_quote_request: true },
    });
  });

  it('masks phones in any text that a rule read', () => {
    const ruleSet = compiled([ruleOf('last_message_content != ""')]);
    const decision = decide(ruleSet, person({ last_message_content: '打 13800000001' }));
    expect(decision.saw).toEqual({ last_message_content: '打 138****0001' });
  });

  it('shows for the default what all rules read', () => {
    const { saw } = deciding({ real_name: '张三', ...talk });
    expect(saw).toMatchObject({ phone: null, real_name: '张三', intent_score: 30, has_order: false });
  });

  it('says what would let the customer in, the nearest rule first', () => {
    const quoteOnly = deciding({ has_quote_request: true, real_name: '张三', ...talk });
    expect(quoteOnly.missing[0]).toEqual({
      what: 'phone',
      zh: '还差手机号',
      en: 'phone is missing',
      rule: 'medium_phone_quote',
    });
    const almost = deciding({
      ...verified,
      phone_verified: false,
      real_name: '张三',
      ...talk,
      intent_score: 80,
    });
    expect(almost.missing[0]).toMatchObject({ zh: '手机号未验证', rule: 'high_quality_verified' });
    const cool = deciding({ ...verified, real_name: '张三', ...talk, intent_score: 55 });
    expect(cool.missing[0]).toMatchObject({ what: 'intent_score', zh: '意向分 55，需要 80' });
    const unlicensed = deciding({ company_name: '某某厂', ...talk });
    expect(unlicensed.missing[0]).toMatchObject({ what: 'business_license', zh: '还差营业执照' });
  });

  it('names the mark that stands in the way of an invalid customer', () => {
    expect(deciding({ marked_as_invalid: true }).missing[0]).toMatchObject({
      what: 'marked_as_invalid',
      rule: 'low_marked_invalid',
    });
  });

  it('lists for every rule all that it lacks, and for an invalid customer who would enter only the mark', () => {
    const { missing } = deciding({ company_name: '某某厂', ...talk });
    expect(missing.filter(({ rule }) => rule === 'high_quality_license').map(({ what }) => what)).toEqual([
      'business_license_verified',
      'data_quality_score',
    ]);
    expect(deciding({ marked_as_invalid: true, has_order: true }).missing.map(({ what }) => what)).toEqual([
      'marked_as_invalid',
    ]);
  });

  it('passes over a rule that cannot be evaluated and says so', () => {
    const ruleSet = compiled([
      ruleOf('int(phone) > 5', { rule_name: 'breaks', rule_priority: 90 }),
      ruleOf('real_name != ""', { rule_name: 'holds' }),
    ]);
    const decision = decide(ruleSet, person({ phone: 'x', real_name: '张三' }));
    expect(decision).toMatchObject({ rule: 'holds', unknown: ['breaks'] });
    expect(decision.reason.zh).toContain('breaks');
    expect(decision.reason.en).toContain('breaks');
    expect(decide(ruleSet, person({ phone: 'x' }))).toMatchObject({ rule: 'default', unknown: ['breaks'] });
  });

  it('takes a column of the wrong type for unknown, not for false', () => {
    const odd = { ...person({ real_name: '张三' }), intent_score: 'high' as unknown as number };
    expect(decide(rules, odd).unknown).toContain('low_intent');
  });
});

describe('the floor', () => {
  const floor = { min_quality_score: 60, min_intent_score: 50, min_score_for_sync: 70 };
  const asking: Partial<Customer> = { phone: '13800000001', has_quote_request: true };

  it('holds back a match below any of its scores, and says what is missing', () => {
    const decision = decide(rules, person({ ...asking, intent_score: 50, data_quality_score: 69 }), {
      floor,
    });
    expect(decision).toMatchObject({ action: 'SKIP', rule: 'floor', confidence: 0 });
    expect(decision.saw).toMatchObject({ data_quality_score: 69, intent_score: 50 });
    expect(decision.missing).toEqual(
      expect.arrayContaining([expect.objectContaining({ zh: '资料质量分 69，需要 70', rule: 'floor' })]),
    );
    expect(
      decide(rules, person({ ...asking, intent_score: 49, data_quality_score: 70 }), { floor }).rule,
    ).toBe('floor');
  });

  it('lets a match through at exactly its scores', () => {
    const at = person({ ...asking, intent_score: 50, data_quality_score: 70 });
    expect(decide(rules, at, { floor })).toMatchObject({ action: 'CREATE', rule: 'medium_phone_quote' });
  });

  it('never holds back a mandatory rule, even one of lower priority than the match', () => {
    expect(decide(rules, person({ has_order: true }), { floor }).action).toBe('CREATE');
    const late = compiled([
      ruleOf('phone != ""', { rule_name: 'early', rule_priority: 90 }),
      ruleOf('phone != ""', {
        rule_name: 'skip',
        rule_priority: 80,
        rule_action: 'SKIP',
        rule_type: 'low_quality',
      }),
      ruleOf('has_order', { rule_name: 'must', rule_priority: 1, rule_type: 'mandatory' }),
    ]);
    expect(decide(late, person({ phone: '1', has_order: true }), { floor }).rule).toBe('must');
    expect(decide(late, person({ phone: '1' }), { floor }).rule).toBe('floor');
  });
});

describe('a rule set', () => {
  it('is refused with every fault at once', () => {
    const result = compileRuleSet({
      version: 2,
      rules: [
        ruleOf('phoen != ""', { rule_name: 'misspelt' }),
        ruleOf('has_order', { rule_name: 'twice' }),
        ruleOf('has_order', { rule_name: 'twice', confidence: 1.5, is_active: false }),
        ruleOf('has_order', { rule_name: 'default', rule_priority: Number.NaN }),
      ],
    });
    const problems = result.ok
      ? []
      : result.problems.map(({ rule_name, message }) => `${rule_name}: ${message}`);
    expect(problems.sort()).toEqual([
      'default: the priority is not a number',
      'default: this name is taken',
      'misspelt: Unknown variable: phoen',
      'twice: the confidence is out of range',
      'twice: two rules have this name',
    ]);
  });
});
