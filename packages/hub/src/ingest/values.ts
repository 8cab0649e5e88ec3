import {
  type Bilingual,
  cleanLines,
  cleanText,
  isMasked,
  maskPhonesIn,
  normaliseCreditCode,
  normaliseEmail,
  normalisePhone,
  normaliseWechatId,
  toHalfWidth,
  VALUE_SOURCES,
} from '@bangqiao/core';
import type { Kind } from './columns.ts';

export type Read = { value: string | number | boolean } | { problem: Bilingual };

type Reader = (raw: unknown) => string | number | boolean | null;

const READERS: Record<Kind, Reader> = {
  text: cleanText,
  lines: cleanLines,
  wechat: normaliseWechatId,
  phone: (raw) => normalisePhone(typeof raw === 'string' ? withoutFraction(raw) : raw),
  email: normaliseEmail,
  credit_code: normaliseCreditCode,
  flag: readFlag,
  score: (raw) => readNumber(raw, (number) => number >= 0 && number <= 100),
  count: (raw) =>
    readNumber(raw, (number) => Number.isInteger(number) && number >= 0 && number <= 2 ** 31 - 1),
  ord: (raw) => readNumber(raw, (number) => Number.isSafeInteger(number) && number > 0),
  time: readTime,
  source: (raw) => VALUE_SOURCES.find((source) => source === cleanText(raw)) ?? null,
  json: readJson,
};

const EXPECTED: Record<Kind, Bilingual> = {
  text: { zh: '应为文字', en: 'text is expected' },
  lines: { zh: '应为文字', en: 'text is expected' },
  wechat: { zh: '不是微信号', en: 'not a WeChat id' },
  phone: { zh: '不是大陆手机号（11 位，1 开头）', en: 'not a mainland mobile (11 digits, beginning with 1)' },
  email: { zh: '不是邮箱地址', en: 'not an e-mail address' },
  credit_code: {
    zh: '不是有效的统一社会信用代码',
    en: 'not a valid credit code (its check character is wrong)',
  },
  flag: { zh: '应为 是/否（或 1/0、true/false）', en: 'yes or no is expected (1/0, true/false)' },
  score: { zh: '应为 0 到 100 的数字', en: 'a number from 0 to 100 is expected' },
  count: { zh: '应为不小于 0 的整数', en: 'a whole number from 0 is expected' },
  ord: { zh: '应为正整数', en: 'a positive whole number is expected' },
  time: { zh: '不是日期（如 2026-03-01 09:30）', en: 'not a date (like 2026-03-01 09:30)' },
  source: { zh: `只能是 ${VALUE_SOURCES.join('、')}`, en: `one of ${VALUE_SOURCES.join(', ')}` },
  json: { zh: '不是 JSON', en: 'not JSON' },
};

/** A filled cell as the hub keeps it, or why it cannot be. */
export function readValue(kind: Kind, raw: unknown): Read {
  const value = READERS[kind](raw);
  if (value !== null) return { value };
  const text = cleanText(raw);
  if (text !== null && isMasked(text))
    return { problem: { zh: '被打了星号，不是完整的值', en: 'masked, not the value itself' } };
  return { problem: EXPECTED[kind] };
}

/** A cell for a message to people: short, phones masked. */
export function shown(raw: unknown): string {
  const text = maskPhonesIn(cleanText(raw) ?? JSON.stringify(raw) ?? '');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const TRUE = ['1', 'true', 'yes', 'y', '是', '有', '√'];
const FALSE = ['0', 'false', 'no', 'n', '否', '无', '×'];

/** Null for what says neither. */
export function readFlag(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  const word = toHalfWidth(cleanText(raw) ?? '').toLowerCase();
  if (TRUE.includes(word)) return true;
  return FALSE.includes(word) ? false : null;
}

function readNumber(raw: unknown, fits: (number: number) => boolean): number | null {
  const text = toHalfWidth(cleanText(raw) ?? '').replace(/,(?=\d{3}(?:\D|$))/g, '');
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  return fits(number) ? number : null;
}

/** `13800000001.0`: a column of phones with empty cells, as a table of numbers writes it (pandas). */
export function withoutFraction(text: string): string {
  return text.trim().replace(/\.0+$/, '');
}

function readJson(raw: unknown): string | null {
  if (typeof raw === 'object' && raw !== null) return JSON.stringify(raw);
  const text = typeof raw === 'string' ? raw : '';
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return null;
  }
}

const DATE =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** ISO-8601 UTC; a date without a zone is China's time. */
export function readTime(raw: unknown): string | null {
  const parts = DATE.exec(toHalfWidth(cleanText(raw) ?? ''));
  if (!parts) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = '+08:00'] = parts;
  const numbers = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [y, mo, d, h, mi, s] = numbers;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  const there = new Date(Date.UTC(y, mo - 1, d, h, mi, s, millis));
  // 30 February would roll over into March, and a year below 100 count from 1900.
  const isDay = there.getUTCFullYear() === y && there.getUTCMonth() === mo - 1 && there.getUTCDate() === d;
  const isReal = isDay && h < 24 && mi < 60 && s < 60;
  return isReal ? new Date(there.getTime() - offsetMs(zone)).toISOString() : null;
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
