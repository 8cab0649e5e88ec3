import type { Customer } from '@bangqiao/core';
import { sql } from 'kysely';
import {
  deleteGuarded,
  keyValue,
  requestPush,
  requireCustomer,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import { HubError } from '../errors.ts';
import { moveWrite, toWrite } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import type { Said } from '../understand/imported.ts';
import { recount } from '../understand/recount.ts';
import { emptyTalk, type Talk } from '../understand/talk.ts';
import { talksOf } from '../understand/talks.ts';
import { isInErp } from './decide.ts';
import { addKeys, type Key } from './rows.ts';
import { movePairs, settlePair } from './suggestions.ts';

/** Tables whose rows go along, and come back when the merge is undone. */
export const FOLLOWS = [
  'field_change_history',
  'erp_sync_logs',
  'decisions',
  'write_journal',
  'messages',
  'customer_facts',
  'conversations',
  'follow_ups',
] as const;
type Follows = (typeof FOLLOWS)[number];

/** What a merge moved, as `customer_merges.moved` keeps it. */
export interface Moved {
  kind: 'people';
  rows: Partial<Record<Follows, number[]>>;
  /** The merged customer's. */
  keys: Key[];
  /** Those that the kept one got and did not have before; absent in merges of earlier versions. */
  brought?: Key[];
  /** Columns that the kept customer got from the merged one. */
  filled: Partial<Customer>;
  /** The merged customer's talk. */
  talk: string | null;
  /** What the kept customer's messages were counted on; absent in merges of earlier versions. */
  base?: Talk['base'];
}

/** Values that fill an empty place of the kept customer. */
export const FILLS = [
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'wechat_nickname',
  'wechat_avatar',
  'wechat_remark',
  'credit_code',
  'extracted_company_info',
  'extracted_product_interest',
  'extracted_needs',
  'business_license_info',
  'business_license_path',
] as const;
/** Flags that are set where either has them. */
export const FLAGS = [
  'has_order',
  'has_contract',
  'has_payment',
  'has_quote_request',
  'has_consent',
  'marked_as_important',
  'business_license_verified',
] as const;

/**
 * Makes one customer out of two that are one person. The one that is in the ERP stays, else the older one; what both were is kept,
 * so that `unmerge` gives two back.
 * @throws HubError `both_in_erp`, `write_under_way`
 */
export async function mergeCustomers(
  trx: Executor,
  a: Customer,
  b: Customer,
  context: WriteContext,
): Promise<Customer> {
  const [kept, merged] = inOrder(a, b);
  await requireFree(trx, merged, context);
  const moved = {
    kind: 'people',
    rows: await moveRows(trx, merged.id, kept.id),
    ...(await moveKeys(trx, merged, kept)),
    talk: await takeTalk(trx, merged.id),
  } as const;
  await trx.deleteFrom('push_requests').where('customer_id', '=', merged.id).execute();
  await deleteGuarded(trx, merged);
  const filled = filledFrom(kept, merged);
  const now = await updateCustomer(trx, kept, filled, {
    ...context,
    reason: `one with #${merged.id}`,
    evidence: JSON.stringify({ merged: merged.id }),
  });
  const { base } = (await talksOf(trx, [kept.id])).get(kept.id) ?? emptyTalk(kept);
  const mergedBase = moved.talk === null ? emptyTalk(merged).base : JSON.parse(moved.talk).base;
  const beside = { base: sumOf(base, mergedBase), said: contactOf(kept, merged) };
  const after = await recount(trx, now, context.now, beside);
  await trx
    .insertInto('customer_merges')
    .values({
      kept_id: kept.id,
      merged_id: merged.id,
      kept_row: JSON.stringify(kept),
      merged_row: JSON.stringify(merged),
      moved: JSON.stringify({ ...moved, filled, base } satisfies Moved),
      merged_at: context.now,
      merged_by: context.by,
    })
    .execute();
  await movePairs(trx, merged.id, kept.id);
  await settlePair(trx, kept.id, merged.id, 'merged', { by: context.by, at: context.now });
  await requestPush(trx, [kept.id], context.reason, context.now);
  return after;
}

/** The one that would stay, and the other. @throws HubError `both_in_erp` */
export function inOrder(a: Customer, b: Customer): [Customer, Customer] {
  if (isInErp(a) && isInErp(b)) throw bothInErp(a, b);
  if (isInErp(b)) return [b, a];
  return isInErp(a) || a.id < b.id ? [a, b] : [b, a];
}

/** A write of the merged one that has not left yet is given up: the kept one is decided about anew. One on its way must end first. */
async function requireFree(trx: Executor, merged: Customer, context: WriteContext): Promise<void> {
  const rows = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', merged.id)
    .where('state', 'in', OPEN_STATES)
    .execute();
  for (const write of rows.map(toWrite)) {
    if (!['planned', 'parked'].includes(write.state) && !(write.state === 'waiting' && write.saves === 0))
      throw underWay(merged);
    const note = { by: context.by, at: context.now, note: 'its customer is one with another' };
    await moveWrite(trx, write, 'cancelled', { holder: null }, note);
  }
}

async function moveRows(trx: Executor, from: number, to: number): Promise<Moved['rows']> {
  const moved: Moved['rows'] = {};
  await moveEvents(trx, from, to);
  for (const table of FOLLOWS) {
    const rows = await trx
      .updateTable(table)
      .set({ customer_id: to } as never)
      .where('customer_id', '=', from)
      .returning('id')
      .execute();
    if (rows.length > 0) moved[table] = rows.map(({ id }) => Number(id));
  }
  return moved;
}

/** Those of messages are found by them; the others, which are few, have an index of their own. */
async function moveEvents(trx: Executor, from: number, to: number): Promise<void> {
  const events = () => trx.updateTable('wechat_events').set({ customer_id: to });
  const said = trx.selectFrom('messages').select('messages.id').where('customer_id', '=', from);
  await events().where('id', 'in', said).execute();
  await events().where('type', '<>', sql.lit('message')).where('customer_id', '=', from).execute();
}

/** All keys of the merged one become keys of the kept one, its phone too, which stood in its column alone. */
async function moveKeys(
  trx: Executor,
  merged: Customer,
  kept: Customer,
): Promise<{ keys: Key[]; brought: Key[] }> {
  const keys = await trx
    .deleteFrom('customer_keys')
    .where('customer_id', '=', merged.id)
    .returning(['kind', 'value'])
    .execute();
  const phone = keyValue('phone', merged.phone);
  const isFurther = phone !== null && kept.phone !== null && phone !== keyValue('phone', kept.phone);
  const own = isFurther ? [{ kind: 'phone', value: phone }] : [];
  return { keys, brought: await addKeys(trx, kept.id, [...keys, ...own]) };
}

async function takeTalk(trx: Executor, customerId: number): Promise<string | null> {
  const row = await trx
    .deleteFrom('customer_talks')
    .where('customer_id', '=', customerId)
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}

function filledFrom(kept: Customer, merged: Customer): Partial<Customer> {
  const filled: Record<string, unknown> = {};
  for (const column of FILLS) {
    if (kept[column] !== null || merged[column] === null) continue;
    filled[column] = merged[column];
    for (const companion of ['source', 'verified', 'verified_at']) {
      const name = `${column}_${companion}`;
      if (name in merged) filled[name] = merged[name as keyof Customer];
    }
  }
  if (kept.wechat_id === null && merged.wechat_id !== null) filled.wechat_id = merged.wechat_id;
  for (const column of FLAGS) if (merged[column] && !kept[column]) filled[column] = true;
  return filled as Partial<Customer>;
}

type Base = ReturnType<typeof emptyTalk>['base'];

/** Counts of an import are of different chats when their WeChat ids differ. */
function sumOf(a: Base, b: Base): Base {
  const firsts = [a.first_contact_time, b.first_contact_time].filter((time) => time !== null).sort();
  return {
    message_count: a.message_count + b.message_count,
    conversation_days: Math.max(a.conversation_days, b.conversation_days),
    intent_score: Math.max(a.intent_score, b.intent_score),
    first_contact_time: firsts[0] ?? null,
  };
}

/** Of the two the later last contact with its words, and the signs of intent of the kept one, else of the other. */
function contactOf(kept: Customer, merged: Customer): Said {
  const isLater = isBefore(kept.last_contact_time, merged.last_contact_time);
  const { last_contact_time, last_message_content } = isLater ? merged : kept;
  const hasSigns = kept.intent_signals !== null && kept.intent_signals !== '[]';
  const { intent_signals } = hasSigns ? kept : merged;
  return { last_contact_time, last_message_content, intent_signals };
}

function isBefore(a: string | null, b: string | null): boolean {
  return b !== null && (a === null || Date.parse(a) < Date.parse(b));
}

/** Merges by a person's word, whatever the keys say. @throws HubError `same_customer` and those of `mergeCustomers` */
export async function mergeByPerson(
  trx: Executor,
  a: number,
  b: number,
  context: WriteContext,
): Promise<Customer> {
  if (a === b) throw sameCustomer(a);
  return await mergeCustomers(trx, await requireCustomer(trx, a), await requireCustomer(trx, b), context);
}

function bothInErp(a: Customer, b: Customer): HubError {
  return new HubError({
    code: 'both_in_erp',
    exitCode: 2,
    zh: `#${a.id} 和 #${b.id} 在 ERP 里是两条记录，这里不能合并`,
    en: `#${a.id} and #${b.id} are two records in the ERP: they cannot be merged here`,
    nextZh: '先在 ERP 里合并或删除其中一条，再运行 bangqiao pull',
    nextEn: 'Merge or delete one of them in the ERP first, then run bangqiao pull',
  });
}

function underWay(merged: Customer): HubError {
  return new HubError({
    code: 'write_under_way',
    exitCode: 1,
    zh: `#${merged.id} 有一笔写入正在进行，现在不能合并`,
    en: `A write of #${merged.id} is under way: it cannot be merged now`,
    nextZh: '等同步结束后再试（bangqiao journal list）',
    nextEn: 'Try again when the sync has ended (bangqiao journal list)',
  });
}

function sameCustomer(id: number): HubError {
  return new HubError({
    code: 'same_customer',
    exitCode: 2,
    zh: `#${id} 已经是同一位客户`,
    en: `#${id} is one customer already`,
    nextZh: '写上两位不同的客户',
    nextEn: 'Name two different customers',
  });
}
