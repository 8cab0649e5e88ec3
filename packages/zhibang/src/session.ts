import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { findRefusal, sealCredential } from './refusals.ts';
import type { RefusalStore, RefusedLogin, SessionStore, StoredSession } from './types.ts';

/** What proves a login to the ERP: a token, cookies, or both (wire.md "Login"). */
export interface Ticket {
  token: string;
  /** Kept up to date with every answer. */
  cookies: Record<string, string>;
  obtainedAt: number;
  /** From a login of this process, not from the store. */
  byLogin: boolean;
}

/** Where a call takes its ticket from. */
export type Tickets = Pick<Session, 'ticket' | 'renew'>;

/** What a successful login brought. */
export interface LoginAnswer {
  token: string;
  cookies: Record<string, string>;
  appVersion: string | null;
}

interface SessionOptions {
  baseUrl: string;
  username: string;
  password: string;
  store: SessionStore;
  refusals: RefusalStore;
  autoLogin: boolean;
  clock: () => number;
  /** Calls the ERP's login once (transport faults retried inside); throws login_refused, captcha_demanded, … */
  callLogin: () => Promise<LoginAnswer>;
  /** Runs a login while no other process of the installation logs in. */
  alone: <T>(login: () => Promise<T>) => Promise<T>;
}

const LOGIN = { endpoint: '/webapi/v3/ov1/login', operation: 'login' };

/** What is answered to a logout is not published; `login_not_wanted`: the session was dead before. */
const TOLD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'login_not_wanted',
  'html_answer',
  'empty_body',
  'not_json',
  'protocol',
]);

/**
 * One login shared by every call and, through the store, by every process of the installation. A token counts as good
 * until the ERP says otherwise (its life is not published). However many calls wait, one login is in flight. A password
 * that was refused is never sent again: three failures lock the account behind a captcha (wire.md "Login").
 */
