import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, factsOf } from '../src/facts.ts';
import {
  type Customer,
  compileCondition,
  compileRuleSet,
  DEFAULT_RULES,
  decide,
  defaultRules,
  type Rule,
  type RuleType,
  type ScoreFloor,
} from '../src/index.ts';
import { person } from './support/customers.ts';
import { compiled, ruleOf } from './support/rules.ts';

const rules = compiled();
function answerOf(source: string, facts: Facts) {
  const condition = compileCondition(source);
  return condition.ok && condition.evaluate(facts);
}
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

describe('any decision', () => {
  const condition = fc.constantFrom(
    'true',
    'has_order',
    '!has_order',
    'intent_score >= 50.0',
    'phone != ""',
    'int(phone) > 5',
  );
  const rule = fc.record({
    rule_conditions: condition,
    rule_priority: fc.integer({ min: 0, max: 3 }),
    rule_action: fc.constantFrom<'CREATE' | 'SKIP'>('CREATE', 'SKIP'),
    rule_type: fc.constantFrom<RuleType>('mandatory', 'high_quality', 'low_quality'),
    is_active: fc.boolean(),
  });
  const ruleSet = fc
    .array(rule, { maxLength: 8 })
    .map((rules) =>
      rules.map((one, index) => ruleOf(one.rule_conditions, { ...one, rule_name: `r${index}` })),
    );
  const customer = fc
    .record({
      has_order: fc.boolean(),
      intent_score: fc.constantFrom(0, 50),
      phone: fc.constantFrom(null, '7', 'x'),
    })
    .map(person);

  it('is the first match by priority, equal ones in the order of the table; inactive and broken rules have no say', () => {
    fc.assert(
      fc.property(ruleSet, customer, (table, who) => {
        const facts = factsOf(who);
        const answers = table.map((one) => ({ one, answer: answerOf(one.rule_conditions, facts) }));
        const matching = answers.filter(({ one, answer }) => one.is_active && answer === true);
        const highest = Math.max(...matching.map(({ one }) => one.rule_priority));
        const first = matching.find(({ one }) => one.rule_priority === highest)?.one;
        const decision = decide(compiled(table), who);
        expect(decision).toMatchObject({
          rule: first?.rule_name ?? 'default',
          action: first?.rule_action ?? 'SKIP',
          rule_type: first?.rule_type ?? null,
          priority: first?.rule_priority ?? null,
          confidence: first === undefined ? 0 : 0.5,
          condition: first?.rule_conditions ?? null,
        });
        const broken = answers.filter(({ one, answer }) => one.is_active && answer === 'unknown');
        for (const name of decision.unknown) expect(broken.map(({ one }) => one.rule_name)).toContain(name);
        if (decision.action === 'CREATE') expect(decision.missing).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a customer marked invalid out, whatever else is known and whichever groups are switched on', () => {
    const group = fc.record({ enabled: fc.boolean() });
    const thresholds = fc.record({
      mandatory_sync: group,
      high_quality_sync: group,
      medium_quality_sync: group,
      low_quality_skip: group,
    });
    const known = fc.record({
      has_order: fc.boolean(),
      has_contract: fc.boolean(),
      has_payment: fc.boolean(),
      marked_as_important: fc.boolean(),
      phone: fc.constantFrom(null, '13800000001'),
      data_quality_score: fc.nat(100),
      intent_score: fc.nat(100),
    });
    fc.assert(
      fc.property(thresholds, known, (switches, flags) => {
        const decision = decide(
          compiled(defaultRules(switches)),
          person({ ...flags, marked_as_invalid: true }),
          { floor: { min_quality_score: 50 } },
        );
        expect(decision).toMatchObject({ action: 'SKIP', rule: 'low_marked_invalid', confidence: 1 });
      }),
    );
  });

  it('is as sure as the quality score where the rule says so, never below 0 or above 1', () => {
    const sure = (data_quality_score: number) =>
      decide(compiled([ruleOf('true', { confidence: 'quality' })]), person({ data_quality_score }))
        .confidence;
    expect([-5, 0, 42, 100, 130].map(sure)).toEqual([0, 0, 0.42, 1, 1]);
  });
});

describe('the reason of a decision', () => {
  it.each<[known: Partial<Customer>, zh: string, en: string]>([
    [
      { has_order: true },
      '规则 mandatory_has_order：有订单，准入',
      'Rule mandatory_has_order: has an order: admitted',
    ],
    [
      { marked_as_invalid: true },
      '规则 low_marked_invalid：标记为无效，不准入',
      'Rule low_marked_invalid: marked invalid: not admitted',
    ],
    [
      { real_name: '张三', ...talk },
      '没有规则匹配，按默认不准入',
      'No rule matched: not admitted by default',
    ],
  ])('for %j is %s', (known, zh, en) => {
    expect(deciding(known).reason).toEqual({ zh, en });
  });

  it('names the rules that were passed over', () => {
    const broken = ['one', 'two'].map((rule_name) => ruleOf('int(phone) > 5', { rule_name }));
    expect(decide(compiled(broken), person({ phone: 'x' })).reason).toEqual({
      zh: '没有规则匹配，按默认不准入。规则 one, two 无法判断，已跳过',
      en: 'No rule matched: not admitted by default. Could not be evaluated and was passed over: one, two',
    });
  });

  it('names the rule that the floor held back', () => {
    const held = decide(rules, person({ phone: '13800000001', has_quote_request: true }), {
      floor: { min_intent_score: 1 },
    });
    expect(held.reason).toEqual({
      zh: '规则 medium_phone_quote 满足，但低于配置的最低分，不准入',
      en: 'Rule medium_phone_quote matched, but a score is below the configured least score: not admitted',
    });
  });
});

describe('what is missing', () => {
  const ways = (table: Rule[], known: Partial<Customer> = {}, floor?: ScoreFloor) =>
    decide(compiled(table), person(known), floor === undefined ? {} : { floor }).missing.map(
      ({ rule, what }) => `${rule}: ${what}`,
    );
  const far = ruleOf('intent_score >= 80.0', { rule_name: 'far' });
  const near = ruleOf('phone != ""', { rule_name: 'near', rule_priority: 1 });

  it('is told nearest rule first, and never by a mandatory rule', () => {
    const must = ruleOf('has_order', { rule_name: 'must', rule_type: 'mandatory' });
    expect(ways([must, far, near])).toEqual(['near: phone', 'far: intent_score']);
  });

  it('is not told by rules that would keep a customer out', () => {
    const skip = ruleOf('email != ""', { rule_name: 'skip', rule_action: 'SKIP' });
    expect(ways([skip, near])).toEqual(['near: phone']);
  });

  it('names a rule that stands before one that would admit, not one that stands after all of them', () => {
    const before = ruleOf('real_name == ""', { rule_name: 'no', rule_action: 'SKIP', rule_priority: 90 });
    expect(ways([before, near])).toEqual(['no: real_name', 'near: phone']);
    expect(ways([before, near], { phone: '1' })).toEqual(['no: real_name']);
    expect(ways([near, { ...before, rule_priority: 0 }])).toEqual(['near: phone']);
  });

  it('names the rule itself where its condition reads nothing', () => {
    const closed = ruleOf('true', { rule_name: 'closed', rule_action: 'SKIP', rule_priority: 90 });
    const decision = decide(compiled([closed, near]), person());
    expect(decision.missing[0]).toEqual({
      what: 'closed',
      rule: 'closed',
      zh: '阻挡：true',
      en: 'in the way: true',
    });
  });

  it('names both least scores that are not reached, before all else', () => {
    const floor = { min_quality_score: 10, min_intent_score: 20 };
    expect(ways([near], {}, floor)).toEqual([
      'floor: data_quality_score',
      'floor: intent_score',
      'near: phone',
    ]);
    expect(ways([near], { phone: '1' }, floor)).toEqual(['floor: data_quality_score', 'floor: intent_score']);
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
