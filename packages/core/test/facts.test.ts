import { describe, expect, it } from 'vitest';
import { FACTS, type FactName, factEntry } from '../src/fact-names.ts';
import { factInWords, factsOf, seenFacts } from '../src/facts.ts';
import { expectBothLanguages, expectNames } from './support/bilingual.ts';
import { person } from './support/customers.ts';

const NAMES = Object.keys(FACTS) as FactName[];

describe('the facts that a rule may read', () => {
  it('are columns of a customer', () => {
    const columns = Object.keys(person());
    for (const name of NAMES) expect(columns).toContain(name);
  });

  it('have names of their own in both languages, a flag one for yes and one for no', () => {
    expectNames(
      NAMES.map(factEntry).flatMap((fact) => (fact.type === 'flag' ? [fact.yes, fact.no] : [fact])),
    );
  });

  it('say what to ask or do in both languages', () => {
    const asks = NAMES.map((name) => factEntry(name).ask).filter((ask) => ask !== undefined);
    for (const ask of asks) expectBothLanguages(ask);
  });

  it.each(['phone', 'company_name', 'real_name', 'business_license_path', 'intent_score'] as const)(
    'say how to get %s, which default rules ask for',
    (name) => {
      expect(factEntry(name).ask).toBeDefined();
    },
  );
});

describe('a customer as facts', () => {
  it('is complete: nothing is null, whatever is known', () => {
    for (const customer of [{}, person()]) {
      const facts = factsOf(customer);
      expect(Object.keys(facts)).toEqual(NAMES);
      expect(facts).toMatchObject({ phone: '', intent_score: 0, has_order: false });
    }
  });

  it('holds what is known', () => {
    expect(factsOf({ phone: '13800000001', intent_score: 5, has_order: true })).toMatchObject({
      phone: '13800000001',
      intent_score: 5,
      has_order: true,
    });
  });

  it('has a record of a licence only where something stands in it', () => {
    const info = (business_license_info: string | null) =>
      factsOf({ business_license_info, business_license_path: 'a.jpg' }).business_license_info;
    expect(['{}', ' [ ] ', 'null', '""', ' ', null].map(info)).toEqual(['', '', '', '', '', '']);
    expect(info('{"name":"x"}')).toBe('{"name":"x"}');
  });
});

describe('a fact as it is shown', () => {
  it('is null for an empty text, and keeps zero and false', () => {
    expect(seenFacts(factsOf({}), ['phone', 'intent_score', 'has_order', 'no_column'])).toEqual({
      phone: null,
      intent_score: 0,
      has_order: false,
      no_column: null,
    });
  });

  it('masks a phone as a whole, and those inside other texts', () => {
    const facts = factsOf({ phone: '0755-12345678', notes: '找 13800000001，工号 0755-12345678' });
    expect(seenFacts(facts, ['phone', 'notes'])).toEqual({
      phone: '075****5678',
      notes: '找 138****0001，工号 0755-12345678',
    });
  });

  it.each<[name: string, value: string | number | boolean | null, zh: string, en: string]>([
    ['phone', '138****0001', '手机号 138****0001', 'phone 138****0001'],
    ['phone', null, '没有手机号', 'no phone'],
    ['intent_score', 55, '意向分 55', 'intent score 55'],
    ['phone_verified', true, '手机号已验证', 'phone verified'],
    ['phone_verified', false, '手机号未验证', 'phone not verified'],
    ['an_old_column', 5, 'an_old_column = 5', 'an_old_column = 5'],
  ])('%s of %j reads %s', (name, value, zh, en) => {
    expect(factInWords(name, value)).toEqual({ zh, en });
  });

  it('is cut after sixty characters, counted as people count them', () => {
    const emoji = '😀'.repeat(60);
    expect(factInWords('notes', emoji)).toEqual({ zh: `备注 ${emoji}`, en: `notes ${emoji}` });
    expect(factInWords('notes', `${emoji}啊`).zh).toBe(`备注 ${emoji}…`);
  });
});
