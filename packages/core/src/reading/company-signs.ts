import { companiesIn, type WrittenCompany } from './company-names.ts';
import type { Span } from './fact.ts';
import { tradeLength } from './name-shape.ts';
import { afterPlace } from './places.ts';
import type { Asked } from './question.ts';
import { COMMON_SURNAMES } from './surnames.ts';

/**
 * What can be seen of a place in a text and around it, as numbers: each sign is a hash of a template and of what stands there,
 * and the number of its weight. Two signs may share a number; among 2^17 of them that does little harm.
 */
export interface Signs {
  readonly length: number;
  /** Hold for the message, whatever span is looked at. */
  readonly always: Int32Array;
  /** `WIDTH` signs for each place, in the columns below. */
  readonly rows: Int32Array;
  readonly text: Text;
}

export const SIGN_COUNT = 1 << 17;
/** Columns of a row: of a name that begins or ends there (behind its last character); of each character in a name, and near it. */
export const BEGIN = { from: 0, to: 9 };
export const END = { from: 9, to: 17 };
export const INSIDE = { from: 17, to: 19 };
export const BEFORE = { from: 19, to: 21 };
export const AFTER = { from: 21, to: 23 };
export const WIDTH = 23;
/** How far before and behind a name a character still counts, wherever it stands. */
export const REACH = 12;

/** What was said before a message: what our side asked, and whether the company is known already. `OURS`: we say it ourselves. */
export type Situation = number;
export const OURS: Situation = 10;

export function situationOf(asked: Asked | null, isKnown: boolean): Situation {
  return askedAs(asked) + (isKnown ? 5 : 0);
}

/** Whether the company was asked for. */
export function isAskedFor(situation: Situation): boolean {
  return situation !== OURS && (situation % 5 === 1 || situation % 5 === 2);
}

function askedAs(asked: Asked | null): number {
  if (asked?.company === 'other') return 4;
  if (asked?.company === 'own') return asked.name ? 1 : 2;
  return asked?.name ? 3 : 0;
}

/** The text as the templates see it; places are moved by `PAD`, so that one may look over both ends. */
interface Text {
  plain: string;
  codes: Uint16Array;
  kinds: Uint8Array;
  asked: number;
  /** `MAY_BEGIN`, `MAY_END` and `COVERED` of each place. */
  flags: Uint8Array;
  named: readonly WrittenCompany[];
}

export const PAD = 8;
export const MAY_BEGIN = 1;
export const MAY_END = 2;
/** In a name with an ending that the lists know. */
const COVERED = 4;
const MARK = 1;
const SPACE = 2;
export const HAN = 3;
const DIGIT = 4;
const LATIN = 5;
const BRACKET = 6;
export const OTHER = 7;
const MARKS = new Set([...'\n,。;!?、:'].map((char) => char.charCodeAt(0)));
const SURNAMES = new Set([...COMMON_SURNAMES].map((char) => char.charCodeAt(0)));

function kindOf(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return HAN;
  if (code === 0x20) return SPACE;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code >= 0x61 && code <= 0x7a) return LATIN;
  if (code === 0x28 || code === 0x29) return BRACKET;
  return MARKS.has(code) ? MARK : OTHER;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
const numberOf = (hash: number) => (Math.imul(hash, 0x85ebca6b) >>> 7) & (SIGN_COUNT - 1);
const SEEDS = Array.from({ length: 80 }, (_, template) => Math.imul(template + 1, 0xc2b2ae35) | 0);
/** A sign of a template with one to four things seen. */
const sign1 = (template: number, a: number) => numberOf(mix(SEEDS[template]!, a));
const sign2 = (template: number, a: number, b: number) => numberOf(mix(mix(SEEDS[template]!, a), b));
const sign3 = (template: number, a: number, b: number, c: number) =>
  numberOf(mix(mix(mix(SEEDS[template]!, a), b), c));
const sign4 = (template: number, a: number, b: number, c: number, d: number) =>
  numberOf(mix(mix(mix(mix(SEEDS[template]!, a), b), c), d));

/** The sign that every message has, and the one that labelled pieces have instead, in which companies are more frequent. */
export const ANY_MESSAGE = sign1(0, 0);
export const ANY_PIECE = sign1(0, 1);

