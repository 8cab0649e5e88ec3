import { type Base, type Customer, columnsOf, SYNC_FIELDS, type SyncField, sameValue } from '@bangqiao/core';
import {
  requestPush,
  requireCustomer,
  type StoredKey,
  storedKeysOf,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import { loadOptions } from '../erp/options.ts';
import { HubError } from '../errors.ts';
import { moveWrite, toWrite } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import { bothHold, keepBase } from '../pull/absorb.ts';
import { mirrorValues } from '../pull/mirror.ts';
import { LINK_FOLLOWS, type Linked } from '../push/link.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { addKeys, restoreRow } from './rows.ts';

/** What `customer_merges` holds of one link. */
export interface LinkRow {
  kept_id: number;
  merged_row: string;
  kept_row: string;
}

type Values = Awaited<ReturnType<typeof mirrorValues>>;

/** Columns that say how a row stands with the ERP. */
const STANDING = [
  'erp_customer_id',
  'erp_customer_code',
  'stage',
  'erp_presence',
  'erp_owner',
  'erp_sync_action',
  'erp_last_pulled',
  'erp_last_pushed',
] as const;

/**
 * Parts a WeChat person from the ERP customer that a push took it for (`push/link.ts`): the ERP's row is there again under its own
 * number, as the ERP holds it now; the person keeps what it said, gives back what came with the link, and is decided about anew. What was
 * written to the ERP meanwhile stays there.
 * @throws HubError `write_under_way`
 */
export async function unlinkCustomer(
  trx: Executor,
  row: LinkRow,
  moved: Linked,
  context: WriteContext,
): Promise<{ kept: Customer; parted: Customer }> {
  const was = JSON.parse(row.merged_row) as Customer;
  const before = JSON.parse(row.kept_row) as Customer;
  const person = await requireCustomer(trx, row.kept_id);
  await endWrites(trx, person, context);
  const values = await mirrorValues(trx, person, await loadOptions(trx));
  const given = givenBack(person, before, { ...valuesOf(was), ...values });
  const kept = await updateCustomer(trx, person, given, context);
  await trx.deleteFrom('sync_base').where('customer_id', '=', kept.id).execute();
  await closeConflicts(trx, kept.id, moved, context);
  await takeKeys(trx, kept.id, before, was, moved.keys);
  await restoreRow(trx, was, context);
  await addKeys(trx, was.id, moved.keys ?? storedKeysOf(was));
  await moveRows(trx, kept.id, was.id, moved);
  const parted = await asInErp(trx, { was, person, values, before: moved.base }, context);
  await requestPush(trx, [kept.id], context.reason, context.now);
  return { kept, parted };
}

/** What has not left is not wanted any more; what is on its way must end first. Follow-ups wait until it is in the ERP again. */
async function endWrites(trx: Executor, person: Customer, context: WriteContext): Promise<void> {
  const rows = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', person.id)
    .where('kind', '<>', 'follow_up')
    .where('state', 'in', OPEN_STATES)
    .execute();
  for (const write of rows.map(toWrite)) {
    if (!['planned', 'parked'].includes(write.state) && !(write.state === 'waiting' && write.saves === 0))
      throw underWay(person);
    const note = { by: context.by, at: context.now, note: 'no longer linked to that record' };
    await moveWrite(trx, write, 'cancelled', { holder: null }, note);
  }
}

const valuesOf = (customer: Customer): Values =>
  Object.fromEntries(
    SYNC_FIELDS.map((field) => [field, customer[field] === null ? null : String(customer[field])]),
  );

/** The person's columns as they were before the link, wherever they hold what the ERP's side brought. */
function givenBack(person: Customer, before: Customer, erp: Values): Partial<Customer> {
  const changes: Record<string, unknown> = { erp_sync_status: 'pending', erp_sync_error: null };
  for (const column of STANDING) changes[column] = before[column] ?? null;
  if (person.credit_code !== before.credit_code) changes.credit_code = before.credit_code;
  for (const field of SYNC_FIELDS) {
    const now = person[field] === null ? null : String(person[field]);
    if (field in changes || now === null || !sameValue(field, now, erp[field] ?? null)) continue;
    for (const column of [field, `${field}_source`, `${field}_verified`, `${field}_verified_at`])
      if (column in before) changes[column] = before[column as keyof Customer];
  }
  return changes as Partial<Customer>;
}

/** A link of before this version did not write down which keys it brought: then those that the person did not have itself. */
async function takeKeys(
  trx: Executor,
  id: number,
  before: Customer,
  was: Customer,
  brought: readonly StoredKey[] | undefined,
): Promise<void> {
  const own = new Set(storedKeysOf(before).map(({ kind, value }) => `${kind}:${value}`));
  for (const { kind, value } of brought ?? storedKeysOf(was)) {
    if (own.has(`${kind}:${value}`)) continue;
    const key = trx.deleteFrom('customer_keys').where('customer_id', '=', id).where('kind', '=', kind);
    await key.where('value', '=', value).execute();
  }
}

/** They were about a record that is another customer's. */
async function closeConflicts(
  trx: Executor,
  id: number,
  { conflicts = [] }: Linked,
  context: WriteContext,
): Promise<void> {
  let open = trx
    .updateTable('conflicts')
    .set({ state: 'resolved', resolution: 'parted', resolved_at: context.now, resolved_by: context.by })
    .where('customer_id', '=', id)
    .where('state', '=', 'open');
  if (conflicts.length > 0) open = open.where('id', 'not in', conflicts);
  await open.execute();
}

async function moveRows(trx: Executor, from: number, to: number, moved: Linked): Promise<void> {
  for (const table of LINK_FOLLOWS) {
    const ids = moved[table] ?? [];
    if (ids.length === 0) continue;
    await trx
      .updateTable(table)
      .set({ customer_id: to })
      .where('id', 'in', eachOf(trx, ids))
      .where('customer_id', '=', from)
      .execute();
  }
}

/** The ERP's row takes the record over again, as it reads now; what somebody changed here before the link still waits to be sent. */
async function asInErp(
  trx: Executor,
  { was, person, values, before }: { was: Customer; person: Customer; values: Values; before: Base },
  context: WriteContext,
): Promise<Customer> {
  const ord = was.erp_customer_id as number;
  await trx.updateTable('erp_mirror').set({ customer_id: was.id }).where('ord', '=', ord).execute();
  const isEdited = (field: SyncField) => {
    const base = before[field];
    return base !== undefined && !sameValue(field, was[field] === null ? null : String(was[field]), base[0]);
  };
  const edited = (Object.keys(values) as SyncField[]).filter(isEdited);
  const fresh = Object.fromEntries(
    Object.entries(values).filter(([field]) => !edited.includes(field as SyncField)),
  );
  const edits = Object.fromEntries(edited.map((field) => [field, before[field]]));
  await keepBase(trx, was.id, ord, { ...bothHold(fresh), ...edits } as Base, context.now);
  const restored = await requireCustomer(trx, was.id);
  const { erp_presence, erp_owner } = person;
  const standing = { erp_presence, erp_owner, local_dirty: edited.length > 0 };
  return updateCustomer(trx, restored, { ...columnsOf(fresh), ...standing }, { ...context, source: 'erp' });
}

function underWay({ id }: Customer): HubError {
  return new HubError({
    code: 'write_under_way',
    exitCode: 1,
    zh: `#${id} 有一笔写入正在进行，现在不能拆分`,
    en: `A write of #${id} is under way: it cannot be parted now`,
    nextZh: '等同步结束后再试（bangqiao journal list）',
    nextEn: 'Try again when the sync has ended (bangqiao journal list)',
  });
}
