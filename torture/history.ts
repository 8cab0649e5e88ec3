import { HubError } from '../packages/hub/src/errors.ts';
import { Crash, Mortal } from './crash.ts';
import * as deeds from './deeds.ts';
import type { Ground } from './ground.ts';
import { cursorIsHonest } from './lost.ts';
import { Memory } from './memory.ts';
import { checkStatements, settle, type Violation } from './statements.ts';
import type { History, Step, Verb } from './steps.ts';
import { World } from './world.ts';

export interface Outcome {
  violations: Violation[];
  /** How often each fault struck, how often after the effect, and in how many histories each oddity was on. */
  faults: Record<string, number>;
  faultsAfter: Record<string, number>;
  oddities: string[];
  crashes: number;
  crashesAfter: number;
  /** Calm rounds that still wrote. */
  rounds: number;
}

/** A history ends in this time, however busy the machine is, or does not end at all. */
const MOST_MS = 240_000;

/** Plays one history on an empty database and looks at the ten statements; what is thrown is a violation too. */
export async function play(ground: Ground, history: History): Promise<Outcome> {
  const world = new World(ground, history);
  const outcome: Outcome = {
    violations: world.violations,
    faults: {},
    faultsAfter: {},
    oddities: Object.keys(history.oddities),
    crashes: 0,
    crashesAfter: 0,
    rounds: 0,
  };
  try {
    await inTime(storm(world, history, outcome));
  } catch (error) {
    world.say(0, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await world.close();
    await ground.clear();
  }
  return outcome;
}

async function storm(world: World, { steps }: History, outcome: Outcome): Promise<void> {
  const memory = new Memory();
  await world.open();
  memory.remember(world.sim);
  for (const step of steps) await take(world, memory, outcome, step);
  const { struck, struckAfter } = world.sim.stats;
  outcome.faults = { ...struck };
  outcome.faultsAfter = { ...struckAfter };
  outcome.rounds = await checkStatements(world, memory);
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ended after ${MOST_MS / 1000} s`)), MOST_MS);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

async function take(world: World, memory: Memory, outcome: Outcome, step: Step): Promise<void> {
  const { sim } = world;
  switch (step.do) {
    case 'bring':
      return deeds.bring(world, memory, step);
    case 'insert':
      return deeds.insert(world, memory, step);
    case 'edit-here':
      return deeds.editHere(world, memory, step);
    case 'edit-erp':
      return deeds.editErp(world, memory, step);
    case 'erase':
      return deeds.erase(world, memory, step);
    case 'remove':
    case 'pool':
    case 'hide':
    case 'show':
      return deeds.move(world, memory, step.do, step.which);
    case 'swap':
      return deeds.swap(world, memory, step);
    case 'reuse':
      return deeds.reuse(world, memory);
    case 'rules':
      return deeds.activate(world, step);
    case 'resolve':
      return deeds.resolve(world, memory, step).catch(refused);
    case 'undo':
      return deeds.undo(world, memory, step);
    case 'desk':
      return deeds.atDesk(world, step).catch(refused);
    case 'fault':
      Object.assign(sim.faults, step.faults);
      return;
    case 'calm':
      return world.heal();
    case 'kill-tokens':
      return sim.killTokens();
    case 'settle':
      memory.lied ||= hasLied(world);
      await settle(world, memory);
      return;
    case 'run':
      await world.run(step.kind).catch(() => {});
      return;
    case 'at-once':
      return atOnce(world, outcome, step.kinds, step.at);
    case 'cancel-during':
      world.interrupt(step.at, () => cancelOne(world));
      await world.run(step.kind).catch(() => {});
      world.disarm();
      return;
    case 'crash':
      return crash(world, outcome, step.kind, step.at, world.dice.below(2));
  }
}

/** What a person asks for and the hub refuses is no violation. */
function refused(error: unknown): void {
  if (!(error instanceof HubError)) throw error;
}

export function hasLied({ sim }: World): boolean {
  const { lieSuccess = 0, silentFieldLoss = 0 } = sim.stats.struck;
  return lieSuccess + silentFieldLoss > 0 || sim.oddities.droppedFields.length > 0;
}

async function atOnce(world: World, outcome: Outcome, kinds: readonly Verb[], at: number): Promise<void> {
  await Promise.all(
    kinds.map((kind, erp) =>
      erp === 0 && at > 0 ? crash(world, outcome, kind, at, 0) : world.run(kind, { erp }).catch(() => {}),
    ),
  );
}

async function cancelOne(world: World): Promise<void> {
  await deeds.atDesk(world, { do: 'desk', which: 0, verb: 'cancel' }).catch(() => {});
}

async function crash(world: World, outcome: Outcome, kind: Verb, at: number, erp: number): Promise<void> {
  const mortal = new Mortal(at);
  const newest = Math.max(0, ...world.sim.customers().map(({ ord }) => ord));
  await world.run(kind, { mortal, erp }).catch((error: unknown) => {
    if (!(error instanceof Crash) && !mortal.dead) return;
  });
  await mortal.end();
  if (!mortal.dead) return;
  outcome.crashes += 1;
  if (mortal.afterEffect) outcome.crashesAfter += 1;
  await cursorIsHonest(world, newest);
}
