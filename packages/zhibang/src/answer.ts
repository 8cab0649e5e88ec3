import { type Effect, ZhibangError } from './errors.ts';
import { parseAnswer } from './json.ts';
import { demandsContentType, saysHandlerMissing, saysSessionIsOver } from './messages.ts';
import type { HttpAnswer, HttpRequest } from './transport.ts';

/** What came back, before the call style says whether the ERP agreed. */
export type Reading =
  | { kind: 'json'; json: unknown }
  /** The HTML of a login page: the token is dead (wire.md "Login"). `hinted`: a page that only speaks of a login. */
  | { kind: 'login_page'; hinted: boolean }
  /** 404, or the words for a handler that this system lacks (wire.md "Answers that lie or break" 4). */
  | { kind: 'missing_handler' }
  /** An old system wants `application/zsml` (wire.md "Four styles"). */
  | { kind: 'wants_zsml' };

const PASSWORD_FIELD = /type\s*=\s*["']?password|name\s*=\s*["']?(password|pwd)/i;
/** A form may be drawn by a script; an error page may link to the login as well. */
const SPEAKS_OF_LOGIN = /登[录陆]|login|logon|log ?in|sign ?in/i;
const LOOKS_LIKE_HTML =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|script|meta|title|div|form|table|p|h\d|font)\b/i;

/** Refused before any handler ran: a write behind it took no effect. */
const REFUSED_BEFORE_ACTING = new Set([400, 401, 403, 404, 405, 406, 411, 413, 414, 415, 429]);

/** Reads an HTTP answer. Throws what no call style can read: 5xx, an empty body, HTML, text that is not JSON. */
export function readAnswer(answer: HttpAnswer, request: HttpRequest): Reading {
  const { status, text } = answer;
  const json = tryJson(text);
  if (json !== undefined && (status < 400 || (status < 500 && isEnvelope(json))))
    return { kind: 'json', json };
  const html = LOOKS_LIKE_HTML.test(text) || /text\/html/i.test(answer.contentType);
  const page = html && status < 500 && status !== 404 && mayBeLoginPage(request);
  // Older pages have no form, only a script that tells the browser to log in again.
  if (page && (PASSWORD_FIELD.test(text) || saysSessionIsOver(text)))
    return { kind: 'login_page', hinted: false };
  if (status === 401 || (status >= 300 && status < 400 && /login/i.test(answer.location)))
    return { kind: 'login_page', hinted: false };
  if (status === 404 || saysHandlerMissing(text)) return { kind: 'missing_handler' };
  if (status === 415 || (status < 500 && !html && demandsContentType(text))) return { kind: 'wants_zsml' };
  if (page && !request.writes && SPEAKS_OF_LOGIN.test(text)) return { kind: 'login_page', hinted: true };
  throw unreadable(answer, request, html);
}

/** Any page may come after a write took effect (wire.md "Answers that lie or break" 4): one that adds is not repeated for it. */
function mayBeLoginPage({ writes, repeatable }: HttpRequest): boolean {
  return !writes || repeatable;
}

function unreadable(answer: HttpAnswer, request: HttpRequest, html: boolean): ZhibangError {
  const { status } = answer;
  const plain = answer.text.trim();
  const effect: Effect = !request.writes || REFUSED_BEFORE_ACTING.has(status) ? 'none' : 'unknown';
  const details = { endpoint: request.path, operation: request.operation, status, effect };
  if (status >= 500 || status === 408 || status === 429)
    return new ZhibangError('server_error', { ...details, retryAfterMs: answer.retryAfterMs });
  if (status >= 400 || (status >= 300 && status < 400)) return new ZhibangError('http_error', details);
  if (plain === '') return new ZhibangError('empty_body', details);
  if (html) return new ZhibangError('html_answer', details);
  return new ZhibangError('not_json', details);
}

function tryJson(text: string): unknown {
  const start = text.trimStart().charAt(0);
  if (start !== '{' && start !== '[' && text.charCodeAt(0) !== 0xfeff) return undefined;
  try {
    return parseAnswer(text);
  } catch {
    return undefined;
  }
}

/** An error status may still carry the ERP's own envelope, which says more. */
function isEnvelope(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return 'header' in json || 'Code' in json || ('flag' in json && 'code' in json);
}
