import { expect, test } from 'vitest';
import { maskPrivateNumbersIn } from '../src/index.ts';

test('phones, identity cards and bank cards inside a text are masked, whatever stands around them', () => {
  expect(maskPrivateNumbersIn('打给 138 0000 0001，身份证11010519491231002X。')).toBe(
    '打给 138****0001，身份证110*************2X。',
  );
  expect(maskPrivateNumbersIn('card 4111 1111 1111 1111, 6222020000000000007')).toMatch(
    /^card \*\*\*\* 1111, /,
  );
});

test('a number of the same length that is neither stays: an event, an order, a credit code', () => {
  for (const text of [
    '110105194912310021',
    '4111111111111112',
    '7311223344556677889',
    'wm110105194912310021',
    '2026-11-25',
  ])
    expect(maskPrivateNumbersIn(text)).toBe(text);
});
