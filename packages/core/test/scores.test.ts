import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  followLevel,
  intentLevel,
  scoreIntent,
  scoreQuality,
  stageOf,
  valueAssessment,
} from '../src/index.ts';
import { person } from './support/customers.ts';

const points = (part: string, known: Parameters<typeof person>[0]) =>
  scoreQuality(person(known)).parts.find((one) => one.part === part)?.points;

describe('quality score', () => {
  it('gives 30 for a verified phone, 15 for another, none for a wrong one', () => {
    expect(points('phone', { phone: '13800000001', phone_verified: true })).toBe(30);
    expect(points('phone', { phone: '+86 138 0000 0001' })).toBe(15);
    expect(points('phone', { phone: '0755-12345678', phone_verified: true })).toBe(0);
    expect(points('phone', {})).toBe(0);
  });

  it('gives 30 for a verified company name of four characters, 20 for another, none for a person', () => {
    expect(points('company_name', { company_name: '某某科技', company_name_verified: true })).toBe(30);
    expect(points('company_name', { company_name: '某某科技' })).toBe(20);
    expect(points('company_name', { company_name: '某某厂', company_name_verified: true })).toBe(0);
    for (const word of ['先生', '女士', '老板', '小姐']) {
      expect(points('company_name', { company_name: `欧阳${word}`, company_name_verified: true })).toBe(0);
    }
  });

  it('gives 20 for a verified licence, 10 for an uploaded one', () => {
    expect(points('business_license', { business_license_verified: true })).toBe(20);
    expect(points('business_license', { business_license_path: 'a.jpg' })).toBe(10);
    expect(points('business_license', { business_license_info: '{"name":"x"}' })).toBe(10);
    expect(points('business_license', { business_license_info: '{}' })).toBe(0);
  });

  it('gives 20, 15, 10 for an intent of 80, 60, 40', () => {
    const at = (intent_score: number) => points('intent', { intent_score });
    expect([100, 80, 79.9, 60, 59.9, 40, 39.9, 0].map(at)).toEqual([20, 20, 15, 15, 10, 10, 0, 0]);
  });

  it('adds up to 100 for a customer of whom everything is verified, with no issue', () => {
    const best = scoreQuality(
      person({
        phone: '13800000001',
        phone_verified: true,
        company_name: '深圳某某科技有限公司',
        company_name_verified: true,
        business_license_verified: true,
        intent_score: 90,
      }),
    );
    expect(best.score).toBe(100);
    expect(best.issues).toEqual([]);
  });

  it.each<[known: Parameters<typeof person>[0], issues: string[]]>([
    [{ phone: '0755-12345678' }, ['phone_wrong_format']],
    [{ phone: ' ' }, ['phone_missing']],
    [{ company_name: '王老板' }, ['company_name_is_a_person']],
    [{ company_name: '某某厂' }, ['company_name_too_short']],
    [{ company_name: '某某科技' }, ['company_name_unverified']],
    [{ business_license_path: 'a.jpg' }, ['business_license_unverified']],
    [{ intent_score: 39 }, ['intent_low']],
  ])('says of %j what would raise it: %j', (known, issues) => {
    expect(scoreQuality(person(known)).issues).toEqual(expect.arrayContaining(issues));
  });

  it('does not complain of an intent that earns points', () => {
    expect(
      [40, 60, 80].flatMap((intent_score) => scoreQuality(person({ intent_score })).issues),
    ).not.toContain('intent_low');
  });

  it('is the sum of its parts, 30, 30, 20 and 20 at most', () => {
    const known = fc.record({
      phone: fc.constantFrom(null, '13800000001', 'x'),
      phone_verified: fc.boolean(),
      company_name: fc.constantFrom(null, '某某科技', '王先生'),
      company_name_verified: fc.boolean(),
      business_license_path: fc.constantFrom(null, 'a.jpg'),
      business_license_verified: fc.boolean(),
      intent_score: fc.nat(100),
    });
    fc.assert(
      fc.property(known.map(person), (customer) => {
        const { score, parts } = scoreQuality(customer);
        expect(parts.map(({ part, of }) => [part, of])).toEqual([
          ['phone', 30],
          ['company_name', 30],
          ['business_license', 20],
          ['intent', 20],
        ]);
        for (const { points: earned, of } of parts) expect(earned).toBeLessThanOrEqual(of);
        expect(score).toBe(parts.reduce((sum, part) => sum + part.points, 0));
      }),
    );
  });

  it.each([
    'company_name',
    'real_name',
    'phone',
    'email',
    'address',
    'wechat_id',
    'extracted_product_interest',
    'extracted_needs',
  ])('counts %s as an eighth of a complete record', (field) => {
    expect(scoreQuality(person({ [field]: 'x' })).completeness).toBe(0.13);
    expect(scoreQuality(person({ [field]: ' ' })).completeness).toBe(0);
  });

  it('names what is missing and how complete the record is', () => {
    const quality = scoreQuality(person({ phone: '13800000001', real_name: '张三' }));
    expect(quality.issues).toEqual([
      'phone_unverified',
      'company_name_missing',
      'business_license_missing',
      'intent_low',
    ]);
    expect(quality.completeness).toBe(0.25);
  });
});

