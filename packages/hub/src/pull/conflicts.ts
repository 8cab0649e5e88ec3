import type { FieldVerdict } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import type { MergeContext } from './absorb.ts';

/**
 * Keeps the conflicts of a customer in step with a merge: one open row per disputed field, with both values as they are
 * now and their evidence; a field on which the sides have come together again closes its own.
 */
export async function keepConflicts(
  trx: Executor,
  context: MergeContext,
  customerId: number,
  ord: number,
  verdicts: readonly FieldVerdict[],
): Promise<void> {
  const open = await trx
    .selectFrom('conflicts')
    .select(['id', 'field', 'hub_value', 'erp_value'])
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .execute();
  for (const verdict of verdicts) {
    const known = open.find(({ field }) => field === verdict.field);
    if (verdict.kind !== 'conflict') {
      if (known) await close(trx, known.id, context);
      continue;
    }
    if (known && known.hub_value === verdict.hub && known.erp_value === verdict.erp) continue;
    const values = {
      hub_value: verdict.hub,
      erp_value: verdict.erp,
      base_hub: verdict.base?.[0] ?? null,
      base_erp: verdict.base?.[1] ?? null,
      evidence: JSON.stringify({
        reason: verdict.reason.en,
        erp: { ord, read_at: context.at, run: context.runId },
        hub: await lastChange(trx, customerId, verdict.field),
      }),
    };
    if (known) await trx.updateTable('conflicts').set(values).where('id', '=', known.id).execute();
    else await openConflict(trx, customerId, verdict.field, values, context.at);
  }
}

async function openConflict(
  trx: Executor,
  customerId: number,
  field: string,
  values: { hub_value: string | null; erp_value: string | null; evidence: string },
  at: string,
): Promise<void> {
  await trx
    .insertInto('conflicts')
    .values({ customer_id: customerId, field, state: 'open', created_at: at, ...values })
    .execute();
}

async function close(trx: Executor, id: number, context: MergeContext): Promise<void> {
  await trx
    .updateTable('conflicts')
    .set({
      state: 'resolved',
      resolution: 'agreed',
      resolved_at: context.at,
      resolved_by: context.by,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Who gave the hub its value, when and from where. */
async function lastChange(trx: Executor, customerId: number, field: string) {
  const row = await trx
    .selectFrom('field_change_history')
    .select(['changed_by', 'changed_at', 'value_source', 'change_reason', 'evidence'])
    .where('customer_id', '=', customerId)
    .where('field_name', 'in', [field, '*'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
