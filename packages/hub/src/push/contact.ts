import { type Customer, contactNameOf } from '@bangqiao/core';
import { CustomerMoved, findByErpId, requireCustomer } from '../customers/index.ts';
import { moveDurably } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import { confirmContact } from './contact-confirm.ts';
import { fieldsOfContact } from './contact-fields.ts';
import { findContact } from './contact-lookup.ts';
import { readBackContact, surelyNoContact } from './contact-read.ts';
import { giveUp, NOT_LET_IN } from './give-up.ts';
import { worksAt } from './hand-over.ts';
import { type Holding, SAVES_PER_RUN } from './holding.ts';
import { keysOfContact, lockKeys, unlockKeys } from './locks.ts';
import { isAsLookedUp, lookUp } from './lookup.ts';
import type { MayCreate, PushOutcome } from './outcome.ts';
import { ambiguousContact } from './parking.ts';
import { readSame } from './same-record.ts';
import { keepOrd, leaveInDoubt, leaveTakenOrd, markSent, trySave } from './saving.ts';
import { note } from './settle.ts';

/**
 * Takes one customer through as a contact person (联系人) of the company that its write names: look up, allocate, save,
 * read back, with the same care as a create. `busy` when another write holds one of the person's keys.
 */
export async function runContact(
  context: RunContext,
  holding: Holding,
  mayCreate: MayCreate,
): Promise<PushOutcome | 'busy'> {
  const customer = await requireCustomer(context.store.db, holding.write.customer_id);
  const keys = keysOfContact(customer, companyOf(holding), contactNameOf(customer) ?? '');
  if (!(await lockKeys(context, keys, holding.write.id))) return 'busy';
  try {
    return await settle(context, holding, customer, mayCreate);
  } finally {
    await unlockKeys(context, holding.write.id);
  }
}

const companyOf = (holding: Holding) => Number(holding.write.subject);

async function settle(
  context: RunContext,
  holding: Holding,
  customer: Customer,
  mayCreate: MayCreate,
): Promise<PushOutcome> {
  // Left by a process that died with its save under way.
  await leaveInDoubt(context, holding);
  if (isInErp(customer)) return settledMeanwhile(context, holding);
  if (holding.write.saves > 0) {
    const known = await readOwn(context, holding);
    if (known) return known;
    if (customer.erp_sync_action === 'SKIP') {
      await giveUp(context, holding, NOT_LET_IN);
      return 'skipped';
    }
  }
  if (!(await stillBelongs(context, holding, customer))) {
    // The next run decides and looks up anew.
    await giveUp(context, holding, 'no longer a colleague of that company: looked up anew');
    return 'waiting';
  }
  if (holding.write.saves === 0) {
    await leaveTakenOrd(context, holding, (ord) => context.erp.client.contacts.get(ord));
  }
  const company = companyOf(holding);
  await readSame(context, await companyRow(context, company), company, holding.write);
  const linked = await linkIfListed(context, holding, customer);
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

/** The company's record is read again before anything is linked or saved under it: its `ord` may mean another one by now. */
async function companyRow(context: RunContext, ord: number): Promise<Pick<Customer, 'erp_customer_code'>> {
  return (await findByErpId(context.store.db, ord)) ?? { erp_customer_code: null };
}

const isInErp = (customer: Customer) => customer.erp_customer_id !== null || customer.erp_contact_id !== null;

/** A pull made it a customer of its own, or another write this contact person. */
async function settledMeanwhile(context: RunContext, holding: Holding): Promise<PushOutcome> {
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'confirmed',
    { outcome: 'linked', fields: null, holder: null },
    note(context, 'the customer was linked meanwhile'),
  );
  return 'linked';
}

/** Since the hand-over the company may be gone or renamed, and the person may have changed. */
async function stillBelongs(context: RunContext, holding: Holding, customer: Customer): Promise<boolean> {
  const found = await lookUp(context, customer);
  return (
    found.kind === 'one' &&
    found.customer.erp_customer_id === companyOf(holding) &&
    worksAt(customer, found.customer)
  );
}

/** The company has this person already: nothing is saved. */
async function linkIfListed(
  context: RunContext,
  holding: Holding,
  customer: Customer,
): Promise<PushOutcome | null> {
  const found = await findContact(context, customer, companyOf(holding));
  if (found.kind === 'none') return null;
  if (found.kind === 'several') throw ambiguousContact(found.candidates);
  const { ord, name } = found.contact;
  return confirmContact(context, holding, { ord, fields: { person_name: name }, outcome: 'linked' });
}

/** One save and what it came to; null when it surely stored nothing and may be repeated. */
async function saveOnce(
  context: RunContext,
  holding: Holding,
  lookedUp: Customer,
): Promise<PushOutcome | null> {
  await allocate(context, holding);
  const customer = await requireCustomer(context.store.db, holding.write.customer_id);
  if (isInErp(customer)) return settledMeanwhile(context, holding);
  const isAsLocked = contactNameOf(customer) === contactNameOf(lookedUp);
  if (!isAsLocked || !isAsLookedUp(customer, lookedUp))
    throw new CustomerMoved(customer.id, lookedUp.version);
  const { erp, hub } = fieldsOfContact(context, customer);
  await markSent(context, holding, { erp, hub, version: customer.version }, holding.write.field_names);
  const ord = holding.write.ord as number;
  const company = companyOf(holding);
  const refusal = await trySave(() => context.erp.client.contacts.save({ ord, company, fields: erp }));
  if (refusal !== null && refusal !== 'lost') {
    const own = await readBackContact(context, holding.write);
    if (own.kind !== 'ours') throw refusal;
  }
  if (refusal === 'lost') await leaveInDoubt(context, holding);
  const outcome = await readOwn(context, holding);
  if (outcome === null) await leaveInDoubt(context, holding);
  return outcome;
}

/** The `ord` is durable here before anything is saved under it (statement 1). */
async function allocate(context: RunContext, holding: Holding): Promise<void> {
  const { state, ord: known } = holding.write;
  if (known !== null && (state === 'allocated' || state === 'in_doubt')) return;
  if (known === null) {
    const { ord } = await context.erp.client.contacts.allocate(companyOf(holding));
    return keepOrd(context, holding, { ord });
  }
  holding.write = await moveDurably(
    context.store,
    holding.write,
    'allocated',
    {},
    note(context, `goes on with ord ${known}`),
  );
}

/** Its own `ord` is read before anything else. Null: surely not there. */
async function readOwn(context: RunContext, holding: Holding): Promise<PushOutcome | null> {
  const back = await readBackContact(context, holding.write);
  if (back.kind === 'ours') {
    const { ord, fields } = back.bill;
    return confirmContact(context, holding, { ord, fields, outcome: 'created' });
  }
  return (await surelyNoContact(context, holding.write)) ? null : 'inDoubt';
}