describe('intent score', () => {
  const said = (...texts: string[]) => texts.map((text) => ({ text, fromCustomer: true }));

  it('adds 10 for each distinct strong word and 5 for each medium word, once', () => {
    expect(scoreIntent(said('报价')).score).toBe(10);
    expect(scoreIntent(said('报价，价格多少钱', '报价')).score).toBe(30);
    expect(scoreIntent(said('想了解一下参数')).score).toBe(10);
    expect(scoreIntent(said('你好')).score).toBe(0);
  });

  const STRONG =
    '报价 价格 多少钱 怎么卖 采购 购买 订购 下单 合同 签约 付款 定金 交货期 发货 物流 安装 售后 质保 维修 退换'.split(
      ' ',
    );
  const MEDIUM = '了解 咨询 参数 规格 样品 试用 演示 方案 对比 考虑 预算 需求'.split(' ');

  it.each([...STRONG.map((word) => [word, 10] as const), ...MEDIUM.map((word) => [word, 5] as const)])(
    'hears %s, for %i points, inside a sentence of either side',
    (word, points) => {
      for (const fromCustomer of [true, false]) {
        const intent = scoreIntent([{ text: `请问${word}呢`, fromCustomer }]);
        const signal = points === 10 ? 'strong_word' : 'medium_word';
        expect(intent).toMatchObject({ score: points, signals: [{ signal, word, points }] });
      }
    },
  );

  it('says which signals of length and number it heard', () => {
    const chatty = scoreIntent(said(...Array<string>(11).fill('好'.repeat(51))));
    expect(chatty.signals).toEqual([
      { signal: 'long_messages', points: 10 },
      { signal: 'many_messages', points: 10 },
    ]);
    expect(scoreIntent(said(...Array<string>(21).fill('嗯'))).signals).toEqual([
      { signal: 'many_messages', points: 15 },
    ]);
    expect(scoreIntent([])).toEqual({ score: 0, level: 'low', signals: [], hasQuoteRequest: false });
  });

  it('counts an emoji as one character', () => {
    expect(scoreIntent(said('😀'.repeat(26))).score).toBe(0);
    expect(scoreIntent(said('😀'.repeat(51))).score).toBe(10);
  });

  it('reaches 100 with ten strong words and goes no further, at the level high', () => {
    expect(scoreIntent(said(STRONG.slice(0, 9).join()))).toMatchObject({ score: 90, level: 'high' });
    expect(scoreIntent(said(STRONG.join()))).toMatchObject({ score: 100, level: 'high' });
  });

  it('adds 10 when messages are longer than 50 characters on average', () => {
    expect(scoreIntent(said('好'.repeat(51))).score).toBe(10);
    expect(scoreIntent(said('好'.repeat(50))).score).toBe(0);
    expect(scoreIntent(said('好'.repeat(51), '好')).score).toBe(0);
  });

  it('adds 10 over 10 messages and 15 over 20', () => {
    const many = (count: number) => scoreIntent(said(...Array<string>(count).fill('嗯'))).score;
    expect([10, 11, 20, 21].map(many)).toEqual([0, 10, 10, 15]);
  });

  it('takes only a customer’s own question for a quote request', () => {
    for (const text of ['给个报价', '什么价格', '这个多少钱']) {
      expect(scoreIntent([{ text, fromCustomer: true }]).hasQuoteRequest).toBe(true);
      expect(scoreIntent([{ text, fromCustomer: false }]).hasQuoteRequest).toBe(false);
    }
    expect(scoreIntent([...said('你好'), ...said('价格')]).hasQuoteRequest).toBe(true);
    expect(scoreIntent([{ text: '给您报价', fromCustomer: false }]).hasQuoteRequest).toBe(false);
    expect(scoreIntent(said('合同')).hasQuoteRequest).toBe(false);
  });

  it('is high from 60, medium from 30', () => {
    expect([60, 59, 30, 29].map(intentLevel)).toEqual(['high', 'medium', 'medium', 'low']);
  });

  it('stays between 0 and 100 and is told by its signals', () => {
    const words = fc.constantFrom(
      '报价',
      '采购',
      '合同',
      '发货',
      '安装',
      '了解',
      '参数',
      '你好',
      '付款',
      '物流',
      '售后',
      '质保',
    );
    fc.assert(
      fc.property(fc.array(fc.array(words).map((all) => all.join('，'))), (texts) => {
        const intent = scoreIntent(said(...texts));
        const sum = intent.signals.reduce((total, signal) => total + signal.points, 0);
        expect(intent.score).toBe(Math.min(100, sum));
      }),
    );
  });
});

