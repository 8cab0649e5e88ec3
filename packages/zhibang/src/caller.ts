import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { type ContentType, Exchange, type ExchangeOptions } from './exchange.ts';
import { demandsContentType, plainlySaysLogIn } from './messages.ts';
import {
  type Answered,
  asZhibangError,
  type Call,
  isMissing,
  isOutcome,
  type LoginTry,
  MOST_DOUBTS,
  type Outcome,
  placeOf,
  refusal,
  settled,
  type Try,
} from './outcome.ts';
import type { Session, Ticket } from './session.ts';
import type { Verdict } from './styles.ts';

interface CallerOptions extends ExchangeOptions {
  maxAttempts: number;
  backoffMs: number;
  random: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

type Dead = Extract<Verdict, { kind: 'dead' }>;

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

/** Answers to a login that leave it open whether the password was judged. */
const UNREAD_LOGIN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'html_answer',
  'empty_body',
  'not_json',
  'protocol',
]);

/** Logins for one call whose token is killed again and again. */
const MOST_RENEWALS = 4;

/**
 * Makes calls: older path, content type, dead token, tries. From the inside out: `#exchange` is one HTTP request;
 * `#onPath` finds the content type; `#onSystem` finds the path; `#withLogin` renews a dead token once; `call` tries again.
 */
