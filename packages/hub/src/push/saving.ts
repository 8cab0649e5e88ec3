import { type CustomerReading, ZhibangError } from '@bangqiao/zhibang';
import { moveDurably, type Sending, touchWrite } from '../journal/journal.ts';
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

/** A fresh `ord` becomes durable here before anything is saved under it (statement 1). */
export async function keepOrd(
  context: RunContext,
  holding: Holding,
  allocated: { ord: number; khid?: string },
): Promise<void> {
  const { store } = context;
  const said = note(context, `the ERP allocated ord ${allocated.ord}`);
  holding.write =
    holding.write.state === 'allocated'
      ? await store.transaction((trx) => touchWrite(trx, holding.write, allocated, said), { durable: true })
      : await moveDurably(store, holding.write, 'allocated', allocated, said);
}

/**
 * A process that died left an `ord` under which it saved nothing. Whoever stands there by now (an ERP put back from its
 * backup hands out the same ones again) is somebody else, and the write takes another `ord`.
 */
export async function leaveTakenOrd(
  context: RunContext,
  holding: Holding,
  get: (ord: number) => Promise<CustomerReading>,
): Promise<void> {
  const { ord } = holding.write;
  if (ord === null || !(await get(ord)).found) return;
  holding.write = await context.store.transaction(
    (trx) =>
      touchWrite(
        trx,
        holding.write,
        { ord: null, khid: null },
        note(context, `ord ${ord} is another's by now`),
      ),
    { durable: true },
  );
}

/** Written before the call: from here on a crash means "in doubt". */
export async function markSent(
  context: RunContext,
  holding: Holding,
  sending: Sending,
  fieldNames: string[],
): Promise<void> {
  await context.turn.mustHold();
  const saves = holding.write.saves + 1;
  const guessedAfter = holding.write.fields?.guessedAfter;
  const fields = guessedAfter === undefined ? sending : { ...sending, guessedAfter };
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'sent',
    { saves, fields, field_names: fieldNames },
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
