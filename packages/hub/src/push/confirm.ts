import {
  COMPANY,
  type Customer,
  type CustomerType,
  columnsOf,
  FIELDS,
  type FieldValues,
  PERSON,
  rebase,
  SYNC_FIELDS,
  type SyncField,
  sameValue,
} from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { CustomerMoved, requireCustomer, updateCustomer } from '../customers/index.ts';
import { moveWrite, type Sending, type Write } from '../journal/journal.ts';
import type { WriteOutcome } from '../journal/states.ts';
import { keepBase, readBase, readRecord } from '../pull/absorb.ts';
import { recordOfBill } from '../pull/columns.ts';
import { forgetListing } from '../pull/listing.ts';
import { mirrorRow } from '../pull/newcomers.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { asWritten } from './as-written.ts';
import { carried, logPush, maskedJson } from './push-log.ts';
import { planSecondSteps } from './second-steps.ts';
import { note } from './settle.ts';

/**
 * What was read back becomes the truth, in one durable transaction: customer, mirror, base, log and journal. Our own
 * values stand in the base as they came back, so that they are no edit when the next sweep shows them.
 */
export async function confirmWrite(
  context: RunContext,
  write: Write,
  bill: Bill,
  outcome: WriteOutcome,
  reading: Reading = READ_AT_ONCE,
): Promise<void> {
  // Somebody may edit the customer, or a look-up may meet the new record, at this very moment.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await confirmOnce(context, write, bill, outcome, reading);
      break;
    } catch (error) {
      if (!(error instanceof CustomerMoved) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
  context.log.info({ customer: write.customer_id, ord: bill.ord, rule: write.rule }, `${outcome} in the ERP`);
}

const MOST_ATTEMPTS = 5;

/** How a record was read that is to be confirmed. */
interface Reading {
  /** Ids of fields that were sent and came back empty once: they get no base, so that an update follows. */
  owed: readonly string[];
  /** Time has passed since the save: what differs from what was sent gets no base, so that the merge decides. */
  isLate: boolean;
}

const READ_AT_ONCE: Reading = { owed: [], isLate: false };

async function confirmOnce(
  context: RunContext,
  write: Write,
  bill: Bill,
  outcome: WriteOutcome,
  reading: Reading,
): Promise<void> {
  await context.store.transaction(
    async (trx) => {
      const customer = await requireCustomer(trx, write.customer_id);
      const erp = await keepMirror(
        trx,
        context,
        customer,
        bill,
        typeBehind(write) ?? customer.erp_customer_type,
      );
      await keepReconciled(trx, context, customer, write, erp, reading);
      await keepChanges(trx, context, write, erp);
      await logPushed(trx, context, write, bill, erp, customer.erp_sync_confidence);
      await moveWrite(
        trx,
        write,
        'confirmed',
        {
          outcome,
          fields: null,
          holder: null,
          error_code: null,
          error_message: null,
          next_step: null,
          retry_at: null,
        },
        note(context, `read back as ${outcome}`),
      );
      if (write.kind === 'create' && outcome === 'created') await planSecondSteps(trx, context, write);
    },
    { durable: true },
  );
}

/** Of a create the type that it was saved as: a form does not always tell. Null for an update. */
function typeBehind({ kind, fields }: Write): CustomerType | null {
  if (kind !== 'create' || fields === null) return null;
  return fields.hub.company_name === null ? PERSON : COMPANY;
}

async function keepMirror(
  trx: Executor,
  context: RunContext,
  customer: Customer,
  bill: Bill,
  type: CustomerType | null,
): Promise<FieldValues> {
  const at = now(context);
  const record = recordOfBill(bill);
  const fresh = mirrorRow(
    { options: context.erp.options, runId: context.runId, by: context.by, at },
    { ord: bill.ord, record, fingerprint: null, want: null, owner: null, detailAt: at },
    customer.id,
  );
  await trx
    .insertInto('erp_mirror')
    .values(fresh)
    .onConflict((conflict) =>
      conflict.column('ord').doUpdateSet({
        record: fresh.record,
        detail_at: at,
        needs_detail: null,
        presence: 'present',
        changed_at: at,
      }),
    )
    .execute();
  await forgetListing(trx, bill.ord);
  return readRecord(record, type, context.erp.options).values;
}

async function keepReconciled(
  trx: Executor,
  context: RunContext,
  customer: Customer,
  write: Write,
  erp: FieldValues,
  { owed, isLate }: Reading,
): Promise<void> {
  const sending = write.fields as Sending;
  const isCreate = write.kind === 'create';
  const taken: FieldValues = {};
  const hub: FieldValues = { ...sending.hub };
  for (const field of SYNC_FIELDS) {
    const value = erp[field];
    if (value === undefined || value === null) continue;
    const fillsNumber =
      field === 'erp_customer_code' || (field === 'wechat_id' && customer.wechat_id === null);
    if (fillsNumber || (isCreate && FIELDS[field].policy === 'erp_always')) {
      taken[field] = value;
      hub[field] = value;
    }
  }
  const type = typeBehind(write) ?? (customer.company_name === null ? PERSON : COMPANY);
  const isOpen = (field: SyncField) => {
    const id = FIELDS[field].erp[type] ?? '';
    if (owed.includes(id)) return true;
    const ours = [hub[field], sending.erp[id]];
    return isLate && Boolean(erp[field]) && !ours.some((value) => asWritten(field, value, erp[field]));
  };
  const sent = isCreate ? SYNC_FIELDS : (write.field_names as SyncField[]);
  const settled = sent.filter((field) => !isOpen(field));
  const moved = customer.version !== sending.version;
  await updateCustomer(
    trx,
    customer,
    {
      ...columnsOf(taken),
      erp_customer_id: write.ord,
      stage: 'customer',
      erp_sync_status: 'synced',
      erp_sync_action: isCreate ? 'CREATE' : 'UPDATE',
      erp_sync_error: null,
      erp_presence: 'present',
      erp_last_pushed: now(context),
      local_dirty: settled.length < sent.length || (moved && customer.local_dirty),
    },
    {
      by: context.by,
      reason: isCreate ? 'created in the ERP' : 'updated in the ERP',
      source: 'erp',
      runId: context.runId,
      now: now(context),
    },
  );
  const base = isCreate ? {} : await readBase(trx, customer.id, erp);
  await keepBase(trx, customer.id, write.ord as number, rebase(base, settled, hub, erp), now(context));
}

/** What an update changed in the ERP, field by field, so that its run can be undone. */
async function keepChanges(
  trx: Executor,
  context: RunContext,
  write: Write,
  erp: FieldValues,
): Promise<void> {
  const before = write.fields?.before;
  if (write.kind !== 'update' || !before) return;
  for (const field of write.field_names as SyncField[]) {
    const erp_before = before[field] ?? null;
    const erp_after = erp[field] ?? null;
    if (sameValue(field, erp_before, erp_after)) continue;
    await trx
      .insertInto('erp_field_changes')
      .values({
        journal_id: write.id,
        run_id: context.runId,
        customer_id: write.customer_id,
        ord: write.ord as number,
        field,
        erp_before,
        erp_after,
        changed_at: now(context),
      })
      .execute();
  }
}

async function logPushed(
  trx: Executor,
  context: RunContext,
  write: Write,
  bill: Bill,
  erp: FieldValues,
  confidence: number | null,
): Promise<void> {
  await logPush(trx, context, write, {
    ...carried(context, write),
    rule_confidence: write.rule === null ? null : confidence,
    erp_customer_id: bill.ord,
    erp_request: maskedJson(write.fields?.erp ?? {}),
    erp_response: maskedJson(erp),
  });
}
