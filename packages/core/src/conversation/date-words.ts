import { chinaDate, chinaMidnight, DAY, midnightOf } from './china-clock.ts';

/** A date, or date and time, that words mean. */
export interface MeantDate {
  /** Milliseconds since 1970. */
  at: number;
  /** The words. */
  words: string;
}

/** The first date after `saidAt` that a text names, in China's time: 明天下午3点, 下周三, 12月5日, 半小时后; null for none. */
export function dateIn(text: string, saidAt: number): MeantDate | null {
  const later = LATER.exec(text);
  if (later) return { at: saidAt + lengthOf(later), words: later[0] };
  const found = DATE.exec(text);
  if (!found) return clockToday(text, saidAt);
  const midnight = dayOf(found, saidAt);
  if (midnight === null) return null;
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 14);
  const clock = CLOCK.exec(rest);
  const at = midnight + (clock ? minutesOf(clock, /[早晚]$/.exec(found[0])?.[0]) : NO_CLOCK) * 60_000;
  const words = found[0] + (clock?.[0] ?? '');
  return at > saidAt || (midnight >= midnightOf(saidAt) && !clock)
    ? { at: Math.max(at, saidAt), words }
    : null;
}

const N = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const DATE = new RegExp(
  [
    '(?<word>今天|今晚|明天|明早|明晚|后天|大后天)',
    '(?<week>这个?|本|下下个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])',
    `(?:(?<year>20\\d\\d)[年./-])?(?<month>${N})[月./-](?<day>${N})[日号]?(?![\\d.]|[个台套件元块米吨%])`,
    `(?<next>下个?月|这个?月|本月)?(?<only>${N})[号日](?![楼店线门机码])`,
  ].join('|'),
);
const CLOCK = new RegExp(
  `^[\\s,，的]{0,2}(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)?\\s?(?:(?<hour>${N})(?:[点时](?<half>半|一刻|三刻|钟|整)?(?<minute>\\d{1,2})?|[:：](?<colon>\\d{2})))?`,
);
const LATER = new RegExp(`(?:(?<half>半)|(?<count>${N}))个?(?<unit>小时|钟头|天|周|星期|分钟)(?:以?后|之后)`);
/** Minutes after midnight where only a day was named: the start of an office day. */
const NO_CLOCK = 9 * 60;

function lengthOf(found: RegExpExecArray): number {
  const { half, count, unit } = found.groups!;
  const units: Record<string, number> = { 小时: 60, 钟头: 60, 天: 1440, 周: 10_080, 星期: 10_080, 分钟: 1 };
  return (half ? 0.5 : numberOf(count!)) * units[unit!]! * 60_000;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = '零一二三四五六七八九';
  const [tens, ones] = text.replace('两', '二').split('十');
  if (ones === undefined) return digits.indexOf(tens!);
  return (tens === '' ? 1 : digits.indexOf(tens!)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

function dayOf(found: RegExpExecArray, saidAt: number): number | null {
  const today = midnightOf(saidAt);
  const groups = found.groups!;
  if (groups.word) return today + WORDS[groups.word]! * DAY;
  if (groups.weekday) return weekdayOf(groups.week, groups.weekday, saidAt);
  if (groups.month) return monthDay(groups, saidAt);
  return dayOfMonth(groups, saidAt);
}

const WORDS: Record<string, number> = { 今天: 0, 今晚: 0, 明天: 1, 明早: 1, 明晚: 1, 后天: 2, 大后天: 3 };

function weekdayOf(week: string | undefined, name: string, saidAt: number): number | null {
  const now = chinaDate(saidAt);
  const weekday = name === '末' ? 6 : '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1;
  const monday = midnightOf(saidAt) - (now.weekday - 1) * DAY;
  if (week?.startsWith('下下')) return monday + (13 + weekday) * DAY;
  if (week?.startsWith('下')) return monday + (6 + weekday) * DAY;
  if (weekday < now.weekday) return week === undefined ? monday + (6 + weekday) * DAY : null;
  return monday + (weekday - 1) * DAY;
}

/** Without a year it is the next such day; one that passed within a month is meant as the past. */
function monthDay(groups: Record<string, string>, saidAt: number): number | null {
  const year = chinaDate(saidAt).year;
  const [month, day] = [numberOf(groups.month!), numberOf(groups.day!)];
  if (groups.year) return chinaMidnight(Number(groups.year), month, day);
  const this_ = chinaMidnight(year, month, day);
  if (this_ === null || this_ >= midnightOf(saidAt)) return this_;
  return midnightOf(saidAt) - this_ > 31 * DAY ? chinaMidnight(year + 1, month, day) : null;
}

function dayOfMonth(groups: Record<string, string>, saidAt: number): number | null {
  const { year, month } = chinaDate(saidAt);
  const day = numberOf(groups.only!);
  const inNext = () => (month === 12 ? chinaMidnight(year + 1, 1, day) : chinaMidnight(year, month + 1, day));
  if (groups.next?.startsWith('下')) return inNext();
  const this_ = chinaMidnight(year, month, day);
  if (this_ !== null && this_ >= midnightOf(saidAt)) return this_;
  return groups.next === undefined && day >= 1 && day <= 31 ? inNext() : null;
}

const PARTS: Record<string, number> = {
  凌晨: 3,
  早上: 9,
  早晨: 9,
  早: 9,
  上午: 9,
  中午: 12,
  下午: 14,
  傍晚: 18,
  晚上: 19,
  晚: 19,
};

/** Minutes after midnight; an afternoon's three is fifteen. */
function minutesOf(found: RegExpExecArray, partOfDay?: string): number {
  const { hour, half, minute, colon } = found.groups!;
  const part = found.groups!.part ?? partOfDay;
  if (!hour) return part ? PARTS[part]! * 60 : NO_CLOCK;
  const named = numberOf(hour);
  const late = part !== undefined && /下午|傍晚|晚/.test(part) && named < 12;
  const noon = part === '中午' && named < 4;
  // Nobody meets at three at night: 明天3点 is the afternoon.
  const office = part === undefined && named >= 1 && named <= 6;
  const minutes =
    colon ?? minute ?? (half === '半' ? '30' : half === '一刻' ? '15' : half === '三刻' ? '45' : '0');
  return (late || noon || office ? named + 12 : named) * 60 + Math.min(59, Number(minutes));
}

/** `下午3点` alone is today's, while that is still to come. */
function clockToday(text: string, saidAt: number): MeantDate | null {
  const found = TODAY.exec(text);
  if (!found) return null;
  const clock = CLOCK.exec(found[0]);
  if (!clock?.groups?.hour) return null;
  const at = midnightOf(saidAt) + minutesOf(clock) * 60_000;
  return at > saidAt ? { at, words: found[0] } : null;
}

const TODAY = new RegExp(`(?:上午|中午|下午|傍晚|晚上)\\s?${N}[点:：](?:半|\\d{1,2})?`);
