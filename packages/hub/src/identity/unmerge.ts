import type { Customer } from '@bangqiao/core';
import { requestPush, requireCustomer, updateCustomer, type WriteContext } from '../customers/index.ts';
import { HubError } from '../errors.ts';
import type { Linked } from '../push/link.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { isValue, VALUE_COLUMNS } from '../understand/facts.ts';
import { recount } from '../understand/recount.ts';
import { type Gone, restand } from '../understand/standing.ts';
import { emptyTalk } from '../understand/talk.ts';
import { FOLLOWS, type Moved } from './merge.ts';
import { addKeys, restoreRow } from './rows.ts';
import { settlePair } from './suggestions.ts';
import { unlinkCustomer } from './unlink.ts';

/** Keys by which a message's person is known. */
const PERSONS: ReadonlySet<string> = new Set(['wechat', 'external_userid', 'chat']);

export interface Parted {
  kept: Customer;
  parted: Customer;
}

/**
 * Makes two customers again of one that was merged, each with the messages of its own WeChat ids, also those that came since; and
 * remembers that they are two. A person who became one with a customer of the ERP while it was pushed is parted from it. `id`: the
 * number that went, or the one that stayed (then its last merge).
 * @throws HubError `not_merged`, `write_under_way`
 */
export async function unmergeCustomer(trx: Executor, id: number, context: WriteContext): Promise<Parted> {
  const merge = await lastMerge(trx, id);
  if (!merge) throw notMerged(id);
  const moved = JSON.parse(merge.moved) as Moved | Linked;
  const parted =
    'kind' in moved
      ? await partPeople(trx, merge, moved, context)
      : await unlinkCustomer(trx, merge, moved, context);
  await trx.deleteFrom('customer_merges').where('id', '=', merge.id).execute();
  await settlePair(trx, parted.kept.id, parted.parted.id, 'apart', { by: context.by, at: context.now });
  return parted;
}

type Merge = NonNullable<Awaited<ReturnType<typeof lastMerge>>>;

async function partPeople(trx: Executor, merge: Merge, moved: Moved, context: WriteContext): Promise<Parted> {
  const was = JSON.parse(merge.merged_row) as Customer;
  const before = JSON.parse(merge.kept_row) as Customer;
  const kept = await giveUp(trx, await requireCustomer(trx, merge.kept_id), before, moved, context);
  await restoreRow(trx, was, context);
  await moveBack(trx, was.id, kept.id, moved);
  const base = moved.talk === null ? emptyTalk(was).base : JSON.parse(moved.talk).base;
  const parted = await recount(trx, await requireCustomer(trx, was.id), context.now, base);
  const learnt = await factsOf(trx, was.id);
  const remains = await recount(trx, kept, context.now, emptyTalk(before).base);
  const settled = await restand(trx, remains, learnt, context);
  const complete = await takeLearnt(trx, parted, context);
  await requestPush(trx, [settled.id, complete.id], context.reason, context.now);
  return { kept: settled, parted: complete };
}

async function lastMerge(trx: Executor, id: number) {
  return await trx
    .selectFrom('customer_merges')
    .selectAll()
    .where((where) => where.or([where('kept_id', '=', id), where('merged_id', '=', id)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The kept customer gives back what it got from the other one and still holds. */
async function giveUp(
  trx: Executor,
  kept: Customer,
  before: Customer,
  { filled, keys }: Moved,
  context: WriteContext,
): Promise<Customer> {
  const changes: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(filled)) {
    const name = column as keyof Customer;
    if (kept[name] === value) changes[name] = before[name];
  }
  const after = await updateCustomer(trx, kept, changes as Partial<Customer>, context);
  for (const { kind, value } of keys) {
    await trx
      .deleteFrom('customer_keys')
      .where('customer_id', '=', kept.id)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .execute();
  }
  return after;
}

async function moveBack(trx: Executor, id: number, keptId: number, { rows, keys }: Moved): Promise<void> {
  await addKeys(trx, id, keys);
  for (const table of FOLLOWS) {
    const ids = rows[table] ?? [];
    if (ids.length === 0) continue;
    await trx
      .updateTable(table)
      .set({ customer_id: id } as never)
      .where('id', 'in', eachOf(trx, ids) as never)
      .where('customer_id', '=', keptId as never)
      .execute();
  }
  const identities = keys
    .filter(({ kind }) => PERSONS.has(kind))
    .map(({ kind, value }) => `${kind}:${value}`);
  if (identities.length === 0) return;
  await trx
    .updateTable('messages')
    .set({ customer_id: id })
    .where('identity', 'in', identities)
    .where('customer_id', '=', keptId)
    .execute();
  const own = () => trx.selectFrom('messages').select('messages.id').where('customer_id', '=', id);
  await trx.updateTable('customer_facts').set({ customer_id: id }).where('message_id', 'in', own()).execute();
  await trx.updateTable('wechat_events').set({ customer_id: id }).where('id', 'in', own()).execute();
}

/** What the parted one's messages say of it: no longer the kept one's. */
async function factsOf(trx: Executor, customerId: number): Promise<Gone[]> {
  return await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value'])
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['taken', 'seen'])
    .execute();
}

/** What it said since the merge fills its empty places. */
async function takeLearnt(trx: Executor, parted: Customer, context: WriteContext): Promise<Customer> {
  const changes: Partial<Customer> = {};
  for (const { kind, value } of await factsOf(trx, parted.id))
    if (isValue(kind) && parted[VALUE_COLUMNS[kind]] === null) changes[VALUE_COLUMNS[kind]] = value;
  return await updateCustomer(trx, parted, changes, context);
}

function notMerged(id: number): HubError {
  return new HubError({
    code: 'not_merged',
    exitCode: 2,
    zh: `#${id} 没有合并过`,
    en: `#${id} was not merged with anybody`,
    nextZh: '用 bangqiao explain 查看合并记录',
    nextEn: 'See the merges with bangqiao explain',
  });
}
