import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionInWords, distanceOf, gapsOf, negate } from '../src/condition.ts';
import { factsOf } from '../src/facts.ts';
import { type Customer, compileCondition } from '../src/index.ts';
import { person } from './support/customers.ts';

function compiledOk(source: string) {
  const result = compileCondition(source);
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result;
}
const inWords = (source: string) => conditionInWords(compiledOk(source).tree);
const lacking = (source: string, known: Partial<Customer>) =>
  gapsOf(compiledOk(source).tree, factsOf(person(known)));

describe('a condition in words', () => {
  it.each([
    ['has_order', '有订单', 'has an order'],
    ['!has_order', '没有订单', 'has no order'],
    ['has_order == false', '没有订单', 'has no order'],
    ['has_order != true', '没有订单', 'has no order'],
    ['has_order != false', '有订单', 'has an order'],
    ['phone != ""', '有手机号', 'has a phone'],
    ['!(phone != "")', '没有手机号', 'has no phone'],
    ['real_name == "张三"', '姓名 = “张三”', 'real name = “张三”'],
    ['real_name != "张三"', '姓名 ≠ “张三”', 'real name ≠ “张三”'],
    ['intent_score < 30.0', '意向分 < 30', 'intent score < 30'],
    ['intent_score <= 30.0', '意向分 ≤ 30', 'intent score ≤ 30'],
    ['intent_score > 30.0', '意向分 > 30', 'intent score > 30'],
    ['30.0 <= intent_score', '意向分 ≥ 30', 'intent score ≥ 30'],
    ['30.0 > intent_score', '意向分 < 30', 'intent score < 30'],
    ['30.0 < intent_score', '意向分 > 30', 'intent score > 30'],
    ['30.0 >= intent_score', '意向分 ≤ 30', 'intent score ≤ 30'],
    ['30.0 == intent_score', '意向分 = 30', 'intent score = 30'],
    ['30.0 != intent_score', '意向分 ≠ 30', 'intent score ≠ 30'],
    ['has_order && phone != ""', '有订单，并且有手机号', 'has an order and has a phone'],
    ['has_order || phone != ""', '有订单，或者有手机号', 'has an order or has a phone'],
    [
      'has_order && has_payment && phone != ""',
      '有订单，并且有付款，并且有手机号',
      'has an order and has paid and has a phone',
    ],
    [
      'has_order && (has_payment || phone != "")',
      '有订单，并且（有付款，或者有手机号）',
      'has an order and (has paid or has a phone)',
    ],
    [
      'has_order || has_payment && phone != ""',
      '有订单，或者（有付款，并且有手机号）',
      'has an order or (has paid and has a phone)',
    ],
    [
      '!(has_order && (has_payment || phone != ""))',
      '没有订单，或者（没有付款，并且没有手机号）',
      'has no order or (has not paid and has no phone)',
    ],
    ['phone.like("^1")', 'phone.like("^1")', 'phone.like("^1")'],
    ['!phone.like("^1")', '!(phone.like("^1"))', '!(phone.like("^1"))'],
    ['phone == real_name', 'phone == real_name', 'phone == real_name'],
    [
      'phone == "a" ? has_order : has_payment',
      'phone == "a" ? has_order : has_payment',
      'phone == "a" ? has_order : has_payment',
    ],
    ['intent_score >= 80', '意向分 ≥ 80', 'intent score ≥ 80'],
    [
      'has_order || has_payment || phone != ""',
      '有订单，或者有付款，或者有手机号',
      'has an order or has paid or has a phone',
    ],
    ['"phone" == "b"', '"phone" == "b"', '"phone" == "b"'],
    ['intent_score + 1.0 > 5.0', 'intent_score + 1.0 > 5.0', 'intent_score + 1.0 > 5.0'],
    ['"a" == "b"', '"a" == "b"', '"a" == "b"'],
  ])('%s reads %s', (source, zh, en) => {
    expect(inWords(source)).toEqual({ zh, en });
  });
});

