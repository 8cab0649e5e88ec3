import { setTimeout as after } from 'node:timers/promises';
import { WechatError } from '../errors/error.ts';
import { Budget, PUBLISHED_RATE, type Rate, type Sleep } from './budget.ts';
import { type Call, Caller, type CallRecord } from './caller.ts';
import { type Contacts, contactsOf } from './contacts.ts';
import { numberIn, stringIn, stringsIn } from './decode.ts';
import { type CustomerService, customerServiceOf } from './kf.ts';
import { TokenKeeper } from './token.ts';
import { memoryTokenStore, type TokenStore } from './token-store.ts';
import { Transport } from './transport.ts';

export interface WecomOptions {
  corpId: string;
  /** Of an own app that stands in the callable apps of customer contact and customer service. */
  secret: string;
  /** Default https://qyapi.weixin.qq.com. */
  baseUrl?: string;
  tokens?: TokenStore;
  /** Default: what WeCom published in 2023. `rates` is by path, for single endpoints. */
  rate?: Rate;
  rates?: Readonly<Record<string, Rate>>;
  concurrency?: number;
  timeoutMs?: number;
  /** Tries of one call, the first included; WeCom asks for no more than three repeats. */
  tries?: number;
  backoffMs?: number;
  /** Longest wait for the budget; beyond it a call fails with `wecom_rate_limited`. */
  longestWaitMs?: number;
  onCall?: (record: CallRecord) => void;
  /** For tests: milliseconds since 1970, a sleep, and chance between 0 and 1. */
  clock?: () => number;
  sleep?: Sleep;
  random?: () => number;
}

export interface WecomClient {
  readonly contacts: Contacts;
  readonly kf: CustomerService;
  /** Proves corp id, secret and address without reading anything else. */
  ping(): Promise<void>;
  /** Addresses that callbacks come from. */
  callbackIps(): Promise<string[]>;
  close(): Promise<void>;
}

const USUAL_LIFE_S = 7200;

/** Calls WeCom as one app of one corp. Every failure is a `WechatError`. */
export function createWecomClient(options: WecomOptions): WecomClient {
  const { corpId, secret, clock = Date.now, sleep = asleep, random = Math.random } = options;
  const concurrency = options.concurrency ?? 8;
  const transport = new Transport({
    baseUrl: options.baseUrl ?? 'https://qyapi.weixin.qq.com',
    timeoutMs: options.timeoutMs ?? 15_000,
    connections: concurrency,
  });
  const budget = new Budget({
    rate: options.rate ?? PUBLISHED_RATE,
    rates: options.rates ?? {},
    concurrency,
    longestWaitMs: options.longestWaitMs ?? 10_000,
    clock,
    sleep,
  });
  const { tries = 4, backoffMs = 500, onCall = () => undefined } = options;
  const caller = new Caller({ transport, budget, tries, backoffMs, clock, sleep, random, onCall });
  const store = options.tokens ?? memoryTokenStore();
  const stop = new AbortController();
  const fetch = () => freshToken(caller, corpId, secret, stop.signal);
  const keeper = new TokenKeeper({ corpId, secret, store, clock, fetch });
  const send = (call: Call) => caller.call({ ...call, signal: stop.signal }, keeper);
  return {
    contacts: contactsOf(send),
    kf: customerServiceOf(send),
    ping: async () => void (await keeper.token()),
    callbackIps: async () =>
      stringsIn(await send({ endpoint: '/cgi-bin/getcallbackip', operation: 'callback.ips' }), 'ip_list'),
    close: async () => {
      stop.abort();
      await transport.close();
    },
  };
}

async function freshToken(
  caller: Caller,
  corpId: string,
  secret: string,
  signal: AbortSignal,
): Promise<{ token: string; expiresInMs: number }> {
  const endpoint = '/cgi-bin/gettoken';
  const query = { corpid: corpId, corpsecret: secret };
  const answer = await caller.bare({ endpoint, operation: 'token', query, signal });
  const token = stringIn(answer, 'access_token');
  if (token === '') throw new WechatError('wecom_protocol', { operation: 'token', endpoint });
  return { token, expiresInMs: (numberIn(answer, 'expires_in') ?? USUAL_LIFE_S) * 1000 };
}

/** Ends early when stopped; whoever waits looks at the signal next. */
async function asleep(ms: number, signal?: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch(() => undefined);
}
