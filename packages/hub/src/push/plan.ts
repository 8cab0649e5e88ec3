import { type CompiledRuleSet, type Customer, type Decision, decide, type ScoreFloor } from '@bangqiao/core';
import { decisionFingerprint, lastDecisions, recordDecision } from '../admit/decisions.ts';
import { CustomerMoved, findCustomer } from '../customers/index.ts';
import { cancelledByPerson } from '../desk/writes.ts';
import { moveWrite, planWrite, touchWrite, toWrite, type Write, whenMoved } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import { type Executor, eachOf, type Store } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { fieldsOfCreate } from './fields.ts';
import type { PushOutcome } from './outcome.ts';
import { unfit } from './parking.ts';
import { note, park } from './settle.ts';

const PAGE = 500;

/** What a push is about to do: outcomes that are settled already, and the writes to work. */
export interface PushPlan {
  outcomes: Map<number, PushOutcome>;
  newlyParked: number;
  byRule: Record<string, number>;
}

/**
 * Decides about every customer that is not in the ERP, and plans a create for each one that a rule lets in. A decision
 * that says the same as the last one writes nothing; a parked write is planned anew once its customer changed.
 */
export async function planCreates(
  context: RunContext,
  ruleSet: CompiledRuleSet,
  floor: ScoreFloor | undefined,
): Promise<PushPlan> {
  const plan: PushPlan = { outcomes: new Map(), newlyParked: 0, byRule: {} };
  let after = 0;
  while (await context.turn.breathe()) {
    const customers = await unlinkedPage(context, after);
    if (customers.length === 0) break;
    after = customers.at(-1)?.id ?? after;
    const decideOn = (customer: Customer) => decide(ruleSet, customer, floor ? { floor } : {});
    await planThese(context, plan, customers, decideOn);
  }
  return plan;
}

/**
 * Where a person moved a write meanwhile (cancelled it, wants it again), or the customer became one with another, it is read
 * and planned once more, if it is still there.
 */
async function planThese(
  context: RunContext,
  plan: PushPlan,
  customers: readonly Customer[],
  decideOn: (customer: Customer) => Decision,
): Promise<void> {
  const ids = customers.map((customer) => customer.id);
  const last = await lastDecisions(context.store.db, ids);
  const open = await openCreates(context.store.db, ids);
  const declined = await cancelledByPerson(context.store.db, ids);
  const moved: number[] = [];
  for (const customer of customers) {
    const { id } = customer;
    const decision = decideOn(customer);
    const isNew = last.get(id) !== decisionFingerprint(decision);
    try {
      await planOne(context, plan, customer, decision, isNew, open.get(id) ?? null, declined.has(id));
      plan.byRule[decision.rule] = (plan.byRule[decision.rule] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof CustomerMoved)) whenMoved(error);
      moved.push(id);
    }
  }
  if (moved.length === 0) return;
  const again = await unlinkedPage({ store: context.store, only: new Set(moved) }, 0);
  if (again.length > 0) await planThese(context, plan, again, decideOn);
}

/** Customers that a rule lets in now and that no write stands for: rules, or what they look at, changed. At most `limit`. */
export async function admittedUnplanned(
  store: Store,
  ruleSet: CompiledRuleSet,
  floor: ScoreFloor | undefined,
  limit: number,
): Promise<number[]> {
  const found: number[] = [];
  for (let after = 0; found.length < limit; ) {
    const customers = await unlinkedPage({ store }, after);
    if (customers.length === 0) break;
    after = customers.at(-1)?.id ?? after;
    const welcome = customers.filter(
      (customer) => decide(ruleSet, customer, floor ? { floor } : {}).action !== 'SKIP',
    );
    const ids = welcome.map((customer) => customer.id);
    if (ids.length === 0) continue;
    const open = await openCreates(store.db, ids);
    const declined = await cancelledByPerson(store.db, ids);
    found.push(...ids.filter((id) => !open.has(id) && !declined.has(id)));
  }
  return found.slice(0, limit);
}

async function unlinkedPage(
  { store, only }: Pick<RunContext, 'store' | 'only'>,
  after: number,
): Promise<Customer[]> {
  let query = store.db
    .selectFrom('customers_unified')
    .selectAll()
    .where('erp_customer_id', 'is', null)
    .where('erp_contact_id', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE);
  if (only) query = query.where('id', 'in', eachOf(store.db, [...only]));
  return (await query.execute()) as Customer[];
}

/** The open write that brings each customer in: a create, or the contact person that a create became. */
async function openCreates(db: Executor, ids: readonly number[]): Promise<Map<number, Write>> {
  const rows = await db
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', 'in', ids)
    .where('kind', 'in', ['create', 'contact'])
    .where('state', 'in', OPEN_STATES)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, toWrite(row)]));
}

