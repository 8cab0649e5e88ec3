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

/** PostgreSQL keeps no zero character, and no id or name has one. */
const NO_ZERO = /^[^\0]*$/u;
const id = z.string().trim().min(1).max(LONGEST_ID).regex(NO_ZERO);
const name = z.string().max(LONGEST_NAME).regex(NO_ZERO);
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** Bridges write null for what they do not know. */
function perhaps<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const head = {
  id,
  at: time,
  channel: id,
  account: perhaps(z.string().max(LONGEST_ID).regex(NO_ZERO)).transform((account) => account ?? ''),
  wechat_id: z.string().trim().max(LONGEST_ID).regex(NO_ZERO).nullable().default(null),
  nickname: perhaps(name),
  chat: perhaps(id),
  room_id: perhaps(id),
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
  text: perhaps(z.string().max(LONGEST_TEXT)),
  media: perhaps(z.string().max(LONGEST_TEXT)),
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
  phones: perhaps(z.array(z.string().max(64)).max(20)),
  tags: perhaps(z.array(name).max(200)),
  state: perhaps(name),
  unionid: perhaps(id),
  wechat_alias: perhaps(id),
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
  const parsed = event.safeParse(given);
  if (!parsed.success) return refused(given, shapeProblem(parsed.error.issues));
  const read = parsed.data as unknown as WechatEvent;
  const problem = timeProblem(read, now) ?? personProblem(read) ?? contentProblem(read);
  return problem ? refused(given, problem) : { ok: true, event: read };
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
