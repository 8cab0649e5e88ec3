import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  eventsOfArchive,
  eventsOfCallback,
  eventsOfKf,
  eventsOfWechaty,
  eventsOfWechatyContact,
  eventsOfWxauto,
  type WechatEvent,
} from '../src/index.ts';

/** Names that the converters look for, with values of any kind. */
const NAMES = [
  ...[
    'msgid',
    'open_kfid',
    'external_userid',
    'send_time',
    'origin',
    'msgtype',
    'event',
    'event_type',
    'recall_msgid',
  ],
  ...[
    'text',
    'content',
    'msgmenu',
    'list',
    'type',
    'click',
    'from',
    'tolist',
    'roomid',
    'msgtime',
    'action',
    'mixed',
    'item',
  ],
  ...[
    'id',
    'talkerId',
    'listenerId',
    'roomId',
    'timestamp',
    'phone',
    'name',
    'chat_name',
    'msg',
    'attr',
    'sender',
  ],
];
const WORDS = [
  'text',
  'event',
  'mixed',
  'msgmenu',
  'revoke',
  'send',
  'click',
  'friend',
  'self',
  'time',
  'enter_session',
];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 6 }),
  fc.constant(`wm${'x'.repeat(30)}`),
);
const leaf = fc.oneof(
  word,
  fc.double(),
  fc.constantFrom(null, true, 1_700_000_000, 1_700_000_000_000, 3, 13),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...NAMES), tie('tree'), { maxKeys: 12 }),
}));
const object = fc.dictionary(fc.constantFrom(...NAMES), tree, { minKeys: 2, maxKeys: 14 });

const sound = (event: WechatEvent) =>
  event.id.length > 5 &&
  new Date(event.at).toISOString() === event.at &&
  (event.wechat_id === null || event.wechat_id !== '');

test('whatever JSON comes, it becomes sound events or is ignored by reason, and nothing is thrown', () => {
  let events = 0;
  fc.assert(
    fc.property(object, (json) => {
      const converted = [
        eventsOfKf(json),
        eventsOfArchive(json),
        eventsOfWechaty(json, { self: 'me' }),
        eventsOfWechatyContact(json, { self: 'me', seenAt: 1 }),
        eventsOfWxauto(json, { account: 'me', seenAt: 1_700_000_000_000 }),
      ];
      for (const one of converted)
        for (const event of one.events) expect(sound(event), JSON.stringify(event)).toBe(true);
      events += converted.flatMap((one) => one.events).length;
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(events).toBeGreaterThan(100);
});

const FIELDS = [
  'Event',
  'ChangeType',
  'UserID',
  'ExternalUserID',
  'CreateTime',
  'Source',
  'State',
  'OpenKfId',
];
const VALUES = [
  'change_external_contact',
  'kf_msg_or_event',
  'del_external_contact',
  'wmA',
  '1700000000',
  'abc',
  '',
];

test('whatever fields a callback has, the same holds', () => {
  const value = fc.oneof(fc.constantFrom(...VALUES), fc.array(fc.string(), { maxLength: 2 }));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...FIELDS), value), (fields) => {
      for (const event of eventsOfCallback(fields).events) expect(sound(event)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
