import type { Customer } from '@bangqiao/core';
import type { WechatEvent } from '@bangqiao/wechat';
import { sql } from 'kysely';
import {
  keyValue,
  requestPush,
  requireCustomer,
  storedKeysOf,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import { HubError } from '../errors.ts';
import type { Linked } from '../push/link.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { isBeyond, type Said } from '../understand/imported.ts';
import { recount } from '../understand/recount.ts';
import { restand } from '../understand/standing.ts';
import { emptyTalk } from '../understand/talk.ts';
import { saveTalks, talksOf } from '../understand/talks.ts';
import { toldBeside } from '../understand/told.ts';
import { identityName, identityOf } from '../understand/who.ts';
import { FOLLOWS, type Moved } from './merge.ts';
import { goneOf, learntOf, refill, shownOf } from './refill.ts';
import { addKeys, type Key, removeKeys, restoreRow } from './rows.ts';
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
  await giveKeys(trx, merge, kept, moved);
  if (moved.talk !== null) await saveTalks(trx, [{ customerId: was.id, talk: JSON.parse(moved.talk) }]);
  const parted = await recount(trx, await requireCustomer(trx, was.id), context.now, { said: was });
  const learnt = await learntOf(trx, was.id);
  const beside = {
    base: moved.base ?? emptyTalk(before).base,
    said: await saidOfKept(trx, kept, before, was),
  };
  const remains = await recount(trx, kept, context.now, beside);
  const said = { ...context, source: 'wechat' } as const;
  const theirs = [...learnt, ...(await shownOf(trx, was.id))];
  const settled = await refill(trx, await restand(trx, remains, theirs, said), said);
  const gone = await goneOf(trx, was.id);
  const complete = await refill(trx, await restand(trx, parted, gone, said), said);
  const phone = keyValue('phone', complete.phone);
  const further = (await furtherKeys(trx, complete.id)).filter(({ value }) => value !== phone);
  await addKeys(trx, complete.id, further);
  await requestPush(trx, [settled.id, complete.id], context.reason, context.now);
  return { kept: settled, parted: complete };
}

/** What an import said of the kept one's last contact since the merge, if it did; else what stood there before. */
async function saidOfKept(trx: Executor, kept: Customer, before: Customer, was: Customer): Promise<Said> {
  const talk = (await talksOf(trx, [kept.id])).get(kept.id);
  const isTheirs = kept.last_contact_time === was.last_contact_time;
  return talk && isBeyond(talk, kept) && !isTheirs ? kept : before;
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

/** The kept customer gives back what it got from the other one and still holds; a value of its own since keeps its source. */
async function giveUp(
  trx: Executor,
  kept: Customer,
  before: Customer,
  { filled }: Moved,
  context: WriteContext,
): Promise<Customer> {
  const changes: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(filled)) {
    const name = column as keyof Customer;
    const of = column.replace(/_(?:source|verified|verified_at)$/, '') as keyof Customer;
    if (kept[name] === value && kept[of] === (filled[of] ?? kept[of])) changes[name] = before[name];
  }
  return await updateCustomer(trx, kept, changes as Partial<Customer>, context);
}

/**
 * The keys that came with the other one go, but for those that the kept one has from its own column, words and cards by now, or from
 * somebody else who is one with it. A merge of an earlier version did not write down which it brought: then those that no column of the
 * kept one gave.
 */
async function giveKeys(
  trx: Executor,
  merge: Merge,
  kept: Customer,
  { keys, brought }: Moved,
): Promise<void> {
  const before = JSON.parse(merge.kept_row) as Customer;
  const own = [
    ...storedKeysOf(kept),
    ...(await furtherKeys(trx, kept.id)),
    ...(brought ? [] : storedKeysOf(before)),
  ];
  const names = new Set(own.map(nameOfKey));
  const given = (brought ?? keys).filter((key) => !names.has(nameOfKey(key)));
  const shared = await leaveToOthers(trx, merge, given);
  await removeKeys(
    trx,
    kept.id,
    given.filter((key) => !shared.has(nameOfKey(key))),
  );
}

const nameOfKey = ({ kind, value }: Key) => `${kind}:${value}`;

async function furtherKeys(trx: Executor, customerId: number): Promise<Key[]> {
  const phones = (await toldBeside(trx, customerId)).get('phone') ?? [];
  const said = [
    ...(await learntOf(trx, customerId)),
    ...phones.map(({ value }) => ({ kind: 'phone', value })),
  ];
  return said.flatMap(({ kind, value }) => {
    if (kind !== 'phone' && kind !== 'email') return [];
    const key = keyValue(kind, value);
    return key === null ? [] : [{ kind, value: key }];
  });
}

/** Keys that another one of those who were merged has too: it brought them as well, for the day when it is parted. By name. */
async function leaveToOthers(trx: Executor, merge: Merge, given: readonly Key[]): Promise<Set<string>> {
  const shared = new Set<string>();
  const others = await trx
    .selectFrom('customer_merges')
    .select(['id', 'moved'])
    .where('kept_id', '=', merge.kept_id)
    .where('id', '<>', merge.id)
    .execute();
  for (const { id, moved } of others) {
    const of = JSON.parse(moved) as Moved;
    if (of.kind !== 'people') continue;
    const has = new Set(of.keys.map(nameOfKey));
    const theirs = given.filter((key) => has.has(nameOfKey(key)));
    for (const key of theirs) shared.add(nameOfKey(key));
    if (theirs.length === 0 || !of.brought) continue;
    const after = JSON.stringify({ ...of, brought: [...of.brought, ...theirs] } satisfies Moved);
    await trx.updateTable('customer_merges').set({ moved: after }).where('id', '=', id).execute();
  }
  return shared;
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
  await moveCards(trx, id, keptId, new Set(identities));
  const own = () => trx.selectFrom('messages').select('messages.id').where('customer_id', '=', id);
  await trx.updateTable('customer_facts').set({ customer_id: id }).where('message_id', 'in', own()).execute();
  await trx.updateTable('wechat_events').set({ customer_id: id }).where('id', 'in', own()).execute();
}

/** Cards and marks that are about one of these identities; of those whose content went nobody can tell. */
async function moveCards(
  trx: Executor,
  id: number,
  keptId: number,
  identities: ReadonlySet<string>,
): Promise<void> {
  const rows = await trx
    .selectFrom('wechat_events')
    .select(['id', 'body'])
    .where('type', '<>', sql.lit('message'))
    .where('customer_id', '=', keptId)
    .execute();
  const theirs = rows.filter(({ body }) => {
    const identity = identityOf(JSON.parse(body) as WechatEvent);
    return identity !== null && identities.has(identityName(identity));
  });
  if (theirs.length === 0) return;
  const ids = theirs.map((row) => row.id);
  await trx
    .updateTable('wechat_events')
    .set({ customer_id: id })
    .where('id', 'in', eachOf(trx, ids))
    .execute();
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
