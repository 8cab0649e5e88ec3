import {
  COMPANY,
  type Customer,
  type FieldProblem,
  fieldValuesOf,
  merge,
  type SyncField,
  toErp,
  verifiedFields,
} from '@bangqiao/core';
import { CustomerMoved, findCustomer } from '../customers/index.ts';
import { moveWrite, planWrite, touchWrite, toWrite, type Write, whenMoved } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import { absorb, mergeContext, readBase, readRecord } from '../pull/absorb.ts';
import { isInQuestion } from '../pull/another.ts';
import { mirrorRecord, mirrorValues } from '../pull/mirror.ts';
import { changedFields, logPull } from '../pull/pull-log.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { isAbout, type RunContext } from '../sync/context.ts';
import { unfit } from './parking.ts';
import { note, park } from './settle.ts';

/** Why an update of such a customer is taken back; once the mark is off, what changed here is planned again. */
export const MARKED_INVALID = 'marked invalid: nothing is written';

export interface PlannedUpdates {
  /** How many new ones. */
  planned: number;
  /** Customers whose update carries what the ERP would refuse: it is parked before any call. */
  parked: number[];
}

/**
 * Plans an update for each linked customer that the hub changed. A customer marked invalid, gone or out of sight is not
 * pushed, and what was planned before the mark is taken back; where the mirror shows that the ERP needs nothing, the mark
 * of the change is just taken off.
 */
export async function planUpdates(context: RunContext): Promise<PlannedUpdates> {
  await dropInvalid(context);
  let query = context.store.db
    .selectFrom('customers_unified')
    .selectAll()
    .where('local_dirty', '=', true)
    .where('erp_customer_id', 'is not', null)
    .where('marked_as_invalid', '=', false)
    .where((where) =>
      where.or([where('erp_presence', 'is', null), where('erp_presence', 'in', ['present', 'pool'])]),
    )
    .orderBy('id');
  if (context.only) query = query.where('id', 'in', eachOf(context.store.db, [...context.only]));
  const customers = (await query.execute()) as Customer[];
  const updates: PlannedUpdates = { planned: 0, parked: [] };
  for (const { id } of customers) {
    const plan = await planUpdate(context, id).catch(whenOvertaken);
    if (!plan) continue;
    if (plan.problems.length > 0) {
      const parked = await park(context, plan.write, unfit(plan.problems)).catch(whenOvertaken);
      if (parked) updates.parked.push(id);
    } else if (plan.isNew) updates.planned += 1;
  }
  return updates;
}

/** Updates that nobody began and whose customer a person has marked invalid since. */
async function dropInvalid(context: RunContext): Promise<void> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .innerJoin('customers_unified', 'customers_unified.id', 'write_journal.customer_id')
    .selectAll('write_journal')
    .where('write_journal.kind', '=', 'update')
    .where('write_journal.state', 'in', ['planned', 'waiting'])
    .where('customers_unified.marked_as_invalid', '=', true)
    .execute();
  for (const write of rows.map(toWrite)) {
    if (!notBegun(write) || !isAbout(context, write.customer_id)) continue;
    const words = note(context, MARKED_INVALID);
    await context.store
      .transaction((trx) => moveWrite(trx, write, 'cancelled', { fields: null }, words))
      .catch(whenMoved);
  }
}

/** Somebody changed the customer, or moved its write, at this very moment: it stays dirty, and is planned the next time. */
function whenOvertaken(error: unknown): null {
  return error instanceof CustomerMoved ? null : whenMoved(error);
}

interface UpdatePlan {
  write: Write;
  isNew: boolean;
  /** For which the ERP would refuse it. */
  problems: FieldProblem[];
}

/** Null: nothing is planned, or what is under way or parked stays as it is. */
async function planUpdate(context: RunContext, id: number): Promise<UpdatePlan | null> {
  return context.store.transaction(async (trx) => {
    const customer = await findCustomer(trx, id);
    // Merged away, parted from its record or settled since the list was read.
    if (!customer?.local_dirty || customer.erp_customer_id === null) return null;
    const { sent, unseen } = await wantedFields(trx, context, customer);
    const wanted = [...sent, ...unseen];
    const open = await openUpdate(trx, customer.id);
    if (wanted.length > 0) {
      const plan = await replan(trx, context, customer, open, wanted);
      return plan && { ...plan, problems: await fatalProblems(trx, context, customer, sent) };
    }
    if (open && (notBegun(open) || isRefusedHere(open))) {
      await moveWrite(
        trx,
        open,
        'cancelled',
        { fields: null },
        note(context, 'the ERP needs nothing any more'),
      );
    }
    if (!(await isInQuestion(trx, customer.id))) await settleHere(trx, context, customer);
    return null;
  });
}

