import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Store } from '../../src/store/index.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { office, start } from './command.ts';

/** A service that runs beside an ERP as a process of its own, its next round far away; `settings` beside the usual ones. */
export async function service(settings: object = {}) {
  const sim = createSim({ customers: 30, seed: 8 });
  const database = await testDatabase();
  const { folder, config } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  const file = parse(readFileSync(config, 'utf8'));
  Object.assign(file.erp_integration, { http: { port: 0 }, ...settings });
  writeFileSync(config, stringify(file));
  const store = await openTestStore(database);
  return { sim, store, folder, ...start(folder, ['start', '--lang', 'en']) };
}

/** Its runs that ended, begun for this reason: `start`, `change` … */
export async function endedRuns({ db }: Store, trigger: string) {
  const runs = await db.selectFrom('sync_runs').selectAll().where('trigger', '=', trigger).execute();
  return runs.filter((run) => run.ended_at !== null);
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(25);
}