describe('what a condition lacks', () => {
  it.each<[source: string, known: Partial<Customer>, what: string, zh: string, en: string]>([
    ['phone != ""', {}, 'phone', '还差手机号', 'phone is missing'],
    ['has_order', {}, 'has_order', '没有订单', 'has no order'],
    ['!marked_as_invalid', { marked_as_invalid: true }, 'marked_as_invalid', '标记为无效', 'marked invalid'],
    ['business_license_path != ""', {}, 'business_license', '还差营业执照', 'business licence is missing'],
    ['business_license_info != ""', {}, 'business_license', '还差营业执照', 'business licence is missing'],
    [
      'intent_score >= 80.0',
      { intent_score: 55 },
      'intent_score',
      '意向分 55，需要 80',
      'intent score is 55, needs 80',
    ],
    [
      'intent_score > 80.0',
      { intent_score: 80 },
      'intent_score',
      '意向分 80，需要 > 80',
      'intent score is 80, needs > 80',
    ],
    [
      'message_count < 5.0',
      { message_count: 5 },
      'message_count',
      '消息数 5，需要 < 5',
      'message count is 5, needs < 5',
    ],
    ['real_name == "张三"', {}, 'real_name', '姓名 —，需要 张三', 'real name is —, needs 张三'],
    [
      'real_name != "张三"',
      { real_name: '张三' },
      'real_name',
      '姓名 张三，需要 ≠ 张三',
      'real name is 张三, needs ≠ 张三',
    ],
    [
      'real_name == ""',
      { real_name: '张三' },
      'real_name',
      '姓名 张三，应为空',
      'real name is 张三, must be empty',
    ],
    [
      'phone.like("^1")',
      { phone: '2' },
      'condition',
      '未满足：phone.like("^1")',
      'not met: phone.like("^1")',
    ],
  ])('%s with %j', (source, known, what, zh, en) => {
    expect(lacking(source, known)).toMatchObject([{ what, zh, en }]);
  });

  it('shows a phone masked', () => {
    const [gap] = lacking('phone == "13900000002"', { phone: '13800000001' });
    expect(gap?.zh).toContain('138****0001');
    expect(gap?.en).toContain('138****0001');
  });

  it('is the whole condition where it cannot be evaluated, and where its opposite cannot', () => {
    const broken: Partial<Customer> = { phone: '1', real_name: '(' };
    expect(lacking('phone.like(real_name)', broken)).toMatchObject([{ what: 'condition' }]);
    expect(lacking('!phone.like(real_name)', broken)).toMatchObject([{ what: 'condition' }]);
  });

  it('is named once, however often the condition asks for it', () => {
    expect(lacking('phone != "" && (has_order || phone != "")', {}).map(({ what }) => what)).toEqual([
      'phone',
      'has_order',
    ]);
    expect(lacking('business_license_path != "" && business_license_info != ""', {})).toHaveLength(1);
  });

  it('of alternatives is the nearest one: a close number before a missing text, that before a far number', () => {
    const source = 'phone != "" || intent_score >= 80.0';
    const nearestAt = (intent_score: number) => lacking(source, { intent_score }).map(({ what }) => what);
    expect([79, 61, 59, 0].map(nearestAt)).toEqual([
      ['intent_score'],
      ['intent_score'],
      ['phone'],
      ['phone'],
    ]);
  });

  it('is as far away as a missing text when a number is a quarter below what it needs', () => {
    const distance = (source: string, known: Partial<Customer>) => distanceOf(lacking(source, known));
    expect(distance('phone != ""', {})).toBe(1);
    expect(distance('has_order', {})).toBe(1);
    expect(distance('real_name == "张三"', { real_name: '李四' })).toBe(1);
    expect(distance('phone.like("^1")', {})).toBe(1);
    expect(distance('intent_score >= 80.0', { intent_score: 60 })).toBe(1);
    expect(distance('intent_score < 0.0', { intent_score: 0.25 })).toBe(1);
    expect(distance('intent_score >= 80.0 && phone != ""', { intent_score: 60 })).toBe(2);
    expect(distance('intent_score >= 80.0', { intent_score: 80 })).toBe(0);
  });

  it('is missing where the column holds a value of another type: the rule cannot read it either', () => {
    const { tree } = compiledOk('intent_score >= 80.0 || intent_score != 5.0');
    for (const intent_score of ['90', '5', true]) {
      const gaps = gapsOf(tree, { ...factsOf(person()), intent_score });
      expect(gaps).toMatchObject([{ what: 'intent_score', distance: 1 }]);
    }
  });
});

describe('any condition', () => {
  const test = fc.constantFrom(
    'has_order',
    'marked_as_invalid == false',
    'phone != ""',
    'real_name == "张三"',
    'real_name != "张三"',
    'phone.like("^138")',
    'intent_score == 30.0',
    'intent_score != 30.0',
    'intent_score < 30.0',
    'intent_score <= 30.0',
    '30.0 < intent_score',
    '30.0 <= intent_score',
    'message_count >= 2.0',
  );
  const source = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      test,
      tie('any').map((one) => `!(${one})`),
      fc.tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    ),
  })).any;
  const known = fc.record({
    has_order: fc.boolean(),
    marked_as_invalid: fc.boolean(),
    phone: fc.constantFrom(null, '13800000001', '13900000001'),
    real_name: fc.constantFrom(null, '张三', '李四'),
    intent_score: fc.constantFrom(0, 29, 30, 31),
    message_count: fc.constantFrom(0, 1, 2, 3),
  });

  it('lacks nothing exactly where it holds, and its opposite exactly where it does not', () => {
    fc.assert(
      fc.property(source, known, (text, customer) => {
        const { evaluate, tree } = compiledOk(text);
        const facts = factsOf(person(customer));
        const holds = evaluate(facts);
        expect(gapsOf(tree, facts).length === 0).toBe(holds);
        expect(gapsOf(negate(tree), facts).length === 0).toBe(!holds);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same again when it is turned round twice', () => {
    fc.assert(
      fc.property(
        source.filter((text) => !text.includes('like')),
        (text) => {
          const { tree } = compiledOk(text);
          expect(negate(negate(tree))).toEqual(tree);
        },
      ),
    );
  });
});