export class Caller {
  readonly #options: CallerOptions;
  readonly #exchange: Exchange;
  /** Handlers (paths without query) that this system has under their older name only. */
  readonly #older = new Set<string>();
  /** What dead tokens were told with, proved by a login that helped. */
  readonly #cured = new Set<string>();
  /** A login did not help once: words that sound like a dead token are not believed unseen any more. */
  #fruitless = false;
  /** A reading call that this system answered, to tell by whether a token is alive. */
  #proof: Call | null = null;
  #contentTypeOfAsp: 'unknown' | ContentType = 'unknown';
  #retries = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options);
  }

  counts() {
    return { ...this.#exchange.counts, retries: this.#retries };
  }

  /** Calls with a token of `session`. Throws ZhibangError. */
  call(call: Call, session: Session): Promise<Answered> {
    return this.#withTries(call, null, (each) => this.#withLogin(each, session));
  }

  /**
   * Calls without a token: the login itself. What cannot be read is no refusal, and may be tried again later; it is told as
   * trouble that every other call would meet, or each of them would send the password anew.
   */
  async callBare(call: Call): Promise<Answered> {
    const bare: Ticket = { token: '', cookies: {}, obtainedAt: 0, byLogin: false };
    try {
      return await this.#withTries(call, { doubts: 0 }, async (each) =>
        settled(each, await this.#onSystem(each, bare)),
      );
    } catch (error) {
      if (!(error instanceof ZhibangError) || !UNREAD_LOGIN.has(error.code)) throw error;
      const { status, userMessage } = error;
      const erpMessage = error.erpMessage ?? `${userMessage.zh} / ${userMessage.en}`;
      throw new ZhibangError('login_unavailable', { ...placeOf(call), erpMessage, status, cause: error });
    }
  }

  async #withTries(
    call: Call,
    login: LoginTry | null,
    once: (each: Try) => Promise<Answered>,
  ): Promise<Answered> {
    const { maxAttempts, sleep } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once({ ...call, attempt, login });
      } catch (error) {
        const known = asZhibangError(error, call);
        if (call.writes || attempt >= maxAttempts || !isWorthAnotherTry(known.code, login)) throw known;
        this.#retries++;
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
    let first: Dead | null = null;
    for (let renewals = 0; ; renewals++) {
      const outcome = await this.#onSystem(call, ticket);
      const { verdict } = outcome;
      if (verdict.kind !== 'dead') {
        if (first?.message) this.#cured.add(first.message);
        if (verdict.kind === 'ok' && !call.writes) this.#proof = call;
        return settled(call, outcome);
      }
      const killedAgain = this.#cured.has(verdict.message) && renewals < MOST_RENEWALS;
      if (first !== null && ticket.byLogin && !killedAgain) {
        this.#fruitless = true;
        throw this.#notCured(call, first, verdict);
      }
      if (first === null && (await this.#isAlive(ticket, call, verdict))) throw notAboutToken(call, verdict);
      first = verdict;
      ticket = await session.renew(ticket);
    }
  }

  #notCured(call: Try, first: Dead, { message, hinted }: Dead): ZhibangError {
    const isPage = hinted === true && first.hinted === true;
    const isSame = message === first.message && message !== '' && !this.#cured.has(message);
    if (isPage || isSame) return notAboutToken(call, first);
    return new ZhibangError('session_dead', { ...placeOf(call), erpMessage: message });
  }

  /**
   * `该客户保护已过期` sounds like a dead token. Once a login did not help, another call tells: one login for each such
   * refusal would be a storm, and a save would leave twice.
   */
  async #isAlive(ticket: Ticket, call: Try, { message, hinted = false }: Dead): Promise<boolean> {
    if (!this.#fruitless || this.#cured.has(message)) return false;
    if (!this.#proof) return ticket.byLogin && (message === '' ? hinted : !plainlySaysLogIn(message));
    const proof: Try = { ...this.#proof, signal: call.signal, attempt: call.attempt, login: null };
    const outcome = await this.#onSystem(proof, ticket).catch(() => null);
    return outcome?.verdict.kind === 'ok';
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
    if (!asp) return this.#exchange.send(call, path, ticket, 'json');
    if (this.#contentTypeOfAsp === 'zsml') return this.#exchange.send(call, path, ticket, 'zsml');
    const first = await this.#exchange.send(call, path, ticket, 'json').catch((error: unknown) => error);
    if (isOutcome(first) && demandsZsml(first)) return this.#inZsml(call, path, ticket);
    if (this.#mayWantZsml(first, call)) {
      const second = await this.#exchange.send(call, path, ticket, 'zsml').catch((error: unknown) => error);
      if (isOutcome(second) && wasRead(second, first)) {
        this.#contentTypeOfAsp = 'zsml';
        return second;
      }
    }
    if (!isOutcome(first)) throw first;
    // A refusal may come of a body that was not read at all: only what was done proves that it was.
    if (first.verdict.kind === 'ok') this.#contentTypeOfAsp = 'json';
    return first;
  }

  /** It was asked for in words, before anything was done: what comes now is the answer, for a save too. */
  async #inZsml(call: Try, path: string, ticket: Ticket): Promise<Outcome> {
    const outcome = await this.#exchange.send(call, path, ticket, 'zsml');
    if (!demandsZsml(outcome)) this.#contentTypeOfAsp = 'zsml';
    return outcome;
  }

  #mayWantZsml(first: unknown, call: Try): boolean {
    if (call.writes || this.#contentTypeOfAsp !== 'unknown') return false;
    if (call.login && call.login.doubts >= MOST_DOUBTS) return false;
    if (!isOutcome(first)) return first instanceof ZhibangError && MAY_MEAN_ZSML.has(first.code);
    const { kind } = first.verdict;
    // An old system that reads neither parameters nor token says that either is missing.
    return kind === 'unread' || kind === 'protocol' || kind === 'dead';
  }
}

function isWorthAnotherTry(code: ErrorCode, login: LoginTry | null): boolean {
  if (login === null) return WORTH_ANOTHER_TRY.has(code);
  return login.doubts < MOST_DOUBTS && (WORTH_ANOTHER_TRY.has(code) || UNREAD_LOGIN.has(code));
}

/** What sounded like a dead token is about this call: its words refuse it, or a page came instead of an answer. */
function notAboutToken(call: Try, { message }: Dead): ZhibangError {
  return message === '' ? new ZhibangError('html_answer', placeOf(call)) : refusal(call, message);
}

function demandsZsml({ verdict }: Outcome): boolean {
  if (verdict.kind === 'wants_zsml') return true;
  return (verdict.kind === 'refused' || verdict.kind === 'unread') && demandsContentType(verdict.message);
}

/** The second answer shows that the body was read, where the first did not. */
function wasRead(second: Outcome, first: unknown): boolean {
  const { kind } = second.verdict;
  if (kind === 'dead') return !isOutcome(first) || first.verdict.kind !== 'dead';
  return kind === 'ok' || (kind === 'refused' && !demandsZsml(second));
}

function handlerOf(path: string): string {
  return path.split('?', 1)[0]!.toLowerCase();
}
