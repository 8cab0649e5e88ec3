import { normalisePhone } from '../phone.ts';
import type { Span } from './fact.ts';
import { FULL_NAME } from './people.ts';

/** A mainland mobile as it stands in a text. */
export interface WrittenPhone extends Span {
  phone: string;
}

/** Digits written without a break, as `0`–`9`. */
interface Group extends Span {
  digits: string;
  chinese: boolean;
}

/**
 * Every mobile number in a text: with +86, spaces, dashes, full width, Chinese numerals, several in one text. Longer numbers
 * (bank cards, identity cards, tracking numbers) are never cut into one. `plain` is a text of `plainOf`.
 */
export function writtenPhones(plain: string): WrittenPhone[] {
  return runsOf(plain).flatMap((run) => phonesIn(plain, run));
}

const NUMERALS = '〇零一二三四五六七八九';
const OTHER_NUMERALS: Record<string, string> = {
  幺: '1',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  两: '2',
  洞: '0',
  拐: '7',
};

function digitOf(char: string): string | null {
  if (char >= '0' && char <= '9') return char;
  const at = NUMERALS.indexOf(char);
  if (at >= 0) return String(at === 0 ? 0 : at - 1);
  return OTHER_NUMERALS[char] ?? null;
}

const DIGIT_LIKE = /[0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两洞拐]+/g;
/** What may stand between the groups of one number. */
const GAP = /^(?: {0,2}[-.·,、_/。] {0,2}| {1,3})$/;

/** Groups that stand close enough to be one number, or several in a row. */
function runsOf(plain: string): Group[][] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  for (const found of plain.matchAll(DIGIT_LIKE)) {
    const group = groupOf(found[0], found.index);
    const before = run.at(-1);
    if (before && !GAP.test(plain.slice(before.end, Math.min(group.start, before.end + 6)))) {
      runs.push(run);
      run = [];
    }
    run.push(group);
  }
  if (run.length > 0) runs.push(run);
  return runs.filter((one) => one.reduce((sum, group) => sum + group.digits.length, 0) >= MOBILE_LENGTH);
}

const MOBILE_LENGTH = 11;

function groupOf(written: string, start: number): Group {
  let digits = '';
  for (const char of written) digits += digitOf(char)!;
  return { start, end: start + written.length, digits, chinese: !/\d/.test(written) };
}

function phonesIn(plain: string, run: readonly Group[]): WrittenPhone[] {
  const found: WrittenPhone[] = [];
  let at = 0;
  let free = 0;
  while (at < run.length) {
    const match = phoneAt(plain, run, at, free);
    if (match) {
      found.push(match.phone);
      at = match.next;
      free = at;
    } else at++;
  }
  return found;
}

/** A finger slipped: `18600006 034`. Only behind a word or name that a telephone follows. */
const ODD_WAYS: readonly string[] = ['8,3', '6,5', '7,1,3', '3,4,1,3', '3,4,3,1'];
const EXPECTED = new RegExp(`(?:电话|手机|号码?|微信|联系方式|tel|${FULL_NAME})[:是 ]*$`);

/** People write 3-4-4, and now and then other ways; single digits only when all eleven are. */
const WAYS = [
  '11',
  '3,4,4',
  '3,8',
  '7,4',
  '4,4,3',
  '4,3,4',
  '3,3,5',
  '3,5,3',
  '4,7',
  '3,4,2,2',
  '3,2,2,2,2',
  '3,3,2,3',
  '3,2,3,3',
  '3,3,3,2',
  '5,6',
  ...ODD_WAYS,
  '1,1,1,1,1,1,1,1,1,1,1',
];

function phoneAt(
  plain: string,
  run: readonly Group[],
  at: number,
  free: number,
): { phone: WrittenPhone; next: number } | null {
  const from = countryCode(plain, run, at) ? at + 1 : at;
  const whole = wholeNumber(plain, run, from);
  if (whole !== null) return { phone: { ...whole, start: startOf(plain, run[at]!.start) }, next: from + 1 };
  for (const way of WAYS.slice(1)) {
    const lengths = way.split(',').map(Number);
    const groups = run.slice(from, from + lengths.length);
    if (groups.length < lengths.length || groups.some((group, i) => group.digits.length !== lengths[i]))
      continue;
    const next = from + lengths.length;
    const phone = normalisePhone(groups.map((group) => group.digits).join(''));
    if (phone === null || !standsAlone(plain, run, { from, next, free })) continue;
    const end = groups.at(-1)!.end;
    const odd = ODD_WAYS.includes(way);
    if (odd && !EXPECTED.test(plain.slice(Math.max(0, run[at]!.start - 12), run[at]!.start))) continue;
    return { phone: { phone, start: startOf(plain, run[at]!.start), end }, next };
  }
  return null;
}

/** `+86`, `0086`, `86` before the number. */
function countryCode(plain: string, run: readonly Group[], at: number): boolean {
  const { digits, start } = run[at]!;
  return (
    (digits === '86' || digits === '0086') &&
    (digits === '0086' || plain[start - 1] === '+' || run.length > at + 1)
  );
}

/** Plus sign and opening bracket belong to the number's evidence. */
function startOf(plain: string, start: number): number {
  const plus = plain[start - 1] === '+' ? start - 1 : start;
  return plus;
}

function wholeNumber(plain: string, run: readonly Group[], at: number): WrittenPhone | null {
  const group = run[at];
  if (!group || group.digits.length < MOBILE_LENGTH || group.digits.length > 15) return null;
  const { digits, start, end } = group;
  const international = /^(?:86|0086)1/.test(digits) && (digits.length === 13 || digits.length === 15);
  if (digits.length !== MOBILE_LENGTH && !international) return null;
  if (joined(plain, run[at - 1], group) || joined(plain, group, run[at + 1])) return null;
  const phone = normalisePhone(digits);
  return phone === null ? null : { phone, start, end };
}

/** Two long groups with a dash between them are one number of another kind: `2025-13800000001`. */
function joined(plain: string, left: Group | undefined, right: Group | undefined): boolean {
  if (!left || !right) return false;
  const gap = plain.slice(left.end, right.start);
  return (
    /^[-._]$/.test(gap) && left.digits.length !== right.digits.length && !/^(?:00)?86$/.test(left.digits)
  );
}

/** A split number among groups of the same look is a piece of a card number; `free`: up to there the run is phones. */
function standsAlone(
  plain: string,
  run: readonly Group[],
  { from, next, free }: { from: number; next: number; free: number },
): boolean {
  const gap = plain.slice(run[from]!.end, run[from + 1]!.start);
  const before = run[from - 1];
  const after = run[next];
  const sameBefore = before !== undefined && plain.slice(before.end, run[from]!.start) === gap;
  const sameAfter = after !== undefined && plain.slice(run[next - 1]!.end, after.start) === gap;
  return (!sameBefore || from === free || endsPhone(before)) && (!sameAfter || startsPhone(after));
}

const startsPhone = (group: Group) => /^1[3-9]/.test(group.digits) || group.digits.length <= 2;
const endsPhone = (group: Group) =>
  group.digits.length === MOBILE_LENGTH || group.digits === '86' || group.digits.length <= 2;
