import { type Customer, fieldValuesOf } from '@bangqiao/core';
import type { ZhibangError } from '@bangqiao/zhibang';
import { CustomerMoved, requireCustomer } from '../customers/index.ts';
import { openRecord } from '../erp/open-record.ts';
import { barsAll } from '../erp/stopping.ts';
import { carries } from '../journal/carries.ts';
import { moveDurably, moveWrite, type Write } from '../journal/journal.ts';
import { recordOfBill } from '../pull/columns.ts';
import type { RunContext } from '../sync/context.ts';
import { confirmCreated } from './confirm-create.ts';
import { fieldsOfCreate } from './fields.ts';
import { giveUp, NOT_LET_IN } from './give-up.ts';
import { belongsToAnother, handOver } from './hand-over.ts';
import { type Holding, SAVES_PER_RUN } from './holding.ts';
import { linkCustomer } from './link.ts';
import { keysOfCreate, lockKeys, unlockKeys } from './locks.ts';
import { isAsLookedUp, lookUp } from './lookup.ts';
import { numberAfter, numberInstead, ownNumber } from './number.ts';
import { CreatesBarred, type MayCreate, type PushOutcome } from './outcome.ts';
import { ambiguous, savedBeside, unfit } from './parking.ts';
import { readBack, surelyAbsent } from './read-back.ts';
import { changeNumber, guessNumber, takeGuessBack } from './renumber.ts';
import { keepOrd, leaveInDoubt, leaveTakenOrd, markSent, trySave } from './saving.ts';
import { planSecondSteps } from './second-steps.ts';
import { note } from './settle.ts';

/**
 * Takes one create through: look up, allocate, save, read back. A row that was left in doubt or allocated by a dead
 * process goes on from where it stands. `busy` when another create holds one of the customer's keys.
 */
export async function runCreate(
  context: RunContext,
  holding: Holding,
  mayCreate: MayCreate,
): Promise<PushOutcome | 'busy'> {
  const customer = await requireCustomer(context.store.db, holding.write.customer_id);
  if (!(await lockKeys(context, keysOfCreate(customer), holding.write.id))) return 'busy';
  try {
    return await settle(context, holding, customer, mayCreate);
  } finally {
    await unlockKeys(context, holding.write.id);
  }
}

async function settle(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  mayCreate: MayCreate,
): Promise<PushOutcome> {
  // Left by a process that died with its save under way.
  await leaveInDoubt(context, holding);
  if (customer.erp_customer_id !== null) return alreadyLinked(context, holding, customer);
  if (holding.write.saves > 0) {
    const known = await readBack(context, holding.write);
    if (known.kind === 'ours') return confirmCreated(context, holding, known.bill, customer);
    if (!(await surelyAbsent(context, holding.write))) return 'inDoubt';
    // The plan of this run could not take back what might have been there.
    if (customer.erp_sync_action === 'SKIP') {
      await giveUp(context, holding, NOT_LET_IN);
      return 'skipped';
    }
  } else await leaveTakenOrd(context, holding, (ord) => context.erp.client.customers.get(ord));
  const linked = await linkIfKnown(context, holding, customer, mayCreate);
  if (linked) return linked;
  const notNow = await mayCreate(customer);
  if (notNow) throw notNow;
  for (let save = 0; save < SAVES_PER_RUN; save += 1) {
    const done = await saveOnce(context, holding, customer);
    if (done) return done;
  }
  await leaveInDoubt(context, holding);
  return 'inDoubt';
}

/** A pull or a look-up met its record first: the one that its own save made, or one that was there already. */
async function alreadyLinked(
  context: RunContext,
  holding: Holding,
  customer: Customer,
): Promise<PushOutcome> {
  const ord = customer.erp_customer_id as number;
  if (holding.write.saves > 0 && holding.write.ord !== ord) {
    const own = await besides(context, holding.write);
    if (own === 'stands') throw savedBeside(holding.write.ord as number, ord);
    if (own === 'unknown') return 'inDoubt';
  }
  const outcome = holding.write.saves > 0 && holding.write.ord === ord ? 'created' : 'linked';
  const saw =
    outcome === 'created' ? 'its own save was seen in the ERP' : 'the customer was linked meanwhile';
  await context.store.transaction(
    async (trx) => {
      const change = { outcome, ord, fields: null, holder: null } as const;
      holding.write = await moveWrite(trx, holding.write, 'confirmed', change, note(context, saw));
      if (outcome === 'created') await planSecondSteps(trx, context, holding.write);
    },
    { durable: true },
  );
  return outcome;
}

/** Whether an own save that was in doubt stands beside the record that the customer is linked to: then there are two. */
async function besides(context: RunContext, write: Write): Promise<'stands' | 'absent' | 'unknown'> {
  const bill = await openRecord(context.erp, write.ord as number);
  // Somebody else under that number is nobody's twin.
  if (bill) return carries(recordOfBill(bill), write.fields?.erp ?? {}) ? 'stands' : 'absent';
  return (await surelyAbsent(context, write)) ? 'absent' : 'unknown';
}

