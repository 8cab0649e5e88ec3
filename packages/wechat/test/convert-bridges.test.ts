import { expect, test } from 'vitest';
import { eventsOfWechaty, eventsOfWechatyContact, eventsOfWxauto } from '../src/index.ts';

const AT = { account: 'wx_me', seenAt: Date.parse('2026-03-04T10:00:30+08:00') };

test('wxauto, first generation: time rows count for what follows, and who spoke is told', () => {
  const batch = {
    小周: [
      ['Time', '昨天 09:05', '1'],
      ['小周', '在吗', '2'],
      ['Self', '在的', '3'],
      ['SYS', '以下为新消息', '4'],
      ['Recall', '小周撤回了一条消息', '5'],
    ],
  };
  const { events, ignored } = eventsOfWxauto(batch, AT);
  expect(events).toMatchObject([
    {
      at: '2026-03-03T01:05:00.000Z',
      nickname: '小周',
      direction: 'in',
      text: '在吗',
      chat: '小周',
      wechat_id: null,
    },
    { at: '2026-03-03T01:05:00.000Z', nickname: '小周', direction: 'out', text: '在的' },
  ]);
  expect(events[0]).not.toHaveProperty('room_id');
  expect(ignored.map((one) => one.reason)).toEqual(['time_row', 'system_row', 'recall_of_unknown']);
});

test('wxauto: a speaker with another name than the chat’s means a group, not that person', () => {
  const { events } = eventsOfWxauto(
    {
      采购群: [
        ['小周', '报价呢', '1'],
        ['Self', '稍等', '2'],
      ],
    },
    AT,
  );
  expect(events[0]).toMatchObject({ nickname: '小周', room_id: '采购群', chat: '采购群' });
});

test('wxauto, later generation and its callback give what the first gives', () => {
  const msg = [
    { type: 'text', attr: 'time', content: '09:05' },
    {
      type: 'text',
      attr: 'friend',
      sender: '小周',
      content: '看一下\n引用 我 的消息 : 13800000009',
      hash: 'h',
    },
    { type: 'quote', attr: 'friend', sender: '小周', content: '可以\n引用 我 的消息 : 报价三千' },
    { type: 'image', attr: 'self', content: '[图片]' },
    { type: 'text', attr: 'tickle', content: '拍了拍' },
  ];
  const { events } = eventsOfWxauto({ chat_name: '小周', chat_type: 'friend', msg }, AT);
  expect(events).toMatchObject([
    { kind: 'quote', text: '看一下', at: '2026-03-04T01:05:00.000Z' },
    { kind: 'quote', text: '可以' },
    { kind: 'image', direction: 'out' },
  ]);
  const one = {
    chat_name: '采购群',
    chat_type: 'group',
    type: 'text',
    attr: 'friend',
    sender: '小周',
    content: '好',
  };
  expect(eventsOfWxauto(one, AT).events).toMatchObject([{ room_id: '采购群', nickname: '小周', text: '好' }]);
});

test('wxauto: the same said twice is two events, the same batch again none', () => {
  const batch = {
    小周: [
      ['Time', '09:05', '1'],
      ['小周', '好的', '2'],
      ['小周', '好的', '3'],
    ],
  };
  const ids = eventsOfWxauto(batch, AT).events.map((one) => one.id);
  expect(new Set(ids).size).toBe(2);
  const runtimeIdsChanged = {
    小周: [
      ['Time', '09:05', '9'],
      ['小周', '好的', '8'],
      ['小周', '好的', '7'],
    ],
  };
  const later = { ...AT, seenAt: AT.seenAt + 600_000 };
  expect(eventsOfWxauto(runtimeIdsChanged, later).events.map((one) => one.id)).toEqual(ids);
  expect(eventsOfWxauto('nonsense', AT)).toEqual({ events: [], ignored: [] });
});

const MESSAGE = {
  id: 'm1',
  talkerId: 'wxid_a',
  listenerId: 'wxid_me',
  timestamp: 1700000000,
  type: 7,
  text: '在吗',
};

test('Wechaty: seconds and milliseconds, own messages, rooms and recalls', () => {
  const self = 'wxid_me';
  const first = (payload: object) =>
    eventsOfWechaty({ ...MESSAGE, ...payload }, { self, names: { wxid_a: '小周' } }).events[0];
  expect(first({})).toMatchObject({
    id: 'wechaty:wxid_me:m1',
    at: '2023-11-14T22:13:20.000Z',
    wechat_id: 'wxid_a',
    nickname: '小周',
    direction: 'in',
    kind: 'text',
  });
  expect(first({ timestamp: 1700000000000 })?.at).toBe('2023-11-14T22:13:20.000Z');
  expect(first({ talkerId: self, listenerId: 'wxid_a' })).toMatchObject({
    direction: 'out',
    wechat_id: 'wxid_a',
  });
  expect(first({ roomId: 'r@chatroom' })).toMatchObject({ room_id: 'r@chatroom', wechat_id: 'wxid_a' });
  expect(first({ roomId: 'r@chatroom', talkerId: self })).toMatchObject({
    wechat_id: null,
    direction: 'out',
  });
  expect(first({ type: 13, text: 'm0' })).toMatchObject({ type: 'recall', message_id: 'wechaty:wxid_me:m0' });
  expect(first({ type: 13, text: '撤回了 一条消息' })).toBeUndefined();
  expect(first({ type: 1, text: undefined, filename: '报价.xlsx' })).toMatchObject({
    kind: 'file',
    text: '报价.xlsx',
  });
  const { talkerId: _, ...old } = MESSAGE;
  expect(eventsOfWechaty({ ...old, fromId: 'wxid_a' }, { self }).events[0]).toMatchObject({
    wechat_id: 'wxid_a',
  });
  expect(eventsOfWechaty({ ...MESSAGE, type: 18 }, { self }).ignored[0]?.reason).toBe('system_row');
});

test('Wechaty: contacts who are people become events, the same content the same id', () => {
  const payload = {
    id: 'wxid_a',
    type: 1,
    name: '小周',
    alias: '周经理',
    phone: ['13800000001', '13800000002'],
  };
  const options = { self: 'wxid_me', seenAt: AT.seenAt };
  const [event] = eventsOfWechatyContact(payload, options).events;
  expect(event).toMatchObject({
    wechat_nickname: '小周',
    wechat_remark: '周经理',
    phone: '13800000001',
    phones: ['13800000002'],
  });
  expect(event).not.toHaveProperty('company_name');
  expect(eventsOfWechatyContact(payload, { ...options, seenAt: 1 }).events[0]?.id).toBe(event?.id);
  expect(eventsOfWechatyContact({ ...payload, type: 2 }, options).ignored[0]?.reason).toBe('not_a_person');
});
