import type { Customer } from '@bangqiao/core';
import { updateCustomer } from '../customers/index.ts';
import { setByPerson } from '../desk/conflicts.ts';
import { HubError } from '../errors.ts';
import { type Orders, openWrites, planWrite, type Write } from '../journal/journal.ts';
import type { WriteState } from '../journal/states.ts';
import { isTooMuch } from '../plan/breaker.ts';
import { keepBase, readBase } from '../pull/absorb.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { PushOutcome } from '../push/outcome.ts';
import { planUpdates } from '../push/plan-updates.ts';
import { note } from '../push/settle.ts';
import { hasPassed, type Worked, workJournal } from '../push/worker.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { changesOf, type NotUndone, type RunChange } from './changes.ts';
import { leftOut } from './left-out.ts';
import { byCustomer, isStillTheRuns, standing, wouldPutBack } from './still.ts';

export interface UndoRequest {
  run: number;
  /** Only shown. */
  dryRun: boolean;
  /** A person has let through what the breaker would ask about. */
  yes: boolean;
}

/** What became of an undo; each change is in one of the lists. */
export interface UndoResult {
  run: number;
  /** When that run began. */
  ranAt: string;
  /** Nothing was put back: `putBack` is what would be. */
  dryRun: boolean;
  /** Values put back. */
  putBack: number;
  /** Customers of whom the ERP holds what was put back, or some of it. */
  confirmed: number;
  waiting: number;
  failed: number;
  not: NotUndone[];
  /** Customers that the run only read and that the undo would write: more than pass unasked, so nothing was put back. */
  asks: number;
  stoppedBy: Worked['stoppedBy'];
}

/**
 * Puts back the values that a run changed, on both sides, as new writes of this run, only where the value is still the
 * run's. What the run wrote had passed the breaker and may be written back; what it only read from the ERP had not, and is
 * counted, unless a person says yes to it.
 * @throws HubError `no_such_run`
 */
export async function undoRun(
  context: RunContext,
  { run: runId, dryRun, yes }: UndoRequest,
): Promise<UndoResult> {
  const ranAt = await startOf(context, runId);
  const { changes, not } = await changesOf(context.store.db, runId);
  const result: UndoResult = {
    run: runId,
    ranAt,
    dryRun,
    putBack: 0,
    confirmed: 0,
    waiting: 0,
    failed: 0,
    not,
    asks: 0,
    stoppedBy: null,
  };
  const customers = byCustomer(changes);
  if (!dryRun && !yes) result.asks = await tooManyRead(context, customers);
  if (result.asks > 0) return result;
  const touched = new Map<number, RunChange[]>();
  for (const [id, wanted] of customers) {
    if (dryRun) {
      result.putBack += await wouldPutBack(context.store.db, id, wanted, not);
      continue;
    }
    const done = await putBack(context, runId, id, wanted, not);
    result.putBack += done.length;
    if (done.length > 0) touched.set(id, done);
  }
  if (touched.size === 0) return result;
  await planUpdates({ ...context, only: new Set(touched.keys()) });
  await passOwn(context, [...touched.keys()]);
  context.progress.start('push');
  const mayWork = (write: Write) => touched.has(write.customer_id) && hasPassed(write);
  const worked = await workJournal(context, 'update', async () => null, mayWork);
  context.progress.finish('push');
  const open = new Map(
    (await openWrites(context.store.db, 'update')).map((write) => [write.customer_id, write.state]),
  );
  for (const [id, changes] of touched) {
    const outcome = worked.outcomes.get(id) ?? unworked(open.get(id));
    await countOne(context, result, id, changes, outcome);
  }
  result.stoppedBy = worked.stoppedBy;
  return result;
}

/** What is said of a customer whose write was not worked: nothing is open, a person is asked, or it goes on by itself. */
function unworked(state: WriteState | undefined): PushOutcome {
  if (state === undefined) return 'skipped';
  return state === 'parked' ? 'parked' : 'waiting';
}

async function countOne(
  context: RunContext,
  result: UndoResult,
  id: number,
  changes: readonly RunChange[],
  outcome: PushOutcome,
): Promise<void> {
  if (outcome === 'waiting' || outcome === 'inDoubt') result.waiting += 1;
  else if (outcome === 'failed' || outcome === 'parked') result.failed += 1;
  else {
    const left = await leftOut(context, id, changes, outcome === 'updated');
    result.not.push(...left);
    result.putBack -= left.length;
    if (left.length < changes.length) result.confirmed += 1;
  }
}

