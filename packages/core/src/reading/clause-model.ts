import { clausesOf } from './clauses.ts';
import type { Span } from './fact.ts';

/** A clause as a learned reader sees it: its own words, those beside it, and what our side has just done. */
export interface SeenClause extends Span {
  own: string;
  before: string | null;
  after: string | null;
  /** Our side has just named a price. */
  priced: boolean;
  /** Our side has just asked whether a quotation is wanted. */
  offered: boolean;
}

export interface Moment {
  priced: boolean;
  offered: boolean;
}

/** The clauses of a text of `plainOf` each with what a reader may know of it. */
export function seenClauses(plain: string, moment: Moment): SeenClause[] {
  const clauses = clausesOf(plain).flatMap(({ text, start }) => {
    const own = text.trim();
    if (own === '') return [];
    const from = start + text.indexOf(own);
    const end = from + own.length;
    return [{ own: plain[start + text.length] === '?' ? `${own}?` : own, start: from, end }];
  });
  return clauses.map((clause, at) => ({
    ...clause,
    before: clauses[at - 1]?.own ?? null,
    after: clauses[at + 1]?.own ?? null,
    ...moment,
  }));
}

const LONGEST_PIECE = 4;
/** Beside the clause only this many characters are looked at, singly. */
const BESIDE = 4;
/** An answer to a price is short: `5000片呢`. */
const LONGEST_ANSWER = 12;

/**
 * Names of what is seen in a clause, each as often as it is seen: pieces of one to four characters (`^` and `$` are its ends,
 * `0` any number, `x` an English word that is none of a purchase), single characters beside it (`<`, `>`), and after a price
 * the pieces of a short answer (`P`).
 */
export function eachFeature(clause: SeenClause, visit: (feature: string) => void): void {
  visit('');
  if (clause.offered) visit('OFFERED');
  if (clause.priced) visit('PRICED');
  const own = `^${folded(clause.own)}$`;
  const isAnswer = clause.priced && own.length <= LONGEST_ANSWER + 2;
  for (let length = 1; length <= LONGEST_PIECE; length++) {
    for (let at = 0; at + length <= own.length; at++) {
      const piece = own.slice(at, at + length);
      visit(piece);
      if (isAnswer && length < LONGEST_PIECE) visit(`P${piece}`);
    }
  }
  for (const char of clause.before === null ? '^' : folded(clause.before).slice(-BESIDE)) visit(`<${char}`);
  for (const char of clause.after === null ? '$' : folded(clause.after).slice(0, BESIDE)) visit(`>${char}`);
}

const PURCHASE = /^(?:price|quot(?:e|ation)|how|much|offer|rfq|cost)$/;

const folded = (text: string) =>
  text
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[a-z]{3,}/g, (word) => (PURCHASE.test(word) ? word : 'x'))
    .replace(/ +/g, ' ');

/** How much speaks for it, in log odds: above 0 more than not. */
export function oddsOf(clause: SeenClause, weights: ReadonlyMap<string, number>): number {
  let odds = 0;
  eachFeature(clause, (feature) => {
    odds += weights.get(feature) ?? 0;
  });
  return odds;
}
