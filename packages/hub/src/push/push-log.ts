import { maskPhonesIn } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import type { Write } from '../journal/journal.ts';
import { LOGGED_AS } from '../journal/states.ts';
import type { Executor, SyncLog } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';

/** One row of `erp_sync_logs` about a write; `more` says how it ended. Phones are masked by the caller (`maskedJson`). */
export async function logPush(
  trx: Executor,
  context: RunContext,
  write: Write,
  more: Pick<Insertable<SyncLog>, 'sync_result' | 'erp_customer_id'> & Partial<Insertable<SyncLog>>,
): Promise<void> {
  await trx
    .insertInto('erp_sync_logs')
    .values({
      run_id: context.runId,
      customer_id: write.customer_id,
      sync_direction: 'local_to_erp',
      sync_type: 'push',
      sync_action: LOGGED_AS[write.kind],
      matched_rule: write.rule,
      retry_count: write.attempts,
      synced_at: now(context),
      synced_by: context.by,
      ...more,
    })
    .execute();
}

/** What a write that ended well carried, and how long it took. */
export function carried(context: RunContext, write: Write) {
  return {
    sync_result: 'success',
    changed_fields: JSON.stringify(write.field_names),
    field_count: write.field_names.length,
    rule_reason: write.reason,
    sync_duration_ms: Math.max(0, context.clock().getTime() - Date.parse(write.created_at)),
  } as const;
}

export function maskedJson(value: unknown): string {
  return maskPhonesIn(JSON.stringify(value));
}
