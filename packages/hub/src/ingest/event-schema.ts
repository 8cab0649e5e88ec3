import type { Bilingual } from '@bangqiao/core';
import type { MessageKind, WechatEvent } from '@bangqiao/wechat';
import { z } from 'zod';
import { IMPORT_COLUMNS } from './columns.ts';
import { toPatch } from './patch.ts';
import { readValue } from './values.ts';

/** Characters; longer ones are no ids and no messages of WeChat. */
const LONGEST_ID = 200;
const LONGEST_NAME = 500;
const LONGEST_TEXT = 65_536;
const DAY_MS = 86_400_000;
/** WeChat is younger. */
const EARLIEST = Date.parse('2011-01-01T00:00:00Z');

const KINDS: ReadonlySet<string> = new Set<MessageKind>([
  'text',
  'image',
  'voice',
  'video',
  'file',
  'sticker',
  'location',
  'link',
  'miniprogram',
  'card',
  'quote',
  'forwarded',
  'product',
  'money',
  'call',
  'other',
]);

const id = z.string().trim().min(1).max(LONGEST_ID);
const name = z.string().max(LONGEST_NAME);
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const head = {
  id,
  at: time,
  channel: id,
  account: z.string().max(LONGEST_ID).default(''),
  wechat_id: z.string().trim().max(LONGEST_ID).nullable().default(null),
  nickname: name.optional(),
  chat: id.optional(),
  room_id: id.optional(),
};

const message = z.strictObject({
  ...head,
  type: z.literal('message'),
  direction: z.enum(['in', 'out', 'unknown']),
  kind: z
    .string()
    .min(1)
    .max(32)
    .transform((kind) => (KINDS.has(kind) ? (kind as MessageKind) : 'other')),
  text: z.string().max(LONGEST_TEXT).optional(),
  media: z.string().max(LONGEST_TEXT).optional(),
});

/** Columns of `customers_unified` that a bridge may tell of a contact: those of an import, but for the keys of the event itself. */
export const CONTACT_COLUMNS: readonly string[] = [...IMPORT_COLUMNS.keys()].filter(
  (column) => column !== 'erp_customer_id' && column !== 'wechat_id',
);
const columns = Object.fromEntries(CONTACT_COLUMNS.map((column) => [column, z.unknown().optional()]));

const CHANGES = [
  'added',
  'added_half',
  'edited',
  'dropped_by_us',
  'transferred',
  'left',
  'transfer_failed',
  'archive_agreed',
  'entered',
  'seen',
] as const;

const contact = z.strictObject({
  ...head,
  ...columns,
  type: z.literal('contact'),
  change: z.enum(CHANGES).default('seen'),
  phones: z.array(z.string().max(64)).max(20).optional(),
  tags: z.array(name).max(200).optional(),
  state: name.optional(),
  unionid: id.optional(),
  wechat_alias: id.optional(),
});

const mark = z.strictObject({
  ...head,
  type: z.literal('mark'),
  field: z.string().max(64),
  value: z.unknown(),
});
const recall = z.strictObject({ ...head, type: z.literal('recall'), message_id: id });
const event = z.discriminatedUnion('type', [message, contact, mark, recall]);

export type EventReading =
  | { ok: true; event: WechatEvent }
  | { ok: false; id: string | null; reason: Bilingual };

/** One event of a bridge, checked: what is unknown or does not fit refuses it, with the reason. */
export function readEvent(given: unknown, now: number): EventReading {
  const parsed = event.safeParse(withoutNulls(given));
  if (!parsed.success) return refused(given, shapeProblem(parsed.error.issues));
  const read = parsed.data as WechatEvent;
  const problem = timeProblem(read, now) ?? zeroProblem(read) ?? personProblem(read) ?? contentProblem(read);
  return problem ? refused(given, problem) : { ok: true, event: read };
}

/** Fields in which null says the same as no field: bridges write it for what they do not know. In a contact's columns it clears. */
const PERHAPS = [
  ...['account', 'nickname', 'chat', 'room_id', 'text', 'media'],
  ...['phones', 'tags', 'state', 'unionid', 'wechat_alias'],
];

