import { Dialect, FIRST_READ } from './dialect.ts';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { Exchange, type ExchangeOptions } from './exchange.ts';
import { plainlySaysLogIn } from './messages.ts';
import {
  type Answered,
  asZhibangError,
  type Call,
  type LoginTry,
  MOST_DOUBTS,
  placeOf,
  refusal,
  settled,
  type Try,
} from './outcome.ts';
import type { Ticket, Tickets } from './session.ts';
import type { Verdict } from './styles.ts';

interface CallerOptions extends ExchangeOptions {
  maxAttempts: number;
  backoffMs: number;
  longestPauseMs: number;
  random: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

type Dead = Extract<Verdict, { kind: 'dead' }>;

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
 * Makes calls: dead token, tries. From the inside out: `Exchange` is one HTTP request; `Dialect` makes it as this system
 * understands it; `#withLogin` renews a dead token once; `call` tries again.
 */
export class Caller {
  readonly #options: CallerOptions;
  readonly #exchange: Exchange;
  readonly #dialect: Dialect;
  /** What dead tokens were told with, proved by a login that helped. */
  readonly #cured = new Set<string>();
  /** A login did not help once: words that sound like a dead token are not believed unseen any more. */
  #fruitless = false;
  /** A reading call that this system answered, to tell by whether a token is alive. */
  #proof: Call | null = null;
  #retries = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options);
    this.#dialect = new Dialect(this.#exchange);
  }

  counts() {
    return { ...this.#exchange.counts, retries: this.#retries };
  }

  /** Calls with a token of `tickets`. Throws ZhibangError. */
  call(call: Call, tickets: Tickets): Promise<Answered> {
    return this.#withTries(call, null, (each) => this.#withLogin(each, tickets));
  }

  /**
   * Calls without a token: the login itself. What cannot be read is no refusal, and may be tried again later; it is told as
   * trouble that every other call would meet, or each of them would send the password anew.
   */
  async callBare(call: Call): Promise<Answered> {
    const bare: Ticket = { token: '', cookies: {}, obtainedAt: 0, byLogin: false };
    try {
      return await this.#withTries(call, { unread: [] }, async (each) =>
        settled(each, await this.#dialect.send(each, bare)),
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
        const isSentOnce = call.writes || call.isGuess;
        if (isSentOnce || attempt >= maxAttempts || !isWorthAnotherTry(known.code, login)) throw known;
        this.#retries++;
        await sleep(this.#backoff(attempt, known.retryAfterMs), call.signal).catch((reason) => {
          throw asZhibangError(reason, call);
        });
      }
    }
  }

  #backoff(attempt: number, retryAfterMs: number | null): number {
    const { backoffMs, longestPauseMs, random } = this.#options;
    const jittered = random() * Math.min(longestPauseMs, backoffMs * 2 ** (attempt - 1));
    return Math.max(jittered, retryAfterMs ?? 0);
  }

  /**
   * A dead token: log in once, repeat the call once. This holds for a save too: the ERP turned it away before acting.
   * The same message after a login is a business refusal, whatever its words (wire.md "Login"), unless a login has
   * cured that very message before: then it is known to be about the token, which was killed once more.
   */
  async #withLogin(call: Try, tickets: Tickets): Promise<Answered> {
    let ticket = await tickets.ticket();
    if (this.#dialect.isStrangeTo(call) && (await this.#isDead(ticket, call)) && !ticket.byLogin) {
      ticket = await tickets.renew(ticket);
      await this.#isDead(ticket, call);
    }
    let first: Dead | null = null;
    for (let renewals = 0; ; renewals++) {
      const outcome = await this.#dialect.send(call, ticket);
      const { verdict } = outcome;
      if (verdict.kind !== 'dead') {
        if (first?.message) this.#cured.add(first.message);
        if (verdict.kind === 'ok' && !call.writes) this.#proof = call;
        return settled(call, outcome);
      }
      const killedAgain = this.#cured.has(verdict.message) && renewals < MOST_RENEWALS;
      const isLast = first !== null && ticket.byLogin && !killedAgain;
      if (isLast) this.#fruitless = true;
      const isOpen = first === null || (isLast && verdict.message === '');
      if (isOpen && (await this.#isAlive(ticket, call, verdict))) return this.#asAlive(call, ticket, verdict);
      if (first !== null && isLast) throw this.#notCured(call, first, verdict);
      first = verdict;
      ticket = await tickets.renew(ticket);
    }
  }

  /** Before a first write, for a login page in answer to that would leave open what it did; it shows the paths as well. */
  async #isDead(ticket: Ticket, { signal }: Try): Promise<boolean> {
    const outcome = await this.#dialect.send({ ...FIRST_READ, signal }, ticket).catch(() => null);
    return outcome?.verdict.kind === 'dead';
  }

  /** A login page that comes with a good token may have come for want of the handler. */
  async #asAlive(call: Try, ticket: Ticket, dead: Dead): Promise<Answered> {
    if (dead.message !== '' || call.writes) throw notAboutToken(call, dead);
    const outcome = await this.#dialect.send(call, ticket, true);
    if (outcome.verdict.kind === 'dead') throw notAboutToken(call, dead);
    return settled(call, outcome);
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
  async #isAlive(ticket: Ticket, call: Try, { message }: Dead): Promise<boolean> {
    if (!this.#fruitless || this.#cured.has(message)) return false;
    if (!this.#proof && message !== '') return ticket.byLogin && !plainlySaysLogIn(message);
    const asked = this.#proof ?? FIRST_READ;
    const proof: Try = { ...asked, signal: call.signal, attempt: call.attempt, login: null };
    const outcome = await this.#dialect.send(proof, ticket).catch(() => null);
    return outcome?.verdict.kind === 'ok';
  }
}

function isWorthAnotherTry(code: ErrorCode, login: LoginTry | null): boolean {
  if (login === null) return WORTH_ANOTHER_TRY.has(code);
  return login.unread.length < MOST_DOUBTS && (WORTH_ANOTHER_TRY.has(code) || UNREAD_LOGIN.has(code));
}

/** What sounded like a dead token is about this call: its words refuse it, or a page came instead of an answer. */
function notAboutToken(call: Try, { message }: Dead): ZhibangError {
  return message === '' ? new ZhibangError('html_answer', placeOf(call)) : refusal(call, message);
}
