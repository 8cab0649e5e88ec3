import { type Customer, identityKey, type KeyChange, planRekeying } from '@bangqiao/core';
import { addKey, findCustomer, keyChange, type WriteContext } from '../customers/index.ts';
import { HubError } from '../errors.ts';
import type { Executor } from '../store/index.ts';
import { contradict } from './decide.ts';
import { type Moved, mergeCustomers } from './merge.ts';
import { apartFrom, suggest } from './suggestions.ts';

/** Ids that WeCom may replace: on another app, after a corp or its service provider migrated. */
export const REKEYED_KINDS = ['external_userid', 'unionid'] as const;
export type RekeyedKind = (typeof REKEYED_KINDS)[number];

/**
 * What became of one changed id. `added`: the customer is known by the new one as well. `merged`: the new one had come in as
 * somebody else, who is the same customer now. `suggested`: the same, but something speaks against it. `done`: it was so
 * already. `unknown`: nobody has the old one. `removed`: undone.
 */
export interface Rekeyed {
  from: string;
  to: string;
  result: 'added' | 'merged' | 'suggested' | 'done' | 'unknown' | 'removed';
  customers: number[];
}

export function changeOf(kind: RekeyedKind, from: unknown, to: unknown): KeyChange | null {
  const [old, fresh] = [identityKey(kind, from), identityKey(kind, to)];
  if (old === null || fresh === null || old === fresh) return null;
  return { from: { kind, value: old }, to: { kind, value: fresh } };
}

/**
 * One id that WeCom replaced: whoever has the old one is known by the new one as well. The old one stays, for what was said
 * under it may still arrive (the archive looks five days back). Done twice it is done once.
 */
export async function rekey(trx: Executor, change: KeyChange, context: WriteContext): Promise<Rekeyed> {
  const [plan] = planRekeying([change], await holdersOf(trx, change));
  const { action, customers, others } = plan!;
  const told = { from: change.from.value, to: change.to.value };
  if (action === 'done' || action === 'unknown') return { ...told, result: action, customers };
  if (action === 'suggest') return { ...told, ...(await join(trx, customers, others, context)) };
  const added: number[] = [];
  for (const customer of customers)
    if (await addTo(trx, customer, change, { ...context, reason: 'WeCom changed the id' }))
      added.push(customer);
  return added.length > 0
    ? { ...told, result: 'added', customers: added }
    : { ...told, result: 'done', customers };
}

/** Takes back what `rekey` added, and only that: a customer who was merged for it is parted by `unmerge`. */
export async function undoRekey(trx: Executor, change: KeyChange, context: WriteContext): Promise<Rekeyed> {
  const { from, to } = change;
  const holders = await holdersOf(trx, change);
  const removed: number[] = [];
  for (const { customer, value } of holders) {
    if (value !== to.value || !(await wasAdded(trx, customer, change))) continue;
    await trx
      .deleteFrom('customer_keys')
      .where('customer_id', '=', customer)
      .where('kind', '=', to.kind)
      .where('value', '=', to.value)
      .execute();
    await changeMerges(trx, customer, (keys) => keys.filter((key) => !isSame(key, to)));
    const back = { from: to.value, to: from.value };
    const undone = { ...context, reason: 'the change of the id is undone' };
    await trx
      .insertInto('field_change_history')
      .values(keyChange(customer, to.kind, back, undone))
      .execute();
    removed.push(customer);
  }
  const result = removed.length > 0 ? 'removed' : 'unknown';
  return { from: from.value, to: to.value, result, customers: removed };
}

async function holdersOf(trx: Executor, { from, to }: KeyChange) {
  const rows = await trx
    .selectFrom('customer_keys')
    .select(['kind', 'value', 'customer_id'])
    .where('kind', '=', from.kind)
    .where('value', 'in', [from.value, to.value])
    .orderBy('customer_id')
    .execute();
  return rows.map(({ value, customer_id: customer }) => ({ kind: from.kind, value, customer }));
}

async function addTo(
  trx: Executor,
  customer: number,
  { from, to }: KeyChange,
  context: WriteContext,
): Promise<boolean> {
  if (!(await addKey(trx, customer, to.kind, to.value))) return false;
  await changeMerges(trx, customer, (keys) =>
    keys.some((key) => isSame(key, from)) && !keys.some((key) => isSame(key, to))
      ? [...keys, { ...to }]
      : keys,
  );
  const told = { from: from.value, to: to.value };
  await trx
    .insertInto('field_change_history')
    .values(keyChange(customer, to.kind, told, context))
    .execute();
  return true;
}

const isSame = (a: { kind: string; value: string }, b: { kind: string; value: string }) =>
  a.kind === b.kind && a.value === b.value;

/** Where the old id came with somebody who was merged, the new one goes back with him too when they are parted. */
async function changeMerges(
  trx: Executor,
  customer: number,
  change: (keys: Moved['keys']) => Moved['keys'],
): Promise<void> {
  const merges = await trx
    .selectFrom('customer_merges')
    .select(['id', 'moved'])
    .where('kept_id', '=', customer)
    .execute();
  for (const { id, moved } of merges) {
    const before = JSON.parse(moved) as Moved;
    if (before.kind !== 'people') continue;
    const keys = change(before.keys);
    if (keys.length === before.keys.length) continue;
    const brought = before.brought === undefined ? {} : { brought: change(before.brought) };
    const after = JSON.stringify({ ...before, keys, ...brought } satisfies Moved);
    await trx.updateTable('customer_merges').set({ moved: after }).where('id', '=', id).execute();
  }
}

/** The last word of the history: added, and not undone since. */
async function wasAdded(trx: Executor, customer: number, { from, to }: KeyChange): Promise<boolean> {
  const last = await trx
    .selectFrom('field_change_history')
    .select(['old_value', 'new_value'])
    .where('customer_id', '=', customer)
    .where('field_name', '=', to.kind)
    .where('new_value', 'in', [from.value, to.value])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.old_value === from.value && last.new_value === to.value;
}

/** The new id came in as somebody else before anybody said whose it is. */
async function join(
  trx: Executor,
  customers: readonly number[],
  others: readonly number[],
  context: WriteContext,
): Promise<Pick<Rekeyed, 'result' | 'customers'>> {
  let one = (await findCustomer(trx, customers[0]!))!;
  let result: 'merged' | 'suggested' = 'merged';
  for (const id of others) {
    const other = (await findCustomer(trx, id))!;
    const merged = await mergeUnlessDenied(trx, one, other, context);
    if (merged) one = merged;
    else {
      result = 'suggested';
      await suggest(trx, one.id, { id, score: 0.95, reasons: [CHANGED] }, context.now);
    }
  }
  return { result, customers: result === 'merged' ? [one.id] : [one.id, ...others] };
}

const CHANGED = { zh: '企业微信更换了 ID', en: 'WeCom changed the id' };

async function mergeUnlessDenied(
  trx: Executor,
  one: Customer,
  other: Customer,
  context: WriteContext,
): Promise<Customer | null> {
  if (contradict(one, other) || (await apartFrom(trx, one.id)).has(other.id)) return null;
  try {
    return await mergeCustomers(trx, one, other, { ...context, reason: 'WeCom changed the id' });
  } catch (error) {
    if (error instanceof HubError) return null;
    throw error;
  }
}
