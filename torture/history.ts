import type { Customer } from '../packages/core/src/index.ts';
import { requireCustomer, updateCustomer } from '../packages/hub/src/customers/index.ts';
import type { FaultName } from '../packages/zhibang-sim/src/faults.ts';
import { Crash, Mortal } from './crash.ts';
import { Dice } from './random.ts';
import { checkStatements, type Violation } from './statements.ts';
import { World } from './world.ts';

/** One thing that happens; a history is a list of these, and the same seed plays the same. */
export type Step =
  | { do: 'bring'; person: number; wechat: number; colleague: boolean }
  | { do: 'insert'; person: number }
  | { do: 'edit-here'; which: number; value: number }
  | { do: 'edit-erp'; which: number; field: 'email' | 'address' | 'mobile'; value: number }
  | { do: 'remove' | 'pool' | 'hide' | 'show'; which: number }
  | { do: 'fault'; name: FaultName; rate: number }
  | { do: 'calm' }
  | { do: 'kill-tokens' }
  | { do: 'run'; kind: 'sync' | 'pull' | 'push' }
  | { do: 'two-runs' }
  | { do: 'crash'; kind: 'sync' | 'pull' | 'push'; at: number };

export interface Outcome {
  violations: Violation[];
  faults: Record<string, number>;
  crashes: number;
  crashesAfterEffect: number;
}

/** What people put into the ERP, so that a check can tell their values from ours. */
export interface Memory {
  brought: Map<number, Set<string>>;
  /** Values that people ever gave to a field of a record, by `ord` and field. */
  given: Map<string, Set<string>>;
  /** Records that were deleted, hidden or given away at any time. */
  absent: Set<number>;
  /** Of these, those that were deleted. */
  deleted: Set<number>;
  /** The ERP said yes to saves that stored nothing: twice so and a value counts as not kept there (domain.md). */
  lied: boolean;
}

/** Calls with a save among them are few, so these strike often; the others would only slow the client down. */
const SAVE_FAULTS: readonly FaultName[] = ['dropBeforeSave', 'dropAfterSave', 'stallAfterSave', 'lieSuccess'];
const CALL_FAULTS: readonly FaultName[] = [
  'dropRead',
  'error500',
  'emptyBody',
  'htmlPage',
  'controlChars',
  'tokenDeath',
  'clampPage',
];
const PEOPLE = 6;

export function makeSteps(seed: number): { customers: number; steps: Step[] } {
  const dice = new Dice(seed);
  const steps: Step[] = [];
  const length = 5 + dice.below(8);
  const kinds = ['sync', 'sync', 'pull', 'push'] as const;
  for (let at = 0; at < length; at += 1) {
    const chance = dice.next();
    const person = dice.below(PEOPLE);
    if (chance < 0.22)
      steps.push({ do: 'bring', person, wechat: dice.below(3), colleague: dice.next() < 0.2 });
    else if (chance < 0.27) steps.push({ do: 'insert', person });
    else if (chance < 0.35) steps.push({ do: 'edit-here', which: dice.below(50), value: dice.below(4) });
    else if (chance < 0.45) {
      const field = dice.pick(['email', 'address', 'mobile'] as const);
      steps.push({ do: 'edit-erp', which: dice.below(50), field, value: dice.below(4) });
    } else if (chance < 0.5) {
      steps.push({ do: dice.pick(['remove', 'pool', 'hide', 'show'] as const), which: dice.below(50) });
    } else if (chance < 0.65) {
      const strikesSaves = dice.next() < 0.5;
      const name = dice.pick(strikesSaves ? SAVE_FAULTS : CALL_FAULTS);
      steps.push({ do: 'fault', name, rate: dice.pick(strikesSaves ? [0.3, 0.6, 1] : [0.05, 0.15, 0.25]) });
    } else if (chance < 0.68) steps.push({ do: 'kill-tokens' });
    else if (chance < 0.71) steps.push({ do: 'calm' });
    else if (chance < 0.76) steps.push({ do: 'two-runs' });
    else if (chance < 0.88) steps.push({ do: 'crash', kind: dice.pick(kinds), at: 1 + dice.below(120) });
    else steps.push({ do: 'run', kind: dice.pick(kinds) });
  }
  return { customers: 4 + dice.below(12), steps };
}

export async function play(seed: number, steps: readonly Step[], customers: number): Promise<Outcome> {
  const world = new World(new Dice(seed ^ 0x5eed), customers);
  const memory: Memory = {
    brought: new Map(),
    given: new Map(),
    absent: new Set(),
    deleted: new Set(),
    lied: false,
  };
  const outcome: Outcome = { violations: [], faults: {}, crashes: 0, crashesAfterEffect: 0 };
  await world.open();
  try {
    remember(world, memory);
    for (const step of steps) await take(world, memory, outcome, step);
    for (const [name, count] of Object.entries(world.sim.stats.struck)) {
      outcome.faults[name] = (outcome.faults[name] ?? 0) + count;
    }
    memory.lied = (world.sim.stats.struck.lieSuccess ?? 0) > 0;
    world.heal();
    outcome.violations = await checkStatements(world, memory);
    return outcome;
  } finally {
    await world.close();
  }
}

