import { DEFAULT_RULES, defaultRules } from '@bangqiao/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffRules } from '../src/admit/rule-diff.ts';
import { readRuleFile, writeRuleFile } from '../src/admit/rule-file.ts';

const RULE = `- rule_name: guard
  rule_type: low_quality
  rule_priority: 200
  rule_conditions: marked_as_invalid
  rule_action: SKIP
`;
const file = (condition: string, more = '') =>
  `${RULE}- rule_name: quoted
  rule_type: medium_quality
  rule_priority: 50
  rule_conditions: ${condition}
  rule_action: CREATE
${more}`;

function onlyFault(text: string) {
  const { faults, rules } = readRuleFile(text);
  expect(rules).toEqual([]);
  expect(faults).toHaveLength(1);
  return faults[0]!;
}

test('the default rules come back from a file as they were', () => {
  const read = readRuleFile(writeRuleFile(DEFAULT_RULES, 'two\nlines'));
  expect(read).toEqual({ rules: DEFAULT_RULES, faults: [], warnings: [] });
});

test('a JSON list and a map with rules are read too', () => {
  expect(readRuleFile(JSON.stringify(DEFAULT_RULES)).rules).toEqual(DEFAULT_RULES);
  expect(readRuleFile(JSON.stringify({ rules: DEFAULT_RULES })).rules).toEqual(DEFAULT_RULES);
});

test('any description and condition comes back from a file exactly', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, text, (said, compared) => {
      const rule = {
        ...DEFAULT_RULES[0]!,
        description: { zh: said, en: said },
        rule_conditions: `summary == ${JSON.stringify(compared)}`,
      };
      expect(readRuleFile(writeRuleFile([rule], 'x')).rules).toEqual([rule]);
    }),
  );
});

test('what is left out is the usual: active, confidence by type, the name as description', () => {
  expect(readRuleFile(file('phone != ""')).rules[1]).toMatchObject({
    is_active: true,
    confidence: 0.75,
    description: { zh: 'quoted', en: 'quoted' },
  });
});

test.each([
  ['a plain condition', 'fone != "" && has_order', 9, 20, 0],
  ['a condition in quotes', `'has_order && fone != ""'`, 9, 34, 13],
  ['a block', '|\n    has_order &&\n      fone != ""', 11, 7, 2],
])(
  'a fault in %s is shown at its place in the file, with a caret and a hint',
  (_what, condition, line, column, caret) => {
    const fault = onlyFault(file(condition));
    expect(fault).toMatchObject({
      rule: 'quoted',
      line,
      column,
      problem: { zh: '没有这一列：fone', en: 'Unknown variable: fone' },
      hint: { zh: '是不是想写 phone？', en: 'did you mean phone?' },
    });
    expect(fault.excerpt?.at).toBe(caret);
    expect(fault.excerpt?.text.slice(caret)).toMatch(/^fone/);
  },
);

test('every fault of a file is named at once', () => {
  const { faults } = readRuleFile(`- rule_name: a
  rule_type: best
  rule_priority: high
  rule_condition: phone != ""
  rule_action: UPDATE
- rule_name: b
  rule_type: mandatory
  rule_priority: 1
  rule_conditions: has_order and has_payment
  rule_action: CREATE
  confidence: 2
`);
  expect(faults.map(({ rule, line, problem }) => [rule, line, problem.en])).toEqual([
    ['a', 4, 'a rule has no key rule_condition'],
    ['a', 2, 'rule_type does not fit: "best"'],
    ['a', 3, 'rule_priority does not fit: "high"'],
    ['a', 1, 'rule_conditions is missing'],
    ['a', 5, 'rule_action does not fit: "UPDATE"'],
    ['b', 11, 'confidence does not fit: 2'],
  ]);
  expect(faults[0]?.hint?.en).toBe('did you mean rule_conditions?');
});

test.each([
  ['text that is no YAML', '- rule_name: "a', 'not valid YAML'],
  ['nothing', '', 'a list of rules is expected'],
  ['an empty list', '[]', 'a list of rules is expected'],
  ['a word', 'hello', 'a list of rules is expected'],
  ['a list of words', '- hello', 'a rule is expected'],
  ['two rules of one name', RULE + RULE, 'two rules have this name'],
  ['a name that the product uses', RULE.replace('guard', 'default'), 'this name is taken'],
])('%s is refused with a place', (_what, text, said) => {
  const fault = onlyFault(text);
  expect(fault.problem.en).toContain(said);
  expect(fault.line).toBeGreaterThan(0);
});

test('a condition that YAML eats is refused with the way out', () => {
  expect(onlyFault(file('!has_order')).hint?.en).toContain('single quotes');
  expect(readRuleFile(file("'!has_order'")).rules[1]?.rule_conditions).toBe('!has_order');
});

test('conditions of the Python system are converted, written as JSON or as YAML', () => {
  const condition = 'phone_verified && intent_score >= 80.0';
  const json = `'{"phone_verified": true, "min_intent_score": 80}'`;
  const yaml = '{ phone_verified: true, min_intent_score: 80 }';
  for (const written of [json, yaml]) {
    expect(readRuleFile(file(written))).toMatchObject({
      warnings: [],
      rules: [{}, { rule_conditions: condition }],
    });
  }
});

test('a condition that cannot be converted is named, and its rule stays inactive, in the next file too', () => {
  const once = readRuleFile(file('{ vip: true, has_order: true }'));
  const twice = readRuleFile(writeRuleFile(once.rules, 'x'));
  for (const { rules, warnings, faults } of [once, twice]) {
    expect(faults).toEqual([]);
    expect(rules[1]).toMatchObject({ is_active: false, rule_conditions: '{"vip":true,"has_order":true}' });
    expect(warnings.map(({ rule }) => rule)).toEqual(['quoted', null]);
    expect(warnings[0]?.problem.en).toContain('vip: there is no such thing here');
  }
});

test('a set that may let marked customers in, or nobody at all, is doubted', () => {
  const doubted = (text: string) => readRuleFile(text).warnings.map(({ problem }) => problem.en.slice(0, 16));
  expect(doubted(RULE)).toEqual(['no active CREATE']);
  expect(doubted(file('has_order'))).toEqual([]);
  expect(doubted(file('has_order').replace('200', '50'))).toEqual(['customers marked']);
});

test('two sets are compared rule by rule', () => {
  const other = defaultRules({ low_quality_skip: { min_intent_score: 20 } }).filter(
    ({ rule_name }) => rule_name !== 'low_no_info',
  );
  other.push({ ...other[0]!, rule_name: 'another' });
  expect(diffRules(DEFAULT_RULES, DEFAULT_RULES)).toEqual([]);
  expect(diffRules(DEFAULT_RULES, other)).toEqual([
    { rule: 'low_no_info', change: 'removed', fields: [] },
    {
      rule: 'low_intent',
      change: 'changed',
      fields: [{ field: 'rule_conditions', from: 'intent_score < 30.0', to: 'intent_score < 20.0' }],
    },
    { rule: 'another', change: 'added', fields: [] },
  ]);
});
