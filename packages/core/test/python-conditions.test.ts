import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsOf } from '../src/facts.ts';
import { compileCondition, convertPythonConditions, parsePythonConditions } from '../src/index.ts';
import { person } from './support/customers.ts';

function celOf(source: unknown): string {
  const reading = convertPythonConditions(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.condition;
}
function namesOf(source: unknown): string[] {
  const reading = convertPythonConditions(source);
  return reading.ok ? [] : reading.problems.map(({ key }) => key);
}
function holds(source: unknown, known: Parameters<typeof person>[0]): boolean | 'unknown' {
  const compiled = compileCondition(celOf(source));
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.evaluate(factsOf(person(known)));
}

it('tells JSON from CEL, whatever stands before it', () => {
  expect(parsePythonConditions(' {"has_order": true}')).toEqual({ has_order: true });
  expect(parsePythonConditions('[{"has_order": true}]')).toEqual([{ has_order: true }]);
  for (const cel of ['has_order', '["a"].exists(x, x == phone)', '{broken', '"{}" == phone']) {
    expect(parsePythonConditions(cel)).toBeNull();
  }
});

it.each([
  [{ has_order: true }, 'has_order'],
  [
    { phone_verified: true, company_name_verified: true, min_intent_score: 80 },
    'phone_verified && company_name_verified && intent_score >= 80.0',
  ],
  [
    { business_license_verified: true, min_quality_score: 80 },
    'business_license_verified && data_quality_score >= 80.0',
  ],
  [
    { company_name: 'not_empty', business_license_uploaded: true },
    'company_name != "" && (business_license_path != "" || business_license_info != "")',
  ],
  [{ min_conversation_days: 7, min_message_count: 50 }, 'conversation_days >= 7.0 && message_count >= 50.0'],
  [{ no_basic_info: true }, 'phone == "" && company_name == "" && real_name == ""'],
  [{ max_intent_score: 30 }, 'intent_score < 30.0'],
  [{ has_phone: true, has_company_name: false }, 'phone != "" && !(company_name != "")'],
  [{ marked_as_invalid: false }, '!marked_as_invalid'],
  [
    { intent_level: 'high', email: true, notes: null },
    'intent_level == "high" && email != "" && notes == ""',
  ],
  [
    { no_phone: true, message_count: 0, intent_score: true },
    'phone == "" && message_count == 0.0 && intent_score > 0.0',
  ],
  [
    [{ has_order: 1 }, 'phone', { min_completeness: '0.5' }],
    'has_order && phone != "" && data_completeness >= 0.5',
  ],
  [
    { has_order: true, any: [{ has_payment: true }, { phone: true, min_messages: 5 }] },
    'has_order && (has_payment || (phone != "" && message_count >= 5.0))',
  ],
])('%j becomes %s', (source, condition) => {
  expect(celOf(source)).toBe(condition);
});

it('takes a least value in, and a most value out, at the boundary', () => {
  expect(holds({ min_intent_score: 80 }, { intent_score: 80 })).toBe(true);
  expect(holds({ min_intent_score: 80 }, { intent_score: 79.9 })).toBe(false);
  expect(holds({ max_intent_score: 30 }, { intent_score: 30 })).toBe(false);
  expect(holds({ max_intent_score: 30 }, { intent_score: 29.9 })).toBe(true);
});

it('names everything that it cannot convert, and converts nothing by halves', () => {
  expect(namesOf({ has_order: true, vip: true, min_turnover: 5, phone_verified: 'maybe' })).toEqual([
    'vip',
    'min_turnover',
    'phone_verified',
  ]);
  expect(namesOf({ any: [{ has_order: true }, { colour: 'red' }] })).toEqual(['any[1].colour']);
  expect(namesOf({ intent_level: ['high', 'medium'] })).toEqual(['intent_level']);
  expect(namesOf({ min_intent_score: 'high', min_phone: 1 })).toEqual(['min_intent_score', 'min_phone']);
});

it('refuses what would let everybody in', () => {
  for (const source of [{}, [], { all: [] }, [{}], 'has_order', 5, null]) {
    expect(convertPythonConditions(source)).toMatchObject({ ok: false });
  }
});

it('gives a condition that compiles, or a named problem, for any JSON', () => {
  const keys = fc.constantFrom(
    'has_order',
    'phone',
    'min_intent_score',
    'max_messages',
    'any',
    'all',
    'vip',
    'has_email',
  );
  const value = fc.oneof(fc.boolean(), fc.double({ noNaN: true }), fc.string(), fc.constant(null));
  const object = fc.dictionary(keys, fc.oneof(value, fc.array(fc.dictionary(keys, value))));
  fc.assert(
    fc.property(object, (source) => {
      const reading = convertPythonConditions(source);
      if (reading.ok) expect(compileCondition(reading.condition)).toMatchObject({ ok: true });
      else expect(reading.problems.length).toBeGreaterThan(0);
    }),
  );
});

it('keeps a text exactly, quotes and line ends too', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((text) => !['not_empty', 'not_null', 'empty', 'null'].includes(text)),
      (text) => {
        expect(holds({ summary: text }, { summary: text })).toBe(true);
        expect(holds({ summary: text }, { summary: `${text}!` })).toBe(false);
      },
    ),
  );
});