function remember(world: World, memory: Memory): void {
  for (const { ord, fields } of world.sim.customers()) {
    for (const [field, value] of Object.entries(fields)) give(memory, ord, field, value);
  }
}

function give(memory: Memory, ord: number, field: string, value: string): void {
  const key = `${ord} ${field}`;
  memory.given.set(key, (memory.given.get(key) ?? new Set()).add(value));
}

export const companyOf = (person: number) => `绍兴磨砺${person}号机械有限公司`;
const phoneOf = (person: number) => `1360000${String(person).padStart(4, '0')}`;
const wechatOf = (person: number, number: number) => `wxid_torture_${person}_${number}`;

async function take(world: World, memory: Memory, outcome: Outcome, step: Step): Promise<void> {
  const { sim, dice } = world;
  switch (step.do) {
    case 'bring': {
      const { person, colleague } = step;
      const wechat = wechatOf(person, colleague ? 9 : step.wechat);
      const phone = colleague ? `1370000${String(person).padStart(4, '0')}` : phoneOf(person);
      memory.brought.set(person, (memory.brought.get(person) ?? new Set()).add(wechat));
      await world.import([`${wechat},昵称${person},${companyOf(person)},${phone},1`]);
      return;
    }
    case 'insert': {
      const there = sim.customers().some(({ fields }) => fields.mobile === phoneOf(step.person));
      if (there) return;
      const fields = {
        name: companyOf(step.person),
        mobile: phoneOf(step.person),
        person_name: `磨砺${step.person}`,
      };
      const ord = sim.insert(fields);
      for (const [field, value] of Object.entries(sim.customer(ord)?.fields ?? fields)) {
        give(memory, ord, field, value);
      }
      return;
    }
    case 'edit-here':
      return editHere(world, step.which, `here${step.value}@example.com`);
    case 'edit-erp': {
      const plain = sim.customers().filter(({ place }) => place === 'plain');
      const one = plain[step.which % plain.length];
      if (!one) return;
      const value =
        step.field === 'email'
          ? `there${step.value}@example.com`
          : step.field === 'mobile'
            ? `139${String(one.ord).padStart(7, '0')}${step.value}`
            : `绍兴市新路 ${step.value} 号`;
      if (step.field === 'mobile' && isOurs(one.fields.mobile)) return;
      give(memory, one.ord, step.field, value);
      return sim.edit(one.ord, { [step.field]: value });
    }
    case 'remove':
    case 'pool':
    case 'hide':
    case 'show':
      return move(world, memory, step.do, step.which);
    case 'fault':
      sim.faults[step.name] = step.rate;
      return;
    case 'calm':
      return world.heal();
    case 'kill-tokens':
      return sim.killTokens();
    case 'run':
      await world.run(step.kind).catch(() => {});
      return;
    case 'two-runs':
      await Promise.allSettled([world.run('sync'), world.run('sync', { erp: 1 })]);
      return;
    case 'crash': {
      const mortal = new Mortal(step.at);
      await world.run(step.kind, { mortal, erp: dice.below(2) }).catch((error: unknown) => {
        if (!(error instanceof Crash) && !mortal.dead) return;
      });
      if (!mortal.dead) return;
      outcome.crashes += 1;
      if (mortal.afterEffect) outcome.crashesAfterEffect += 1;
    }
  }
}

const isOurs = (mobile: string | undefined) => /^13[67]0000/.test(mobile ?? '');

/** Only records that the hub has linked go away: what a colleague deletes before it was read back nobody can tell from unsaved. */
async function move(world: World, memory: Memory, how: 'remove' | 'pool' | 'hide' | 'show', which: number) {
  const { sim } = world;
  if (how === 'show') {
    const away = sim.customers().filter(({ place }) => place !== 'plain');
    const one = away[which % Math.max(1, away.length)];
    if (one) sim.show(one.ord);
    return;
  }
  const linked = await world.store.db
    .selectFrom('customers_unified')
    .select('erp_customer_id')
    .where('erp_customer_id', 'is not', null)
    .orderBy('id')
    .execute();
  const ord = linked[which % Math.max(1, linked.length)]?.erp_customer_id;
  if (ord === null || ord === undefined || sim.customer(ord)?.place !== 'plain') return;
  memory.absent.add(ord);
  if (how === 'remove') memory.deleted.add(ord);
  if (how === 'remove') sim.remove(ord);
  else if (how === 'pool') sim.moveToPool(ord);
  else sim.hide(ord);
}

async function editHere(world: World, which: number, email: string): Promise<void> {
  world.wait(60_000);
  const rows = (await world.store.db
    .selectFrom('customers_unified')
    .selectAll()
    .orderBy('id')
    .execute()) as Customer[];
  const one = rows[which % Math.max(1, rows.length)];
  if (!one) return;
  const now = world.clock().toISOString();
  await world.store.transaction(async (trx) =>
    updateCustomer(
      trx,
      await requireCustomer(trx, one.id),
      { email },
      { by: 'person', reason: 'edited', source: 'manual', runId: null, now },
    ),
  );
}
