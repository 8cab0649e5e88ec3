import { ZhibangError } from '@bangqiao/zhibang';
import { moveDurably, type Sending } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import type { Holding } from './holding.ts';
import { note } from './settle.ts';

/** A save that was under way becomes in doubt: only reading its own `ord` gets it out of there. */
export async function leaveInDoubt(context: RunContext, holding: Holding): Promise<void> {
  if (holding.write.state !== 'sent') return;
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'in_doubt',
    {},
    note(context, 'not known yet whether the ERP stored it'),
  );
}

/** Written before the call: from here on a crash means "in doubt". */
export async function markSent(
  context: RunContext,
  holding: Holding,
  sending: Sending,
  fieldNames: string[],
): Promise<void> {
  const saves = holding.write.saves + 1;
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'sent',
    { saves, fields: sending, field_names: fieldNames },
    note(context, `save ${saves} leaves`),
  );
  holding.saved += 1;
}

/** Null: the ERP says it saved. `lost`: nobody knows. Else the refusal; the row is still `sent`. */
export async function trySave(save: () => Promise<unknown>): Promise<ZhibangError | 'lost' | null> {
  try {
    await save();
    return null;
  } catch (error) {
    if (!(error instanceof ZhibangError)) throw error;
    if (error.effect === 'unknown') return 'lost';
    if (error.blame === 'business') return error;
    throw error;
  }
}
