const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)([- ]?)\d{4}\2(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3}[- ])\d{4,5}(\d{3})(?!\d)/g;
const SECRET_KEY =
  /("(?:session|token|zbapi-token|password|pw|confirmpassword|cookie|set-cookie|bank\d*_\d+)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[-\d.]+)/gi;
const SECRET_ID = /(?:password|rndcode|session|bank\d*_\d+)/.source;
const SECRET_FIELD = new RegExp(`\\{[^{}]*"id"\\s*:\\s*"${SECRET_ID}"[^{}]*(?:\\}|$)`, 'gi');
const FIELD_VALUE = /("(?:val|value|text)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[-\d.]+)/gi;
/** Bank accounts can stand in any list column; an ord or a phone never has so many digits. */
const LONG_NUMBER = /(?<![\d.])\d{14,}(?!\d)/g;

/** 13800000001 → 138****0001, also with +86, blanks or dashes; 0755-12345678 → 0755-****678. */
export function maskPhones(text: string): string {
  return text.replace(MOBILE, '$1$2****$2$3').replace(LANDLINE, '$1****$2');
}

/**
 * Text of a request or an answer, fit for a log: no password, session, token, cookie or bank value, phones masked, cut
 * to `limit` characters. Works on text, so that a broken or huge answer can be shown too.
 */
export function redact(text: string, limit: number): string {
  const head = text.length > limit * 2 ? text.slice(0, limit * 2) : text;
  const clean = head
    .replace(SECRET_FIELD, (field) => field.replace(FIELD_VALUE, '$1"***"'))
    .replace(SECRET_KEY, '$1"***"')
    .replace(LONG_NUMBER, '***');
  const masked = maskPhones(clean);
  return masked.length > limit ? masked.slice(0, limit) : masked;
}
