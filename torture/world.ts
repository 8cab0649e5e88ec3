import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { activeRules } from '../packages/hub/src/admit/rule-store.ts';
import { type ErpAccess, openErp } from '../packages/hub/src/erp/access.ts';
import { importFile } from '../packages/hub/src/ingest/index.ts';
import { breakerPassage } from '../packages/hub/src/plan/passage.ts';
import { openStore, type Store, thisHolder } from '../packages/hub/src/store/index.ts';
import { SILENT } from '../packages/hub/src/sync/context.ts';
import { type RunKind, type RunReport, run } from '../packages/hub/src/sync/run.ts';
import { createSim, noFaults, type Sim } from '../packages/zhibang-sim/src/index.ts';
import type { Mortal } from './crash.ts';
import type { Dice } from './random.ts';

const START = Date.parse('2026-03-01T02:00:00.000Z');
const MINUTE = 60_000;
export const PASSWORD = 'demo-pass';

/** One hub on a database file of its own, a stand-in ERP over HTTP, and a clock that only runs and edits move. */
export class World {
  readonly sim: Sim;
  readonly folder = mkdtempSync(join(tmpdir(), 'bangqiao-torture-'));
  readonly dice: Dice;
  store!: Store;
  erps: ErpAccess[] = [];
  #time = START;
  #lives = 0;

  constructor(dice: Dice, customers: number) {
    this.dice = dice;
    this.sim = createSim({ customers, seed: 1 + dice.below(1_000_000) });
  }

  async open(): Promise<void> {
    const baseUrl = await this.sim.listen();
    this.store = await openStore({ file: join(this.folder, 'hub.db') });
    for (let at = 0; at < 2; at += 1) {
      this.erps.push(
        await openErp(this.store, {
          baseUrl,
          username: 'demo',
          password: PASSWORD,
          kind: 'stand-in',
          sessionFile: join(this.folder, 'session'),
          concurrency: 3,
          callsPerMinute: 0,
          timeoutMs: 150,
          maxAttempts: 2,
          backoffMs: 1,
          by: `torture ${at}`,
        }),
      );
    }
  }

  async close(): Promise<void> {
    for (const erp of this.erps) await erp.close().catch(() => {});
    await this.store.close().catch(() => {});
    await this.sim.close();
    rmSync(this.folder, { recursive: true, force: true });
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

  async import(rows: readonly string[]): Promise<void> {
    this.wait(MINUTE);
    const file = join(this.folder, 'people.csv');
    writeFileSync(
      file,
      `${['wechat_id,wechat_nickname,company_name,phone,has_order', ...rows].join('\n')}\n`,
    );
    await importFile(this.store, file, { by: 'import', now: this.clock });
  }

  /** One run as a process of its own; with `mortal` it dies on the way and its claims are a dead process's. */
  async run(kind: RunKind, { mortal, erp = 0 }: { mortal?: Mortal; erp?: number } = {}): Promise<RunReport> {
    this.wait(MINUTE);
    this.#lives += 1;
    const self = mortal
      ? { label: 'mortal', host: hostname(), pid: process.pid, started: `life ${this.#lives}` }
      : thisHolder(`torture ${this.#lives}`);
    const store = mortal ? mortal.store(this.store) : this.store;
    const access = this.erps[erp] as ErpAccess;
    const shown = mortal ? mortal.erp(access) : access;
    const rules = await activeRules(this.store, {}, this.clock().toISOString());
    const passage = breakerPassage(null);
    const request = {
      kind,
      trigger: 'cli',
      self,
      admission: async () => ({ rules, floor: undefined }),
      waitMs: 60_000,
      onWait() {},
      passage,
    } as const;
    return run(store, request, (runId, turn) => ({
      store,
      turn,
      erp: shown,
      log: pino({ level: 'silent' }),
      runId,
      by: self.label,
      holder: JSON.stringify(self),
      byHand: true,
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
        acceptedGone: new Set<number>(),
        breaker: { number: 10_000, share: 1, min_rows: 10_000 },
      },
    }));
  }
}
