import { requireCustomer } from '../customers/index.ts';
import { planWrite, type Write } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { levelOf, planLevel } from './level-plan.ts';
import { note } from './settle.ts';

/**
 * What follows a create that is confirmed, in the transaction that confirms it, so that it is planned once. The create passed the
 * breaker; what follows it is no further row.
 */
export async function planSecondSteps(trx: Executor, context: RunContext, create: Write): Promise<void> {
  const { assign, levels } = context.settings;
  const passed_at = create.passed_at ?? now(context);
  if (assign) await planAssign(trx, context, create, passed_at);
  if (!levels) return;
  const customer = await requireCustomer(trx, create.customer_id);
  await planLevel(trx, context, create, levelOf(customer, levels), passed_at);
}

async function planAssign(
  trx: Executor,
  context: RunContext,
  { customer_id, ord, rule, rule_set_version }: Write,
  passed_at: string,
): Promise<void> {
  const reason = 'follows the create';
  const about = { run_id: context.runId, customer_id, ord, rule, rule_set_version, reason, passed_at };
  await planWrite(trx, { ...about, kind: 'assign', field_names: [] }, note(context, reason));
}
