import { cleanText, isMasked, toHalfWidth } from './text.ts';

/**
 * A WeChat id (a number people chose, `wxid_…`, or a WeCom external user id) without white space, in half width; its letter
 * case stays, because WeCom's ids depend on it. Null for none, and for a masked one.
 */
export function normaliseWechatId(raw: unknown): string | null {
  const text = cleanText(raw);
  if (text === null || isMasked(text)) return null;
  return toHalfWidth(text).replace(/\s+/gu, '') || null;
}
