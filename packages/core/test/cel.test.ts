import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../src/fact-names.ts';
import { factsOf } from '../src/facts.ts';
import { askedInWords, compileCondition, DEFAULT_RULES, meantCondition } from '../src/index.ts';
import { person } from './support/customers.ts';

function compiledOk(source: string) {
  const result = compileCondition(source);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}
function errorOf(source: string) {
  const result = compileCondition(source);
  return result.ok ? null : result.error;
}
const answers = (source: string, known: Parameters<typeof person>[0]) =>
  compiledOk(source).evaluate(factsOf(person(known)));

describe('a condition', () => {
  it('reads a customer as a full record: empty text, zero and false for what is not known', () => {
    expect(answers('phone == "" && intent_score == 0.0 && !has_order', {})).toBe(true);
    expect(compiledOk('phone == ""').evaluate(factsOf({}))).toBe(true);
  });

  it('takes whole numbers for doubles', () => {
    expect(answers('intent_score >= 80', { intent_score: 80 })).toBe(true);
    expect(answers('intent_score >= 80.0', { intent_score: 79.5 })).toBe(false);
  });

  it('names the facts that it reads, each once', () => {
    expect(compiledOk('phone != "" && (intent_score > 1.0 || phone.like("^1"))').reads).toEqual([
      'phone',
      'intent_score',
    ]);
    expect(compiledOk('"phone" != real_name').reads).toEqual(['real_name']);
    expect(compiledOk('["a"].exists(x, x == company_name)').reads).toEqual(['company_name']);
  });

  it('refuses matches() wherever it stands and offers like()', () => {
    const error = errorOf('has_order ||\n  phone.matches("^(a+)+$")');
    expect(error).toMatchObject({ message: 'matches() is not allowed', line: 2, column: 3 });
    expect(error?.hint).toContain('like(');
    expect(errorOf('["a"].exists(x, x.matches("a"))')?.message).toBe('matches() is not allowed');
  });

  it('runs a pattern that hangs a backtracking engine', () => {
    expect(
      answers('last_message_content.like("^(a+)+$")', { last_message_content: `${'a'.repeat(5000)}!` }),
    ).toBe(false);
    expect(answers('last_message_content.like("报价|价格")', { last_message_content: '请报价' })).toBe(true);
  });

  it('refuses a wrong pattern when it is compiled, and takes a wrong one read from a fact for unknown', () => {
    expect(errorOf('phone.like("(")')).toMatchObject({ line: 1, column: 12 });
    expect(errorOf('phone.like("(")')?.message).toMatch(/^wrong pattern: ./);
    expect(errorOf('phone.like(5)')?.message).not.toContain('pattern');
    for (const source of ['phone.startsWith("(")', 'phone.like("(" + real_name)', 'phone.size() > 3']) {
      expect(errorOf(source), source).toBeNull();
    }
    expect(answers('phone.like(real_name)', { real_name: '(' })).toBe('unknown');
  });

  it('points at an unknown field and says what was probably meant', () => {
    expect(errorOf('has_order && phoen != ""')).toMatchObject({
      line: 1,
      column: 14,
      hint: 'did you mean phone?',
    });
    expect(errorOf('手机号 != ""')).toMatchObject({ line: 1, column: 1 });
    expect(errorOf('手机号 != ""')?.message).toContain('phone');
    expect(errorOf('"客户" == phoen')).toMatchObject({ column: 9 });
  });

  it.each([
    ['has_order and has_contract', 'write && instead of and'],
    ['has_order OR has_contract', 'write || instead of OR'],
    ['not has_order', 'write ! instead of not'],
    ['phone == "a and b" not has_order', 'write ! instead of not'],
    ['NULL != phone', 'write "" instead of NULL'],
    ['intent_score = 80', 'write == to compare'],
    ['phone = "x and y"', 'write == to compare'],
    ["phone = 'x or y'", 'write == to compare'],
    ['phone != null', 'an empty text is "", an unknown number is 0.0, an unknown flag is false'],
    ['phone >= 80', 'text is compared with text in quotes, numbers with numbers'],
    ['intent_score == "80"', 'text is compared with text in quotes, numbers with numbers'],
    ['', 'write a condition, e.g. phone != "" && has_quote_request'],
    [' \n', 'write a condition, e.g. phone != "" && has_quote_request'],
    ['（has_order）', 'use half-width punctuation: ( ) , " = > < !'],
    ['phone == “x”', 'use half-width punctuation: ( ) , " = > < !'],
    ['天气 == "晴"', 'column names are the English ones; Chinese may stand in quotes only'],
    ['quality_score > 1.0', 'did you mean data_quality_score?'],
    ['Phone != ""', 'did you mean phone?'],
    ['fone != ""', 'did you mean phone?'],
    ['weather == ""', 'use a column of the customer, e.g. phone, intent_score, has_order'],
    ['has_order &&', ''],
    ['phone && has_order', ''],
    ['intent_score && has_order', ''],
    ['nothing("晴")', ''],
    ['phone ="x"', 'write == to compare'],
    ['phone.like(5)', 'text is compared with text in quotes, numbers with numbers'],
  ])('helps with %j: %s', (source, hint) => {
    expect(errorOf(source)?.hint).toBe(hint);
  });

  it.each([
    ['意向分 < 5', '意向分 is written intent_score'],
    ['phone != "" 并且 has_order', '并且 is written &&'],
    ['has_order && 公司名称 != ""', '公司名称 is written company_name'],
    ['天气 == "晴"', 'no column is called 天气'],
  ])('says of %j: %s', (source, message) => {
    expect(errorOf(source)?.message).toBe(message);
  });

  it.each([
    ['意向分 < 5', 'intent_score < 5'],
    ['意向分≥60 且 手机号已验证', 'intent_score >= 60 && phone_verified'],
    ['（没有订单或有手机号）', '(!has_order || phone != "")'],
    ['意向分小于等于5', 'intent_score <= 5'],
    ['阶段 = “意向分”', 'stage == "意向分"'],
    ['最后一条消息.like("手机号，并且")', 'last_message_content.like("手机号，并且")'],
    ['天气 == "晴"', null],
    ['意向分 <', null],
    ['phone == "手机号"', null],
  ])('reads %j as an office means it: %j', (source, meant) => {
    expect(meantCondition(source)).toBe(meant);
  });

  it('reads every default rule back from its own Chinese sentence', () => {
    for (const { rule_conditions } of DEFAULT_RULES) {
      const { zh } = askedInWords({ rule_conditions });
      expect(askedInWords({ rule_conditions: meantCondition(zh) ?? '' }).zh).toBe(zh);
    }
  });

  it('knows a column with one letter lost, doubled or mistyped', () => {
    const slip = fc.constantFrom<(letter: string) => string>(
      () => '',
      (letter) => letter + letter,
      () => 'q',
    );
    const names = fc
      .constantFrom(...Object.keys(FACTS))
      .chain((name) => fc.record({ name: fc.constant(name), at: fc.nat(name.length - 1), slip }));
    fc.assert(
      fc.property(names, ({ name, at, slip: wrong }) => {
        const typed = name.slice(0, at) + wrong(name[at]!) + name.slice(at + 1);
        fc.pre(!(typed in FACTS));
        expect(errorOf(`${typed} == ""`)?.hint).toBe(`did you mean ${name}?`);
      }),
    );
  });

  it.each([
    ['has_order &&\n  phone', 1, 1],
    ['has_order &&\n phone == ""\n && phoen', 3, 5],
    ['"😀" == phoen', 1, 8],
    ['has_order && phone != "" &&', 1, 28],
  ])('points into %j: line %i, column %i', (source, line, column) => {
    expect(errorOf(source)).toMatchObject({ line, column });
  });

  it.each([
    ['deep', `${'('.repeat(60)}has_order${')'.repeat(60)}`, `${'('.repeat(20)}has_order${')'.repeat(20)}`],
    ['long', Array(600).fill('has_order').join(' || '), Array(300).fill('has_order').join(' || ')],
    [
      'full of values',
      `phone in [${Array(201).fill('"1"').join()}]`,
      `phone in [${Array(200).fill('"1"').join()}]`,
    ],
  ])('is refused when it is too %s', (_what, tooMuch, enough) => {
    expect(errorOf(tooMuch)?.message).toBeTruthy();
    expect(errorOf(enough)).toBeNull();
  });

  it('keeps its patterns apart, however many there are', () => {
    for (let number = 0; number < 250; number++) {
      expect(answers(`phone.like("^${number}$")`, { phone: `${number}` })).toBe(true);
      expect(answers(`phone.like("^${number}$")`, { phone: 'x' })).toBe(false);
    }
  });

  it('refuses what is neither true nor false, and what asks for the inside of JavaScript', () => {
    expect(errorOf('intent_score + 1.0')?.message).toContain('true or false');
    for (const source of [
      'constructor == 1',
      '__proto__ != ""',
      'phone.constructor == ""',
      'this.phone == ""',
    ]) {
      expect(errorOf(source), source).not.toBeNull();
    }
  });

  it('never throws, whatever is typed', () => {
    const token = fc.constantFrom(
      'phone',
      '&&',
      '(',
      ')',
      '"',
      '>=',
      '80',
      '.',
      'like',
      '客',
      '!',
      '\n',
      '[',
      ']',
      '?',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(token).map((tokens) => tokens.join(' ')),
        (source) => {
          const result = compileCondition(source);
          if (!result.ok) expect(result.error.line).toBeGreaterThan(0);
        },
      ),
    );
  });
});
