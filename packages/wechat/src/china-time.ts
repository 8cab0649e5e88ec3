const MINUTE = 60_000;
const DAY = 86_400_000;
const CHINA = 8 * 60 * MINUTE;
const WEEKDAYS = '日一二三四五六';

const DATED =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(凌晨|上午|中午|下午|晚上)? *(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?: *(Z|[+-]\d{2}:?\d{2}))?$/;
const RELATIVE =
  /^(?:(昨天|前天|星期[日天一二三四五六]|周[日天一二三四五六]|\d{1,2}月\d{1,2}日) *)?(凌晨|上午|中午|下午|晚上)? *(\d{1,2}):(\d{2})$/;

/**
 * Milliseconds of a date and time as exports write it; China time where no zone is given (no summer time since 1991).
 * Seconds or milliseconds since 1970 are taken too. null when it is none.
 */
export function chinaTime(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{10}(\d{3})?$/.test(trimmed)) return Number(trimmed) * (trimmed.length === 10 ? 1000 : 1);
  const match = DATED.exec(trimmed);
  if (!match) return null;
  const [, year, month, day, part, hour = '0', minute = '0', second = '0', zone] = match;
  const clock = hourOf(part, Number(hour));
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), clock, Number(minute), Number(second));
  if (new Date(local).getUTCDate() !== Number(day) || clock > 23 || Number(minute) > 59) return null;
  return local - offsetOf(zone);
}

/** As chinaTime, and "15:04", "昨天 15:04", "星期三 15:04", "3月4日 15:04" as a chat window shows them at `seenAt`. */
export function windowTime(text: string, seenAt: number): number | null {
  const match = RELATIVE.exec(text.trim());
  if (!match) return chinaTime(text);
  const [, dayWord = '', part, hour, minute] = match;
  const midnight = Math.floor((seenAt + CHINA) / DAY) * DAY;
  const day = dayOf(dayWord, midnight);
  const at = day + (hourOf(part, Number(hour)) * 60 + Number(minute)) * MINUTE - CHINA;
  // A window read just after midnight, or on the same weekday a week later.
  return dayWord === '' && at > seenAt + MINUTE ? at - DAY : at;
}

/** Local midnight, as if UTC, of the day that a word means. */
function dayOf(word: string, midnight: number): number {
  if (word === '昨天') return midnight - DAY;
  if (word === '前天') return midnight - 2 * DAY;
  const weekday = WEEKDAYS.indexOf(word.at(-1) === '天' ? '日' : (word.at(-1) ?? ''));
  if (word !== '' && /^(星期|周)/.test(word)) {
    const back = (new Date(midnight).getUTCDay() - weekday + 7) % 7;
    return midnight - (back === 0 ? 7 : back) * DAY;
  }
  const dated = /^(\d+)月(\d+)日$/.exec(word);
  if (!dated) return midnight;
  const year = new Date(midnight).getUTCFullYear();
  const day = Date.UTC(year, Number(dated[1]) - 1, Number(dated[2]));
  return day > midnight ? Date.UTC(year - 1, Number(dated[1]) - 1, Number(dated[2])) : day;
}

function hourOf(part: string | undefined, hour: number): number {
  if ((part === '下午' || part === '晚上') && hour < 12) return hour + 12;
  if (part === '中午' && hour < 11) return hour + 12;
  return part === '凌晨' && hour === 12 ? 0 : hour;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return CHINA;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone[0] === '-' ? -minutes : minutes) * MINUTE;
}

const LAST = Date.UTC(2100, 0);

/** ISO 8601 in UTC, of seconds or milliseconds (puppets and exports give either); null for none or a senseless one. */
export function isoOf(stamp: number | null): string | null {
  const at = stamp === null || stamp > 1e12 ? stamp : stamp * 1000;
  return at !== null && at > 0 && at < LAST ? new Date(at).toISOString() : null;
}