/** @param mayCreate where nobody may be created now, the ERP is not asked at every try */
async function linkIfKnown(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  mayCreate: MayCreate = async () => null,
): Promise<PushOutcome | null> {
  const found = await lookUp(context, customer, mayCreate);
  // A hit that the mirror did not know is taken over as this customer's other side.
  const fresh = await requireCustomer(context.store.db, customer.id);
  if (fresh.erp_customer_id !== null) return alreadyLinked(context, holding, fresh);
  if (found.kind === 'none') return null;
  if (found.kind === 'several') throw ambiguous(found.candidates);
  const { customer: matched, by } = found;
  if (await belongsToAnother(context, matched)) return handOver(context, holding, customer, matched, by);
  await context.store.transaction(
    async (trx) => {
      const fresh = await requireCustomer(trx, customer.id);
      await linkCustomer(trx, context, fresh, await requireCustomer(trx, matched.id), by);
      holding.write = await moveWrite(
        trx,
        holding.write,
        'confirmed',
        { outcome: 'linked', ord: matched.erp_customer_id, fields: null, holder: null },
        note(
          context,
          `in the ERP already as ${matched.erp_customer_code ?? matched.erp_customer_id}: found by ${by}`,
        ),
      );
    },
    { durable: true },
  );
  return 'linked';
}

/** One save and what it came to; null when it surely stored nothing and may be repeated. */
async function saveOnce(
  context: RunContext,
  holding: Holding,
  lookedUp: Customer,
): Promise<PushOutcome | null> {
  await allocate(context, holding, lookedUp);
  const customer = await requireCustomer(context.store.db, lookedUp.id);
  if (customer.erp_customer_id !== null) return alreadyLinked(context, holding, customer);
  // Chat goes on meanwhile: a phone that nobody looked up or locked is not saved.
  if (!isAsLookedUp(customer, lookedUp)) throw new CustomerMoved(customer.id, lookedUp.version);
  const { fields, type } = fieldsFor(context, customer, holding.write.khid);
  const hub = fieldValuesOf(customer) as Record<string, string | null>;
  await markSent(context, holding, { erp: fields, hub, version: customer.version }, Object.keys(fields));
  const ord = holding.write.ord as number;
  const refusal = await trySave(() => context.erp.client.customers.save({ ord, kind: type, fields }));
  if (refusal === 'lost') return afterDoubt(context, holding, customer);
  if (refusal) return afterRefusal(context, holding, customer, refusal);
  return afterSuccess(context, holding, customer);
}

/** The `ord` is durable here before anything is saved under it (statement 1). */
async function allocate(context: RunContext, holding: Holding, customer: Customer): Promise<void> {
  const { state } = holding.write;
  if (holding.write.ord !== null && (state === 'allocated' || state === 'in_doubt')) return;
  if (holding.write.ord !== null) {
    holding.write = await moveDurably(
      context.store,
      holding.write,
      'allocated',
      {},
      note(context, `goes on with ord ${holding.write.ord}`),
    );
    return;
  }
  const { type } = fieldsFor(context, customer, null);
  const fresh = await context.erp.client.customers.allocate(type).catch((error: unknown) => {
    throw barsAll(error) ? new CreatesBarred(error) : error;
  });
  const khid = fresh.khid ?? (await ownNumber(context.store.db, customer.id, null));
  await keepOrd(context, holding, { ord: fresh.ord, khid });
}

/** The answer was lost: its own `ord` is read before anything else. */
async function afterDoubt(
  context: RunContext,
  holding: Holding,
  customer: Customer,
): Promise<PushOutcome | null> {
  await leaveInDoubt(context, holding);
  return readOwn(context, holding, customer);
}

async function afterSuccess(
  context: RunContext,
  holding: Holding,
  customer: Customer,
): Promise<PushOutcome | null> {
  const outcome = await readOwn(context, holding, customer);
  if (outcome === null) await leaveInDoubt(context, holding);
  return outcome;
}

async function readOwn(
  context: RunContext,
  holding: Holding,
  customer: Customer,
): Promise<PushOutcome | null> {
  const back = await readBack(context, holding.write);
  if (back.kind === 'ours') return confirmCreated(context, holding, back.bill, customer);
  return (await surelyAbsent(context, holding.write)) ? null : 'inDoubt';
}

/** Refused as a duplicate: perhaps by our own earlier save, by a record that a key finds now, or for its number alone. */
async function afterRefusal(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  refusal: ZhibangError,
): Promise<PushOutcome | null> {
  const { db } = context.store;
  const instead = await numberInstead(db, holding.write, refusal);
  // Before anything is read: should that fail, the refused save does not leave as it was a second time.
  if (instead) await changeNumber(context, holding, instead.khid);
  const own = await readBack(context, holding.write);
  if (own.kind === 'ours') return confirmCreated(context, holding, own.bill, customer);
  const linked = refusal.code === 'duplicate' ? await linkIfKnown(context, holding, customer) : null;
  if (linked) return linked;
  if (!instead) {
    const { khid } = holding.write;
    // Words that name no field may mean the number (two open forms can show the same one): once more under another.
    const mayBeNumber = refusal.code === 'duplicate' && refusal.field === null && holding.saved === 1;
    if (!mayBeNumber || khid === null) {
      if (refusal.code === 'duplicate') await takeGuessBack(context, holding);
      throw refusal;
    }
    await guessNumber(context, holding, khid, (await numberAfter(db, holding.write, khid)).khid);
  }
  const again = note(context, `goes on with ord ${holding.write.ord}`);
  holding.write = await moveDurably(context.store, holding.write, 'allocated', {}, again);
  return null;
}

function fieldsFor(context: RunContext, customer: Customer, khid: string | null) {
  const made = fieldsOfCreate(context, customer, khid);
  const fatal = made.problems.filter((problem) => problem.fatal);
  if (fatal.length > 0) throw unfit(fatal);
  return made;
}
