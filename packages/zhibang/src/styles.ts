import type { ErrorCode } from './error-table.ts';
import type { Ticket } from './session.ts';
import type { HttpAnswer } from './transport.ts';

/** What the ERP says in an answer that could be read. */
export type Verdict =
  | { kind: 'ok' }
  /** The token is dead, by these words; '' where a page came. `hinted`: it may be: the page merely speaks of a login. */
  | { kind: 'dead'; message: string; hinted?: boolean }
  | { kind: 'missing_handler' }
  /** The ERP failed inside (code 500 of v3 and helper). */
  | { kind: 'server_error'; message: string }
  /** `code` where the style knows better than the words. */
  | { kind: 'refused'; message: string; code?: ErrorCode }
  /** The server did not read the body at all: another content type is wanted. */
  | { kind: 'unread'; message: string }
  /** Not the agreed shape. */
  | { kind: 'protocol'; message: string };

interface Encoded {
  headers: Record<string, string>;
  body: string;
  /** The same without secrets, for the call log. */
  shown: string;
}

/** One of the ways to call (wire.md "Four styles of call"): how a request carries the token, how an answer is judged. */
export interface Style {
  encode(ticket: Ticket): Encoded;
  judge(json: unknown, http: HttpAnswer): Verdict;
}

/** JSON as it comes: every access is a question. */
export type Json = Record<string, unknown>;

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** Text of a value of the wire: trimmed; null and absent are '' (wire.md "Answers that lie or break" 5). */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return '';
}

/** A whole number that may come as text; null when it is neither. */
export function countOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}
