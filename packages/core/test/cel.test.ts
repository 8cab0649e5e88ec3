import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../src/facts.ts';
import { compileCondition } from '../src/index.ts';
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
    expect(answers('phone.like(real_name)', { real_name: '(' })).toBe('unknown');
  });

  it('points at an unknown field and says what was probably meant', () => {
    expect(errorOf('has_order && phoen != ""')).toMatchObject({
      line: 1,
      column: 14,
      hint: 'did you mean phone?',
    });
    expect(errorOf('手机号 != ""')).toMatchObject({ line: 1, column: 1 });
    expect(errorOf('手机号 != ""')?.hint).toContain('phone');
    expect(errorOf('"客户" == phoen')).toMatchObject({ column: 9 });
  });

  it('helps with the usual slips', () => {
    expect(errorOf('has_order and has_contract')?.hint).toBe('write && instead of and');
    expect(errorOf('intent_score = 80')?.hint).toBe('write == to compare');
    expect(errorOf('phone != null')?.hint).toContain('an empty text is ""');
    expect(errorOf('phone >= 80')?.hint).toContain('text is compared with text');
    expect(errorOf('')?.hint).toContain('write a condition');
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
