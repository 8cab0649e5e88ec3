import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkModelAnswer, type Evidence, mayModelWrite, veilNumbers, verify } from '../src/index.ts';
import { expectBothLanguages } from './support/bilingual.ts';

const said = (conversation: number, certainty: 'stated' | 'likely' = 'stated'): Evidence => ({
  source: 'message',
  certainty,
  conversation,
});

describe('the word verified', () => {
  it.each([
    ['once in plain words', 'phone', [said(1)], false],
    ['twice in one conversation', 'phone', [said(1), said(1)], false],
    ['in two conversations', 'phone', [said(1), said(2, 'likely')], true],
    ['never in plain words', 'phone', [said(1, 'likely'), said(2, 'likely')], false],
    ['only by the WeCom contact', 'phone', [{ source: 'wecom_contact' }], false],
    ['and by the WeCom contact', 'phone', [said(1), { source: 'wecom_contact' }], true],
    ['in two conversations, of a company', 'company', [said(1), said(2)], false],
    ['and by a licence', 'company', [said(1), { source: 'licence' }], true],
    ['by a person of ours', 'email', [{ source: 'manual' }], true],
  ] as const)('said %s: %s', (_how, kind, evidence, expected) => {
    const { verified, reason } = verify(kind, evidence);
    expect(verified).toBe(expected);
    expectBothLanguages(reason);
  });
});

describe('an answer of a language model', () => {
  const message = '我是示远科技的王小示，电话138 0000 0001，要报价';
  const check = (...facts: object[]) => checkModelAnswer(JSON.stringify({ facts }), message);

  it('counts where its evidence stands in the message and the value in the evidence', () => {
    const { facts, problems } = check(
      { kind: 'phone', value: '13800000001', evidence: '电话138 0000 0001' },
      { kind: 'company', value: '示远科技', evidence: '我是示远科技的' },
      { kind: 'quote', value: 'yes', evidence: '要报价' },
    );
    expect(problems).toEqual([]);
    expect(facts.map(({ kind, value, certainty }) => [kind, value, certainty])).toEqual([
      ['phone', '13800000001', 'likely'],
      ['company', '示远科技', 'likely'],
      ['quote', '要报价', 'likely'],
    ]);
    for (const { span } of facts) expect(message.slice(span.start, span.end)).not.toBe('');
  });

  it.each([
    ['not_in_the_message', { kind: 'name', value: '李小示', evidence: '我叫李小示' }],
    ['value_not_in_evidence', { kind: 'name', value: '李小示', evidence: '王小示' }],
    ['value_not_in_evidence', { kind: 'phone', value: '13800000002', evidence: '138 0000 0001' }],
    ['malformed_value', { kind: 'phone', value: '0755-1', evidence: '138 0000 0001' }],
    ['wrong_shape', { kind: 'age', value: '3', evidence: '要' }],
    ['wrong_shape', { kind: 'name', value: 3, evidence: '要' }],
  ])('is thrown away as %s', (problem, fact) => {
    expect(check(fact)).toEqual({ facts: [], problems: [problem] });
  });

  it('is read through a fence, and is nothing when it is no JSON', () => {
    expect(checkModelAnswer('```json\n{"facts":[]}\n```', message)).toEqual({ facts: [], problems: [] });
    expect(checkModelAnswer('Sure!', message).problems).toEqual(['not_json']);
    expect(checkModelAnswer('null', message).problems).toEqual(['not_json']);
    expect(checkModelAnswer('[]', message).problems).toEqual(['wrong_shape']);
  });

  it('fills what is empty and replaces only its own, never what is verified', () => {
    expect(mayModelWrite({ value: null, verified: false, source: null })).toBe(true);
    expect(mayModelWrite({ value: 'x', verified: false, source: 'ai' })).toBe(true);
    expect(mayModelWrite({ value: 'x', verified: true, source: 'ai' })).toBe(false);
    expect(mayModelWrite({ value: 'x', verified: false, source: 'wechat' })).toBe(false);
  });
});

describe('what a model is shown', () => {
  it.each([
    ['13800000001', '*********01'],
    ['打138 0000-0001找我', '打*** ****-**01找我'],
    ['＋８６１３８００００００２', '＋**********０２'],
    ['幺三八零零零零零零零三', '*********零三'],
    ['座机 0755-8888 0001', '座机 ****-**** **01'],
    ['要 DN50 的 20 台，2026 年交货', '要 DN50 的 20 台，2026 年交货'],
  ])('of %s is %s', (text, shown) => {
    expect(veilNumbers(text)).toBe(shown);
  });

  it('holds no telephone, however it is spaced, and keeps every other place', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '  ');
    const phone = fc
      .tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }), gap)
      .map(([digits, between]) => ['1', '3', '8', ...digits].join(between));
    fc.assert(
      fc.property(fc.string(), phone, fc.string(), (before, number, after) => {
        const text = `${before}。${number}。${after}`;
        const shown = veilNumbers(text);
        expect(shown).toHaveLength(text.length);
        expect(shown).not.toContain(number);
        expect(veilNumbers(shown)).toBe(shown);
      }),
    );
  });
});
