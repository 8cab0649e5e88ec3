import { type FieldValues, type SyncField, sameValue } from '@bangqiao/core';
import { requireCustomer } from '../customers/index.ts';
import { readRecord } from '../pull/absorb.ts';
import { recordOfBill } from '../pull/columns.ts';
import { lookUp } from '../push/lookup.ts';
import type { RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import type { PendingRow } from './pending.ts';
import type { Plan } from './plan-file.ts';

/** A row of a plan that is not as it was, and in what. */
export interface MovedRow {
  kind: string;
  customer: number;
  ord: number | null;
  name: string;
  what: { zh: string; en: string };
}

/** Checks every row of the plan against the hub and the ERP as both are now; the ERP's own records are read for it. */
export async function movedRows(
  context: RunContext,
  plan: Plan,
  pending: readonly PendingRow[],
): Promise<MovedRow[]> {
  const now = new Map(pending.map((row) => [`${row.kind}:${row.customer}`, row]));
  const moved: MovedRow[] = [];
  await inParallel(plan.rows, context.settings.concurrency, async (row) => {
    const what =
      movedHere(row, now.get(`${row.kind}:${row.customer}`)) ??
      (row.kind === 'create' ? await movedNewcomer(context, row) : await movedRecord(context, row));
    const { kind, customer, ord, name } = row;
    if (what) moved.push({ kind, customer, ord, name, what });
  });
  return moved.sort((a, b) => a.customer - b.customer);
}

type What = MovedRow['what'] | null;

function movedHere(planned: PendingRow, row: PendingRow | undefined): What {
  if (!row) return { zh: '已经不在等待写入（写过、取消或已关联）', en: 'no longer waits to be written' };
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
  const found = await lookUp(context, customer);
  return found.kind === 'none' ? null : { zh: 'ERP 中已有这位客户', en: 'the ERP has this customer now' };
}

async function movedRecord(context: RunContext, row: PendingRow): Promise<What> {
  const reading = await context.erp.client.customers.get(row.ord as number);
  if (!reading.found) return { zh: 'ERP 中已读不到这位客户', en: 'the ERP shows no such record any more' };
  const customer = await requireCustomer(context.store.db, row.customer);
  const erp = readRecord(recordOfBill(reading.bill), customer.erp_customer_type, context.erp.options).values;
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
