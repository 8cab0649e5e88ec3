import { readAnswer } from './answer.ts';
import { applyCookies, cookieHeader } from './cookies.ts';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { demandsContentType } from './messages.ts';
import {
  type Answered,
  asZhibangError,
  type Call,
  isMissing,
  isOutcome,
  judged,
  type Outcome,
  placeOf,
  refusal,
  settled,
  type Try,
} from './outcome.ts';
import type { Pace } from './pace.ts';
import { redact } from './redact.ts';
import type { Session, Ticket } from './session.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';
import type { CallRecord } from './types.ts';

interface CallerOptions {
  transport: Transport;
  pace: Pace;
  maxAttempts: number;
  backoffMs: number;
  onCall?: (call: CallRecord) => void;
  clock: () => number;
  random: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const ZSML_TYPE = 'application/zsml; charset=utf-8';
const LONGEST_BACKOFF_MS = 30_000;

/** What a reading call is tried again for. A write is not, whatever happened: the caller must look first. */
const WORTH_ANOTHER_TRY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'refused_connection',
  'timed_out',
  'connection_lost',
  'dns_failed',
  'server_error',
  'empty_body',
  'html_answer',
]);

/** Failures by which an old system may show that it cannot read `application/json` on an `.asp` path. */
const MAY_MEAN_ZSML: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'http_error',
  'server_error',
  'empty_body',
  'html_answer',
  'not_json',
]);

/** Logins for one call whose token is killed again and again. */
const MOST_RENEWALS = 4;

/**
 * Makes calls: pace, older path, content type, dead token, tries. From the inside out: `#exchange` is one HTTP request;
 * `#onPath` finds the content type; `#onSystem` finds the path; `#withLogin` renews a dead token once; `call` tries again.
 */
export class Caller {
  readonly #options: CallerOptions;
  /** Handlers (paths without query) that this system has under their older name only. */
  readonly #older = new Set<string>();
  /** What dead tokens were told with, proved by a login that helped. */
  readonly #cured = new Set<string>();
  #contentTypeOfAsp: 'unknown' | 'json' | 'zsml' = 'unknown';
  readonly counts = { calls: 0, reads: 0, writes: 0, retries: 0, failures: 0 };

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /** Calls with a token of `session`. Throws ZhibangError. */
  call(call: Call, session: Session): Promise<Answered> {
    return this.#withTries(call, false, (each) => this.#withLogin(each, session));
  }

  /** Calls without a token: the login itself. */
  callBare(call: Call): Promise<Answered> {
    const bare: Ticket = { token: '', cookies: {}, obtainedAt: 0, byLogin: false };
    return this.#withTries(call, true, async (each) => settled(each, await this.#onSystem(each, bare)));
  }

