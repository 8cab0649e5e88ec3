import { expect, test } from 'vitest';
import { eventOfContact, eventsOfArchive, eventsOfCallback, eventsOfKf, readXml } from '../src/index.ts';
import { all, clientOf, wecom } from './support/sim.ts';

const xml = (fields: Record<string, string | number>, gap = '') =>
  readXml(
    `<xml>${Object.entries(fields)
      .map(([k, v]) => `${gap}<${k}><![CDATA[${v}]]>${gap}</${k}>`)
      .join(gap)}</xml>`,
  );

const ADDED = {
  ToUserName: 'ww1',
  FromUserName: 'sys',
  CreateTime: 1700000000,
  MsgType: 'event',
  Event: 'change_external_contact',
  ChangeType: 'add_external_contact',
  UserID: 'member1',
  ExternalUserID: 'wmAAA',
  State: 'fair',
};

test('a new customer becomes a contact event and a wish to read the rest', () => {
  const { events, hints } = eventsOfCallback(xml(ADDED));
  expect(events).toEqual([
    {
      id: expect.stringMatching(/^wecom:[0-9a-f]{32}$/),
      type: 'contact',
      at: '2023-11-14T22:13:20.000Z',
      channel: 'wecom',
      account: 'member1',
      wechat_id: 'wmAAA',
      chat: 'wmAAA',
      change: 'added',
      state: 'fair',
    },
  ]);
  expect(hints).toEqual([{ do: 'read_contact', userid: 'member1', externalUserid: 'wmAAA' }]);
});

test('a repeated delivery has the same id in any order and spacing; anything different has another', () => {
  const idOf = (fields: Record<string, string | number>, gap?: string) =>
    eventsOfCallback(xml(fields, gap)).events[0]?.id;
  const reversed = Object.fromEntries(Object.entries(ADDED).reverse());
  expect(idOf(reversed, '\n  ')).toBe(idOf(ADDED));
  const others = [
    { ...ADDED, ExternalUserID: 'wmBBB' },
    { ...ADDED, UserID: 'member2' },
    { ...ADDED, State: 'other' },
    { ...ADDED, CreateTime: 1700000001 },
    { ...ADDED, ChangeType: 'edit_external_contact' },
  ].map((fields) => idOf(fields));
  expect(new Set([idOf(ADDED), ...others]).size).toBe(6);
});

test('every change has its name; an end is not read again at once, an unknown one is named and read', () => {
  const outcome = (ChangeType: string, more = {}) => {
    const { events, ignored, hints } = eventsOfCallback(xml({ ...ADDED, ChangeType, ...more }));
    return [events[0]?.type === 'contact' ? events[0].change : ignored[0], hints.length];
  };
  expect(outcome('add_half_external_contact')).toEqual(['added_half', 1]);
  expect(outcome('edit_external_contact')).toEqual(['edited', 1]);
  expect(outcome('del_external_contact')).toEqual(['dropped_by_us', 0]);
  expect(outcome('del_external_contact', { Source: 'DELETE_BY_TRANSFER' })).toEqual(['transferred', 0]);
  expect(outcome('del_follow_user')).toEqual(['left', 0]);
  expect(outcome('transfer_fail')).toEqual(['transfer_failed', 1]);
  expect(outcome('msg_audit_approved')).toEqual(['archive_agreed', 1]);
  expect(outcome('in_2030')).toEqual([{ reason: 'unknown_kind', what: 'in_2030' }, 1]);
});

test('notices without content are wishes to pull, everything else is named and ignored', () => {
  const kf = eventsOfCallback(
    xml({ Event: 'kf_msg_or_event', Token: 'ENC1', OpenKfId: 'wk1', CreateTime: 1 }),
  );
  expect(kf).toMatchObject({ events: [], hints: [{ do: 'pull_kf', openKfid: 'wk1', token: 'ENC1' }] });
  expect(eventsOfCallback(xml({ Event: 'msgaudit_notify' })).hints).toEqual([{ do: 'pull_archive' }]);
  expect(eventsOfCallback(xml({ Event: 'change_external_tag' })).hints).toEqual([{ do: 'read_tags' }]);
  expect(eventsOfCallback(xml({ MsgType: 'text', Content: '你好' })).ignored).toEqual([
    { reason: 'internal', what: 'text' },
  ]);
  expect(eventsOfCallback(xml({ Event: 'change_external_chat' })).ignored[0]?.reason).toBe('bookkeeping');
});

