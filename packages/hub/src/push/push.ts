import type { CompiledRuleSet, ScoreFloor } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { readOptions } from '../erp/options.ts';
import { barsAll, stopsRun } from '../erp/stopping.ts';
import { lacksCategory, readUsualCategory } from '../erp/usual-category.ts';
import { CUSTOMER_KINDS, type CustomerKind, SECOND_KINDS, type SecondKind } from '../journal/states.ts';
import type { Asked } from '../plan/asked.ts';
import type { Passage } from '../plan/passage.ts';
import { isAbout, now, type RunContext } from '../sync/context.ts';
import { planLevels } from './level-plan.ts';
import { mirrorGate } from './mirror-gate.ts';
import type { MayCreate, PushOutcome, PushResult } from './outcome.ts';
import { type PushPlan, planCreates } from './plan.ts';
import { planUpdates } from './plan-updates.ts';
import { answerRequests, requestsOf } from './requests.ts';
import { dropSettledCreates } from './settled-creates.ts';
import { mayBeThere, type Worked, workJournal } from './worker.ts';

/** Updates may follow from links and from merges of other updates; more rounds than this would be a loop. */
const UPDATE_ROUNDS = 3;

/**
 * Decides, plans, asks the passage what may be written, and works that: creates first, then what linked customers need.
 * `missed`: records that a pull missed and nobody judged. Each customer counts once.
 */
export async function push(
  context: RunContext,
  ruleSet: CompiledRuleSet,
  floor: ScoreFloor | undefined,
  passage: Passage,
  missed: readonly number[],
): Promise<PushResult & { stoppedBy: Worked['stoppedBy']; asked: Asked | null }> {
  const startedAt = context.clock().getTime();
  const callsBefore = context.erp.log.calls;
  const requests = await requestsOf(context);
  await dropSettledCreates(context);
  let stoppedBy = await readMissingOptions(context);
  const plan = stoppedBy ? nothingPlanned() : await planCreates(context, ruleSet, floor);
  const outcomes = plan.outcomes;
  let newlyParked = plan.newlyParked;
  const over = () => stoppedBy !== null || context.turn.isOver;
  const updates = async () => {
    const { planned, parked } = await planUpdates(context);
    const refused = new Map(parked.map((id) => [id, 'parked' as const]));
    newlyParked += take(outcomes, { outcomes: refused, newlyParked: refused.size });
    return planned;
  };
  let planned = over() ? 0 : await updates();
  if (!over()) await planLevels(context);
  const pass = over() ? null : await passage(context, missed);
  let asked = pass?.asked ?? null;
  let barredBy: Worked['stoppedBy'] = null;
  if (pass && !asked && requests.size > 0) await answerRequests(context, requests);
  const work = (kind: CustomerKind | SecondKind, gate: MayCreate) =>
    workJournal(context, kind, gate, pass?.mayWork ?? mayBeThere);

  context.progress.start('push');
  if (!over()) {
    const created = await work('create', mirrorGate(context));
    newlyParked += take(outcomes, created);
    // Whoever is in the ERP already can still be written to.
    if (barsAll(created.stoppedBy)) barredBy = created.stoppedBy;
    else stoppedBy = created.stoppedBy;
  }
  if (!over()) {
    const contacts = await work('contact', mirrorGate(context));
    newlyParked += take(outcomes, contacts);
    stoppedBy = contacts.stoppedBy;
  }
  for (let round = 0; round < UPDATE_ROUNDS && !over(); round += 1) {
    planned += await updates();
    if (planned === 0 && round > 0) break;
    asked ??= (await passage(context, [])).asked;
    const updated = await work('update', async () => null);
    newlyParked += take(outcomes, updated);
    stoppedBy = updated.stoppedBy;
    if (planned === 0) break;
    planned = 0;
  }
  for (const kind of SECOND_KINDS) {
    if (over()) break;
    // The customer counts by its create.
    const second = await work(kind, async () => null);
    newlyParked += second.newlyParked;
    stoppedBy = second.stoppedBy;
  }
  await countParked(context, outcomes);
  await countLeft(context, outcomes);
  context.progress.finish('push');

  const whose = (wanted: PushOutcome) =>
    [...outcomes].flatMap(([id, outcome]) => (outcome === wanted ? [id] : []));
  const count = (wanted: PushOutcome) => whose(wanted).length;
  return {
    considered: outcomes.size,
    created: count('created'),
    linked: count('linked'),
    updated: count('updated'),
    skipped: count('skipped'),
    stayedOut: whose('skipped'),
    failed: count('failed'),
    waiting: count('waiting'),
    parked: count('parked'),
    inDoubt: count('inDoubt'),
    calls: context.erp.log.calls - callsBefore,
    ms: context.clock().getTime() - startedAt,
    newlyParked,
    byRule: plan.byRule,
    stoppedBy: stoppedBy ?? barredBy,
    asked,
  };
}

const nothingPlanned = (): PushPlan => ({ outcomes: new Map(), newlyParked: 0, byRule: {} });

/**
 * Without a category every create would be parked for want of one: a push that no full pull went before reads the tenant's
 * tree itself, or what its customers usually have. Where there is none at all, the trouble that kept the tree from being
 * read, when it will pass by itself.
 */
async function readMissingOptions(context: RunContext): Promise<Worked['stoppedBy']> {
  const { options: known, usualCategory } = context.erp;
  if (known.firstLeaf('sort1') || usualCategory !== null) return null;
  try {
    const { options, failed } = await readOptions(context.erp.client, context.store, now(context));
    context.erp.options = options;
    if (!lacksCategory(context)) return null;
    context.erp.usualCategory = await readUsualCategory(context);
    const error = failed.find(({ list }) => list === 'sort1')?.error;
    const isPassing = error instanceof ZhibangError && error.blame === 'transient';
    return isPassing && context.erp.usualCategory === null ? error : null;
  } catch (error) {
    if (stopsRun(error)) return error;
    throw error;
  }
}

/** A customer that was created or linked in this run stays that, whatever update followed. */
function take(outcomes: Map<number, PushOutcome>, worked: Pick<Worked, 'outcomes' | 'newlyParked'>): number {
  for (const [customerId, outcome] of worked.outcomes) {
    const before = outcomes.get(customerId);
    if (before === 'created' || before === 'linked') continue;
    outcomes.set(customerId, outcome);
  }
  return worked.newlyParked;
}

/** Those that no plan of this run was about. */
async function countParked(context: RunContext, outcomes: Map<number, PushOutcome>): Promise<void> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .select('customer_id')
    .where('state', '=', 'parked')
    .where('kind', 'in', CUSTOMER_KINDS)
    .execute();
  for (const { customer_id: id } of rows) {
    if (!outcomes.has(id) && isAbout(context, id)) outcomes.set(id, 'parked');
  }
}

/** What this run was not to work: it waits for a person's answer, or for a run that may. */
async function countLeft(context: RunContext, outcomes: Map<number, PushOutcome>): Promise<void> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .select(['customer_id', 'state'])
    .where('kind', 'in', CUSTOMER_KINDS)
    .where('state', 'in', ['planned', 'waiting', 'claimed', 'allocated', 'sent', 'in_doubt'])
    .execute();
  for (const { customer_id, state } of rows) {
    if (outcomes.has(customer_id) || !isAbout(context, customer_id)) continue;
    outcomes.set(customer_id, state === 'sent' || state === 'in_doubt' ? 'inDoubt' : 'waiting');
  }
}
