import { WechatError } from '../errors/error.ts';
import { type Send, stuck } from './contacts.ts';
import { type Json, numberIn, objectsIn, stringIn, stringsIn } from './decode.ts';

export interface KfAccount {
  openKfid: string;
  name: string;
  avatar: string;
}

/** One item of `sync_msg`, as it came: store it raw, then give it to `eventsOfKf`. */
export type KfItem = Json;

export interface KfPage {
  /** May be empty although more follow. */
  messages: KfItem[];
  /** Where to go on once this page is kept. Belongs to this account alone. */
  cursor: string;
  hasMore: boolean;
}

export interface KfCustomer {
  externalUserid: string;
  nickname: string;
  avatar: string;
  gender: number | null;
  unionid: string | null;
}

/** 0 untouched, 1 assistant (a program may send), 2 queued, 3 a person serves, 4 ended. */
export interface KfState {
  state: number | null;
  servicerUserid: string;
}

/** WeChat customer service (微信客服). */
export interface CustomerService {
  accounts(): Promise<KfAccount[]>;
  /**
   * What was said to one account since `from` ('' = the oldest of three days), page by page. The cursor counts only once
   * the consumer has kept the page with it; the next page is asked for when the consumer comes back. Two iterations of
   * one account wait for each other. `token` of a callback lifts a strict limit; a stale one is left out. Messages sent
   * by `send` do not appear.
   */
  messages(
    openKfid: string,
    options?: { from?: string; token?: string; limit?: number },
  ): AsyncGenerator<KfPage, void>;
  /** Up to 100 ids; those without a session in 48 hours may come back as `unknown`. */
  customers(externalUserids: readonly string[]): Promise<{ customers: KfCustomer[]; unknown: string[] }>;
  state(openKfid: string, externalUserid: string): Promise<KfState>;
  /** Answers the code for a message on this event, where there is one. `servicerUserid` is needed for state 3. */
  handOver(
    openKfid: string,
    externalUserid: string,
    to: { state: number; servicerUserid?: string },
  ): Promise<string>;
  /**
   * In states 0 and 1, at most 5 within 48 h of the customer's last message. Never repeated when the answer is lost.
   * `message` is `{msgtype, text: {content}}` and the like; give `msgid` (≤ 32 of [0-9A-Za-z_-]) or leave it out.
   */
  send(
    openKfid: string,
    externalUserid: string,
    message: Json & { msgtype: string },
  ): Promise<{ msgid: string }>;
  /** One message for a `code` out of an event. */
  sendOnEvent(code: string, message: Json & { msgtype: string }): Promise<{ msgid: string }>;
}

const ROOT = '/cgi-bin/kf';
const ACCOUNTS_A_PAGE = 100;
/** Nobody says whether an empty page always moves the cursor; one that never does would be asked for ever. */
const MOST_STANDING = 10;

export function customerServiceOf(send: Send): CustomerService {
  const turns = new Map<string, Promise<void>>();
  return {
    accounts: () => accounts(send),
    messages: (openKfid, options = {}) => inTurn(turns, openKfid, () => pages(send, openKfid, options)),
    customers: async (ids) => {
      const body = { external_userid_list: ids, need_enter_session_context: 0 };
      const answer = await send({ endpoint: `${ROOT}/customer/batchget`, operation: 'kf.customers', body });
      return {
        customers: objectsIn(answer, 'customer_list').map(customerIn),
        unknown: stringsIn(answer, 'invalid_external_userid'),
      };
    },
    state: async (openKfid, externalUserid) => {
      const body = { open_kfid: openKfid, external_userid: externalUserid };
      const answer = await send({ endpoint: `${ROOT}/service_state/get`, operation: 'kf.state', body });
      return {
        state: numberIn(answer, 'service_state'),
        servicerUserid: stringIn(answer, 'servicer_userid'),
      };
    },
    handOver: async (openKfid, externalUserid, { state, servicerUserid }) => {
      const who = { open_kfid: openKfid, external_userid: externalUserid };
      const body = { ...who, service_state: state, servicer_userid: servicerUserid };
      const call = { endpoint: `${ROOT}/service_state/trans`, operation: 'kf.handOver', body, once: true };
      return stringIn(await send(call), 'msg_code');
    },
    send: async (openKfid, externalUserid, message) => {
      const body = { ...message, touser: externalUserid, open_kfid: openKfid };
      const call = { endpoint: `${ROOT}/send_msg`, operation: 'kf.send', body, once: true };
      return { msgid: stringIn(await send(call), 'msgid') };
    },
    sendOnEvent: async (code, message) => {
      const call = {
        endpoint: `${ROOT}/send_msg_on_event`,
        operation: 'kf.sendOnEvent',
        body: { ...message, code },
      };
      return { msgid: stringIn(await send({ ...call, once: true }), 'msgid') };
    },
  };
}

async function accounts(send: Send): Promise<KfAccount[]> {
  const found: KfAccount[] = [];
  for (;;) {
    const body = { offset: found.length, limit: ACCOUNTS_A_PAGE };
    const answer = await send({ endpoint: `${ROOT}/account/list`, operation: 'kf.accounts', body });
    const page = objectsIn(answer, 'account_list');
    found.push(
      ...page.map((one) => ({
        openKfid: stringIn(one, 'open_kfid'),
        name: stringIn(one, 'name'),
        avatar: stringIn(one, 'avatar'),
      })),
    );
    if (page.length < ACCOUNTS_A_PAGE) return found;
  }
}

async function* pages(
  send: Send,
  openKfid: string,
  { from = '', token, limit = 1000 }: { from?: string; token?: string; limit?: number },
): AsyncGenerator<KfPage, void> {
  const endpoint = `${ROOT}/sync_msg`;
  let cursor = from;
  let notice = token;
  let standing = 0;
  for (let hasMore = true; hasMore; ) {
    const ask = () =>
      send({
        endpoint,
        operation: 'kf.messages',
        body: { cursor, token: notice, limit, voice_format: 0, open_kfid: openKfid },
      });
    const answer = await ask().catch((error: unknown) => {
      if (notice === undefined || !(error instanceof WechatError) || error.code !== 'kf_notice_stale')
        throw error;
      notice = undefined;
      return ask();
    });
    const next = stringIn(answer, 'next_cursor') || cursor;
    hasMore = numberIn(answer, 'has_more') === 1;
    standing = next === cursor ? standing + 1 : 0;
    if (hasMore && standing >= MOST_STANDING) throw stuck('kf.messages', endpoint);
    yield { messages: objectsIn(answer, 'msg_list'), cursor: next, hasMore };
    cursor = next;
  }
}

/** Pulls of one account overtaking each other would move its cursor back (facts 4.4). */
async function* inTurn<T>(
  turns: Map<string, Promise<void>>,
  name: string,
  work: () => AsyncGenerator<T, void>,
): AsyncGenerator<T, void> {
  const before = turns.get(name) ?? Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const mine = before.then(() => promise);
  turns.set(name, mine);
  await before;
  try {
    yield* work();
  } finally {
    resolve();
    if (turns.get(name) === mine) turns.delete(name);
  }
}

function customerIn(from: Json): KfCustomer {
  return {
    externalUserid: stringIn(from, 'external_userid'),
    nickname: stringIn(from, 'nickname'),
    avatar: stringIn(from, 'avatar'),
    gender: numberIn(from, 'gender'),
    unionid: stringIn(from, 'unionid') || null,
  };
}