export class Session {
  readonly #options: SessionOptions;
  /** Whoever knows it can tell whether it was refused. */
  readonly #credential: string;
  #ticket: Ticket | null = null;
  #renewal: Promise<Ticket> | null = null;
  #appVersion: string | null = null;
  #logins = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#credential = JSON.stringify([options.username, options.password]);
  }

  /** The ticket to call with; logs in when there is none. */
  async ticket(): Promise<Ticket> {
    return this.#ticket ?? this.#renewOnce(null);
  }

  /** The ERP called `dead` dead: the ticket to repeat the call with. */
  async renew(dead: Ticket): Promise<Ticket> {
    if (this.#ticket && this.#ticket !== dead) return this.#ticket;
    return this.#renewOnce(dead);
  }

  /**
   * Ends the session that is kept, here or in the store, without logging in for it: `tell` tells the ERP. It is forgotten
   * here and in the store even where the ERP could not be told; then that is thrown. A dead one is ended already.
   */
  async end(tell: (tickets: Tickets) => Promise<unknown>): Promise<void> {
    const ticket = await this.#kept();
    if (!ticket) return;
    const renew = () => Promise.reject(new ZhibangError('login_not_wanted', LOGIN));
    try {
      await tell({ ticket: () => Promise.resolve(ticket), renew });
    } catch (error) {
      if (!(error instanceof ZhibangError && TOLD.has(error.code))) throw error;
    } finally {
      await this.#forget();
    }
  }

  /** A person says "try again" after a refused password or a captcha. */
  async forgetRefusal(): Promise<void> {
    const { refusals } = this.#options;
    const refused = await findRefusal(await refusals.load(), this.#credential);
    if (refused) await refusals.remove(refused.credential);
  }

  facts(): { logins: number; appVersion: string | null } {
    return { logins: this.#logins, appVersion: this.#appVersion };
  }

  /** Another process may have renewed the one that is known here: the store's is the newer. */
  async #kept(): Promise<Ticket | null> {
    const stored = await this.#stored();
    const kept = stored && ticketOf(stored);
    const isOurs = kept && this.#ticket && sameTicket(kept, this.#ticket);
    return isOurs || !kept ? this.#ticket : kept;
  }

  async #forget(): Promise<void> {
    this.#ticket = null;
    const stored = await this.#stored();
    if (stored) await this.#options.store.save({ ...stored, token: null, cookies: {} });
  }

  #renewOnce(dead: Ticket | null): Promise<Ticket> {
    this.#renewal ??= this.#renewed(dead).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renewed(dead: Ticket | null): Promise<Ticket> {
    const stored = await this.#stored();
    const kept = stored && ticketOf(stored);
    // Another process may have renewed it meanwhile: a login of our own could throw that one out.
    if (kept && !(dead && sameTicket(kept, dead))) {
      this.#ticket = kept;
      return kept;
    }
    this.#ticket = null;
    if (!this.#options.autoLogin) throw new ZhibangError('login_not_wanted', LOGIN);
    this.#ticket = await this.#options.alone(() => this.#loginUnlessRenewed(dead, kept));
    return this.#ticket;
  }

  /** Whoever waited for another process's login takes that one's ticket, or its refusal, instead of a login of its own. */
  async #loginUnlessRenewed(...bad: readonly (Ticket | null)[]): Promise<Ticket> {
    const stored = await this.#stored();
    const kept = stored && ticketOf(stored);
    if (kept && !bad.some((one) => one && sameTicket(kept, one))) return kept;
    const refused = await findRefusal(await this.#options.refusals.load(), this.#credential);
    if (refused) throw knownRefusal(refused);
    return this.#login(stored);
  }

  async #login(stored: StoredSession | null): Promise<Ticket> {
    const { store, refusals, clock, callLogin } = this.#options;
    this.#logins++;
    try {
      const { token, cookies, appVersion } = await callLogin();
      this.#appVersion = appVersion;
      const obtainedAt = clock();
      await store.save({ ...this.#blank(), token, cookies, obtainedAt });
      return { token, cookies, obtainedAt, byLogin: true };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await refusals.add({
        credential: await sealCredential(this.#credential),
        at: clock(),
        captcha: error.code === 'captcha_demanded',
        message: error.erpMessage ?? '',
      });
      await store.save({ ...(stored ?? this.#blank()), token: null, cookies: {} });
      throw error;
    }
  }

  /** What the store holds, when it is of this ERP and this user. */
  async #stored(): Promise<StoredSession | null> {
    const stored = await this.#options.store.load();
    const { baseUrl, username } = this.#options;
    return stored?.baseUrl === baseUrl && stored.username === username ? stored : null;
  }

  #blank(): StoredSession {
    const { baseUrl, username } = this.#options;
    return { baseUrl, username, token: null, cookies: {}, obtainedAt: 0 };
  }
}

function ticketOf(stored: StoredSession): Ticket | null {
  const hasCookies = Object.keys(stored.cookies).length > 0;
  if (stored.token === null || (stored.token === '' && !hasCookies)) return null;
  const { token, cookies, obtainedAt } = stored;
  return { token, cookies: { ...cookies }, obtainedAt, byLogin: false };
}

/** Cookies change with any answer, so they do not tell two logins apart; the time of login does. */
function sameTicket(one: Ticket, other: Ticket): boolean {
  if (one.token !== '' || other.token !== '') return one.token === other.token;
  return one.obtainedAt === other.obtainedAt;
}

function isRefusal(error: unknown): error is ZhibangError {
  return (
    error instanceof ZhibangError && (error.code === 'login_refused' || error.code === 'captcha_demanded')
  );
}

function knownRefusal(refused: RefusedLogin): ZhibangError {
  const code = refused.captcha ? 'captcha_demanded' : 'login_known_bad';
  return new ZhibangError(code, { ...LOGIN, erpMessage: refused.message });
}
