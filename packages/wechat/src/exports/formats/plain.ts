import { type Json, stringIn } from '../../api/decode.ts';
import { chinaTime } from '../../china-time.ts';
import type { Direction, WechatEvent } from '../../event.ts';
import { identityOf } from '../../identity.ts';
import { kindOfWord } from '../kinds.ts';
import type { Context, Format, Reading } from '../row.ts';

/** What people call the columns of a table they made themselves. */
const NAMES = {
  id: ['id', 'message_id', 'msgid', '消息id', '编号'],
  time: ['time', 'at', 'datetime', 'timestamp', 'date', '时间', '日期', '发送时间'],
  text: ['text', 'content', 'message', 'msg', '内容', '消息', '消息内容', '聊天内容'],
  direction: ['direction', 'is_sender', 'is_self', '方向', '收发', '是否本人'],
  wechat: ['wechat_id', 'wxid', 'wechat', '微信号', '微信id', '客户微信'],
  name: ['sender', 'nickname', 'name', 'from', '发送人', '发送者', '昵称', '姓名'],
  chat: ['chat', 'chat_name', 'conversation', '会话', '聊天'],
  room: ['room_id', 'roomid', 'room', 'group', '群', '群聊', '群id'],
  kind: ['kind', 'type', '类型', '消息类型'],
} as const;

type Column = keyof typeof NAMES;

const IN = /^(in|收|收到|接收|客户|对方|0|false|否)$/i;
const OUT = /^(out|发|发出|发送|我|我方|本人|1|true|是)$/i;
const EVENT_TYPES = new Set(['message', 'contact', 'mark', 'recall']);

function cellOf(fields: Json, column: Column): string {
  for (const name of NAMES[column]) {
    const given = fields[name];
    const value = typeof given === 'boolean' ? String(given) : stringIn(fields, name);
    if (value !== '') return value.trim();
  }
  return '';
}

function has(columns: ReadonlySet<string>, column: Column): boolean {
  return NAMES[column].some((name) => columns.has(name));
}

/** Keys as `NAMES` writes them: letter case and blanks of headers do not count. */
function lowered(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]),
  );
}

/** A table of one's own, CSV or JSON Lines: a time, a text, and who it was by WeChat id or name. */
export const plain: Format = {
  shape: 'csv',
  fits: (given) => {
    const columns = new Set([...given].map((name) => name.toLowerCase()));
    return has(columns, 'time') && has(columns, 'text') && (has(columns, 'name') || has(columns, 'wechat'));
  },
  read: (given, context) => messageOf(lowered(given), context),
};

function messageOf(fields: Json, context: Context): Reading {
  const room = cellOf(fields, 'room');
  const wechat = cellOf(fields, 'wechat') || null;
  const name = cellOf(fields, 'name');
  const given = cellOf(fields, 'direction');
  const own = OUT.test(given) || (given === '' && (context.self.has(name) || name === '我'));
  const named = given === '' && context.self.size > 0 && name !== '';
  const direction: Direction = own ? 'out' : IN.test(given) || named ? 'in' : 'unknown';
  const person = wechat ?? (room ? null : context.peerId);
  if (person === null && name === '') return { broken: 'no_sender' };
  return {
    row: {
      own: cellOf(fields, 'id'),
      chat: room || cellOf(fields, 'chat') || person || context.chat,
      room: room !== '',
      person: room !== '' && own ? null : person,
      name: own ? (room ? '' : (context.peerName ?? '')) : name,
      speaker: name || (person ?? ''),
      direction,
      at: chinaTime(cellOf(fields, 'time')),
      kind: kindOfWord(cellOf(fields, 'kind')) ?? 'text',
      text: cellOf(fields, 'text'),
    },
  };
}

/** JSON Lines of events as `POST /ingest/events` takes them; an event without an id gets one from its content. */
export const eventLines: Format = {
  shape: 'json',
  fits: (columns) => ['type', 'at', 'channel'].every((name) => columns.has(name)),
  read: (fields, { account }) => {
    const at = chinaTime(stringIn(fields, 'at'));
    if (!EVENT_TYPES.has(stringIn(fields, 'type')) || at === null) return { broken: 'bad_event' };
    if (fields.type === 'recall' && stringIn(fields, 'message_id') === '') return { broken: 'bad_event' };
    if (fields.type === 'message' && !['in', 'out', 'unknown'].includes(stringIn(fields, 'direction')))
      return { broken: 'bad_event' };
    const whole = { account, wechat_id: null, ...fields, at: new Date(at).toISOString() };
    const id = stringIn(fields, 'id') || identityOf('export', whole);
    return { event: { ...whole, id } as unknown as WechatEvent };
  },
};
