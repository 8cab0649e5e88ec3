import type { Customer } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { findByErpId, findCustomer } from '../customers/index.ts';
import { stopsRun } from '../erp/stopping.ts';
import { moveWrite, readWrite, type Write, whenMoved } from '../journal/journal.ts';
import { NeedsPerson, NotNow } from '../push/outcome.ts';
import { readSame } from '../push/same-record.ts';
import { note } from '../push/settle.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { composeAll } from './compose.ts';
import { entryOf, type Place, placeOf } from './entry.ts';
import { giveUp, told } from './plan.ts';
import { changeFollowUp } from './row.ts';
import type { FollowUpSettings } from './settings.ts';
import { conversationOf, type Fate, park, postpone, refusalOf, settle, toDoubt, tryAgain } from './settle.ts';

/** What came of some follow-ups, and the trouble that the others would meet too. */
export interface Sent {
  fates: Fate[];
  stoppedBy: ZhibangError | null;
}

/**
 * Sends the follow-ups of one customer, oldest first. Before the first one the ERP's record is read: it must still be this
 * customer (never on the wrong one).
 */
export async function sendOfCustomer(
  context: RunContext,
  settings: FollowUpSettings,
  customerId: number,
  writes: readonly Write[],
): Promise<Sent> {
  const sent: Sent = { fates: [], stoppedBy: null };
  const customer = await findCustomer(context.store.db, customerId);
  const place = customer && placeOf(customer);
  if (!place) return sent;
  try {
    await readSame(context, await ownerOf(context, customer, place), place.ord, null);
  } catch (error) {
    return notSettled(context, writes, error);
  }
  for (const write of writes) {
    if (context.signal?.aborted || context.turn.isOver) break;
    const fate = await sendOne(context, settings, place, write);
    if (fate === null) continue;
    sent.fates.push(fate.fate);
    if (!fate.stoppedBy) continue;
    sent.stoppedBy = fate.stoppedBy;
    break;
  }
  return sent;
}

/** Whose record it is: of a contact person the company's. */
async function ownerOf(
  context: RunContext,
  customer: Customer,
  { ord, lead }: Place,
): Promise<Pick<Customer, 'erp_customer_code'>> {
  if (lead === 0) return customer;
  return (await findByErpId(context.store.db, ord)) ?? { erp_customer_code: null };
}

/** Nothing is written before it is sure whose record it is. */
async function notSettled(context: RunContext, writes: readonly Write[], error: unknown): Promise<Sent> {
  if (error instanceof NotNow) {
    for (const write of writes) await postpone(context, write, error).catch(whenMoved);
    return { fates: writes.map(() => 'waiting'), stoppedBy: null };
  }
  if (!(error instanceof NeedsPerson || error instanceof ZhibangError)) throw error;
  const why = error instanceof NeedsPerson ? error : stopsRun(error) ? null : refusalOf(error);
  if (why === null) return { fates: [], stoppedBy: stopsRun(error) ? error : null };
  const fates: Fate[] = [];
  for (const write of writes) {
    await park(context, write, why);
    fates.push('parked');
  }
  return { fates, stoppedBy: null };
}

/**
 * One follow-up, once. `sent` is durable before the call leaves and tells a crash from then on; only an error that surely had
 * no effect lets it be tried again. Null: somebody moved it meanwhile.
 */
async function sendOne(
  context: RunContext,
  settings: FollowUpSettings,
  place: Place,
  planned: Write,
): Promise<{ fate: Fate; stoppedBy?: ZhibangError } | null> {
  await context.turn.mustHold();
  const leaving = await markSent(context, settings, place, planned).catch(whenMoved);
  if (leaving === null) return null;
  if (leaving === 'cancelled') return { fate: 'cancelled' };
  try {
    await context.erp.client.customers.followUp(leaving.entry);
  } catch (error) {
    if (!(error instanceof ZhibangError)) throw error;
    if (error.effect === 'unknown') {
      await toDoubt(context, leaving.write, error.code, error.erpMessage);
      return stopsRun(error) ? { fate: 'doubtful', stoppedBy: error } : { fate: 'doubtful' };
    }
    const fate = await tryAgain(context, leaving.write, error);
    return stopsRun(error) ? { fate, stoppedBy: error } : { fate };
  }
  await settle(context, leaving.write, 'confirmed', 'sent', 'the ERP said yes');
  return { fate: 'sent' };
}

/** Composed anew in the transaction that marks it as sent, so that what was recalled by now is not in it. */
async function markSent(context: RunContext, settings: FollowUpSettings, place: Place, { id }: Write) {
  return context.store.transaction(
    async (trx) => {
      const planned = await readWrite(trx, id);
      if (planned.passed_at === null || !['planned', 'waiting'].includes(planned.state)) return null;
      const customer = await findCustomer(trx, planned.customer_id);
      const stands = customer && placeOf(customer);
      const conversation = conversationOf(planned);
      // A merge, an unmerge, a pull or a person was faster: the next run finds out where it belongs, if anywhere.
      if (stands?.ord !== place.ord || stands.lead !== place.lead) return null;
      if (customer?.marked_as_invalid || !(await isOf(trx, conversation, planned.customer_id))) return null;
      const what = (await composeAll(trx, [conversation], settings.qualify)).get(conversation);
      if (what?.verdict !== null) {
        await giveUp(trx, context, conversation, planned, what?.verdict ?? 'nothing_said');
        return 'cancelled' as const;
      }
      const { options } = context.erp;
      const entry = entryOf(place, what.followUp, settings.template, options, context.clock().getTime());
      const mine = {
        holder: context.holder,
        claimed_at: now(context),
        run_id: context.runId,
        ord: place.ord,
      };
      const claimed = await moveWrite(trx, planned, 'claimed', mine, note(context, 'claimed'));
      const write = await moveWrite(
        trx,
        claimed,
        'sent',
        { saves: claimed.saves + 1, retry_at: null },
        note(context, `leaves for record ${place.ord}`),
      );
      await changeFollowUp(trx, conversation, { ...told(what.followUp), updated_at: now(context) });
      return { write, entry };
    },
    { durable: true },
  );
}

async function isOf(trx: Executor, conversation: number, customerId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', conversation)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
