import { readAnswer } from './answer.ts';
import { applyCookies, cookieHeader } from './cookies.ts';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { asksForPatience } from './messages.ts';
import { asZhibangError, judged, type Outcome, type Try } from './outcome.ts';
import type { Pace } from './pace.ts';
import { hide, passwordsIn, redact } from './redact.ts';
import type { Ticket } from './session.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';
import type { CallRecord } from './types.ts';

export interface ExchangeOptions {
  transport: Transport;
  pace: Pace;
  /** Shown nowhere, whatever the ERP says of it. */
  password: string;
  onCall?: (call: CallRecord) => void;
  clock: () => number;
}

/** How the body of a request is declared (wire.md "Four styles"). */
export type ContentType = 'json' | 'zsml';

/** What went wrong before a login could have been judged. */
const NEVER_JUDGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'refused_connection',
  'dns_failed',
  'aborted',
  'http_error',
]);

/** Tokens and cookies of this length stand for nothing else: they are taken out of an answer before it is read. */
const PROOF_LENGTH = 12;

/** One HTTP request at its pace, its answer read and judged, both told to the call log without a secret. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly counts = { calls: 0, reads: 0, writes: 0, failures: 0 };

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /** Throws ZhibangError for what no call style can read. */
  async send(call: Try, path: string, ticket: Ticket, contentType: ContentType): Promise<Outcome> {
    const { transport, pace, clock } = this.#options;
    const { body, headers, shown } = call.style.encode(ticket);
    const request = requestOf(call, path, { ...headersOf(ticket, contentType), ...headers }, body);
    await pace.enter(call.signal).catch((reason) => {
      throw asZhibangError(reason, call);
    });
    this.counts.calls++;
    this.counts[request.writes ? 'writes' : 'reads']++;
    const sent: Sent = {
      call,
      request,
      shown,
      at: clock(),
      http: null,
      secrets: this.#secrets(ticket, body),
    };
    try {
      const http = await transport.send(request);
      applyCookies(ticket.cookies, http.cookies, clock());
      sent.secrets = this.#secrets(ticket, body);
      // A login's own answer brings the token.
      sent.http = call.login ? http : { ...http, text: hide(http.text, sent.secrets.filter(isProof)) };
      const outcome = withoutSecrets(judged(readAnswer(sent.http, request), sent.http, call), sent.secrets);
      if (isTrouble(outcome)) pace.trouble();
      else pace.good();
      if (mayBeJudged(outcome)) call.login?.unread.push(asText(http));
      this.#report(sent, outcome.verdict);
      return outcome;
    } catch (error) {
      if (error instanceof ZhibangError && error.action === 'slow_down') pace.trouble();
      if (error instanceof ZhibangError && !isNeverJudged(error))
        call.login?.unread.push(sent.http ? asText(sent.http) : error.code);
      this.#report(sent, error);
      throw error;
    } finally {
      pace.leave();
    }
  }

  #secrets({ token, cookies }: Ticket, body: string): string[] {
    return [this.#options.password, token, ...Object.values(cookies), ...passwordsIn(body)];
  }

  #report({ call, request, shown, at, http, secrets }: Sent, result: unknown) {
    const verdict = result instanceof Error ? null : (result as { kind: string; message?: string });
    const ok = verdict?.kind === 'ok';
    if (!ok) this.counts.failures++;
    const { onCall, clock } = this.#options;
    if (!onCall) return;
    const error = verdict
      ? [verdict.kind, verdict.message].filter(Boolean).join(': ')
      : (result as Error).message;
    onCall({
      endpoint: request.path,
      operation: request.operation,
      method: request.method,
      request: redact(shown, 4000, secrets),
      status: http?.status ?? null,
      response: redact(http?.text ?? '', 2000, secrets),
      ms: clock() - at,
      ok,
      error: ok ? null : redact(error, 500, secrets),
      attempt: call.attempt,
      at,
    });
  }
}

interface Sent {
  call: Try;
  request: HttpRequest;
  shown: string;
  at: number;
  http: HttpAnswer | null;
  secrets: string[];
}

function headersOf(ticket: Ticket, contentType: ContentType): Record<string, string> {
  const cookie = cookieHeader(ticket.cookies);
  const headers = { 'content-type': `application/${contentType}; charset=utf-8`, accept: '*/*' };
  return cookie ? { ...headers, cookie } : headers;
}

function requestOf(
  { operation, signal, writes = false, repeatable = false }: Try,
  path: string,
  headers: Record<string, string>,
  body: string,
): HttpRequest {
  return { method: 'POST', path, headers, body, operation, writes, repeatable, signal };
}

function isProof(secret: string): boolean {
  return secret.length >= PROOF_LENGTH;
}

function withoutSecrets(outcome: Outcome, secrets: readonly string[]): Outcome {
  if (!('message' in outcome.verdict)) return outcome;
  const message = hide(outcome.verdict.message, secrets);
  return { ...outcome, verdict: { ...outcome.verdict, message } } as Outcome;
}

function asText({ status, text }: HttpAnswer): string {
  return `${status} ${text}`;
}

/** Told by its status or, in an answer that could be read, by words that ask for patience; `系统异常` may be said of one record. */
function isTrouble({ verdict }: Outcome): boolean {
  return verdict.kind === 'server_error' || (verdict.kind === 'refused' && asksForPatience(verdict.message));
}

/**
 * A login's password may have been judged. Whatever the words (`参数错误`): only a handler that is not there, and HTTP itself,
 * tell for certain that nobody looked at it.
 */
function mayBeJudged({ verdict }: Outcome): boolean {
  return !['ok', 'missing_handler', 'wants_zsml'].includes(verdict.kind);
}

function isNeverJudged({ code, status }: ZhibangError): boolean {
  return NEVER_JUDGED.has(code) && status !== 401 && status !== 403;
}
