import { describe, expect, it } from 'vitest';
import { companiesAsked, companyFacts } from '../src/reading/companies.ts';
import { OURS, signsOf, situationOf } from '../src/reading/company-signs.ts';
import { candidates } from '../src/reading/company-tagger.ts';
import { examplesOf } from '../train/company-examples.ts';
import { trainCompany } from '../train/company-training.ts';

const talk = (id: string, text: string, company?: string) => ({
  id,
  messages: [{ direction: 'in' as const, text }],
  expected: company === undefined ? [] : [{ kind: 'company' as const, value: company }],
});

describe('training on labelled talks', () => {
  const names = ['恒远五金', '嘉禾包装', '鼎泰阀门', '宏润电子'];
  const examples = examplesOf(
    names.flatMap((name, at) => [
      talk(`a${at}`, `我是${name}的小李`, name),
      talk(`b${at}`, `我要${name.slice(2)}的样品`),
    ]),
  );

  it('finds where the labels stand', () => {
    expect(examples.map(({ plain, own }) => own.map(({ start, end }) => plain.slice(start, end)))).toEqual(
      names.flatMap((name) => [[name], []]),
    );
  });

  it('tells a name not met before by the words around it', () => {
    const weights = trainCompany(examples, { rounds: 20, cards: 0, goods: 0, seed: 1 });
    const best = (text: string) =>
      candidates(signsOf(text, situationOf(null, false)), weights, { least: -Infinity, also: [] })[0]!;
    const { start, end, score } = best('我是德昌木业的小李');
    expect([start, end]).toEqual([2, 6]);
    expect(score).toBeGreaterThan(0);
    expect(best('我要木业的样品').score).toBeLessThan(0);
  });

  it('gives the same weights for the same seed', () => {
    const options = { rounds: 2, cards: 5, goods: 5, seed: 7 };
    expect(trainCompany(examples, options)).toEqual(trainCompany(examples, options));
  });
});

describe('the weights that are kept', () => {
  const told = (text: string) =>
    companyFacts(text, { asked: null, ours: [], isKnown: false }).map(({ value }) => value);

  it('tell the company of a plain message', () => {
    expect(told('我是苏州恒远机械的老陈')).toEqual(['苏州恒远机械']);
    expect(told('抬头写无锡鼎泰包装有限公司')).toEqual(['无锡鼎泰包装有限公司']);
    expect(told('盛泽镇舜湖西路8号 锦绣印染厂 李芳 13800000001')).toEqual(['锦绣印染厂']);
  });

  it('tell none where goods, places or other companies are spoken of', () => {
    for (const text of ['不锈钢阀门多少钱', '发到苏州要几天', '晚上一起吃饭吧', '我之前在恒远机械上班'])
      expect(told(text)).toEqual([]);
  });

  it('tell the customer’s name in a question of ours', () => {
    expect(OURS).not.toBe(situationOf(null, false));
    expect(companiesAsked('您是苏州恒远机械的陈经理吗?')).toContain('苏州恒远机械');
  });
});
