import type { Executor } from '../store/index.ts';

/** Counts a customer that came into the ERP because of a rule, for the version whose rule it was. */
export async function creditRule(
  trx: Executor,
  write: { rule: string | null; rule_set_version: number | null },
): Promise<void> {
  if (write.rule === null || write.rule_set_version === null) return;
  await trx
    .updateTable('erp_sync_rules')
    .set((set) => ({ success_count: set('success_count', '+', 1) }))
    .where('rule_name', '=', write.rule)
    .where('rule_set_version', '=', write.rule_set_version)
    .execute();
}
