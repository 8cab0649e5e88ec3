import { moveWrite } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import type { Holding } from './holding.ts';
import { note } from './settle.ts';

/**
 * Takes back a write that is not wanted any more. Nothing of it is in the ERP: nothing was sent, or its own record was looked
 * for and not found.
 */
export async function giveUp(context: RunContext, holding: Holding, why: string): Promise<void> {
  const said = note(context, why);
  holding.write = await context.store.transaction(
    async (trx) => {
      const { write } = holding;
      const seen = write.state === 'in_doubt' ? await moveWrite(trx, write, 'parked', {}, said) : write;
      return moveWrite(trx, seen, 'cancelled', { fields: null, holder: null }, said);
    },
    { durable: true },
  );
}

/** What the rules said of the customer when its save had left already, and nothing of that save is there. */
export const NOT_LET_IN = 'no rule lets it in any more, and no save of it arrived';
