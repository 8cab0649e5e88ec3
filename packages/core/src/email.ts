import { toHalfWidth } from './text.ts';

const EMAIL = /^[^\s@<>()[\]\\,;:"]+@(?:[a-z0-9\p{L}](?:[a-z0-9\p{L}-]*[a-z0-9\p{L}])?\.)+[a-z\p{L}]{2,}$/u;

/** An e-mail address in lower case, half width, without spaces around it; null when it is not one. */
export function normaliseEmail(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const email = toHalfWidth(raw)
    .replace(/[\u200B\uFEFF]/gu, '')
    .trim()
    .toLowerCase();
  return email.length <= 254 && EMAIL.test(email) ? email : null;
}
