import { createHash } from 'node:crypto';
import type { Customer, Decision } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';

/** The last recorded decision of each customer, as a fingerprint: a decision that did not change writes nothing. */
export async function lastDecisions(
  db: Executor,
  customerIds: readonly number[],
): Promise<Map<number, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('decisions')
    .select(['customer_id', 'fingerprint', 'id'])
    .where('customer_id', 'in', customerIds)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row.fingerprint]));
}

export function decisionFingerprint(decision: Decision): string {
  const { rule_set_version, rule, action, saw, missing } = decision;
  return createHash('sha256')
    .update(JSON.stringify([rule_set_version, rule, action, saw, missing.map(({ what }) => what)]))
    .digest('hex')
    .slice(0, 32);
}

/** Records a new decision and what follows from it on the customer's row and, for a SKIP, in the log. */
export async function recordDecision(
  trx: Executor,
  customer: Customer,
  decision: Decision,
  context: { at: string; runId: number; by: string },
): Promise<void> {
  await trx
    .updateTable('customers_unified')
    .set({
      erp_sync_status: decision.action === 'SKIP' ? 'skipped' : 'pending',
      erp_sync_action: decision.action,
      erp_sync_rule: decision.rule,
      erp_sync_confidence: decision.confidence,
      erp_sync_error: null,
    })
    .where('id', '=', customer.id)
    .execute();
  await countMatch(trx, customer.id, decision);
  await trx
    .insertInto('decisions')
    .values({
      customer_id: customer.id,
      decided_at: context.at,
      rule_set_version: decision.rule_set_version,
      rule: decision.rule,
      rule_type: decision.rule_type,
      action: decision.action,
      confidence: decision.confidence,
      condition: decision.condition,
      saw: JSON.stringify(decision.saw),
      missing: JSON.stringify(decision.missing),
      reason_zh: decision.reason.zh,
      reason_en: decision.reason.en,
      fingerprint: decisionFingerprint(decision),
    })
    .execute();
  if (decision.action === 'SKIP') await logSkip(trx, customer, decision, context);
}

/** Each customer counts once for a rule of a version, however often it is decided about again. */
async function countMatch(trx: Executor, customerId: number, decision: Decision): Promise<void> {
  await trx
    .updateTable('erp_sync_rules')
    .set((set) => ({ match_count: set('match_count', '+', 1) }))
    .where('rule_name', '=', decision.rule)
    .where('rule_set_version', '=', decision.rule_set_version)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decisions')
            .select('id')
            .where('customer_id', '=', customerId)
            .where('rule', '=', decision.rule)
            .where('rule_set_version', '=', decision.rule_set_version),
        ),
      ),
    )
    .execute();
}

async function logSkip(
  trx: Executor,
  customer: Customer,
  decision: Decision,
  context: { at: string; runId: number; by: string },
): Promise<void> {
  await trx
    .insertInto('erp_sync_logs')
    .values({
      run_id: context.runId,
      customer_id: customer.id,
      sync_direction: 'local_to_erp',
      sync_type: 'push',
      sync_action: 'skip',
      sync_result: 'success',
      matched_rule: decision.rule,
      rule_confidence: decision.confidence,
      rule_reason: decision.reason.zh,
      synced_at: context.at,
      synced_by: context.by,
    })
    .execute();
}
