import { type Json, stringIn } from '../api/decode.ts';
import { windowTime } from '../china-time.ts';
import type { Converted, MessageKind, WechatEvent } from '../event.ts';
import { identityOf, Ordinals } from '../identity.ts';
import { placeholderKind, withoutQuote } from './placeholder.ts';

interface Row {
  sender: string;
  content: string;
  /** self, friend, time, sys, recall, … */
  part: string;
  type: string;
}

interface Chat {
  name: string;
  group: boolean;
  rows: Row[];
}

export interface WxautoOptions {
  /** The own WeChat id or name. */
  account: string;
  /** When the bridge read the window, milliseconds; a replay must carry the same. */
  seenAt: number;
}

const SENDERS: Readonly<Record<string, string>> = {
  SYS: 'sys',
  Time: 'time',
  Recall: 'recall',
  Self: 'self',
};
const PARTS: Readonly<Record<string, string>> = { system: 'sys', tickle: 'sys' };
const KINDS: Readonly<Record<string, MessageKind>> = {
  text: 'text',
  quote: 'quote',
  voice: 'voice',
  image: 'image',
  video: 'video',
  file: 'file',
  location: 'location',
  link: 'link',
  emotion: 'sticker',
  merge: 'forwarded',
  personal_card: 'card',
  note: 'other',
};

/**
 * What wxauto hands out, of any of its generations (facts 7.1), → events. There is no id and no time per message: the
 * last time row counts for those after it, the moment of reading (to the minute) before the first. Identity: account,
 * chat, that minute, sender, content, and which of several equal ones. Display names only: `wechat_id` is null.
 */
export function eventsOfWxauto(payload: unknown, options: WxautoOptions): Converted {
  const result: Converted = { events: [], ignored: [] };
  for (const chat of chatsIn(payload)) addChat(result, chat, options);
  return result;
}

function addChat(result: Converted, chat: Chat, options: WxautoOptions): void {
  const ordinals = new Ordinals();
  const minute = (at: number) => Math.floor(at / 60_000) * 60_000;
  let at = minute(options.seenAt);
  for (const row of chat.rows) {
    if (row.part === 'time') {
      at = windowTime(row.content, options.seenAt) ?? at;
      result.ignored.push({ reason: 'time_row', what: row.content });
    } else if (row.part === 'recall') result.ignored.push({ reason: 'recall_of_unknown', what: chat.name });
    else if (row.part !== 'self' && row.part !== 'friend')
      result.ignored.push({ reason: 'system_row', what: row.part });
    else result.events.push(eventOf(chat, row, at, options, ordinals));
  }
}

function eventOf(chat: Chat, row: Row, at: number, options: WxautoOptions, ordinals: Ordinals): WechatEvent {
  const own = row.part === 'self';
  // The first generation does not tell groups; a speaker with another name than the chat's cannot be its one person.
  const group = chat.group || (!own && row.sender !== '' && row.sender !== chat.name);
  const key = [options.account, chat.name, at, own ? 'self' : row.sender, row.content];
  const ordinal = ordinals.next(String(at), JSON.stringify(key));
  const words = withoutQuote(row.content);
  const plain = KINDS[row.type] ?? placeholderKind(row.content) ?? 'text';
  const kind = plain === 'text' && words !== row.content.trim() ? 'quote' : plain;
  const nickname = own ? (group ? '' : chat.name) : row.sender || chat.name;
  return {
    id: identityOf('wxauto', [...key, ordinal]),
    type: 'message',
    at: new Date(at).toISOString(),
    channel: 'wxauto',
    account: options.account,
    wechat_id: null,
    ...(nickname ? { nickname } : {}),
    chat: chat.name,
    ...(group ? { room_id: chat.name } : {}),
    direction: own ? 'out' : 'in',
    kind,
    ...(words ? { text: words } : {}),
  };
}

/** `{chat: [rows]}`, `{chat_name, chat_type, msg: [rows]}`, one message with its chat's fields, or a list of these. */
function chatsIn(payload: unknown): Chat[] {
  if (Array.isArray(payload)) return payload.flatMap(chatsIn);
  if (typeof payload !== 'object' || payload === null) return [];
  const given = payload as Json;
  const name = stringIn(given, 'chat_name');
  if (name !== '') {
    const rows = Array.isArray(given.msg) ? given.msg : [given.msg ?? given];
    return [{ name, group: stringIn(given, 'chat_type') === 'group', rows: rows.flatMap(rowIn) }];
  }
  return Object.entries(given)
    .filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
    .map(([chat, rows]) => ({ name: chat, group: false, rows: rows.flatMap(rowIn) }));
}

function rowIn(row: unknown): Row[] {
  if (Array.isArray(row)) {
    const [sender, content] = row as unknown[];
    if (typeof sender !== 'string' || typeof content !== 'string') return [];
    return [{ sender, content, part: SENDERS[sender] ?? 'friend', type: '' }];
  }
  if (typeof row !== 'object' || row === null) return [];
  const given = row as Json;
  const part = stringIn(given, 'attr') || stringIn(given, 'type');
  const type = given.attr === undefined ? '' : stringIn(given, 'type');
  const sender = stringIn(given, 'sender_remark') || stringIn(given, 'sender');
  return [{ sender, content: stringIn(given, 'content'), part: PARTS[part] ?? part, type }];
}
