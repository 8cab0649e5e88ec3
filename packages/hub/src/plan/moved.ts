import { type Bilingual, type FieldValues, type SyncField, sameValue } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { requireCustomer } from '../customers/index.ts';
import type { WriteState } from '../journal/states.ts';
import { readRecord } from '../pull/absorb.ts';
import { recordOfBill } from '../pull/columns.ts';
import { lookUp } from '../push/lookup.ts';
import { NeedsPerson, NotNow } from '../push/outcome.ts';
import { readSame } from '../push/same-record.ts';
import type { RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { type PendingRow, rowKey } from './pending.ts';
import type { Plan } from './plan-file.ts';

/** A row of a plan that is not as it was, and in what. */
export interface MovedRow {
  kind: string;
  customer: number;
  ord: number | null;
  name: string;
  what: Bilingual;
}

interface Checked {
  moved: MovedRow[];
  /** Rows whose write is confirmed. */
  done: number;
  /** Rows (`rowKey`) that may be written: unmoved, or under way since an earlier `apply`. */
  through: Set<string>;
}

/** Checks every row of the plan against the hub and the ERP as both are now; the ERP's own records are read for it. */
export async function checkRows(
  context: RunContext,
  plan: Plan,
  pending: readonly PendingRow[],
): Promise<Checked> {
  const waiting = new Map(pending.map((row) => [rowKey(row), row]));
  const states = await statesOf(context, plan);
  const checked: Checked = { moved: [], done: 0, through: new Set() };
  await inParallel(plan.rows, context.settings.concurrency, async (row) => {
    const now = waiting.get(rowKey(row));
    const state = now ? null : (states.get(row.journal) ?? 'cancelled');
    if (state === 'confirmed') {
      checked.done += 1;
      return;
    }
    const asked = now ? movedHow(context, row, now) : stuckHow(context, row, state);
    const what = await asked.catch(unchecked);
    const { kind, customer, ord, name } = row;
    if (what) checked.moved.push({ kind, customer, ord, name, what });
    else checked.through.add(rowKey(row));
  });
  checked.moved.sort((a, b) => a.customer - b.customer);
  return checked;
}

type What = MovedRow['what'] | null;

/** The ERP gave no answer about this row alone: it may have moved, and the others are not held up by it. */
function unchecked(error: unknown): MovedRow['what'] {
  if (error instanceof NotNow || error instanceof NeedsPerson) return error.words;
  if (error instanceof ZhibangError && error.code === 'no_permission') return error.userMessage;
  throw error;
}

/** Parameters of one statement are limited. */
const CHUNK = 500;

async function statesOf(context: RunContext, plan: Plan): Promise<Map<number, WriteState>> {
  const states = new Map<number, WriteState>();
  const ids = plan.rows.map((row) => row.journal);
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await context.store.db
      .selectFrom('write_journal')
      .select(['id', 'state'])
      .where('id', 'in', ids.slice(start, start + CHUNK))
      .execute();
    for (const { id, state } of rows) states.set(id, state);
  }
  return states;
}

/** Of a row that no longer waits to be let through; a conflict that an edit in the ERP made cancels it, too. */
async function stuckHow(context: RunContext, row: PendingRow, state: WriteState | null): Promise<What> {
  if (state === 'parked') return { zh: '等待人处理', en: 'needs a person: bangqiao journal' };
  if (state !== 'cancelled') return null;
  const inErp = row.kind === 'update' ? await movedRecord(context, row) : null;
  return inErp ?? { zh: '不再需要写入，或已经取消', en: 'not wanted any more, or cancelled' };
}

async function movedHow(context: RunContext, planned: PendingRow, now: PendingRow): Promise<What> {
  return (
    movedHere(planned, now) ??
    (planned.ord === null ? await movedNewcomer(context, planned) : await movedRecord(context, planned))
  );
}

function movedHere(planned: PendingRow, row: PendingRow): What {
  if (row.rule !== planned.rule) return { zh: '判定的规则变了', en: 'another rule decided meanwhile' };
  const names = new Set([...Object.keys(planned.fields), ...Object.keys(row.fields)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(planned.fields[name]) !== JSON.stringify(row.fields[name]),
  );
  return changed.length === 0 ? null : fieldsMoved(changed);
}

async function movedNewcomer(context: RunContext, row: PendingRow): Promise<What> {
  const customer = await requireCustomer(context.store.db, row.customer);
  if (customer.erp_customer_id !== null)
    return { zh: '已与 ERP 客户关联', en: 'linked with an ERP record meanwhile' };
  if (row.kind === 'contact') return null;
  const found = await lookUp(context, customer);
  return found.kind === 'none' ? null : { zh: 'ERP 中已有这位客户', en: 'the ERP has this customer now' };
}

async function movedRecord(context: RunContext, row: PendingRow): Promise<What> {
  const customer = await requireCustomer(context.store.db, row.customer);
  const bill = await readSame(context, customer, row.ord as number, null);
  const erp = readRecord(recordOfBill(bill), customer.erp_customer_type, context.erp.options).values;
  const changed = differing(row.erp, erp);
  return changed.length === 0 ? null : fieldsMoved(changed);
}

/** Fields that both readings know and that are not the same. */
function differing(before: FieldValues, after: FieldValues): SyncField[] {
  return (Object.keys(before) as SyncField[]).filter(
    (field) => field in after && !sameValue(field, before[field] ?? null, after[field] ?? null),
  );
}

function fieldsMoved(fields: readonly string[]): MovedRow['what'] {
  return { zh: `变化的字段：${fields.join('、')}`, en: `changed: ${fields.join(', ')}` };
}
