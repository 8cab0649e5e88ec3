import {
  type Customer,
  FIELDS,
  type FieldValues,
  fieldValuesOf,
  type SyncField,
  sameValue,
  toErp,
} from '@bangqiao/core';
import { type Bill, ZhibangError } from '@bangqiao/zhibang';
import { requireCustomer, updateCustomer } from '../customers/index.ts';
import { moveDurably, moveWrite, touchWrite, type Write } from '../journal/journal.ts';
import { readRecord } from '../pull/absorb.ts';
import { recordOfBill } from '../pull/columns.ts';
import { now, type RunContext } from '../sync/context.ts';
import { mergeBefore } from './arrived.ts';
import { confirmWrite } from './confirm.ts';
import { editable } from './editable.ts';
import { type Holding, SAVES_PER_RUN } from './holding.ts';
import type { PushOutcome } from './outcome.ts';
import { NOT_TAKEN, notTaken, unfit } from './parking.ts';
import { MARKED_INVALID } from './plan-updates.ts';
import { requiredBeside } from './required.ts';
import { readSame } from './same-record.ts';
import { trySave } from './saving.ts';
import { note } from './settle.ts';

/**
 * Takes one update through: the ERP's record is read again and merged first, must still be this customer, and only what
 * the merge gives the ERP is changed on top of everything that the record holds.
 */
export async function runUpdate(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const fates: Fate[] = [];
  while (holding.saved < SAVES_PER_RUN) {
    const before = await requireCustomer(context.store.db, holding.write.customer_id);
    if (before.erp_customer_id !== holding.write.ord) return notWanted(context, holding, PARTED);
    const bill = await readSame(context, before, holding.write.ord as number, holding.write);
    const merged = await mergeBefore(context, holding.write, bill);
    const blanked = blanks(context, holding.write, merged.customer, bill);
    if (Object.keys(merged.toErp).length + blanked.length === 0) {
      return nothingLeft(context, holding, bill, merged.arrived);
    }
    if (merged.customer.marked_as_invalid) return notWanted(context, holding, MARKED_INVALID);
    const emptyBefore = fates.includes('empty');
    const fate = await saveOnce(context, holding, merged.customer, merged.toErp, blanked, bill, emptyBefore);
    if (fate === 'taken') return 'updated';
    fates.push(fate);
  }
  if (fates.every((fate) => fate === 'refused_silently')) await notTakenAgain(context, holding);
  return 'inDoubt';
}

/** Parted from that record, or taken for another one, since it was planned: what the ERP needs now is planned anew. */
const PARTED = 'no longer linked to that record';

async function notWanted(context: RunContext, holding: Holding, why: string): Promise<PushOutcome> {
  const change = { outcome: 'unchanged', fields: null, holder: null } as const;
  holding.write = await moveDurably(context.store, holding.write, 'confirmed', change, note(context, why));
  return 'skipped';
}

/** Fields that a person ordered to be empty, where the ERP still holds what the order was about and the hub is empty too. */
function blanks(context: RunContext, { orders }: Write, customer: Customer, bill: Bill): SyncField[] {
  const erp = valuesOf(context, customer, bill);
  const hub = fieldValuesOf(customer);
  return (Object.entries(orders ?? {}) as [SyncField, { expect: string }][]).flatMap(([field, { expect }]) =>
    hub[field] === null && sameValue(field, erp[field] ?? null, expect) ? [field] : [],
  );
}

function valuesOf(context: RunContext, customer: Customer, bill: Bill): FieldValues {
  return readingOf(context, customer, bill).values;
}

function readingOf(context: RunContext, customer: Customer, bill: Bill) {
  return readRecord(recordOfBill(bill), customer.erp_customer_type, context.erp.options);
}

/** `empty`: the ERP said yes, and the field reads back empty; twice so means that it is not kept there. */
type Fate = 'taken' | 'refused_silently' | 'empty' | 'unknown';

/** An ERP that says yes in two runs, and keeps its old value, will not take the new one by itself. */
async function notTakenAgain(context: RunContext, holding: Holding): Promise<void> {
  if (holding.write.error_code === NOT_TAKEN) throw notTaken(holding.write.ord as number);
  holding.write = await context.store.transaction((trx) =>
    touchWrite(
      trx,
      holding.write,
      { error_code: NOT_TAKEN },
      note(context, 'every save was answered with yes, and the old value is still there'),
    ),
  );
}

