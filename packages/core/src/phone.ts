import { isMasked, toHalfWidth } from './text.ts';

export type PhoneProblem = 'masked' | 'not_mobile';

const MOBILE = /^1[3-9]\d{9}$/;
/** White space, invisible characters and every dash of Unicode. */
const SEPARATORS = /[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF\p{Dash_Punctuation}\u2212]/gu;

/** A mainland mobile as eleven digits, without +86, 0086, 86, spaces, dashes or full-width digits; null for anything else. */
export function normalisePhone(raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  if (typeof raw === 'string' && MOBILE.test(raw)) return raw;
  const digits = toHalfWidth(String(raw)).replace(SEPARATORS, '');
  const local = digits.replace(/^(?:\+86|0086|86)(?=1)/, '');
  return MOBILE.test(local) ? local : null;
}

/** Why a filled phone is not usable; null when it is. */
export function phoneProblem(raw: string): PhoneProblem | null {
  if (normalisePhone(raw) !== null) return null;
  return isMasked(raw) ? 'masked' : 'not_mobile';
}
