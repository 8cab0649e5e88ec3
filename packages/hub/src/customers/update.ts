import { type Customer, SYNC_FIELDS } from '@bangqiao/core';
import { bulkInsert, type Executor } from '../store/index.ts';
import { type Column, isTracked, withoutEmpty } from './columns.ts';
import type { WriteContext } from './context.ts';
import { derived, withCompanions } from './derive.ts';
import { type Told, writeGuarded } from './guarded.ts';
import { fieldChanges } from './history.ts';
import { addKey, syncKeys } from './keys.ts';
import { requestPush } from './push-requests.ts';

/** What becomes of a customer that was read as `before`; `evidence` stands in its history instead of the context's. */
export interface CustomerUpdate {
  before: Customer;
  changes: Partial<Customer>;
  evidence?: string;
}

/**
 * Changes a customer that was read as `before`, and keeps with it: scores, level, stage, sources, verification, keys,
 * one history row per changed field. Nothing changed → nothing written, and `before` is the answer.
 *
 * A change from the hub's side (`source` is not `erp`) that matters to the ERP marks the customer `local_dirty` and
 * `pending`, unless `changes` name these columns themselves. A WeChat id that another customer has already becomes an
 * extra key of this one; its column stays as it was.
 * @throws CustomerMoved when the row is no longer at `before.version`.
 */
export async function updateCustomer(
  trx: Executor,
  before: Customer,
  changes: Partial<Customer>,
  context: WriteContext,
): Promise<Customer> {
  const [after] = await updateCustomers(trx, [{ before, changes }], context);
  return after as Customer;
}

/** Changes different customers in one go, as `updateCustomer` does; the answer is in their order. */
export async function updateCustomers(
  trx: Executor,
  updates: readonly CustomerUpdate[],
  context: WriteContext,
  told: Told = 'now',
): Promise<Customer[]> {
  const changed: Change[] = [];
  const taken = new Set<string>();
  for (const update of updates) {
    const changes = await releaseTakenWechatId(trx, update, taken);
    const one = changeOf({ ...update, changes }, context);
    if (one) changed.push(one);
  }
  await writeGuarded(
    trx,
    changed.map(({ after, columns }) => ({ customer: after, columns })),
    told,
  );
  const dirty = changed.filter(({ asksForPush }) => asksForPush).map(({ after }) => after.id);
  await requestPush(trx, dirty, context.reason, context.now);
  await syncKeys(trx, changed);
  await bulkInsert(
    trx,
    'field_change_history',
    changed.flatMap(({ history }) => history),
  );
  const after = new Map(changed.map((one) => [one.after.id, one.after]));
  return updates.map(({ before }) => after.get(before.id) ?? before);
}

interface Change {
  before: Customer;
  after: Customer;
  columns: Column[];
  asksForPush: boolean;
  history: ReturnType<typeof fieldChanges>;
}

/** Null: nothing changes. */
function changeOf({ before, changes, evidence }: CustomerUpdate, given: WriteContext): Change | null {
  const context = evidence === undefined ? given : { ...given, evidence };
  const carried = withCompanions(before, changes, context);
  if (Object.keys(carried).length === 0) return null;
  const valued = { ...carried, ...derived({ ...before, ...carried }) };
  const set: Partial<Customer> = {
    ...hubsSide(before, valued, context),
    ...valued,
    updated_at: context.now,
    updated_by: context.by,
    version: before.version + 1,
  };
  return {
    before,
    after: { ...before, ...set },
    columns: Object.keys(set) as Column[],
    asksForPush: set.local_dirty === true,
    history: fieldChanges(before, valued, context),
  };
}

/** What a change of the hub's side does to the bookkeeping of the sync. */
function hubsSide(before: Customer, set: Partial<Customer>, context: WriteContext): Partial<Customer> {
  if (context.source === 'erp' || !matters(before, set)) return {};
  return {
    local_dirty: true,
    local_updated_at: context.now,
    erp_sync_status: 'pending',
    erp_sync_error: null,
  };
}

/**
 * Before it is in the ERP any fact may let a customer in; afterwards only what the ERP holds too, and the mark that stops it.
 * A contact person is not kept in step.
 */
function matters(before: Customer, set: Partial<Customer>): boolean {
  if (before.erp_contact_id !== null) return false;
  const columns = Object.keys(set);
  if (before.erp_customer_id === null) return columns.some(isTracked);
  const shared: readonly string[] = [
    ...SYNC_FIELDS,
    'marked_as_invalid',
    'phone_verified',
    'company_name_verified',
  ];
  return columns.some((column) => shared.includes(column));
}

/** `taken`: those that earlier ones of this call get. */
async function releaseTakenWechatId(
  trx: Executor,
  { before, changes: given }: CustomerUpdate,
  taken: Set<string>,
): Promise<Partial<Customer>> {
  const changes = withoutEmpty(given);
  const wanted = changes.wechat_id;
  if (!wanted || wanted === before.wechat_id) return changes;
  if (!taken.has(wanted) && !(await isAnothers(trx, before.id, wanted))) {
    taken.add(wanted);
    return changes;
  }
  await addKey(trx, before.id, 'wechat', wanted);
  const { wechat_id: _taken, ...rest } = changes;
  return rest;
}

async function isAnothers(trx: Executor, id: number, wechatId: string): Promise<boolean> {
  const holder = await trx
    .selectFrom('customers_unified')
    .select('id')
    .where('wechat_id', '=', wechatId)
    .where('id', '<>', id)
    .executeTakeFirst();
  return holder !== undefined;
}