/** Where the signs of a text are put; whoever asks for one text after another gives the same room again. */
export interface Room {
  codes: Uint16Array;
  kinds: Uint8Array;
  flags: Uint8Array;
  rows: Int32Array;
}

/** @param longest text that fits, in UTF-16 units */
export function roomFor(longest: number): Room {
  return {
    codes: new Uint16Array(longest + 2 * PAD),
    kinds: new Uint8Array(longest + 2 * PAD),
    flags: new Uint8Array(longest + 1),
    rows: new Int32Array((longest + 1) * WIDTH),
  };
}

/**
 * Everything the templates see in a text of `plainOf`. Linear in its length.
 * @param room its own where the signs outlive the next text
 */
export function signsOf(plain: string, situation: Situation, room = roomFor(plain.length)): Signs {
  const text = textOf(plain, situation, room);
  const length = plain.length;
  const signs: Signs = { length, always: alwaysIn(text, plain, situation), rows: room.rows, text };
  for (let at = 0; at <= length; at++) {
    if (at < length) seeCharacter(signs, at);
    const flags = text.flags[at]!;
    if (flags & MAY_BEGIN) seeBegin(signs, at);
    if (flags & MAY_END) seeEnd(signs, at);
  }
  return signs;
}

function textOf(plain: string, situation: Situation, { codes, kinds, flags }: Room): Text {
  const length = plain.length;
  for (const pad of [0, PAD + length]) {
    codes.fill(1, pad, pad + PAD);
    kinds.fill(0, pad, pad + PAD);
  }
  flags.fill(0, 0, length + 1);
  const asked = situation === OURS ? 5 : situation % 5;
  const text: Text = { plain, codes, kinds, asked, flags, named: companiesIn(plain) };
  for (let at = 0; at < length; at++) {
    const code = plain.charCodeAt(at);
    const kind = kindOf(code);
    kinds[at + PAD] = kind;
    codes[at + PAD] = kind === DIGIT ? 0x30 : code;
  }
  for (let at = 0; at < length; at++) seeEdges(text, at);
  for (const { start, end } of text.named) for (let at = start; at < end; at++) text.flags[at]! |= COVERED;
  return text;
}

/** Whether a name may begin before a character and end behind it: anywhere but in a number or a Latin word. */
function seeEdges({ kinds, flags }: Text, at: number): void {
  const kind = kinds[at + PAD]!;
  if (kind < HAN || kind === OTHER) return;
  if (kind !== BRACKET && (kind === HAN || kinds[at + PAD - 1] !== kind)) flags[at]! |= MAY_BEGIN;
  if (kind === HAN || kinds[at + PAD + 1] !== kind) flags[at + 1]! |= MAY_END;
}

function alwaysIn({ codes, asked, named }: Text, plain: string, situation: Situation): Int32Array {
  const always = new Int32Array(6 + plain.length);
  always[0] = ANY_MESSAGE;
  always[1] = sign1(50, situation);
  always[2] = sign2(51, asked, Math.min(6, plain.length >> 2));
  always[3] = sign2(52, asked, MOBILE.test(plain) ? 1 : 0);
  always[4] = sign2(53, named.length, asked);
  let next = 5;
  for (let at = PAD - 1; at < plain.length + PAD; at++)
    always[next++] = sign2(54, codes[at]!, codes[at + 1]!);
  return always;
}
const MOBILE = /1[3-9]\d{9}/;

function seeCharacter({ text: { codes }, rows }: Signs, place: number): void {
  const [own, next] = [codes[place + PAD]!, codes[place + PAD + 1]!];
  let column = place * WIDTH + INSIDE.from;
  for (let template = 1; template <= 5; template += 2) {
    rows[column++] = sign1(template, own);
    rows[column++] = sign2(template + 1, own, next);
  }
}

/** Four characters before it and two of it, what kinds of words lead to it, what was asked. */
function seeBegin({ text, rows }: Signs, place: number): void {
  const { codes, kinds, asked, flags } = text;
  const at = place + PAD;
  const runs = runsFrom(text, at - 1, -1);
  let column = place * WIDTH + BEGIN.from;
  for (let count = 1, hash = SEEDS[8]!; count <= 4; count++) {
    hash = mix(hash, codes[at - count]!);
    rows[column++] = numberOf(hash);
  }
  rows[column++] = sign1(9, codes[at]!);
  rows[column++] = sign2(10, codes[at]!, codes[at + 1]!);
  rows[column++] = sign1(11, runs);
  rows[column++] = sign2(12, asked, runs);
  rows[column++] = sign2(13, flags[place]! & COVERED, kinds[at - 1]!);
}