test('a customer read twice is the same event, one whose remark changed another', async () => {
  const { sim, baseUrl } = await wecom({ customers: 1 });
  const { client } = clientOf(sim, baseUrl);
  const read = async () => {
    const [page] = await all(client.contacts.batch(['member1']));
    const { contact, follower } = page!.contacts[0]!;
    return eventOfContact(contact, follower, Date.now());
  };
  const first = await read();
  expect(first).toMatchObject({
    wechat_id: sim.customers()[0]?.externalUserid,
    phone: '13800000000',
    wechat_remark: '赵示例0 备注',
    account: 'member1',
  });
  expect(first).not.toHaveProperty('company_name');
  expect((await read()).id).toBe(first.id);
  sim.people.edit('member1', first.wechat_id!, { remark: '张三 示例公司' });
  expect((await read()).id).not.toBe(first.id);
});

test('customer service: who spoke, what, recalls and arrivals', async () => {
  const { sim, baseUrl } = await wecom({ customers: 1 });
  const { client } = clientOf(sim, baseUrl);
  const [{ openKfid } = { openKfid: '' }] = sim.accounts();
  const { externalUserid } = sim.customers()[0]!;
  sim.service.enter(openKfid, externalUserid, 'website');
  const asked = sim.service.say(openKfid, externalUserid, '多少钱？');
  sim.service.say(openKfid, externalUserid, { msgtype: 'image', image: { media_id: 'M1' } });
  sim.service.say(openKfid, externalUserid, { msgtype: 'hologram', hologram: {} });
  sim.service.answer(openKfid, externalUserid, 'member1', '三千');
  sim.service.recall(openKfid, externalUserid, asked);
  sim.service.pickUp(openKfid, externalUserid, 'member1');
  const items = (await all(client.kf.messages(openKfid))).flatMap((page) => page.messages);
  const converted = items.map(eventsOfKf);
  const events = converted.flatMap((one) => one.events);
  expect(events.map((one) => one.type)).toEqual([
    'contact',
    'message',
    'message',
    'message',
    'message',
    'recall',
  ]);
  expect(events[0]).toMatchObject({
    change: 'entered',
    state: 'website',
    channel: 'wecom_kf',
    account: openKfid,
  });
  expect(events[1]).toMatchObject({
    id: `kf:${asked}`,
    direction: 'in',
    kind: 'text',
    text: '多少钱？',
    wechat_id: externalUserid,
  });
  expect(events[2]).toMatchObject({ kind: 'image', media: 'M1' });
  expect(events[3]).toMatchObject({ kind: 'other', direction: 'in' });
  expect(events[4]).toMatchObject({ direction: 'out', text: '三千' });
  expect(events[5]).toMatchObject({ message_id: `kf:${asked}` });
  expect(converted.at(-1)?.ignored).toEqual([{ reason: 'bookkeeping', what: 'session_status_change' }]);
  expect(new Set(events.map((one) => one.id)).size).toBe(6);
});

test('customer service: an origin nobody knows is no customer, an item without a time no event', () => {
  const item = {
    msgid: 'm1',
    open_kfid: 'wk1',
    external_userid: 'wm1',
    send_time: 1700000000,
    msgtype: 'text',
    text: { content: 'x' },
  };
  expect(eventsOfKf({ ...item, origin: 9 }).events[0]).toMatchObject({ direction: 'unknown' });
  const { send_time: _, ...timeless } = item;
  expect(eventsOfKf(timeless).ignored).toEqual([{ reason: 'incomplete', what: 'text' }]);
  const menu = {
    msgmenu: { head_content: '请选择', list: [{ type: 'click', click: { id: '1', content: '报价' } }] },
  };
  expect(eventsOfKf({ ...item, msgtype: 'msgmenu', ...menu }).events[0]).toMatchObject({
    text: '请选择\n报价',
  });
});

const CUSTOMER = 'wmErxtDgAA9AW32YyyuYRimKr7D1KWlw';
const OTHER = 'woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA';
const SENT = {
  msgid: '1_external',
  action: 'send',
  roomid: '',
  msgtime: 1700000000123,
  msgtype: 'text',
  text: { content: '您好' },
};

