import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, termsOf } from '../src/customers/grams.ts';

function finds(text: string, query: string): boolean {
  const grams = gramsOf([text]);
  const terms = termsOf(query);
  return (
    terms.length > 0 &&
    terms.every(({ gram, isPrefix }) => grams.some((one) => (isPrefix ? one.startsWith(gram) : one === gram)))
  );
}

test.each([
  ['深圳市示例阀门有限公司', '深圳'],
  ['深圳市示例阀门有限公司', '例阀'],
  ['深圳市示例阀门有限公司', '公司'],
  ['深圳市示例阀门有限公司', '司'],
  ['王小示', '小示'],
  ['ABC 科技（深圳）', 'ｂｃ'],
  ['ABC 科技（深圳）', 'abc科技'],
  ['KH-2026-0042', '0042'],
  ['someone@example.com', 'example.com'],
])('%s is found by %s', (text, query) => {
  expect(finds(text, query)).toBe(true);
});

test('what is not there is not found, and signs alone find nobody', () => {
  expect(finds('深圳市示例阀门有限公司', '上海')).toBe(false);
  expect(finds('深圳市示例阀门有限公司', '（）、-')).toBe(false);
});

test('any part of any text finds it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.nat(40),
      fc.nat(20),
      (text, at, length) => {
        const plain = text.normalize('NFKC').toLowerCase();
        const part = [...plain].slice(at, at + length + 1).join('');
        fc.pre(termsOf(part).length > 0 && part.normalize('NFKC').toLowerCase() === part);
        expect(finds(plain, part)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
