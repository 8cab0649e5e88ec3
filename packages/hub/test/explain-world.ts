import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSim, type Sim, type SimOptions } from '@bangqiao/zhibang-sim';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { activeRules } from '../src/admit/rule-store.ts';
import { type ErpAccess, openErp } from '../src/erp/access.ts';
import { importFile } from '../src/ingest/index.ts';
import { breakerPassage } from '../src/plan/passage.ts';
import { type Store, thisHolder } from '../src/store/index.ts';
import { type RunContext, SILENT } from '../src/sync/context.ts';
import { type RunKind, type RunReport, run } from '../src/sync/run.ts';
import { testStore } from './support/database.ts';

export const PEOPLE = fileURLToPath(new URL('../../../examples/people.csv', import.meta.url));

/** A hub on a database of this test's own, with a stand-in ERP over HTTP. */
export interface World {
  store: Store;
  sim: Sim;
  url: string;
  erp: ErpAccess;
  /** Seconds put onto the clock at each run, so that what follows is later. */
  sync(kind?: RunKind): Promise<RunReport>;
  bring(file: string): Promise<void>;
  now(): Date;
}

const START = Date.parse('2026-03-01T02:00:00.000Z');

export async function startWorld(options: SimOptions = {}): Promise<World> {
  const sim = createSim({ customers: 60, seed: 1, ...options });
  const url = await sim.listen();
  onTestFinished(() => sim.close());
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-world-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await testStore();
  const erp = await openErp(store, {
    baseUrl: url,
    username: 'demo',
    password: 'demo-pass',
    kind: 'stand-in',
    sessionFile: join(folder, 'session'),
    concurrency: 4,
    callsPerMinute: 0,
    timeoutMs: 5000,
    maxAttempts: 1,
    by: 'test',
  });
  onTestFinished(() => erp.close());
  let ticks = 0;
  const clock = () => new Date(START + ticks++ * 10);
  return {
    store,
    sim,
    url,
    erp,
    now: clock,
    sync: (kind = 'sync') => {
      ticks += 6000;
      return oneRun(store, erp, kind, clock);
    },
    bring: async (file) => {
      ticks += 6000;
      await importFile(store, file, { by: 'import', now: clock });
    },
  };
}

async function oneRun(store: Store, erp: ErpAccess, kind: RunKind, clock: () => Date): Promise<RunReport> {
  const self = thisHolder('sync (test)');
  const rules = await activeRules(store, {}, clock().toISOString());
  const request = {
    kind,
    trigger: 'cli',
    self,
    admission: async () => ({ rules, floor: undefined }),
    waitMs: 0,
    onWait() {},
    passage: breakerPassage(null),
  } as const;
  return await run(
    store,
    request,
    (runId, turn): RunContext => ({
      store,
      turn,
      erp,
      log: pino({ level: 'silent' }),
      runId,
      by: 'sync (test)',
      holder: JSON.stringify(self),
      byHand: true,
      progress: SILENT,
      clock,
      random: Math.random,
      settings: {
        pageSize: 500,
        concurrency: 4,
        completeBudget: 5000,
        retryInterval: 60,
        defaultCategory: null,
        sourceLabels: ['微信咨询', '网站注册'],
        waiveMirror: false,
        plansFolder: join(tmpdir(), `bangqiao-world-plans-${process.pid}`),
        callsPerMinute: 0,
        acceptedGone: new Set<number>(),
        breaker: { number: 100, share: 0.3, min_rows: 20 },
      },
    }),
  );
}