test('the archive: both directions, groups, one event per customer, colleagues left out', () => {
  expect(eventsOfArchive({ ...SENT, from: CUSTOMER, tolist: ['member1'] }).events).toEqual([
    {
      id: 'archive:1_external',
      type: 'message',
      at: '2023-11-14T22:13:20.123Z',
      channel: 'wecom_archive',
      account: 'member1',
      wechat_id: CUSTOMER,
      chat: CUSTOMER,
      direction: 'in',
      kind: 'text',
      text: '您好',
    },
  ]);
  const both = eventsOfArchive({ ...SENT, from: 'member1', tolist: [CUSTOMER, OTHER] }).events;
  expect(both.map((one) => [one.id, one.wechat_id])).toEqual([
    [`archive:1_external:${CUSTOMER}`, CUSTOMER],
    [`archive:1_external:${OTHER}`, OTHER],
  ]);
  const room = { ...SENT, roomid: 'wr1' };
  expect(eventsOfArchive({ ...room, from: OTHER, tolist: ['member1', CUSTOMER] }).events).toMatchObject([
    { wechat_id: OTHER, room_id: 'wr1', chat: 'wr1', direction: 'in' },
  ]);
  expect(eventsOfArchive({ ...room, from: 'member1', tolist: [OTHER, CUSTOMER] }).events).toMatchObject([
    { wechat_id: null, room_id: 'wr1', direction: 'out', account: 'member1' },
  ]);
  const among = { ...SENT, msgid: '1', from: 'member1', tolist: ['wmshort'] };
  expect(eventsOfArchive(among).ignored).toEqual([{ reason: 'internal', what: 'text' }]);
});

test('the archive: in a chat that is called external a short id is a customer, a colleague beside a long one is not', () => {
  expect(eventsOfArchive({ ...SENT, from: 'wmCustomer01', tolist: ['zhangsan'] }).events).toMatchObject([
    { wechat_id: 'wmCustomer01', account: 'zhangsan', direction: 'in', text: '您好' },
  ]);
  expect(eventsOfArchive({ ...SENT, from: 'wmliu', tolist: [CUSTOMER] }).events).toMatchObject([
    { wechat_id: CUSTOMER, account: 'wmliu', direction: 'out' },
  ]);
  expect(eventsOfArchive({ ...SENT, from: 'zhangsan', tolist: ['lisi'] }).ignored).toEqual([
    { reason: 'internal', what: 'text' },
  ]);
});

test('the archive: recalls, files, mixed messages, switches and kinds to come', () => {
  const from = { from: CUSTOMER, tolist: ['member1'] };
  const contentOf = (record: object) => eventsOfArchive({ ...SENT, ...from, ...record }).events[0];
  expect(
    contentOf({ msgtype: 'revoke', action: 'recall', revoke: { pre_msgid: '0_external' } }),
  ).toMatchObject({
    type: 'recall',
    message_id: 'archive:0_external',
  });
  expect(contentOf({ msgtype: 'file', file: { filename: '营业执照.pdf', sdkfileid: 'F1' } })).toMatchObject({
    kind: 'file',
    text: '营业执照.pdf',
    media: 'F1',
  });
  const item = [
    { type: 'text', content: '{"content":"看图"}' },
    { type: 'image', content: '{}' },
    { type: 'text', content: '{"content":"报价"}' },
  ];
  expect(contentOf({ msgtype: 'mixed', mixed: { item } })).toMatchObject({
    kind: 'text',
    text: '看图\n报价',
  });
  const forwarded = {
    title: '群聊的聊天记录',
    item: [{ type: 'ChatRecordText', content: '{"content":"13800000001"}' }],
  };
  expect(contentOf({ msgtype: 'chatrecord', chatrecord: forwarded })).toMatchObject({
    kind: 'forwarded',
    text: '群聊的聊天记录',
  });
  expect(contentOf({ msgtype: 'hologram', hologram: {} })).toMatchObject({ kind: 'other' });
  const switched = { msgid: 's', action: 'switch', time: 1, user: 'member1' };
  expect(eventsOfArchive(switched)).toEqual({
    events: [],
    ignored: [{ reason: 'bookkeeping', what: 'switch' }],
  });
});
