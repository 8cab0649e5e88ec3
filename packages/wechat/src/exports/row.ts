import type { Json } from '../api/decode.ts';
import { placeholderKind, withoutQuote } from '../convert/placeholder.ts';
import type { Direction, IgnoredReason, MessageEvent, MessageKind, WechatEvent } from '../event.ts';
import { identityOf, type Ordinals } from '../identity.ts';
import { type RowKind, titleIn } from './kinds.ts';
import type { Broken } from './record.ts';
import type { Survey } from './survey.ts';

/** One message of a chat, whatever tool wrote it down. */
export interface ChatRow {
  /** The file's own number of the row: tells a repeated row from a repeated message. */
  own: string;
  /** Who the chat is with: a WeChat id, a room's id, or what else tells chats apart. */
  chat: string;
  room: boolean;
  /** The person's WeChat id: in a group the speaker's. */
  person: string | null;
  name: string;
  speaker: string;
  direction: Direction;
  /** Milliseconds. */
  at: number | null;
  kind: RowKind;
  text: string;
}

export type Reading =
  | { row: ChatRow }
  | { event: WechatEvent }
  | { skip: IgnoredReason }
  | { broken: Broken };

/** What a format may use beside the record. */
export interface Context {
  account: string;
  self: ReadonlySet<string>;
  /** Of a file that holds one chat. */
  chat: string;
  peerId: string | null;
  peerName: string | null;
  survey: Survey;
  readAt: number;
}

export interface Format {
  shape: 'csv' | 'json' | 'blocks';
  fits: (columns: ReadonlySet<string>) => boolean;
  read: (fields: Json, context: Context) => Reading;
  /** A first pass over the file is needed to know who takes part in which chat. */
  speakerOf?: (fields: Json) => { chat: string; id: string; name: string } | null;
}

/** A row → event; `ordinals` tells equal messages within a second apart. */
export function eventOfRow(
  row: ChatRow,
  account: string,
  ordinals: Ordinals,
): Exclude<Reading, { row: unknown }> {
  if (row.kind === 'system') return { skip: 'system_row' };
  if (row.kind === 'recall') return { skip: 'recall_of_unknown' };
  if (row.at === null) return { broken: 'bad_time' };
  const { kind, text } = contentOf(row.kind, row.text);
  if (kind === 'text' && text === '') return { skip: 'incomplete' };
  const second = Math.floor(row.at / 1000);
  const speaker = row.direction === 'out' ? 'self' : row.speaker;
  const what = [account, row.chat, second, speaker, text === '' ? kind : text];
  const ordinal = ordinals.next(String(second), JSON.stringify(what), row.own);
  const event: MessageEvent = {
    id: identityOf('export', [...what, ordinal]),
    type: 'message',
    at: new Date(row.at).toISOString(),
    channel: 'export',
    account,
    wechat_id: row.person,
    ...(row.name ? { nickname: row.name } : {}),
    ...(row.chat ? { chat: row.chat } : {}),
    ...(row.room ? { room_id: row.chat } : {}),
    direction: row.direction,
    kind,
    ...(text ? { text } : {}),
  };
  return { event };
}

function contentOf(kind: MessageKind, given: string): { kind: MessageKind; text: string } {
  const content = given.trim();
  if (kind === 'text') {
    const stood = placeholderKind(content);
    if (stood) return { kind: stood, text: content.replace(/^\[[^\]]*\]\s*/, '') };
    const own = withoutQuote(content);
    return own === content ? { kind, text: content } : { kind: 'quote', text: own };
  }
  const bare = titleIn(content).replace(/^\[[^\]]*\]\s*/, '');
  const titled =
    kind === 'quote' || kind === 'file' || kind === 'link' || kind === 'forwarded' || kind === 'miniprogram';
  return { kind, text: titled ? withoutQuote(bare) : '' };
}
