import type { Handler } from './external-contact.ts';
import type { SimCall } from './gate.ts';
import { type KfAccountState, type SessionState, sessionOf } from './kf-state.ts';
import { type Answer, ok, refuse } from './reply.ts';
import { someId, strikes, tooMany, type World } from './world.ts';

const ROOT = '/cgi-bin/kf';
const DAY = 86_400_000;
const HORIZON = 3 * DAY;
const WINDOW = 2 * DAY;
const MOST_SENT = 5;

export const KF_HANDLERS: Readonly<Record<string, Handler>> = {
  [`${ROOT}/account/list`]: (world, { body }) => {
    const from = Number(body.offset ?? 0);
    const all = [...world.kf.values()].map(({ openKfid, name }) => ({
      open_kfid: openKfid,
      name,
      avatar: '',
    }));
    return ok({ account_list: all.slice(from, from + Number(body.limit ?? 100)) });
  },
  [`${ROOT}/sync_msg`]: syncMsg,
  [`${ROOT}/customer/batchget`]: customers,
  [`${ROOT}/service_state/get`]: (world, { body }) =>
    withSession(world, body, ({ session }) =>
      ok({ service_state: session.state, servicer_userid: session.servicer }),
    ),
  [`${ROOT}/service_state/trans`]: handOver,
  [`${ROOT}/send_msg`]: sendMsg,
  [`${ROOT}/send_msg_on_event`]: sendOnEvent,
};

/** A cursor means something to its own account only; what it says is nobody's business. */
function cursorOf(account: KfAccountState, place: number, empties: number): string {
  return Buffer.from(`${account.openKfid}|${place}|${empties}`).toString('base64url');
}

function placeOf(account: KfAccountState, cursor: string): { place: number; empties: number } | null {
  const [owner, place, empties] = Buffer.from(cursor, 'base64url').toString().split('|');
  const known = owner === account.openKfid && Number(place) <= account.log.length;
  return known ? { place: Number(place), empties: Number(empties) } : null;
}

function syncMsg(world: World, { body }: SimCall): Answer {
  const account = world.kf.get(String(body.open_kfid ?? ''));
  if (!account) return refuse(95004, { msg_list: [] });
  const notice = typeof body.token === 'string' ? body.token : '';
  if (notice !== '' && !((account.notices.get(notice) ?? 0) > world.now()))
    return refuse(95007, { msg_list: [] });
  if (notice === '' && tooMany(world, 'sync', world.faults.syncWithoutTokenPerMinute))
    return refuse(45009, { msg_list: [] });
  const cursor = String(body.cursor ?? '');
  const at = cursor === '' ? { place: oldest(world, account), empties: 0 } : placeOf(account, cursor);
  if (!at) return refuse(40058, { msg_list: [] });
  if (strikes(world, world.faults.emptyPage))
    return ok({ next_cursor: cursorOf(account, at.place, at.empties + 1), has_more: 1, msg_list: [] });
  const most = Math.min(Number(body.limit ?? 1000), 1000);
  const page = account.log.slice(at.place, at.place + most);
  const next = at.place + page.length;
  return ok({
    next_cursor: cursorOf(account, next, at.empties),
    has_more: next < account.log.length ? 1 : 0,
    msg_list: page,
  });
}

function oldest(world: World, account: KfAccountState): number {
  const from = (world.now() - HORIZON) / 1000;
  const place = account.log.findIndex((item) => Number(item.send_time) >= from);
  return place < 0 ? account.log.length : place;
}

function customers(world: World, { body }: SimCall): Answer {
  const ids = Array.isArray(body.external_userid_list) ? body.external_userid_list.map(String) : [];
  if (ids.length === 0 || ids.length > 100) return refuse(40058);
  const known = ids.flatMap((id) => world.customers.get(id) ?? []);
  return ok({
    customer_list: known.map((one) => ({
      external_userid: one.externalUserid,
      nickname: one.name,
      avatar: '',
      gender: one.gender,
      ...(one.unionid === null ? {} : { unionid: one.unionid }),
    })),
    invalid_external_userid: ids.filter((id) => !world.customers.has(id)),
  });
}

type Seat = { account: KfAccountState; session: ReturnType<typeof sessionOf>; externalUserid: string };

function withSession(world: World, body: Record<string, unknown>, work: (seat: Seat) => Answer): Answer {
  const account = world.kf.get(String(body.open_kfid ?? ''));
  if (!account) return refuse(95000);
  const externalUserid = String(body.external_userid ?? body.touser ?? '');
  if (!world.customers.has(externalUserid)) return refuse(40096);
  return work({ account, session: sessionOf(account, externalUserid), externalUserid });
}

function handOver(world: World, { body }: SimCall): Answer {
  return withSession(world, body, ({ session }) => {
    const to = Number(body.service_state);
    if (session.state === 4 || ![1, 2, 3, 4].includes(to)) return refuse(95018);
    if (to === 3 && !world.members.has(String(body.servicer_userid))) return refuse(95014);
    session.state = to as SessionState;
    session.servicer = to === 3 ? String(body.servicer_userid) : '';
    return ok({ msg_code: someId(world, 'C', 24) });
  });
}

function sendMsg(world: World, { body }: SimCall): Answer {
  return withSession(world, body, ({ account, session, externalUserid }) => {
    if (body.msgid === '') return refuse(40058);
    if (session.state > 1) return refuse(95018);
    const msgid = String(body.msgid ?? someId(world, 'M', 32));
    const late = world.now() - session.lastCustomerAt > WINDOW;
    session.sentSince++;
    if (late || session.sentSince > MOST_SENT) {
      account.log.push({
        msgid: someId(world, 'E', 32),
        send_time: Math.floor(world.now() / 1000),
        origin: 4,
        msgtype: 'event',
        event: {
          event_type: 'msg_send_fail',
          open_kfid: account.openKfid,
          external_userid: externalUserid,
          fail_msgid: msgid,
          fail_type: late ? 4 : 6,
        },
      });
    }
    return ok({ msgid });
  });
}

function sendOnEvent(world: World, { body }: SimCall): Answer {
  const code = String(body.code ?? '');
  const account = [...world.kf.values()].find((one) => one.codes.has(code));
  const diesAt = account?.codes.get(code) ?? 0;
  account?.codes.delete(code);
  return diesAt > world.now() ? ok({ msgid: String(body.msgid ?? someId(world, 'M', 32)) }) : refuse(95016);
}