/** How many customers the run only read and the undo would write, where that is more than passes unasked; else 0. */
async function tooManyRead(
  context: RunContext,
  customers: ReadonlyMap<number, readonly RunChange[]>,
): Promise<number> {
  const read = [...customers.values()].filter((changes) => changes.every(({ side }) => side === 'hub'));
  const counted = { rows: read.length, linked: read.length };
  return (await isTooMuch(context, { rows: 0, linked: 0 }, counted)) ? read.length : 0;
}

async function startOf(context: RunContext, runId: number): Promise<string> {
  const run = await context.store.db
    .selectFrom('sync_runs')
    .select('started_at')
    .where('id', '=', runId)
    .executeTakeFirst();
  if (run && runId !== context.runId) return run.started_at;
  throw noSuchRun(runId);
}

export function noSuchRun(run: number | string): HubError {
  return new HubError({
    code: 'no_such_run',
    exitCode: 2,
    zh: `没有编号为 ${run} 的同步`,
    en: `There is no run ${run}`,
    nextZh: '不带编号运行 bangqiao undo，可以看到最近的同步',
    nextEn: 'bangqiao undo without a number lists the last runs',
  });
}

/** One customer, in one transaction: hub, base and, for fields that were empty, the order to empty them. Answers what it put back. */
function putBack(
  context: RunContext,
  runId: number,
  id: number,
  wanted: readonly RunChange[],
  not: NotUndone[],
): Promise<RunChange[]> {
  return context.store.transaction(
    async (trx) => {
      let customer = await standing(trx, id, wanted, not);
      if (!customer) return [];
      const mine = wanted.filter((change) => isStillTheRuns(customer as Customer, change, not));
      const orders: Orders = {};
      for (const change of mine) {
        if (change.before === null) orders[change.field] = { expect: change.after as string };
        customer = await putBackOne(trx, context, runId, customer, change);
      }
      if (Object.keys(orders).length > 0) await order(trx, context, runId, customer, orders);
      return mine;
    },
    { durable: true },
  );
}

async function putBackOne(
  trx: Executor,
  context: RunContext,
  runId: number,
  customer: Customer,
  { field, before, after }: RunChange,
): Promise<Customer> {
  const person = { by: context.by, at: now(context) };
  const reason = `undo of run ${runId}`;
  const { options } = context.erp;
  if (before !== null) {
    const change = { field, wanted: before, erpValue: after };
    return setByPerson(trx, customer, change, { person, reason, options });
  }
  const emptied = await updateCustomer(
    trx,
    customer,
    { [field]: null },
    { by: context.by, reason, source: 'manual', runId: context.runId, now: person.at },
  );
  const base = await readBase(trx, customer.id, await mirrorValues(trx, customer, options));
  const agreed = { ...base, [field]: [null, after] as const };
  await keepBase(trx, customer.id, customer.erp_customer_id as number, agreed, person.at);
  return emptied;
}

async function order(
  trx: Executor,
  context: RunContext,
  runId: number,
  customer: Customer,
  orders: Orders,
): Promise<void> {
  const reason = `undo of run ${runId}`;
  await planWrite(
    trx,
    {
      run_id: context.runId,
      customer_id: customer.id,
      kind: 'update',
      ord: customer.erp_customer_id,
      field_names: Object.keys(orders),
      rule: null,
      rule_set_version: null,
      reason,
      orders,
    },
    note(context, reason),
  );
}

const CHUNK = 500;

/** An undo passes the breaker with its own rows only; what else waits goes on waiting. */
async function passOwn(context: RunContext, customers: readonly number[]): Promise<void> {
  const passed_at = now(context);
  await context.store.transaction(async (trx) => {
    for (let start = 0; start < customers.length; start += CHUNK) {
      await trx
        .updateTable('write_journal')
        .set({ passed_at })
        .where('customer_id', 'in', customers.slice(start, start + CHUNK))
        .where('kind', '=', 'update')
        .where('state', '=', 'planned')
        .execute();
    }
  });
}
