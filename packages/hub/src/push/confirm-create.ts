import { COMPANY, type Customer, PERSON } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { findByErpId, requireCustomer } from '../customers/index.ts';
import { moveDurably, touchWrite } from '../journal/journal.ts';
import { recordOfBill } from '../pull/columns.ts';
import type { RunContext } from '../sync/context.ts';
import { confirmWrite } from './confirm.ts';
import { editable } from './editable.ts';
import { belongsToAnother } from './hand-over.ts';
import { type Holding, SAVES_PER_RUN } from './holding.ts';
import { linkCustomer } from './link.ts';
import { isDroppedHere, rememberDropped, rememberKept } from './not-kept.ts';
import { NeedsPerson, type PushOutcome } from './outcome.ts';
import { ofAnother } from './parking.ts';
import { readBack } from './read-back.ts';
import { note } from './settle.ts';

/**
 * Confirms a create; where fields came back empty they are sent once more, for a save can lose one by accident. Empty
 * twice means that the tenant does not keep it; empty once, with no save left in this run, that an update is owed. Found
 * again without a save in this run, the record may hold somebody's edits by now: they are merged, not taken for ours.
 */
export async function confirmCreated(
  context: RunContext,
  holding: Holding,
  bill: Bill,
  customer: Customer,
): Promise<PushOutcome> {
  await joinStranger(context, holding, bill.ord);
  const sent = holding.write.fields?.erp ?? {};
  const lost = await lostFields(context, sent, recordOfBill(bill));
  const isLate = holding.saved === 0;
  const again = lost.length > 0 ? await sendAgain(context, holding, customer, bill) : null;
  const kept = again ?? bill;
  if (again) await rememberDropped(context, await lostFields(context, sent, recordOfBill(again)));
  await rememberKept(context, sent, recordOfBill(kept));
  await confirmWrite(context, holding.write, kept, 'created', { owed: again ? [] : lost, isLate });
  return 'created';
}

/**
 * A list that shows none of what was sent, and a number that the ERP gave by itself, let a pull take our own record for a
 * stranger's. The detail shows whose it is: that row becomes one with the customer's.
 */
async function joinStranger(context: RunContext, holding: Holding, ord: number): Promise<void> {
  const stranger = await findByErpId(context.store.db, ord);
  if (!stranger || stranger.id === holding.write.customer_id) return;
  if (await belongsToAnother(context, stranger)) throw ofAnother(stranger, 'ord');
  await context.store.transaction(
    async (trx) => {
      const own = await requireCustomer(trx, holding.write.customer_id);
      await linkCustomer(
        trx,
        context,
        own,
        await requireCustomer(trx, stranger.id),
        'the ord of its own save',
      );
    },
    { durable: true },
  );
}

async function lostFields(
  context: RunContext,
  sent: Record<string, string>,
  record: Record<string, string>,
): Promise<string[]> {
  const lost = Object.keys(sent).filter(
    (id) => sent[id] !== '' && (record[id] ?? (id in record ? '' : null)) === '',
  );
  const dropped = await isDroppedHere(context, lost);
  return lost.filter((id) => !dropped.has(id));
}

/** What the record lacks goes on top of what it holds. Null when it was not sent, or nobody knows what came of it. */
async function sendAgain(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  bill: Bill,
): Promise<Bill | null> {
  const kind = customer.company_name === null ? PERSON : COMPANY;
  const fields = onTopOf(bill, kind, holding.write.fields?.erp ?? {});
  if (fields === null || holding.saved >= SAVES_PER_RUN) return null;
  await context.turn.mustHold();
  const saves = holding.write.saves + 1;
  const { store } = context;
  const said = note(context, `save ${saves} leaves: fields came back empty`);
  // Found again after an answer that was lost, it stands as claimed or in doubt.
  holding.write =
    holding.write.state === 'sent'
      ? await store.transaction((trx) => touchWrite(trx, holding.write, { saves }, said), { durable: true })
      : await moveDurably(store, holding.write, 'sent', { saves }, said);
  holding.saved += 1;
  const ord = holding.write.ord as number;
  try {
    await context.erp.client.customers.save({ ord, kind, fields });
    const back = await readBack(context, holding.write);
    return back.kind === 'ours' ? back.bill : null;
  } catch (error) {
    context.log.warn({ ord, err: error }, 'fields that came back empty could not be sent once more');
    return null;
  }
}

/** Null where the record hides a value from us: the update that is owed asks a person about it. */
function onTopOf(bill: Bill, kind: 1 | 2, sent: Record<string, string>): Record<string, string> | null {
  try {
    return { ...sent, ...editable(bill, kind) };
  } catch (error) {
    if (error instanceof NeedsPerson) return null;
    throw error;
  }
}
