import { toHalfWidth } from './text.ts';

/** GB 32100-2015: the digits, and the letters without I, O, S, V, Z; a character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** 统一社会信用代码: 18 capital characters whose last one is the right check character; null for anything else. */
export function normaliseCreditCode(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const code = toHalfWidth(raw)
    .replace(/[\s\u200B\uFEFF\p{Dash_Punctuation}]/gu, '')
    .toUpperCase();
  if (!SHAPE.test(code)) return null;
  return checkCharacter(code) === code[17] ? code : null;
}

/** Weights are the powers of three modulo 31. */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const char of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
