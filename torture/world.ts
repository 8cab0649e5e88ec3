import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { activeRules } from '../packages/hub/src/admit/rule-store.ts';
import { type ErpAccess, type ErpSettings, openErp } from '../packages/hub/src/erp/access.ts';
import { type ImportReport, importFile } from '../packages/hub/src/ingest/index.ts';
import { createLog } from '../packages/hub/src/log.ts';
import { breakerPassage } from '../packages/hub/src/plan/passage.ts';
import type { Plan } from '../packages/hub/src/plan/plan-file.ts';
import { type Store, thisHolder } from '../packages/hub/src/store/index.ts';
import { type RunContext, SILENT } from '../packages/hub/src/sync/context.ts';
import { type RunKind, type RunReport, run } from '../packages/hub/src/sync/run.ts';
import { createSim, noFaults, type Sim } from '../packages/zhibang-sim/src/index.ts';
import type { Mortal } from './crash.ts';
import { Ground } from './ground.ts';
import { HEADER } from './people.ts';
import { Dice } from './random.ts';
import type { Say, Violation } from './statements.ts';
import type { History } from './steps.ts';
import { Watch } from './watch.ts';

const START = Date.parse('2026-03-01T02:00:00.000Z');
const MINUTE = 60_000;
/** A stalled answer costs this long; all other waits are the machine's own and the client's short pauses. */
const TIMEOUT_MS = 700;
/** In real time. Where the ERP fails most calls, the client's own 30 s between two of them would let no history end. */
const LONGEST_PAUSE_MS = 20;
export const PASSWORD = 'demo-pass-9f3a';

export interface Running {
  /** The process dies on the way; its claims are a dead process's. */
  mortal?: Mortal;
  /** Which process runs it; each has its own way to the ERP. */
  erp?: number;
  /** A person's answer to the breaker. */
  accept?: Plan;
  undo?: number;
  /** Nobody waits for it: it reads details in rotation. */
  scheduled?: boolean;
}

/** A hub on a database, a stand-in ERP over HTTP, and a clock that only runs and edits move. */
export class World {
  readonly sim: Sim;
  readonly folder = mkdtempSync(join(tmpdir(), 'bangqiao-torture-'));
  readonly dice: Dice;
  readonly store: Store;
  readonly watch: Watch;
  readonly breaker: number;
  /** Found while it went on. */
  readonly violations: Violation[] = [];
  /** Every session token that there ever was. */
  readonly tokens = new Set<string>();
  log = '';
  #erps: ErpAccess[] = [];
  baseUrl = '';
  /** The database's file, where the world has one of its own. */
  file: string | null = null;
  #ground: Ground | null = null;
  #time: number;
  #lives = 0;
  #interruption: { left: number; deed: () => Promise<void> } | null = null;
  #underWay = 0;
  #over = false;

