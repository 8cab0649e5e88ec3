import { type Customer, SYNC_FIELDS } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import { isTracked, withoutEmpty } from './columns.ts';
import type { WriteContext } from './context.ts';
import { derived, withCompanions } from './derive.ts';
import { fieldChanges } from './history.ts';
import { addKey, syncKeys } from './keys.ts';
import { requestPush } from './push-requests.ts';

/** Somebody else wrote the customer after it was read; the caller reads it again and decides anew. */
export class CustomerMoved extends Error {
  readonly customerId: number;

  constructor(id: number, version: number) {
    super(`customer ${id} is no longer at version ${version}`);
    this.name = 'CustomerMoved';
    this.customerId = id;
  }
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
  const free = await releaseTakenWechatId(trx, before, withoutEmpty(changes));
  const carried = withCompanions(before, free, context);
  if (Object.keys(carried).length === 0) return before;
  const valued = { ...carried, ...derived({ ...before, ...carried }) };
  const set: Partial<Customer> = {
    ...hubsSide(before, valued, context),
    ...valued,
    updated_at: context.now,
    updated_by: context.by,
    version: before.version + 1,
  };
  await guardedUpdate(trx, before, set);
  if (set.local_dirty) await requestPush(trx, [before.id], context.reason, context.now);
  const after = { ...before, ...set };
  await syncKeys(trx, before, after);
  const history = fieldChanges(before, valued, context);
  if (history.length > 0) await trx.insertInto('field_change_history').values(history).execute();
  return after;
}

async function guardedUpdate(trx: Executor, before: Customer, set: Partial<Customer>): Promise<void> {
  const done = await trx
    .updateTable('customers_unified')
    .set(set as never)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new CustomerMoved(before.id, before.version);
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

/** Before it is in the ERP any fact may let a customer in; afterwards only what the ERP holds too, and the mark that stops it. A contact person is not kept in step. */
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

async function releaseTakenWechatId(
  trx: Executor,
  before: Customer,
  changes: Partial<Customer>,
): Promise<Partial<Customer>> {
  const wanted = changes.wechat_id;
  if (!wanted || wanted === before.wechat_id) return changes;
  const holder = await trx
    .selectFrom('customers_unified')
    .select('id')
    .where('wechat_id', '=', wanted)
    .where('id', '<>', before.id)
    .executeTakeFirst();
  if (!holder) return changes;
  await addKey(trx, before.id, 'wechat', wanted);
  const { wechat_id: _taken, ...rest } = changes;
  return rest;
}
