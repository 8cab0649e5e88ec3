import {
  type Base,
  type Customer,
  type ErpRecord,
  fieldValuesOf,
  SYNC_FIELDS,
  sameValue,
} from '@bangqiao/core';
import {
  CustomerMoved,
  deleteGuarded,
  knownAtFirst,
  requireCustomer,
  type StoredKey,
  updateCustomer,
  WHOLE_CUSTOMER,
} from '../customers/index.ts';
import { OPEN_STATES } from '../journal/states.ts';
import { absorb, keepBase, mergeContext, readBase, readRecord } from '../pull/absorb.ts';
import { changedFields, logPull } from '../pull/pull-log.ts';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { now } from '../sync/context.ts';
import { belongsToAnother } from './hand-over.ts';
import { NeedsPerson, NotNow } from './outcome.ts';
import { UNREAD } from './same-record.ts';

/** Tables whose rows go along when two rows become one customer, and back when they are parted. */
export const LINK_FOLLOWS = [
  'field_change_history',
  'erp_sync_logs',
  'decisions',
  'conflicts',
  'write_journal',
] as const;

/** What a link moved, as `customer_merges.moved` keeps it. */
export interface Linked extends Partial<Record<(typeof LINK_FOLLOWS)[number], number[]>> {
  /** Of the ERP's row, as it stood. */
  base: Base;
  /** Keys that came with the ERP's row and that the newcomer did not have; absent in links of earlier versions. */
  keys?: StoredKey[];
}

/**
 * The ERP had this customer already, as a row here without a WeChat side: both become one row, the newcomer's. What
 * the other row was stays in `customer_merges`, so that the merge can be undone.
 * @throws CustomerMoved when another WeChat person came to that row meanwhile, or it was written; NotNow, then NeedsPerson
 * `record_unread`
 */
export async function linkCustomer(
  trx: Executor,
  context: RunContext,
  newcomer: Customer,
  matched: Customer,
  by: string,
): Promise<Customer> {
  // Judged before, on a row that somebody may have come to by now.
  if (await belongsToAnother(context, matched, trx)) throw new CustomerMoved(matched.id, matched.version);
  const ord = matched.erp_customer_id as number;
  const mirror = await trx.selectFrom('erp_mirror').selectAll().where('ord', '=', ord).executeTakeFirst();
  if (!mirror) throw await unreadMatch(trx, newcomer, matched);
  const record = JSON.parse(String(mirror.record)) as ErpRecord;
  const unsent = await unsentEdits(trx, context, newcomer, matched, record);
  await keepMerged(trx, context, newcomer, matched, await takeKeys(trx, newcomer, matched));
  await trx.updateTable('erp_mirror').set({ customer_id: newcomer.id }).where('ord', '=', ord).execute();
  await trx.deleteFrom('sync_base').where('customer_id', '=', matched.id).execute();
  await deleteGuarded(trx, matched);
  const customer = await carryOver(trx, context, newcomer, ord, unsent);
  const result = await absorb(trx, mergeContext(context), customer, ord, record, {
    before: null,
    whole: mirror.detail_at !== null && mirror.needs_detail === null,
    linking: true,
    extra: {
      erp_customer_id: ord,
      stage: 'customer',
      erp_sync_status: 'synced',
      erp_sync_action: 'LINK',
      erp_sync_error: null,
      erp_presence: matched.erp_presence,
      erp_owner: matched.erp_owner,
      erp_last_pulled: now(context),
    },
  });
  await logPull(trx, mergeContext(context), {
    customerId: newcomer.id,
    ord,
    action: 'update',
    type: 'merge',
    fields: ['erp_customer_id', ...changedFields(result.verdicts)],
    reason: `in the ERP already: found by ${by}`,
  });
  return requireCustomer(trx, newcomer.id);
}

/**
 * It was taken over with its number (`Unread`), and did not open just now: what its record holds is to be known before two rows
 * become one. It waits once; where the record is out of sight, or did not open the last time either, it is a person's.
 */
async function unreadMatch(
  trx: Executor,
  newcomer: Customer,
  { erp_customer_id: ord, erp_presence }: Customer,
): Promise<NotNow | NeedsPerson> {
  if (erp_presence === 'hidden' || (await hasWaited(trx, newcomer.id))) return neverOpens(ord as number);
  return new NotNow(UNREAD, {
    zh: `ERP 里内部编号 ${ord} 的客户可能就是它，资料这次没有读到，读到后再关联`,
    en: `Record ${ord} of the ERP may be this customer and could not be read this time: linked once it is`,
  });
}