  /** A world on a database file of its own, which other processes may open. `start` in milliseconds. */
  static async withFile(history: Omit<History, 'steps'>, start: number): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'bangqiao-file-'));
    const file = join(folder, 'hub.db');
    const ground = await Ground.open({ file });
    const world = new World(ground, history, start);
    world.file = file;
    world.#ground = ground;
    return world;
  }

  constructor(ground: Ground, { seed, customers, oddities, breaker }: Omit<History, 'steps'>, start = START) {
    this.#time = start;
    this.dice = new Dice(seed ^ 0x5eed);
    this.breaker = breaker;
    this.sim = createSim({ customers, seed: 1 + this.dice.below(1_000_000), oddities, password: PASSWORD });
    this.store = this.#fenced(ground.store);
    this.watch = new Watch(this.sim, this.store, this.say);
  }

  readonly say: Say = (statement, what) => {
    this.violations.push({ statement, what });
  };

  /** Nothing that a dead process left behind reaches the database once the history is over: another one plays there. */
  #fenced(store: Store): Store {
    return {
      ...store,
      transaction: async (work, options) => {
        if (this.#over) throw new Error('the history is over');
        await this.#interrupted();
        this.#underWay += 1;
        try {
          return await store.transaction(work, options);
        } finally {
          this.#underWay -= 1;
        }
      },
    };
  }

  /** Does something just before the hub's N-th transaction from now, where what it has read may become stale. */
  interrupt(at: number, deed: () => Promise<void>): void {
    this.#interruption = { left: at, deed };
  }

  /** What has not happened by now does not happen. */
  disarm(): void {
    this.#interruption = null;
  }

  async #interrupted(): Promise<void> {
    const due = this.#interruption;
    if (!due) return;
    due.left -= 1;
    if (due.left > 0) return;
    this.#interruption = null;
    await due.deed();
  }

  async open(): Promise<void> {
    this.baseUrl = await this.sim.listen();
    await this.erp(0);
  }

  async close(): Promise<void> {
    for (const erp of this.#erps) await erp.close().catch(() => {});
    this.#over = true;
    while (this.#underWay > 0) await sleep(1);
    await this.sim.close();
    rmSync(this.folder, { recursive: true, force: true });
    await this.#ground?.close();
    if (this.file !== null) rmSync(dirname(this.file), { recursive: true, force: true });
  }

  settings(baseUrl = this.baseUrl): ErpSettings {
    return {
      baseUrl,
      username: 'demo',
      password: PASSWORD,
      kind: 'erp',
      sessionFile: join(this.folder, 'storage', 'session'),
      concurrency: 3,
      callsPerMinute: 0,
      timeoutMs: TIMEOUT_MS,
      maxAttempts: 2,
      backoffMs: 1,
      longestPauseMs: LONGEST_PAUSE_MS,
      by: 'torture',
    };
  }

  async erp(at: number): Promise<ErpAccess> {
    const known = this.#erps[at];
    if (known) return known;
    const opened = await openErp(this.store, this.settings());
    this.#erps[at] = opened;
    return opened;
  }

  clock = (): Date => {
    this.#time += 1;
    return new Date(this.#time);
  };

  wait(ms: number): void {
    this.#time += ms;
  }

  heal(): void {
    Object.assign(this.sim.faults, noFaults());
  }

  async import(rows: readonly string[]): Promise<ImportReport> {
    this.wait(MINUTE);
    const file = join(this.folder, 'people.csv');
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
    return await importFile(this.store, file, { by: 'import', now: this.clock });
  }

  /** One run, as a process of its own has it. */
  async run(kind: RunKind, running: Running = {}): Promise<RunReport> {
    const access = await this.erp(running.erp ?? 0);
    return this.runOn(access, kind, running);
  }

  async runOn(
    access: ErpAccess,
    kind: RunKind,
    { mortal, accept, undo, scheduled = false }: Running = {},
  ): Promise<RunReport> {
    this.wait(MINUTE);
    const since = this.clock().toISOString();
    this.#lives += 1;
    const self = mortal?.holder ?? thisHolder(`torture ${this.#lives}`);
    const store = mortal ? mortal.store(this.store) : this.store;
    const erp = this.watch.erp(mortal ? mortal.erp(access) : access, () => mortal?.dead ?? false);
    const log = createLog({
      level: 'debug',
      file: null,
      readable: false,
      stderr: {
        write: (line) => {
          this.log += line;
        },
      },
    });
    const request = {
      kind,
      trigger: scheduled ? 'schedule' : 'cli',
      self,
      admission: async () => ({
        rules: await activeRules(this.store, {}, this.clock().toISOString()),
        floor: undefined,
      }),
      waitMs: MINUTE,
      onWait() {},
      passage: breakerPassage(accept ?? null),
      ...(undo === undefined ? {} : { undo: { run: undo, dryRun: false, yes: true } }),
    } as const;
    const context = (runId: number, turn: RunContext['turn']): RunContext => ({
      store,
      turn,
      erp,
      log,
      runId,
      by: self.label,
      holder: JSON.stringify(self),
      byHand: !scheduled,
      progress: SILENT,
      clock: this.clock,
      random: this.dice.next,
      settings: {
        pageSize: 5,
        concurrency: 3,
        completeBudget: 5000,
        retryInterval: 60,
        defaultCategory: null,
        sourceLabels: ['微信咨询', '网站注册'],
        waiveMirror: false,
        plansFolder: this.folder,
        callsPerMinute: 0,
        acceptedGone: new Set(accept?.gone ?? []),
        breaker: { number: this.breaker, share: 1, min_rows: 10_000 },
      },
    });
    try {
      const report = await run(store, request, context);
      this.#checkBreaker(report, since, accept?.rows.length ?? 0);
      return report;
    } finally {
      this.#learnToken();
    }
  }

  /**
   * A run lets no more through than the breaker allows and a person accepted; it may ask again about updates that followed.
   * What earlier runs let through, and a dead process left, does not count.
   */
  #checkBreaker({ runId, kind }: RunReport, since: string, accepted: number): void {
    // Its person said yes.
    if (kind === 'undo') return;
    const begun = (this.watch.begun.get(runId) ?? []).filter((passedAt) => passedAt >= since).length;
    if (begun > this.breaker + accepted) this.say(7, `run ${runId} begins ${begun} writes of its own accord`);
  }

  #learnToken(): void {
    try {
      const { token } = JSON.parse(readFileSync(join(this.folder, 'storage', 'session'), 'utf8')) as {
        token: string | null;
      };
      if (token) this.tokens.add(token);
    } catch {
      // Nobody has logged in yet.
    }
  }
}
