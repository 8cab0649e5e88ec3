import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsOf } from '../src/facts.ts';
import { compileCondition, convertPythonConditions, parsePythonConditions } from '../src/index.ts';
import { expectBothLanguages } from './support/bilingual.ts';
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
  expect(parsePythonConditions('\n{}')).toEqual({});
  for (const cel of [
    '5',
    'null',
    'true',
    '',
    'x {"has_order": true}',
    'has_order',
    '["a"].exists(x, x == phone)',
    '{broken',
    '"{}" == phone',
  ]) {
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
  [{ has_business_license: false }, '!(business_license_path != "" || business_license_info != "")'],
  [{ no_basic_info: 'false' }, '!(phone == "" && company_name == "" && real_name == "")'],
  [{ min_quality: 1, min_completeness: 0.5 }, 'data_quality_score >= 1.0 && data_completeness >= 0.5'],
  [{ min_intent: -3, max_messages: ' 5 ' }, 'intent_score >= -3.0 && message_count < 5.0'],
  [{ min_completeness: '0.25', min_intent: '80' }, 'data_completeness >= 0.25 && intent_score >= 80.0'],
  [{ max_message_count: 5.25 }, 'message_count < 5.25'],
  [
    { has_order: 'true', has_payment: 'false', has_contract: 0 },
    'has_order && !has_payment && !has_contract',
  ],
  [{ intent_score: false, message_count: '7' }, 'intent_score == 0.0 && message_count == 7.0'],
  [{ phone: 'not_null', email: 'empty', notes: 'null' }, 'phone != "" && email == "" && notes == ""'],
  [{ phone: false, email: '', notes: 'not_empty' }, 'phone == "" && email == "" && notes != ""'],
  [{ no_email: false }, '!(email == "")'],
  [{ any: { has_order: true, phone: true } }, 'has_order || phone != ""'],
  [{ any: ['has_order', 'no_phone'] }, 'has_order || phone == ""'],
  [{ any_of: [{ has_order: true }] }, 'has_order'],
  [{ or: [{ summary: 'a && b' }, 'has_order'] }, 'summary == "a && b" || has_order'],
  [{ or: [{ summary: 'a" || "b' }, 'has_order'] }, 'summary == "a\\" || \\"b" || has_order'],
  [{ all: { has_order: true, and: ['phone'] } }, 'has_order && phone != ""'],
  [{ all_of: ['has_order', 'has_payment'], phone: true }, '(has_order && has_payment) && phone != ""'],
  [{ required_fields: ['phone', 'company_name'] }, 'phone != "" && company_name != ""'],
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

it.each<[source: unknown, key: string, en: string]>([
  [{}, '', 'is empty: it would let everybody in'],
  [{ all: [] }, 'all', 'is empty: it would let everybody in'],
  [{ any: [] }, 'any', 'is empty: it would let everybody in'],
  [[{ has_order: true }, {}], '[1]', 'is empty: it would let everybody in'],
  [5, '', 'is no condition'],
  [null, '', 'is no condition'],
  [{ all: 'has_order' }, 'all', 'is no condition'],
  [{ any: 5 }, 'any', 'is no condition'],
  [{ any: null }, 'any', 'is no condition'],
  [[{ any: { vip: true } }], '[0].any.vip', 'there is no such thing here'],
  [{ all: { has_vip: true } }, 'all.has_vip', 'there is no such thing here'],
  [[['vip']], '[0][0].vip', 'there is no such thing here'],
  [{ any: ['vip', 'has_order'] }, 'any[0].vip', 'there is no such thing here'],
  [{ has_intent_score: true }, 'has_intent_score', 'there is no such thing here'],
  [{ toString: true }, 'toString', 'there is no such thing here'],
  [{ xmin_intent: 5 }, 'xmin_intent', 'there is no such thing here'],
  [{ min_: 5 }, 'min_', 'there is no such thing here'],
  [{ min_turnover: 5 }, 'min_turnover', 'there is no number turnover'],
  [{ max_phone: 5 }, 'max_phone', 'there is no number phone'],
  [{ min_toString: 5 }, 'min_toString', 'there is no number toString'],
  [{ min_intent: 'high' }, 'min_intent', 'needs a number'],
  [{ min_intent: '5.' }, 'min_intent', 'needs a number'],
  [{ min_intent: '5%' }, 'min_intent', 'needs a number'],
  [{ min_intent: '>5' }, 'min_intent', 'needs a number'],
  [{ min_intent: '5.5%' }, 'min_intent', 'needs a number'],
  [{ min_intent: true }, 'min_intent', 'needs a number'],
  [{ min_intent: Number.POSITIVE_INFINITY }, 'min_intent', 'needs a number'],
  [{ message_count: 'many' }, 'message_count', 'needs a number'],
  [{ message_count: null }, 'message_count', 'needs a number'],
  [{ phone: 5 }, 'phone', 'needs a text, true or not_empty'],
  [{ phone_verified: 2 }, 'phone_verified', 'needs true or false'],
  [{ no_phone: null }, 'no_phone', 'needs true or false'],
  [{ no_basic_info: 'yes' }, 'no_basic_info', 'needs true or false'],
])('%j is refused at "%s": %s', (source, key, en) => {
  const reading = convertPythonConditions(source);
  expect(reading).toMatchObject({ ok: false, problems: [{ key, en }] });
  if (!reading.ok) for (const problem of reading.problems) expectBothLanguages(problem);
});

it('refuses what is too deep for a condition, as a whole', () => {
  let source: unknown = ['has_order', 'phone'];
  for (let depth = 0; depth < 60; depth++) source = { no_phone: true, any: ['has_order', { all: source }] };
  const reading = convertPythonConditions(source);
  expect(reading).toMatchObject({ ok: false, problems: [{ key: '', zh: '条件太长或太复杂' }] });
  if (!reading.ok) for (const problem of reading.problems) expectBothLanguages(problem);
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