  async #withTries(call: Call, bare: boolean, once: (each: Try) => Promise<Answered>): Promise<Answered> {
    const { maxAttempts, sleep } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once({ ...call, attempt, bare });
      } catch (error) {
        const known = asZhibangError(error, call);
        if (call.writes || attempt >= maxAttempts || !WORTH_ANOTHER_TRY.has(known.code)) throw known;
        this.counts.retries++;
        await sleep(this.#backoff(attempt, known.retryAfterMs), call.signal).catch((reason) => {
          throw asZhibangError(reason, call);
        });
      }
    }
  }

  #backoff(attempt: number, retryAfterMs: number | null): number {
    const { backoffMs, random } = this.#options;
    const jittered = random() * Math.min(LONGEST_BACKOFF_MS, backoffMs * 2 ** (attempt - 1));
    return Math.max(jittered, retryAfterMs ?? 0);
  }

  /**
   * A dead token: log in once, repeat the call once. This holds for a save too: the ERP turned it away before acting.
   * The same message after a login is a business refusal, whatever its words (wire.md "Login"), unless a login has
   * cured that very message before: then it is known to be about the token, which was killed once more.
   */
  async #withLogin(call: Try, session: Session): Promise<Answered> {
    let ticket = await session.ticket();
    let firstWords: string | null = null;
    for (let renewals = 0; ; renewals++) {
      const outcome = await this.#onSystem(call, ticket);
      const { verdict } = outcome;
      if (verdict.kind !== 'dead') {
        if (firstWords) this.#cured.add(firstWords);
        return settled(call, outcome);
      }
      const killedAgain = this.#cured.has(verdict.message) && renewals < MOST_RENEWALS;
      if (firstWords !== null && ticket.byLogin && !killedAgain) {
        const isRefusal = verdict.message === firstWords && firstWords !== '' && !this.#cured.has(firstWords);
        if (isRefusal) throw refusal(call, firstWords);
        throw new ZhibangError('session_dead', { ...placeOf(call), erpMessage: verdict.message });
      }
      firstWords = verdict.message;
      ticket = await session.renew(ticket);
    }
  }

  async #onSystem(call: Try, ticket: Ticket): Promise<Outcome> {
    const handler = handlerOf(call.path);
    const { alias } = call;
    if (alias && this.#older.has(handler)) return this.#onPath(call, alias, ticket);
    const outcome = await this.#onPath(call, call.path, ticket);
    if (!alias || !isMissing(outcome.verdict, call)) return outcome;
    const second = await this.#onPath(call, alias, ticket);
    if (isMissing(second.verdict, call)) return outcome;
    this.#older.add(handler);
    return second;
  }

  /** `.asp` handlers of old systems read `application/zsml` only: found out once, by a call that is safe to repeat. */
  async #onPath(call: Try, path: string, ticket: Ticket): Promise<Outcome> {
    const asp = /\.asp(\?|$)/i.test(path);
    if (!asp) return this.#exchange(call, path, ticket, JSON_TYPE);
    if (this.#contentTypeOfAsp === 'zsml') return this.#exchange(call, path, ticket, ZSML_TYPE);
    const first = await this.#exchange(call, path, ticket, JSON_TYPE).catch((error: unknown) => error);
    if (!this.#mayWantZsml(first, call)) {
      if (!isOutcome(first)) throw first;
      this.#contentTypeOfAsp = 'json';
      return first;
    }
    const second = await this.#exchange(call, path, ticket, ZSML_TYPE).catch((error: unknown) => error);
    if (isOutcome(second) && second.verdict.kind !== 'wants_zsml' && second.verdict.kind !== 'protocol') {
      this.#contentTypeOfAsp = 'zsml';
      return second;
    }
    if (!isOutcome(first)) throw first;
    return first;
  }

  #mayWantZsml(result: unknown, call: Try): boolean {
    if (isOutcome(result)) {
      const { verdict } = result;
      const { kind } = verdict;
      if (kind === 'wants_zsml') return true;
      if ((kind === 'refused' || kind === 'unread') && demandsContentType(verdict.message)) return true;
      return (
        !call.writes && this.#contentTypeOfAsp === 'unknown' && (kind === 'unread' || kind === 'protocol')
      );
    }
    if (call.writes || this.#contentTypeOfAsp !== 'unknown') return false;
    return result instanceof ZhibangError && MAY_MEAN_ZSML.has(result.code);
  }

  async #exchange(call: Try, path: string, ticket: Ticket, contentType: string): Promise<Outcome> {
    const { transport, pace, clock } = this.#options;
    const encoded = call.style.encode(ticket);
    const headers: Record<string, string> = {
      ...encoded.headers,
      'content-type': contentType,
      accept: '*/*',
    };
    const cookies = cookieHeader(ticket.cookies);
    if (cookies) headers.cookie = cookies;
    const { operation, signal, writes = false } = call;
    const request: HttpRequest = {
      method: 'POST',
      path,
      headers,
      body: encoded.body,
      operation,
      writes,
      signal,
    };
    await pace.enter(signal).catch((reason) => {
      throw asZhibangError(reason, call);
    });
    this.counts.calls++;
    this.counts[writes ? 'writes' : 'reads']++;
    const started = clock();
    let http: HttpAnswer | null = null;
    try {
      http = await transport.send(request);
      applyCookies(ticket.cookies, http.cookies, clock());
      const outcome = judged(readAnswer(http, request), http, call);
      if (outcome.verdict.kind === 'server_error') pace.trouble();
      else pace.good();
      this.#report(call, request, encoded.shown, started, http, outcome.verdict);
      return outcome;
    } catch (error) {
      if (error instanceof ZhibangError && error.action === 'slow_down') pace.trouble();
      this.#report(call, request, encoded.shown, started, http, error);
      throw error;
    } finally {
      pace.leave();
    }
  }

  #report(
    call: Try,
    request: HttpRequest,
    shown: string,
    started: number,
    http: HttpAnswer | null,
    result: unknown,
  ) {
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
      request: redact(shown, 4000),
      status: http?.status ?? null,
      response: redact(http?.text ?? '', 2000),
      ms: clock() - started,
      ok,
      error: ok ? null : redact(error, 500),
      attempt: call.attempt,
      at: started,
    });
  }
}

function handlerOf(path: string): string {
  return path.split('?', 1)[0]!.toLowerCase();
}
