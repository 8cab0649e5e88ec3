/** A piece of a message between two marks of punctuation. */
export interface Clause {
  text: string;
  start: number;
}

/** The clauses of a text with their places; a long message has many, none of them long. */
export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= plain.length; at++) {
    const isMark = at === plain.length || MARKS.has(plain[at]!) || isPause(plain, at);
    if (!isMark && at - start < MAX_CLAUSE) continue;
    if (at > start) clauses.push({ text: plain.slice(start, at), start });
    start = isMark ? at + 1 : at;
  }
  return clauses;
}

/** Many write a space where others write a comma. */
function isPause(plain: string, at: number): boolean {
  return plain[at] === ' ' && (isHan(plain[at - 1]) || isHan(plain[at + 1]));
}

const isHan = (char: string | undefined) => char !== undefined && char >= '一' && char <= '鿿';

const MARKS = new Set(',。;!?\n、…|【】');
const MAX_CLAUSE = 120;

/** Any of these: the long alternatives of a reader, one idea a line. */
export function anyOf(patterns: readonly string[], flags = ''): RegExp {
  return new RegExp(patterns.join('|'), flags);
}

/** Where the last match of a global pattern ends; -1 without one. */
export function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const found of text.matchAll(pattern)) end = Math.max(end, found.index + found[0].length);
  return end;
}
