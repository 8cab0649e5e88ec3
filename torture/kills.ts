import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HELD_STATES } from '../packages/hub/src/journal/states.ts';
import { parseHolder } from '../packages/hub/src/store/index.ts';
import { bring } from './deeds.ts';
import { Memory } from './memory.ts';
import { PEOPLE } from './people.ts';
import { checkStatements } from './statements.ts';
import { PASSWORD, World } from './world.ts';

/** What real processes that were really killed came to. */
export interface Kills {
  /** SIGKILLs that hit a process with a write of its own under way. */
  insidePush: number;
  /** Of those: a process that somebody started with `bangqiao sync`. */
  ofCommands: number;
  /** All SIGKILLs. */
  sent: number;
  worlds: number;
  violations: number;
  mostRounds: number;
}

/** Processes that want to sync one database at the same time. */
const AT_ONCE = 3;
const LAUNCHER = join(import.meta.dirname, '../packages/hub/bin/bangqiao.mjs');
const KILLS_PER_WORLD = 7;
/** Worlds at once: a process takes half a second to come up, and the others work meanwhile. */
const LANES = 2;
const SLOW = { slowMs: 2, slowJitterMs: 6 };
const LONGEST_WAIT_MS = 8000;

/** Kills real processes until so many SIGKILLs fell inside push, then heals each world and looks at the ten statements. */
export async function killCampaign(wanted: number, seed: number): Promise<Kills> {
  const kills: Kills = { insidePush: 0, ofCommands: 0, sent: 0, worlds: 0, violations: 0, mostRounds: 0 };
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (kills.insidePush < wanted) {
        kills.worlds += 1;
        await oneWorld(kills, seed * 10_007 + kills.worlds);
        if (kills.worlds % 10 === 0)
          console.error(`${kills.insidePush} kills inside push, ${kills.violations} violated`);
      }
    }),
  );
  return kills;
}

async function oneWorld(kills: Kills, seed: number): Promise<void> {
  const history = { seed, customers: 6 + (seed % 9), oddities: {}, breaker: 10_000 };
  const memory = new Memory();
  const world = await World.withFile(history, Date.now());
  const killers = new Killers(world);
  try {
    await world.open();
    memory.remember(world.sim);
    office(world);
    await bringMany(world, memory);
    Object.assign(world.sim.faults, SLOW, lossOf(seed));
    killers.start();
    for (let kill = 0; kill < KILLS_PER_WORLD; kill += 1) {
      const fell = await killers.killOne();
      kills.sent += 1;
      if (fell) kills.insidePush += 1;
      if (fell === 'command') kills.ofCommands += 1;
      if (kill === 3) await bringMany(world, memory);
    }
    await killers.end();
    kills.mostRounds = Math.max(kills.mostRounds, await checkStatements(world, memory));
  } catch (error) {
    world.say(0, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await killers.end();
    await world.close();
  }
  if (world.violations.length === 0) return;
  kills.violations += 1;
  const said = world.violations.map(({ statement, what }) => `(${statement}) ${what}`);
  console.log(`killed world ${seed}: ${said.join('; ')}`);
}

/** In every second world the ERP loses answers, too. */
function lossOf(seed: number) {
  return seed % 2 === 0 ? { dropAfterSave: 0.3 } : {};
}

/** A configuration as an office has it, for the processes. */
function office(world: World): void {
  mkdirSync(join(world.folder, 'storage'), { recursive: true });
  writeFileSync(join(world.folder, 'storage', 'password'), PASSWORD, { mode: 0o600 });
  const lines = [
    'erp_integration:',
    `  base_url: ${world.baseUrl}`,
    '  auth: {username: demo, password: "file:storage/password"}',
    '  erp_pull: {batch_size: 20}',
    '  sync: {breaker: {number: 10000, share: 1, min_rows: 10000}}',
    '  retry: {retry_interval: 1}',
    `  database: {file: ${JSON.stringify(world.file)}}`,
  ];
  writeFileSync(join(world.folder, 'config.yaml'), `${lines.join('\n')}\n`);
}

/** Everybody, with the colleague; some stand in the ERP already, and some come under another WeChat id. */
async function bringMany(world: World, memory: Memory): Promise<void> {
  for (let person = 0; person < PEOPLE * 2; person += 1) {
    const step = { do: 'bring', person, wechat: world.dice.below(3) } as const;
    await bring(world, memory, { ...step, colleague: world.dice.next() < 0.3 });
  }
}

/** What a killed process was: the hub that runs on and on, or the program as its user starts it. */
type Kind = 'hub' | 'command';

class Killers {
  readonly #world: World;
  readonly #alive = new Map<number, { child: ChildProcess; kind: Kind }>();
  #ended = false;

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    while (this.#alive.size < AT_ONCE && !this.#ended) {
      const hubs = [...this.#alive.values()].filter(({ kind }) => kind === 'hub').length;
      this.#spawn(hubs === 0 ? 'hub' : 'command');
    }
  }

  #spawn(kind: Kind): void {
    const { folder } = this.#world;
    const words =
      kind === 'hub'
        ? [join(import.meta.dirname, 'process.ts'), folder, 'sync', 'push', 'push']
        : [LAUNCHER, 'sync', '--json'];
    const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' });
    const pid = child.pid as number;
    this.#alive.set(pid, { child, kind });
    child.once('exit', () => {
      this.#alive.delete(pid);
      // A command ends by itself once it has nothing left to do.
      this.start();
    });
  }

  /** Waits until a process has writes under way, a moment more, kills it, and tells what it was if it still had some then. */
  async killOne(): Promise<Kind | null> {
    const { dice } = this.#world;
    await this.#waitForWriter();
    await sleep(dice.next() * 60);
    const victim = (await this.#waitForWriter()) ?? [...this.#alive.keys()][0] ?? null;
    const struck = victim === null ? undefined : this.#alive.get(victim);
    if (victim === null || struck === undefined) return null;
    struck.child.kill('SIGKILL');
    if (this.#alive.has(victim)) await once(struck.child, 'exit');
    return (await this.#held()).includes(victim) ? struck.kind : null;
  }

  async #waitForWriter(): Promise<number | null> {
    const giveUp = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const writer = await this.#writer();
      if (writer !== null || Date.now() > giveUp) return writer;
      await sleep(3);
    }
  }

  async #writer(): Promise<number | null> {
    return (await this.#held()).find((pid) => this.#alive.has(pid)) ?? null;
  }

  /** Process ids that the journal names as holders of a write under way. */
  async #held(): Promise<number[]> {
    const rows = await this.#world.store.db
      .selectFrom('write_journal')
      .select('holder')
      .where('state', 'in', [...HELD_STATES, 'in_doubt'])
      .where('holder', 'is not', null)
      .execute();
    return rows.flatMap(({ holder }) => parseHolder(String(holder))?.pid ?? []);
  }

  async end(): Promise<void> {
    this.#ended = true;
    const ends = [...this.#alive.values()].map(({ child }) => {
      const end = once(child, 'exit');
      child.kill('SIGKILL');
      return end;
    });
    await Promise.all(ends);
  }
}
