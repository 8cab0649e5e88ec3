const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)([- ]?)\d{4}\2(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3}[- ])\d{4,5}(\d{3})(?!\d)/g;
const SECRET_IDS = /(?:session|token|zbapi-token|\w*password|\w*pwd|pw|rndcode|bank\d*_\d+)/.source;
const IS_SECRET_ID = new RegExp(`^${SECRET_IDS}$`, 'i');
const SECRET_KEY = new RegExp(
  `("(?:${SECRET_IDS}|cookie|set-cookie)"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|[-\\d.]+)`,
  'gi',
);
/** One piece of an object's text: a string counts as one, braces in it and all, and so does an object in it. */
const STRING = /"(?:[^"\\]|\\.)*(?:"|$)/.source;
const PIECE = `(?:[^{}"]|${STRING}|\\{(?:[^{}"]|${STRING})*\\})`;
const SECRET_FIELD = new RegExp(`\\{${PIECE}*?"id"\\s*:\\s*"${SECRET_IDS}"${PIECE}*(?:\\}|$)`, 'gi');
const FIELD_VALUE = /("(?:val|value|text)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[-\d.]+)/gi;
const PASSWORD = /"(?:\w*password|\w*pwd|pw)"\s*:\s*("(?:[^"\\]|\\.)*")/gi;
/** Bank accounts can stand in any list column; an ord or a phone never has so many digits. */
const LONG_NUMBER = /(?<![\d.])\d{14,}(?!\d)/g;
/** `6222 0000 0000 0000 001`, as cards are printed. */
const GROUPED_NUMBER = /(?<![\d.-])\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,4})?(?!\d)/g;
const ACCOUNT = /(?<![\w.])\d{16,19}(?!\w)/g;
const HIDDEN = '***';
/** What is shorter cannot be told from other text. */
const SHORTEST_SECRET = 4;

/** 13800000001 → 138****0001, also with +86, blanks or dashes; 0755-12345678 → 0755-****678. */
export function maskPhones(text: string): string {
  return text.replace(MOBILE, '$1$2****$2$3').replace(LANDLINE, '$1****$2');
}

/** Bank accounts, plain or in groups of four, and phones. */
export function maskNumbers(text: string): string {
  return maskPhones(text.replace(GROUPED_NUMBER, HIDDEN).replace(ACCOUNT, HIDDEN));
}

/** `text` without these values, as they are, in JSON and in a URL. */
export function hide(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    const inJson = JSON.stringify(secret).slice(1, -1);
    for (const form of new Set([inJson, secret, encodeURIComponent(secret)]))
      hidden = hidden.replaceAll(form, () => HIDDEN);
  }
  return hidden;
}

/** Passwords that a request tells (a new user's, say): an answer may repeat them. */
export function passwordsIn(body: string): string[] {
  return [...body.matchAll(PASSWORD)].map(([, text]) => JSON.parse(text!));
}

/** JSON for a log: what stands under a secret's name, or in a field `{id, val}` of such a name, is left out. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (IS_SECRET_ID.test(key)) return HIDDEN;
    const isField = typeof each === 'object' && each !== null && 'id' in each && 'val' in each;
    return isField && IS_SECRET_ID.test(String(each.id)) ? { ...each, val: HIDDEN } : each;
  });
}

/** The same value with what stands under a secret's name left out. */
export function withoutSecretValues<T>(value: T): T {
  return JSON.parse(shownJson(value));
}

/**
 * Text of a request or an answer, fit for a log: none of the known secrets, no password, session, token, cookie or bank
 * value, phones masked, cut to `limit` characters. Works on text, so that a broken or huge answer can be shown too.
 */
export function redact(text: string, limit: number, secrets: readonly string[] = []): string {
  const known = hide(text, secrets);
  const head = known.length > limit * 2 ? known.slice(0, limit * 2) : known;
  const clean = head
    .replace(SECRET_FIELD, (field) => field.replace(FIELD_VALUE, `$1"${HIDDEN}"`))
    .replace(SECRET_KEY, `$1"${HIDDEN}"`)
    .replace(LONG_NUMBER, HIDDEN)
    .replace(GROUPED_NUMBER, HIDDEN);
  const masked = maskPhones(clean);
  return masked.length > limit ? masked.slice(0, limit) : masked;
}
