import type { Callbacks } from './callbacks.ts';
import { type KfAccountState, newAccount, sessionOf } from './kf-state.ts';
import { someId, type World } from './world.ts';

const NOTICE_LIFE = 10 * 60_000;
/** What a greeting or a farewell has, and what a message to somebody who was picked up has (facts 4.3). */
const AT_ONCE = 20_000;
const TWO_DAYS = 48 * 3_600_000;

type Body = { msgtype: string } & Record<string, unknown>;

/** What customers and servicers do in customer service; each item is announced, none is in the callback. */
export interface Service {
  account(name: string): string;
  /** A customer says something (a text, or any body like `{msgtype: 'image', image: {media_id}}`); answers its msgid. */
  say(openKfid: string, externalUserid: string, what: string | Body): string;
  /** A servicer answers from the WeCom app. */
  answer(openKfid: string, externalUserid: string, servicer: string, what: string | Body): string;
  enter(openKfid: string, externalUserid: string, scene?: string): string;
  recall(openKfid: string, externalUserid: string, msgid: string, servicer?: string): string;
  /** A servicer takes the session (state 3) or ends it (state 4). */
  pickUp(openKfid: string, externalUserid: string, servicer: string): void;
  end(openKfid: string, externalUserid: string): void;
}

export function serviceOf(world: World, callbacks: Callbacks): Service {
  const accountOf = (openKfid: string) => {
    const account = world.kf.get(openKfid);
    if (!account) throw new Error(`no account ${openKfid}`);
    return account;
  };
  const put = (openKfid: string, item: Record<string, unknown>): string => {
    const account = accountOf(openKfid);
    const msgid = someId(world, '', 36);
    account.log.push({ msgid, send_time: Math.floor(world.now() / 1000), ...item });
    const notice = noticeFor(world, account);
    callbacks.tell({ Event: 'kf_msg_or_event', Token: notice, OpenKfId: openKfid });
    return msgid;
  };
  const event = (openKfid: string, fields: Record<string, unknown>) =>
    put(openKfid, { origin: 4, msgtype: 'event', event: { ...fields, open_kfid: openKfid } });
  return {
    account: (name) => {
      const openKfid = someId(world, 'wk', 32);
      world.kf.set(openKfid, newAccount(openKfid, name));
      return openKfid;
    },
    say: (openKfid, externalUserid, what) => {
      const session = sessionOf(accountOf(openKfid), externalUserid);
      if (session.state === 4) session.state = 0;
      Object.assign(session, { lastCustomerAt: world.now(), sentSince: 0 });
      return put(openKfid, message(openKfid, externalUserid, 3, what));
    },
    answer: (openKfid, externalUserid, servicer, what) =>
      put(openKfid, { ...message(openKfid, externalUserid, 5, what), servicer_userid: servicer }),
    enter: (openKfid, externalUserid, scene = '') =>
      event(openKfid, {
        event_type: 'enter_session',
        external_userid: externalUserid,
        scene,
        scene_param: '',
        welcome_code: codeFor(world, accountOf(openKfid), AT_ONCE),
      }),
    recall: (openKfid, externalUserid, msgid, servicer) =>
      event(openKfid, {
        event_type: servicer ? 'servicer_recall_msg' : 'user_recall_msg',
        external_userid: externalUserid,
        recall_msgid: msgid,
        ...(servicer ? { servicer_userid: servicer } : {}),
      }),
    pickUp: (openKfid, externalUserid, servicer) => {
      Object.assign(sessionOf(accountOf(openKfid), externalUserid), { state: 3, servicer });
      const who = { external_userid: externalUserid, new_servicer_userid: servicer };
      event(openKfid, {
        event_type: 'session_status_change',
        change_type: 1,
        msg_code: codeFor(world, accountOf(openKfid), TWO_DAYS),
        ...who,
      });
    },
    end: (openKfid, externalUserid) => {
      const session = sessionOf(accountOf(openKfid), externalUserid);
      const who = { external_userid: externalUserid, old_servicer_userid: session.servicer };
      Object.assign(session, { state: 4, servicer: '' });
      event(openKfid, {
        event_type: 'session_status_change',
        change_type: 3,
        msg_code: codeFor(world, accountOf(openKfid), AT_ONCE),
        ...who,
      });
    },
  };
}

function message(openKfid: string, externalUserid: string, origin: 3 | 5, what: string | Body) {
  const body = typeof what === 'string' ? { msgtype: 'text', text: { content: what } } : what;
  return { open_kfid: openKfid, external_userid: externalUserid, origin, ...body };
}

function noticeFor(world: World, account: KfAccountState): string {
  const notice = someId(world, 'ENC', 40);
  account.notices.set(notice, world.now() + NOTICE_LIFE);
  return notice;
}

function codeFor(world: World, account: KfAccountState, life: number): string {
  const code = someId(world, 'C', 32);
  account.codes.set(code, world.now() + life);
  return code;
}
