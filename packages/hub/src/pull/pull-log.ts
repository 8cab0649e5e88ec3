import type { Executor } from '../store/index.ts';
import type { MergeContext } from './absorb.ts';

/** The fields that a merge took over from the ERP. */
export function changedFields(verdicts: readonly { field: string; kind: string }[]): string[] {
  return verdicts.filter(({ kind }) => kind === 'take_erp').map(({ field }) => field);
}

export async function logPull(
  trx: Executor,
  context: MergeContext,
  entry: {
    customerId: number;
    ord: number;
    action: 'create' | 'update' | 'delete';
    type: 'pull' | 'merge';
    fields: string[];
    reason: string;
  },
): Promise<void> {
  await trx
    .insertInto('erp_sync_logs')
    .values({
      run_id: context.runId,
      customer_id: entry.customerId,
      sync_direction: 'erp_to_local',
      sync_type: entry.type,
      sync_action: entry.action,
      sync_result: 'success',
      changed_fields: JSON.stringify(entry.fields),
      field_count: entry.fields.length,
      rule_reason: entry.reason,
      erp_customer_id: entry.ord,
      synced_at: context.at,
      synced_by: context.by,
    })
    .execute();
}