async function hasWaited(trx: Executor, newcomerId: number): Promise<boolean> {
  const write = await trx
    .selectFrom('write_journal')
    .select('error_code')
    .where('customer_id', '=', newcomerId)
    .where('kind', '=', 'create')
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
  return write?.error_code === UNREAD;
}

function neverOpens(ord: number): NeedsPerson {
  return new NeedsPerson(
    UNREAD,
    {
      zh: `ERP 里内部编号 ${ord} 的客户可能就是它，接口账号打不开那份资料，没有关联`,
      en: `Record ${ord} of the ERP may be this customer, and the API account cannot open it: not linked`,
    },
    {
      zh: '请在 ERP 里让接口账号能打开这位客户（授权；在公海的，先领取），然后重试；已经删除的，全量拉取后再重试',
      en: 'Let the API account open that customer in the ERP (give the right; claim it from the pool), then try again; if it was deleted, pull everybody first',
    },
  );
}

/** The other row's keys become the newcomer's; those that it did not have. */
async function takeKeys(trx: Executor, newcomer: Customer, matched: Customer): Promise<StoredKey[]> {
  const keys = await trx
    .deleteFrom('customer_keys')
    .where('customer_id', '=', matched.id)
    .returning(['kind', 'value'])
    .execute();
  const taken: StoredKey[] = [];
  for (const { kind, value } of keys as StoredKey[]) {
    const row = await trx
      .insertInto('customer_keys')
      .values({ kind, value, customer_id: newcomer.id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('value')
      .executeTakeFirst();
    if (row) taken.push({ kind, value });
  }
  return taken;
}

interface Unsent {
  values: Partial<Customer>;
  base: Base;
}

/** What somebody changed in the other row and the ERP does not have yet, where the newcomer says nothing, with its base. */
async function unsentEdits(
  trx: Executor,
  context: RunContext,
  newcomer: Customer,
  matched: Customer,
  record: ErpRecord,
): Promise<Unsent> {
  const erp = readRecord(record, matched.erp_customer_type, context.erp.options).values;
  const here = fieldValuesOf(matched);
  const base = await readBase(trx, matched.id, erp);
  const fields = SYNC_FIELDS.filter(
    (field) => newcomer[field] === null && here[field] !== null && !sameValue(field, here[field], erp[field]),
  );
  return {
    values: Object.fromEntries(fields.map((field) => [field, matched[field]])),
    base: Object.fromEntries(fields.flatMap((field) => (base[field] ? [[field, base[field]]] : []))),
  };
}

async function carryOver(
  trx: Executor,
  context: RunContext,
  newcomer: Customer,
  ord: number,
  { values, base }: Unsent,
): Promise<Customer> {
  if (Object.keys(values).length === 0) return newcomer;
  const reason = 'changed in the row that became one with this';
  const at = now(context);
  await keepBase(trx, newcomer.id, ord, base, at);
  const writing = { by: context.by, reason, source: 'manual', runId: context.runId, now: at } as const;
  return updateCustomer(trx, newcomer, values, writing);
}

async function keepMerged(
  trx: Executor,
  context: RunContext,
  newcomer: Customer,
  matched: Customer,
  keys: StoredKey[],
): Promise<void> {
  await sayWhatWasKnown(trx, matched);
  const moved: Omit<Linked, 'base'> = { keys };
  for (const table of LINK_FOLLOWS) {
    const rows = await trx.selectFrom(table).select('id').where('customer_id', '=', matched.id).execute();
    moved[table] = rows.map((row) => row.id);
    await trx
      .updateTable(table)
      .set({ customer_id: newcomer.id })
      .where('customer_id', '=', matched.id)
      .execute();
  }
  const base = await readBase(trx, matched.id, null);
  await trx
    .insertInto('customer_merges')
    .values({
      kept_id: newcomer.id,
      merged_id: matched.id,
      merged_row: JSON.stringify(matched),
      kept_row: JSON.stringify(newcomer),
      moved: JSON.stringify({ ...moved, base } satisfies Linked),
      merged_at: now(context),
      merged_by: context.by,
    })
    .execute();
}

/** The first row of the ERP's side leans on a customer's row that goes now, so it is written out. */
async function sayWhatWasKnown(trx: Executor, matched: Customer): Promise<void> {
  const changes = await trx
    .selectFrom('field_change_history')
    .select(['field_name', 'old_value'])
    .where('customer_id', '=', matched.id)
    .orderBy('id')
    .execute();
  await trx
    .updateTable('field_change_history')
    .set({ new_value: JSON.stringify(knownAtFirst(matched, changes)) })
    .where('customer_id', '=', matched.id)
    .where('field_name', '=', WHOLE_CUSTOMER)
    .where('new_value', 'is', null)
    .execute();
}