/** `taken`: the ERP holds the sent values now. */
async function saveOnce(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  values: FieldValues,
  blanked: readonly SyncField[],
  bill: Bill,
  emptyBefore: boolean,
): Promise<Fate> {
  const type = customer.erp_customer_type ?? readingOf(context, customer, bill).type ?? 1;
  const { fields: filled, problems } = toErp(values, type, context.erp.options);
  const changes = { ...filled, ...emptied(blanked, type) };
  const names = [...Object.keys(values), ...blanked];
  const fatal = problems.filter((problem) => problem.fatal);
  if (fatal.length > 0) throw unfit(fatal);
  const fields = { ...editable(bill, type), ...changes };
  await context.turn.mustHold();
  const write = holding.write;
  const from = write.state === 'sent' ? await doubted(context, holding) : write;
  holding.write = await moveDurably(
    context.store,
    from,
    'sent',
    {
      saves: from.saves + 1,
      fields: {
        erp: changes,
        hub: fieldValuesOf(customer) as Record<string, string | null>,
        version: customer.version,
        before: from.fields?.before ?? valuesOf(context, customer, bill),
      },
      field_names: names,
    },
    note(context, `update of ${names.join(', ')} leaves`),
  );
  holding.saved += 1;
  const ord = write.ord as number;
  const save = (sent: Record<string, string>) =>
    trySave(() => context.erp.client.customers.save({ ord, kind: type, fields: sent }));
  let answer = await save(fields);
  if (mayLackRequired(answer) && holding.saved < SAVES_PER_RUN) {
    const required = await requiredBeside(context, customer, bill, type, fields);
    if (Object.keys(required).length > 0) {
      await countSave(context, holding, Object.keys(required));
      answer = await save({ ...required, ...fields });
    }
  }
  const answered = answer === null;
  const back = await context.erp.client.customers.get(ord);
  const before = recordOfBill(bill);
  const after = back.found ? recordOfBill(back.bill) : {};
  // Words that sound like a refusal may stand beside a save that was stored (审核通过前不可修改): what is there decides.
  if (answer instanceof ZhibangError && !isStored(before, after, changes)) throw answer;
  if (!back.found) return 'unknown';
  const fate = fateOf(before, after, changes);
  if (fate === 'as_before') return answered ? 'refused_silently' : 'unknown';
  // Only an answered save tells what the tenant keeps: a lost one may never have arrived.
  if (fate === 'empty' && !(answered && emptyBefore)) return answered ? 'empty' : 'unknown';
  await confirmWrite(context, holding.write, back.bill, 'updated');
  return 'taken';
}

/** A refusal for want of a required field, or in words that may mean one. */
function mayLackRequired(answer: ZhibangError | 'lost' | null): boolean {
  return answer instanceof ZhibangError && ['missing_field', 'business_refusal'].includes(answer.code);
}

/** The refused save stored nothing, and the write leaves once more in the same try. */
async function countSave(context: RunContext, holding: Holding, required: readonly string[]): Promise<void> {
  await context.turn.mustHold();
  const saves = holding.write.saves + 1;
  const said = note(
    context,
    `refused; save ${saves} leaves with ${required.join(', ')}, which the record lacks`,
  );
  holding.write = await context.store.transaction((trx) => touchWrite(trx, holding.write, { saves }, said), {
    durable: true,
  });
  holding.saved += 1;
}

function emptied(fields: readonly SyncField[], type: 1 | 2): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const id = FIELDS[field].erp[type];
      return id ? [[id, '']] : [];
    }),
  );
}

async function doubted(context: RunContext, holding: Holding) {
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'in_doubt',
    {},
    note(context, 'not known yet whether the ERP stored it'),
  );
  return holding.write;
}

/** The record shows what was sent, and did not before. */
function isStored(
  before: Record<string, string>,
  after: Record<string, string>,
  changes: Record<string, string>,
): boolean {
  return Object.entries(changes).some(([id, value]) => after[id] === value && before[id] !== value);
}

/**
 * What a save came to, by reading back: a value may come back trimmed or relabelled, so any new one counts as taken; one
 * that still is what it was before was not (wire.md: a save can answer success and store nothing).
 */
function fateOf(
  before: Record<string, string>,
  after: Record<string, string>,
  changes: Record<string, string>,
): 'taken' | 'empty' | 'as_before' {
  const sent = Object.entries(changes).filter(([id]) => id in after);
  if (sent.some(([id, value]) => after[id] !== '' && after[id] === before[id] && after[id] !== value))
    return 'as_before';
  return sent.some(([id, value]) => value !== '' && after[id] === '') ? 'empty' : 'taken';
}

/** The merge found nothing to send any more: what an earlier save brought there is ours, the rest the merge has settled. */
async function nothingLeft(
  context: RunContext,
  holding: Holding,
  bill: Bill,
  arrived: SyncField[],
): Promise<PushOutcome> {
  if (arrived.length > 0) {
    await confirmWrite(context, { ...holding.write, field_names: arrived }, bill, 'updated');
    return 'updated';
  }
  await context.store.transaction(async (trx) => {
    holding.write = await moveWrite(
      trx,
      holding.write,
      'confirmed',
      { outcome: 'unchanged', fields: null, holder: null },
      note(context, 'the ERP needs nothing any more'),
    );
    const customer = await requireCustomer(trx, holding.write.customer_id);
    if (customer.erp_sync_status !== 'synced') {
      await updateCustomer(
        trx,
        customer,
        { erp_sync_status: 'synced' },
        {
          by: context.by,
          reason: 'equal on both sides',
          source: 'erp',
          runId: context.runId,
          now: now(context),
        },
      );
    }
  });
  return 'skipped';
}
