import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSim, type Sim, type SimOptions } from '@bangqiao/zhibang-sim';
import { onTestFinished } from 'vitest';
import { type ErpAccess, openErp } from '../src/erp/access.ts';
import { importFile } from '../src/ingest/index.ts';
import type { Store } from '../src/store/index.ts';
import type { RunKind, RunReport } from '../src/sync/run.ts';
import { oneRun } from './engine/support.ts';
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
      const plansFolder = join(tmpdir(), `bangqiao-world-plans-${process.pid}`);
      return oneRun(store, erp, kind, { settings: { pageSize: 500, plansFolder } }, clock);
    },
    bring: async (file) => {
      ticks += 6000;
      await importFile(store, file, { by: 'import', now: clock });
    },
  };
}
