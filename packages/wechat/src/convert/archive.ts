import { type Json, numberIn, objectIn, objectsIn, stringIn, stringsIn } from '../api/decode.ts';
import { isoOf } from '../china-time.ts';
import type { Converted, Direction, MessageKind, WechatEvent } from '../event.ts';

/** Customers' ids; a member's id may begin alike but is seldom so long. */
const EXTERNAL = /^w[mo][\w-]{20,}$/;
/** As short as one comes: believed only of a chat that its msgid calls external, where nobody has the long form (facts 5). */
const SHORT_EXTERNAL = /^w[mo][\w-]+$/;

interface Reading {
  kind: MessageKind;
  /** Names of the fields that a person reads. */
  words?: string[];
}

const READINGS: Readonly<Record<string, Reading>> = {
  text: { kind: 'text', words: ['content'] },
  markdown: { kind: 'text', words: ['content'] },
  image: { kind: 'image' },
  voice: { kind: 'voice' },
  video: { kind: 'video' },
  emotion: { kind: 'sticker' },
  file: { kind: 'file', words: ['filename'] },
  docmsg: { kind: 'file', words: ['title'] },
  location: { kind: 'location', words: ['title', 'address'] },
  link: { kind: 'link', words: ['title', 'description', 'link_url'] },
  weapp: { kind: 'miniprogram', words: ['title'] },
  card: { kind: 'card', words: ['corpname'] },
  chatrecord: { kind: 'forwarded', words: ['title'] },
  sphfeed: { kind: 'link', words: ['feed_desc'] },
  redpacket: { kind: 'money', words: ['wish'] },
  external_redpacket: { kind: 'money', words: ['wish'] },
  meeting_voice_call: { kind: 'call' },
  voip_doc_share: { kind: 'call' },
};

/**
 * One decrypted record of the conversation archive (facts 5) → events. Identity: its msgid. Chats between colleagues are
 * ignored; a member's message to several customers at once becomes one event for each, its recall one for each as well: both
 * name the customer, whatever the order of `tolist`.
 */
export function eventsOfArchive(record: Json): Converted {
  const msgid = stringIn(record, 'msgid');
  const msgtype = stringIn(record, 'msgtype');
  const at = isoOf(numberIn(record, 'msgtime'));
  const action = stringIn(record, 'action');
  if (action === 'switch') return { events: [], ignored: [{ reason: 'bookkeeping', what: 'switch' }] };
  const from = stringIn(record, 'from');
  if (msgid === '' || at === null || from === '')
    return { events: [], ignored: [{ reason: 'incomplete', what: msgtype }] };
  const places = placesOf(record, from);
  if (places.length === 0) return { events: [], ignored: [{ reason: 'internal', what: msgtype }] };
  if (msgtype === 'agree' || msgtype === 'disagree')
    return { events: [], ignored: [{ reason: 'bookkeeping', what: msgtype }] };
  const events = places.map(({ direction, ...place }): WechatEvent => {
    const idOf = (message: string) => `archive:${message}${places.length > 1 ? `:${place.wechat_id}` : ''}`;
    const head = { id: idOf(msgid), at, channel: 'wecom_archive', ...place };
    const recalled = stringIn(objectIn(record, 'revoke'), 'pre_msgid');
    if (msgtype === 'revoke' || action === 'recall')
      return { ...head, type: 'recall', message_id: idOf(recalled) };
    return { ...head, type: 'message', direction, ...contentOf(record, msgtype) };
  });
  return { events, ignored: [] };
}

interface Place {
  account: string;
  wechat_id: string | null;
  chat: string;
  room_id?: string;
  direction: Direction;
}

/** Where it was said, once per customer it concerns; nowhere when no customer takes part. */
function placesOf(record: Json, from: string): Place[] {
  const to = stringsIn(record, 'tolist');
  const room = stringIn(record, 'roomid');
  const isCustomer = customerTest(stringIn(record, 'msgid'), [from, ...to]);
  const customers = [from, ...to].filter(isCustomer);
  if (customers.length === 0) return [];
  const inward = isCustomer(from);
  const direction = inward ? 'in' : 'out';
  const account = inward ? (to.find((id) => !isCustomer(id)) ?? '') : from;
  if (room !== '')
    return [{ account, wechat_id: inward ? from : null, chat: room, room_id: room, direction }];
  const others = inward ? [from] : new Set(customers);
  return [...others].map((wechat_id) => ({ account, wechat_id, chat: wechat_id, direction }));
}

function customerTest(msgid: string, ids: readonly string[]): (id: string) => boolean {
  const isShort = msgid.endsWith('_external') && !ids.some((id) => EXTERNAL.test(id));
  return (id) => (isShort ? SHORT_EXTERNAL : EXTERNAL).test(id);
}

function contentOf(record: Json, msgtype: string): { kind: MessageKind; text?: string; media?: string } {
  if (msgtype === 'mixed') return { kind: 'text', ...optional('text', mixedText(record)) };
  const { kind, words = [] } = READINGS[msgtype] ?? { kind: 'other' };
  const body = objectIn(record, msgtype === 'docmsg' ? 'doc' : msgtype === 'markdown' ? 'info' : msgtype);
  const text = words
    .map((name) => stringIn(body, name))
    .filter(Boolean)
    .join(' ');
  return { kind, ...optional('text', text), ...optional('media', stringIn(body, 'sdkfileid')) };
}

/** The texts of a mixed message, in their order; each item's content is JSON in a string. */
function mixedText(record: Json): string {
  const texts = objectsIn(objectIn(record, 'mixed'), 'item')
    .filter((item) => stringIn(item, 'type') === 'text')
    .map((item) => contentIn(stringIn(item, 'content')));
  return texts.filter(Boolean).join('\n');
}

function contentIn(json: string): string {
  try {
    return stringIn(JSON.parse(json) as Json, 'content');
  } catch {
    return json;
  }
}

function optional<Name extends string>(name: Name, value: string): { [key in Name]?: string } {
  return value === '' ? {} : ({ [name]: value } as { [key in Name]?: string });
}
