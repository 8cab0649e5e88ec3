import { planWrite, type Write } from '../journal/journal.ts';
import type { SecondKind } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { note } from './settle.ts';

/**
 * What follows a create that is confirmed, in the transaction that confirms it, so that it is planned once. The create passed the
 * breaker; what follows it is no further row.
 */
export async function planSecondSteps(
  trx: Executor,
  context: RunContext,
  { customer_id, ord, rule, rule_set_version, passed_at }: Write,
): Promise<void> {
  const kinds: SecondKind[] = context.settings.assign ? ['assign'] : [];
  for (const kind of kinds) {
    const place = { run_id: context.runId, customer_id, kind, ord, field_names: [], rule, rule_set_version };
    const words = note(context, 'follows the create');
    await planWrite(
      trx,
      { ...place, reason: 'follows the create', passed_at: passed_at ?? now(context) },
      words,
    );
  }
}
