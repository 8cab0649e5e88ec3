import {
  AFTER,
  BEFORE,
  BEGIN,
  END,
  HAN,
  INSIDE,
  MAY_BEGIN,
  MAY_END,
  OTHER,
  PAD,
  REACH,
  type Signs,
  spanSigns,
  WIDTH,
} from './company-signs.ts';
import type { Span } from './fact.ts';

/** A weight for each sign, in units of its own; more than zero speaks for a company. */
export type Weights = Int8Array | Float64Array;

/** A span of a message that may be the customer's company; `score` is the logarithm of how much likelier it is than none. */
export interface Candidate extends Span {
  score: number;
  /** Its `spanSigns`. */
  signs: Int32Array;
}

export interface Search {
  /** What spans score by their beginning, end, characters and message; the others are hopeless. */
  least: number;
  /** Spans that are looked at in any case. */
  also: readonly Span[];
}

/**
 * The likeliest spans of a message, best first. A span scores the sum of the weights of its signs; whether it is the company
 * is a choice between it, the other spans, and none (score 0).
 */
export function candidates(signs: Signs, weights: Weights, search: Search): Candidate[] {
  const kept = likeliest(signs, weights, search);
  return kept
    .map(({ start, end, score }) => {
      const own = spanSigns(signs, { start, end });
      return { start, end, signs: own, score: score + total(own, 0, own.length, weights) };
    })
    .sort((a, b) => b.score - a.score);
}

interface Scored extends Span {
  score: number;
}

const LONGEST = 24;
/** So many spans are looked at as a whole, beside the names with an ending. */
const KEPT = 4;

function likeliest(signs: Signs, weights: Weights, { least, also }: Search): Scored[] {
  const { length, text } = signs;
  const always = total(signs.always, 0, signs.always.length, weights);
  const inside = sums(signs, INSIDE, weights);
  const begin = begins(signs, weights);
  const end = ends(signs, weights);
  const scoreOf = (from: number, to: number) =>
    always + begin[from]! + end[to]! + inside[to]! - inside[from]!;
  const kept: Scored[] = [];
  let enough = least;
  for (let start = 0; start < length; start++) {
    if (!(text.flags[start]! & MAY_BEGIN)) continue;
    for (let stop = start + 1; stop <= Math.min(length, start + LONGEST); stop++) {
      const kind = text.kinds[stop - 1 + PAD]!;
      if (kind < HAN || kind === OTHER) break;
      if (stop < start + 2 || !(text.flags[stop]! & MAY_END)) continue;
      const score = scoreOf(start, stop);
      if (score <= enough) continue;
      keep(kept, { start, end: stop, score });
      if (kept.length === KEPT) enough = kept.at(-1)!.score;
    }
  }
  for (const one of [...text.named, ...also])
    if (!kept.some(({ start, end: stop }) => start === one.start && stop === one.end))
      kept.push({ start: one.start, end: one.end, score: scoreOf(one.start, one.end) });
  return kept;
}

function keep(kept: Scored[], one: Scored): void {
  let at = kept.length;
  while (at > 0 && kept[at - 1]!.score < one.score) at--;
  kept.splice(at, 0, one);
  if (kept.length > KEPT) kept.pop();
}

interface Columns {
  from: number;
  to: number;
}

function begins(signs: Signs, weights: Weights): number[] {
  const near = sums(signs, BEFORE, weights);
  return near.map((sum, at) =>
    signs.text.flags[at]! & MAY_BEGIN
      ? rowTotal(signs, at, BEGIN, weights) + sum - near[Math.max(0, at - REACH)]!
      : 0,
  );
}

function ends(signs: Signs, weights: Weights): number[] {
  const near = sums(signs, AFTER, weights);
  return near.map((sum, at) =>
    signs.text.flags[at]! & MAY_END
      ? rowTotal(signs, at, END, weights) + near[Math.min(signs.length, at + REACH)]! - sum
      : 0,
  );
}

/** Sums of the rows before each place. */
function sums(signs: Signs, columns: Columns, weights: Weights): number[] {
  const before = [0];
  let sum = 0;
  for (let at = 0; at < signs.length; at++) {
    sum += rowTotal(signs, at, columns, weights);
    before.push(sum);
  }
  return before;
}

function rowTotal({ rows }: Signs, place: number, { from, to }: Columns, weights: Weights): number {
  return total(rows, place * WIDTH + from, place * WIDTH + to, weights);
}

function total(signs: Int32Array, from: number, to: number, weights: Weights): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += weights[signs[at]!]!;
  return sum;
}

/** Calls back with each sign of a span, as often as it holds: what training moves the weights of. */
export function eachSign(
  signs: Signs,
  { start, end, signs: own }: Candidate,
  use: (sign: number) => void,
): void {
  const rows = (place: number, until: number, { from, to }: Columns) => {
    for (let at = place; at < until; at++)
      for (let column = from; column < to; column++) use(signs.rows[at * WIDTH + column]!);
  };
  for (const sign of signs.always) use(sign);
  for (const sign of own) use(sign);
  rows(start, start + 1, BEGIN);
  rows(end, end + 1, END);
  rows(start, end, INSIDE);
  rows(Math.max(0, start - REACH), start, BEFORE);
  rows(end, Math.min(signs.length, end + REACH), AFTER);
}