/** Two characters of it and three behind it, what kinds of words follow, what was asked. */
function seeEnd({ text, rows }: Signs, place: number): void {
  const { codes, kinds, asked, flags } = text;
  const at = place + PAD;
  const runs = runsFrom(text, at, 1);
  let column = place * WIDTH + END.from;
  rows[column++] = sign1(20, codes[at - 1]!);
  rows[column++] = sign2(21, codes[at - 1]!, codes[at - 2]!);
  for (let count = 0, hash = SEEDS[22]!; count < 3; count++) {
    hash = mix(hash, codes[at + count]!);
    rows[column++] = numberOf(hash);
  }
  rows[column++] = sign1(23, runs);
  rows[column++] = sign2(24, asked, runs);
  rows[column++] = sign2(25, flags[place - 1]! & COVERED, kinds[at]!);
}

/** The next three runs of one kind of character each, and whether they are short or long: `陈工 13800000001` is Han, space, number. */
function runsFrom({ kinds }: Text, from: number, step: 1 | -1): number {
  let hash = 17;
  let last = 0;
  let runs = 0;
  let run = 0;
  for (let at = from, seen = 0; seen < 16 && kinds[at]; at += step, seen++) {
    run++;
    if (kinds[at] === last) continue;
    if (++runs > 3) break;
    if (last === DIGIT || last === HAN) hash = mix(hash, run > 6 ? 3 : run > 3 ? 2 : 1);
    last = kinds[at]!;
    hash = mix(hash, last);
    run = 0;
  }
  return hash;
}

/** Signs of a whole name: how long it is, what is in it, and what stands on both of its sides at once. */
export function spanSigns({ text }: Signs, { start, end }: Span): Int32Array {
  const { plain, codes, kinds, asked, flags, named } = text;
  const [first, behind] = [start + PAD, end + PAD];
  const size = Math.min(12, end - start);
  const name = plain.slice(start, end);
  const rest = afterPlaces(name);
  const isPlace = rest.length < name.length ? 1 : 0;
  const words = Math.min(3, tradeLength(name));
  const written = named.find((one) => one.start === start && one.end === end);
  const ending = written
    ? written.form === 'full'
      ? 2
      : 1
    : (flags[start]! & COVERED) + 2 * (flags[end - 1]! & COVERED);
  const shape = isPlace + 2 * words + 8 * ending;
  const own = Math.min(3, rest.length) + 4 * isPlace;
  const [left, right] = [edge(kinds[first - 1]!), edge(kinds[behind]!)];
  const person = SURNAMES.has(codes[first]!) && size <= 3 ? size : 0;
  const [l1, l2, r1, r2] = [codes[first - 1]!, codes[first - 2]!, codes[behind]!, codes[behind + 1]!];
  return Int32Array.of(
    sign2(56, size, shape),
    sign3(57, left, right, shape),
    sign4(58, left, right, asked, size),
    sign4(59, left, right, shape, asked),
    sign2(60, l1, r1),
    sign4(61, l1, l2, r1, r2),
    sign3(62, l1, l2, shape),
    sign4(63, r1, r2, shape, left),
    sign3(64, l1, shape, r1),
    sign2(65, own, words),
    sign3(66, own, left, right),
    sign2(67, own, codes[behind - 1]!),
    sign3(68, person, words, asked),
    sign3(69, person, left, right),
  );
}

/** Without the places at its head: `山东临沂示远` is 示远. */
function afterPlaces(name: string): string {
  const rest = afterPlace(name);
  return rest === null ? name : afterPlaces(rest);
}

/** What a name is next to: 1–3 an end, a mark or a space, 4 a digit or a sign, 0 more words. */
function edge(kind: number): number {
  if (kind <= SPACE) return kind + 1;
  return kind === OTHER || kind === DIGIT ? 4 : 0;
}
