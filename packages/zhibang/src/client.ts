import { setTimeout as wait } from 'node:timers/promises';
import { ownBudget } from './call-budget.ts';
import { Caller } from './caller.ts';
import { type CatalogueCalls, catalogueCalls } from './catalogue-calls.ts';
import { type Contacts, contacts } from './contacts.ts';
import { type Customers, customers } from './customers.ts';
import { Entries } from './entries.ts';
import { loginCall, logoutCall, readLogin } from './login.ts';
import { type Options, options } from './options.ts';
import { Pace } from './pace.ts';
import { type RawCalls, rawCalls } from './raw.ts';
import { memoryRefusalStore } from './refusals.ts';
import { Session } from './session.ts';
import { memorySessionStore } from './session-store.ts';
import { Transport } from './transport.ts';
import type { ClientOptions } from './types.ts';

export interface ClientStats {
  /** HTTP requests sent. */
  calls: number;
  reads: number;
  writes: number;
  retries: number;
  failures: number;
  logins: number;
  inFlight: number;
  waiting: number;
  /** Calls allowed at once just now; below `concurrency` while the ERP struggles. */
  limit: number;
  gapMs: number;
}

export interface Ping {
  status: number;
  ms: number;
  /** The server's clock less ours, ms, to the second; null when it does not tell. */
  clockSkewMs: number | null;
}

export interface ZhibangClient extends RawCalls, CatalogueCalls {
  customers: Customers;
  contacts: Contacts;
  options: Options;
  /** Makes sure of a session: takes the one in the store, else logs in. `appVersion` only after a login of our own. */
  login(): Promise<{ fresh: boolean; appVersion: string | null }>;
  /**
   * Ends the session in use, or the one in the store: tells the ERP and forgets the token, here and in the store, also
   * where the ERP could not be told; then it throws.
   */
  logout(): Promise<void>;
  /** Is anybody there? Needs no login. */
  ping(): Promise<Ping>;
  stats(): ClientStats;
  /** A person says that the password, or the captcha, is in order now: the next call logs in again. */
  forgetRefusal(): Promise<void>;
  /** Ends the connections; calls under way fail with `aborted`. */
  close(): Promise<void>;
}

const DEFAULTS = {
  autoLogin: true,
  concurrency: 4,
  callsPerMinute: 0,
  timeoutMs: 30_000,
  maxAttempts: 3,
  backoffMs: 500,
  longestPauseMs: 30_000,
};

/** Makes the ERP's client. Calls nothing yet. */
export function createClient(given: ClientOptions): ZhibangClient {
  const settings = withDefaults(given);
  const { clock, concurrency } = settings;
  const transport = new Transport(settings);
  const budget = settings.budget ?? ownBudget(settings.callsPerMinute, clock);
  const pace = new Pace({ ...settings, budget });
  const caller = new Caller({ ...settings, transport, pace });
  const callLogin = async () => readLogin(await caller.callBare(loginCall(settings, clock)), clock());
  const session = new Session({
    ...settings,
    store: settings.sessions,
    callLogin,
    alone: settings.aloneAtLogin,
  });
  const entries = new Entries(caller, session, concurrency);

  const login = async () => {
    const before = session.facts().logins;
    await session.ticket();
    const { logins, appVersion } = session.facts();
    return { fresh: logins > before, appVersion };
  };
  const logout = () => session.end((tickets) => caller.call(logoutCall(), tickets));

  return {
    customers: customers(entries),
    contacts: contacts(entries),
    options: options(entries),
    ...rawCalls(entries),
    ...catalogueCalls(entries, { login, logout }, given.catalogue),
    login,
    logout,
    ping: () => ping(transport, clock),
    stats: () => {
      const { inFlight, waiting, limit, gapMs } = pace.state();
      return { ...caller.counts(), logins: session.facts().logins, inFlight, waiting, limit, gapMs };
    },
    forgetRefusal: () => session.forgetRefusal(),
    close: () => transport.close(),
  };
}

async function ping(transport: Transport, clock: () => number): Promise<Ping> {
  const started = clock();
  const reading = { writes: false, repeatable: false };
  const request = { method: 'GET', path: '/', headers: {}, operation: 'ping', ...reading } as const;
  const { status, date } = await transport.send(request);
  const ended = clock();
  const theirs = date ? Date.parse(date) : Number.NaN;
  const clockSkewMs = Number.isNaN(theirs) ? null : theirs - Math.floor((started + ended) / 2000) * 1000;
  return { status, ms: ended - started, clockSkewMs };
}

function withDefaults(given: ClientOptions) {
  const defined = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    ...DEFAULTS,
    sessions: memorySessionStore(),
    refusals: memoryRefusalStore(),
    aloneAtLogin: <T>(login: () => Promise<T>) => login(),
    clock: Date.now,
    random: Math.random,
    sleep: async (ms: number, signal?: AbortSignal) => {
      await wait(ms, undefined, { signal });
    },
    ...(defined as unknown as ClientOptions),
    baseUrl: given.baseUrl.trim().replace(/\/+$/, ''),
  };
}
