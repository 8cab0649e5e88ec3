import { type Json, numberIn, stringIn, stringsIn } from '../api/decode.ts';
import { isoOf } from '../china-time.ts';
import type { Converted, MessageKind } from '../event.ts';
import { identityOf } from '../identity.ts';
import { filled } from './contact.ts';

/** By MessageType's number (facts 8). */
const KINDS: Readonly<Record<number, MessageKind>> = {
  1: 'file',
  2: 'voice',
  3: 'card',
  4: 'forwarded',
  5: 'sticker',
  6: 'image',
  7: 'text',
  8: 'location',
  9: 'miniprogram',
  11: 'money',
  12: 'money',
  14: 'link',
  15: 'video',
};
const RECALLED = 13;
const GROUP_NOTE = 10;
const SYSTEM = 18;

/**
 * A Wechaty message payload → event; `self` is the own contact id (own messages come too). Identity: the puppet's id
 * within the account. `names` gives what is known of contacts.
 */
export function eventsOfWechaty(
  payload: Json,
  { self, names = {} }: { self: string; names?: Readonly<Record<string, string>> },
): Converted {
  const id = stringIn(payload, 'id');
  const type = numberIn(payload, 'type') ?? 0;
  const at = isoOf(numberIn(payload, 'timestamp'));
  const talker = stringIn(payload, 'talkerId') || stringIn(payload, 'fromId');
  const room = stringIn(payload, 'roomId');
  const listener = stringIn(payload, 'listenerId') || stringIn(payload, 'toId');
  const text = stringIn(payload, 'text');
  if (id === '' || talker === '' || at === null) return none('incomplete', String(type));
  if (type === GROUP_NOTE || type === SYSTEM) return none('system_row', text);
  const own = talker === self;
  const person = own ? (room === '' ? listener : '') : talker;
  const chat = room || person;
  const head = {
    id: `wechaty:${self}:${id}`,
    at,
    channel: 'wechaty',
    account: self,
    wechat_id: person || null,
    ...(names[person] ? { nickname: names[person] } : {}),
    ...(chat ? { chat } : {}),
    ...(room ? { room_id: room } : {}),
  };
  if (type === RECALLED) {
    if (!/^\S+$/.test(text)) return none('recall_of_unknown', text);
    return { events: [{ ...head, type: 'recall', message_id: `wechaty:${self}:${text}` }], ignored: [] };
  }
  const words = text || stringIn(payload, 'filename');
  const direction = own ? ('out' as const) : ('in' as const);
  const said = { direction, kind: KINDS[type] ?? ('other' as const), ...(words ? { text: words } : {}) };
  return { events: [{ ...head, type: 'message', ...said }], ignored: [] };
}

/** A Wechaty contact payload → contact event; official accounts and the own contact are no customers. */
export function eventsOfWechatyContact(
  payload: Json,
  { self, seenAt }: { self: string; seenAt: number },
): Converted {
  const id = stringIn(payload, 'id');
  const type = numberIn(payload, 'type') ?? 0;
  if (id === '') return none('incomplete', 'contact');
  if (type === 2 || id === self) return none('not_a_person', id);
  const [phone = '', ...phones] = stringsIn(payload, 'phone').filter((one) => one !== '');
  const facts = filled({
    nickname: stringIn(payload, 'name'),
    wechat_nickname: stringIn(payload, 'name'),
    wechat_remark: stringIn(payload, 'alias'),
    wechat_avatar: stringIn(payload, 'avatar'),
    wechat_alias: stringIn(payload, 'handle') || stringIn(payload, 'weixin'),
    company_name: stringIn(payload, 'corporation'),
    phone,
  });
  const seen = { ...facts, ...(phones.length > 0 ? { phones } : {}) };
  const who = { account: self, wechat_id: id };
  return {
    events: [
      {
        id: identityOf('wechaty', ['contact', who, seen]),
        type: 'contact',
        at: new Date(seenAt).toISOString(),
        channel: 'wechaty',
        ...who,
        chat: id,
        change: 'seen',
        ...seen,
      },
    ],
    ignored: [],
  };
}

function none(reason: Converted['ignored'][number]['reason'], what: string): Converted {
  return { events: [], ignored: [{ reason, what }] };
}