async function planOne(
  context: RunContext,
  plan: PushPlan,
  customer: Customer,
  decision: Decision,
  isNew: boolean,
  open: Write | null,
  /** A person cancelled its create, and it has not changed since. */
  declined: boolean,
): Promise<void> {
  if (isNew) {
    await context.store.transaction(async (trx) => {
      await requireUnlinked(trx, customer);
      const about = { at: now(context), runId: context.runId, by: context.by };
      await recordDecision(trx, customer, decision, about);
    });
  }
  if (decision.action === 'SKIP') {
    if (open && open.saves > 0) return;
    if (open) await cancel(context, open, `${decision.rule}: ${decision.reason.en}`);
    if (!isNew && customer.erp_sync_status === 'pending') await keepOut(context, customer);
    plan.outcomes.set(customer.id, 'skipped');
    return;
  }
  if (!open && declined) {
    plan.outcomes.set(customer.id, 'skipped');
    return;
  }
  const write = await wantCreate(context, customer, decision, open);
  if (write.state === 'parked') {
    plan.outcomes.set(customer.id, 'parked');
    return;
  }
  if (write.kind === 'contact' || write.state !== 'planned' || write.saves > 0) return;
  const fatal = fatalProblems(context, customer);
  if (fatal.length > 0) {
    await park(context, write, unfit(fatal));
    plan.outcomes.set(customer.id, 'parked');
    plan.newlyParked += 1;
  }
}

/** Decided about again to the same end: what changed meanwhile is nothing that a rule looks at. */
async function keepOut({ store }: RunContext, { id, version }: Customer): Promise<void> {
  await store.transaction(async (trx) => {
    await trx
      .updateTable('customers_unified')
      .set({ erp_sync_status: 'skipped' })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('erp_sync_status', '=', 'pending')
      .execute();
  });
}

/** The open write of a customer that a rule lets in: the one there is, planned anew when its customer changed, or a new one. */
async function wantCreate(
  context: RunContext,
  customer: Customer,
  decision: Decision,
  open: Write | null,
): Promise<Write> {
  const said = {
    rule: decision.rule,
    rule_set_version: decision.rule_set_version,
    reason: decision.reason.zh,
  };
  if (open) {
    // Talk alone is no change: what the ERP refused is not sent again for it.
    const changed = (customer.local_updated_at ?? '') > open.updated_at;
    if (open.state === 'planned' && open.saves === 0 && open.rule !== said.rule) {
      const words = note(context, `${said.rule} (rule set ${said.rule_set_version}) decides now`);
      return context.store.transaction((trx) => touchWrite(trx, open, said, words));
    }
    if (open.state !== 'parked' || !(changed || hasCategoryNow(context, customer, open))) return open;
    if (open.kind === 'contact' && open.saves === 0) {
      await cancel(context, open, 'the customer changed');
      return newCreate(context, customer, said);
    }
    return context.store.transaction((trx) =>
      moveWrite(
        trx,
        open,
        'planned',
        { ...said, error_code: null, error_message: null, next_step: null, passed_at: null },
        note(context, changed ? 'the customer changed' : 'a category is known now'),
      ),
    );
  }
  return newCreate(context, customer, said);
}

/** It was parked for want of a category, which the configuration or the ERP has given meanwhile. */
function hasCategoryNow(context: RunContext, customer: Customer, open: Write): boolean {
  return open.error_code === 'category_missing' && fatalProblems(context, customer).length === 0;
}

async function newCreate(
  context: RunContext,
  customer: Customer,
  said: { rule: string; rule_set_version: number; reason: string },
): Promise<Write> {
  const planned = await context.store.transaction(async (trx) => {
    await requireUnlinked(trx, customer);
    return planWrite(
      trx,
      {
        run_id: context.runId,
        customer_id: customer.id,
        kind: 'create',
        ord: null,
        field_names: [],
        ...said,
      },
      note(context, `${said.rule} (rule set ${said.rule_set_version})`),
    );
  });
  if (!planned) throw new Error(`customer ${customer.id} has an open create that was not seen`);
  return planned;
}

/** Since its page was read the customer may have become one with another, here or in the ERP. @throws CustomerMoved */
async function requireUnlinked(trx: Executor, { id, version }: Customer): Promise<void> {
  const customer = await findCustomer(trx, id);
  const isUnlinked = customer?.erp_customer_id === null && customer.erp_contact_id === null;
  if (!isUnlinked) throw new CustomerMoved(id, version);
}

/** What the ERP would refuse is refused before any call. */
function fatalProblems(context: RunContext, customer: Customer) {
  return fieldsOfCreate(context, customer, null).problems.filter((problem) => problem.fatal);
}

async function cancel(context: RunContext, write: Write, why: string): Promise<void> {
  await context.store.transaction(async (trx) => {
    await moveWrite(trx, write, 'cancelled', { fields: null, holder: null }, note(context, why));
  });
}