/** Looked at before the schema: there it would cost every event more than all else. */
function withoutNulls(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const fields = given as Record<string, unknown>;
  if (!PERHAPS.some((field) => fields[field] === null)) return given;
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== null || !PERHAPS.includes(field)),
  );
}

function refused(given: unknown, reason: Bilingual): EventReading {
  const own = typeof given === 'object' && given !== null ? (given as { id?: unknown }).id : undefined;
  return { ok: false, id: typeof own === 'string' ? own.slice(0, LONGEST_ID) : null, reason };
}

function shapeProblem(issues: readonly z.core.$ZodIssue[]): Bilingual {
  const [issue] = issues;
  const place = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 5).join(', ');
    return { zh: `不认识的字段：${keys}`, en: `unknown fields: ${keys}` };
  }
  if (place === '') return { zh: '不是事件：应为 JSON 对象', en: 'not an event: a JSON object is expected' };
  if (place === 'type')
    return {
      zh: 'type 应为 message、contact、mark 或 recall',
      en: 'type must be message, contact, mark or recall',
    };
  return { zh: `${place} 缺失或格式不对`, en: `${place} is missing or has the wrong form` };
}

function timeProblem({ at }: WechatEvent, now: number): Bilingual | null {
  const ms = Date.parse(at);
  if (ms >= EARLIEST && ms <= now + DAY_MS) return null;
  return { zh: `at 不可能是 ${at}`, en: `at cannot be ${at}` };
}

const IDS_AND_NAMES = [
  ...['id', 'channel', 'account', 'wechat_id', 'nickname', 'chat', 'room_id', 'message_id'],
  ...['state', 'unionid', 'wechat_alias'],
];

/** PostgreSQL keeps no zero character, and no id or name has one. */
function zeroProblem(read: WechatEvent): Bilingual | null {
  const fields = read as unknown as Record<string, unknown>;
  const field = IDS_AND_NAMES.find((one) => {
    const value = fields[one];
    return typeof value === 'string' && value.includes('\0');
  });
  if (field === undefined) return null;
  return inField(field, { zh: '含有零字符（\\u0000）', en: 'holds a zero character (\\u0000)' });
}

/** Somebody has to be meant: a WeChat id, a chat, or, for a mark and a recall, the message. */
function personProblem(read: WechatEvent): Bilingual | null {
  if (read.wechat_id === '')
    return {
      zh: 'wechat_id 不能是空的（没有就写 null）',
      en: 'wechat_id is empty: null says that there is none',
    };
  if (read.wechat_id !== null) {
    const wechatId = readValue('wechat', read.wechat_id);
    return 'problem' in wechatId ? inField('wechat_id', wechatId.problem) : null;
  }
  if (read.chat !== undefined || read.room_id !== undefined || read.type === 'recall') return null;
  return {
    zh: '没有 wechat_id 也没有 chat：不知道是谁',
    en: 'neither wechat_id nor chat: nobody can be meant',
  };
}

function contentProblem(read: WechatEvent): Bilingual | null {
  if (read.type === 'mark') return markProblem(read.field, read.value);
  if (read.type !== 'contact') return null;
  const given = Object.entries(read).filter(([column]) => CONTACT_COLUMNS.includes(column));
  const patch = toPatch(Object.fromEntries(given));
  return patch.ok ? null : patch.reason;
}

function markProblem(field: string, value: unknown): Bilingual | null {
  if (IMPORT_COLUMNS.get(field) !== 'flag')
    return { zh: `不能标记 ${field}：它不是一个标记`, en: `${field} cannot be marked: it is no flag` };
  const flag = readValue('flag', value);
  return 'problem' in flag ? inField('value', flag.problem) : null;
}

function inField(field: string, problem: Bilingual): Bilingual {
  return { zh: `${field}：${problem.zh}`, en: `${field}: ${problem.en}` };
}
