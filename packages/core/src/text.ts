/** Full-width letters, digits and punctuation (`１３８ＡＢ，`) as half-width; the ideographic space as a plain one. */
export function toHalfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/**
 * One line of text as it is kept: invisible characters out, every run of white space one space, trimmed.
 * Numbers become text. Null for anything without a visible character, and for what is not text at all.
 */
export function cleanText(value: unknown): string | null {
  if (typeof value === 'string' && !NEEDS_CLEANING.test(value)) return value || null;
  const text = visibleText(value);
  if (text === null) return null;
  return text.replace(/\s+/gu, ' ').trim() || null;
}

/** Like `cleanText`, for notes of several lines: line breaks stay (as `\n`), blank lines at the ends go. */
export function cleanLines(value: unknown): string | null {
  if (typeof value === 'string' && !NEEDS_CLEANING.test(value)) return value || null;
  const text = visibleText(value);
  if (text === null) return null;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines.join('\n').trim() || null;
}

function visibleText(value: unknown): string | null {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
  if (!isScalar) return null;
  return String(value).replace(INVISIBLE, '');
}

/**
 * Control characters, the zero-width ones that WeChat nicknames carry, and half an emoji (a surrogate without its pair,
 * which no database keeps as it is); white space is left to the callers.
 */
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060\uFEFF\uD800-\uDFFF]/gu;

/** White space or an invisible character: most values have none, and one look spares them three rewritings. */
const NEEDS_CLEANING = new RegExp(`\\s|${INVISIBLE.source}`, 'u');

/** At least so many characters; one that takes two code units counts once. */
export function hasCharacters(text: string, least: number): boolean {
  if (text.length < least) return false;
  return text.length >= 2 * least || [...text].length >= least;
}

// Asked of each cell of each list row, so they stand here: one written inside a function is made anew at every call.
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;
const MASKED = /[*＊•●]{2,}|^\s*\p{Script=Han}{1,2}[*＊]\p{Script=Han}?\s*$/u;
const SHORTENED = /(?:\.{3}|…)\s*$/u;

/** A value that was hidden before it reached us (`138****8888`, `张*`): not a value (wire.md, "a cell may be masked" [field]). */
export function isMasked(text: string): boolean {
  return MASKED.test(text);
}

/** A list cell that was cut: it ends with an ellipsis (wire.md, "a cell may be shortened" [field]). */
export function isShortened(text: string): boolean {
  return SHORTENED.test(text);
}

/** `138****8888`: the first three and last four characters; shorter text keeps nothing. */
export function maskPhone(phone: string): string {
  const chars = [...phone];
  if (chars.length < 8) return '*'.repeat(chars.length);
  return `${chars.slice(0, 3).join('')}****${chars.slice(-4).join('')}`;
}

/** Every mainland mobile inside a text masked, also when written with +86, spaces, dashes or full-width digits. */
export function maskPhonesIn(text: string): string {
  return text.replace(MOBILE_IN_TEXT, (_all, prefix: string, head: string, tail: string) => {
    return `${prefix}${head}****${tail}`;
  });
}

const DIGIT = '[0-9０-９]';
const GAP = '[\\s\\-‐-―－]?';
const MOBILE_IN_TEXT = new RegExp(
  `(?<!${DIGIT})((?:(?:\\+|＋|00)?(?:86|８６)${GAP})?)([1１][3-9３-９]${DIGIT})${GAP}${DIGIT}{4}${GAP}(${DIGIT}{4})(?!${DIGIT})`,
  'gu',
);