describe('stage', () => {
  it('makes a lead of whoever gave a phone or company, asked for a quote, wrote much or sent a licence', () => {
    expect(stageOf(person())).toBe('contact');
    for (const known of [{ message_count: 10 }, { phone: ' ' }, { company_name: '' }, { stage: null }]) {
      expect(stageOf({ ...person(), ...known }), JSON.stringify(known)).toBe('contact');
    }
    for (const known of [
      { phone: '13800000001' },
      { company_name: '某某科技' },
      { has_quote_request: true },
      { message_count: 11 },
      { business_license_path: 'a.jpg' },
      { business_license_info: '{"name":"x"}' },
      { business_license_verified: true },
    ]) {
      expect(stageOf(person(known)), JSON.stringify(known)).toBe('lead');
    }
  });

  it('makes a customer of whoever is in the ERP', () => {
    expect(stageOf(person({ erp_customer_id: 1842 }))).toBe('customer');
  });

  it('pushes nobody backwards', () => {
    expect(stageOf(person({ stage: 'customer' }))).toBe('customer');
    expect(stageOf(person({ stage: 'lead' }))).toBe('lead');
  });
});

describe('bands', () => {
  it('values a customer by the quality score', () => {
    expect([100, 90, 89, 75, 74, 60, 59, 45, 44, 0].map(valueAssessment)).toEqual([
      '很高',
      '很高',
      '较高',
      '较高',
      '一般',
      '一般',
      '较低',
      '较低',
      '很低',
      '很低',
    ]);
  });

  it('puts a customer into WHITE from 60, GRAY from 30, BLACK below or when invalid', () => {
    const bucket = (data_quality_score: number, marked_as_invalid = false) =>
      bucketOf({ data_quality_score, marked_as_invalid });
    expect([60, 59, 30, 29].map((score) => bucket(score))).toEqual(['WHITE', 'GRAY', 'GRAY', 'BLACK']);
    expect(bucket(100, true)).toBe('BLACK');
    expect((['WHITE', 'GRAY', 'BLACK'] as const).map(followLevel)).toEqual([
      '重点客户',
      '潜在客户',
      '暂不跟进',
    ]);
  });
});