async function fatalProblems(
  trx: Executor,
  context: RunContext,
  customer: Customer,
  fields: readonly SyncField[],
): Promise<FieldProblem[]> {
  const hub = fieldValuesOf(customer);
  const record = await mirrorRecord(trx, customer.erp_customer_id as number);
  const { type } = readRecord(record, customer.erp_customer_type, context.erp.options);
  const values = Object.fromEntries(fields.map((field) => [field, hub[field] ?? null]));
  return toErp(values, type ?? COMPANY, context.erp.options).problems.filter(({ fatal }) => fatal);
}

async function openUpdate(trx: Executor, customerId: number): Promise<Write | null> {
  const row = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'update')
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
  return row ? toWrite(row) : null;
}

/** Nothing of it can be in the ERP, and no person ordered it: it follows what the customer is now. */
function notBegun(write: Write): boolean {
  return (
    (write.state === 'planned' || write.state === 'waiting') && write.saves === 0 && write.orders === null
  );
}

/** Parked before any save of it left. */
function isRefusedHere(write: Write): boolean {
  return write.state === 'parked' && write.saves === 0 && write.orders === null;
}

/** The ERP needs nothing of what changed here; what the policy gives to the ERP returns from the mirror. */
async function settleHere(trx: Executor, context: RunContext, customer: Customer): Promise<void> {
  const ord = customer.erp_customer_id as number;
  const record = await mirrorRecord(trx, ord);
  const merged = await absorb(trx, mergeContext(context), customer, ord, record, {
    before: record,
    whole: true,
    extra: { erp_sync_status: 'synced' },
  });
  const fields = changedFields(merged.verdicts);
  if (fields.length === 0) return;
  const reason = "the ERP's value returns: the change here was not verified";
  await logPull(trx, mergeContext(context), {
    customerId: customer.id,
    ord,
    action: 'update',
    type: 'merge',
    fields,
    reason,
  });
}

interface WantedFields {
  /** The merge would send them. */
  sent: SyncField[];
  /** The hub holds them and the mirror knows nothing of them: whether they are sent is decided once the record is read. */
  unseen: SyncField[];
}

async function wantedFields(trx: Executor, context: RunContext, customer: Customer): Promise<WantedFields> {
  const erp = await mirrorValues(trx, customer, context.erp.options);
  const hub = fieldValuesOf(customer);
  const base = await readBase(trx, customer.id, erp);
  const { toErp } = merge({ hub, erp, base, verified: verifiedFields(customer) });
  const unseen = (Object.keys(hub) as SyncField[]).filter(
    (field) => hub[field] !== null && !(field in erp) && base[field] === undefined && TRAVELS.includes(field),
  );
  return { sent: Object.keys(toErp) as SyncField[], unseen };
}

/** A refused update is not sent again unchanged: something happened to the customer, on either side. Talk alone is no change. */
async function changedSince(trx: Executor, customer: Customer, { updated_at }: Write): Promise<boolean> {
  if (customer.updated_at <= updated_at) return false;
  if ((customer.local_updated_at ?? '') > updated_at) return true;
  const mirror = await trx
    .selectFrom('erp_mirror')
    .select('changed_at')
    .where('ord', '=', customer.erp_customer_id)
    .executeTakeFirst();
  return (mirror?.changed_at ?? '') > updated_at;
}

/** What a hub-side change may send; the rest is the ERP's after the create. */
const TRAVELS: readonly SyncField[] = ['company_name', 'real_name', 'phone', 'email', 'address', 'wechat_id'];

/**
 * A newer plan replaces a parked update; one that is not begun takes the newer fields over, so that a plan says what the
 * merge would send. One under way is left alone, its customer stays dirty.
 */
async function replan(
  trx: Executor,
  context: RunContext,
  customer: Customer,
  open: Write | null,
  fields: SyncField[],
): Promise<Pick<UpdatePlan, 'write' | 'isNew'> | null> {
  const reason = `${fields.join(', ')} changed here`;
  if (open && notBegun(open)) {
    if (open.reason === reason) return { write: open, isNew: false };
    const write = await touchWrite(trx, open, { field_names: fields, reason }, note(context, reason));
    return { write, isNew: false };
  }
  if (open) {
    if (open.state !== 'parked' || !(await changedSince(trx, customer, open))) return null;
    await moveWrite(trx, open, 'cancelled', { fields: null }, note(context, 'a newer plan replaces it'));
  }
  const write = await planWrite(
    trx,
    {
      run_id: context.runId,
      customer_id: customer.id,
      kind: 'update',
      ord: customer.erp_customer_id,
      field_names: fields,
      rule: null,
      rule_set_version: null,
      reason,
    },
    note(context, reason),
  );
  return write && { write, isNew: true };
}
