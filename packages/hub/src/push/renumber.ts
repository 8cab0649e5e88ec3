import { type Sending, touchWrite } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import type { Holding } from './holding.ts';
import { leaveInDoubt } from './saving.ts';
import { note } from './settle.ts';

/** The ERP's answer was about the number: the next save carries another, or none where the ERP is to give one. */
export async function changeNumber(
  context: RunContext,
  holding: Holding,
  khid: string | null,
): Promise<void> {
  const { khid: before } = holding.write;
  const why = before === null ? 'the ERP wants a number' : `the number ${before} is taken`;
  await leaveInDoubt(context, holding);
  await keepNumber(context, holding, { khid }, `${why}: ${insteadOf(khid)}`);
}

/** Nothing says that the number was meant. The first one that a guess replaced stays with the row. */
export async function guessNumber(
  context: RunContext,
  holding: Holding,
  taken: string,
  khid: string | null,
): Promise<void> {
  await leaveInDoubt(context, holding);
  const fields = { guessedAfter: taken, ...carried(holding) };
  const why = `refused as a duplicate of no named field: ${insteadOf(khid)}`;
  await keepNumber(context, holding, { khid, fields }, why);
}

/** Refused under the other number too: it was not the number, so the row keeps its first. */
export async function takeGuessBack(context: RunContext, holding: Holding): Promise<void> {
  const { guessedAfter: khid, ...fields } = carried(holding);
  if (khid === undefined) return;
  await keepNumber(context, holding, { khid, fields }, `refused under another number too: ${khid} again`);
}

/** By the last save, which was refused. */
function carried({ write }: Holding): Sending {
  return write.fields as Sending;
}

function insteadOf(khid: string | null): string {
  return khid === null ? 'the ERP gives one' : `now ${khid}`;
}

async function keepNumber(
  context: RunContext,
  holding: Holding,
  change: { khid: string | null; fields?: Sending },
  why: string,
): Promise<void> {
  const said = note(context, why);
  holding.write = await context.store.transaction((trx) => touchWrite(trx, holding.write, change, said), {
    durable: true,
  });
}
