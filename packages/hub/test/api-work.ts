import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, Task } from '@bangqiao/api';
import { createSim, type Sim } from '@bangqiao/zhibang-sim';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type Config, loadConfig } from '../src/config/index.ts';
import { openHub } from '../src/sync/hub.ts';
import { type Desk, startDesk } from './api-support.ts';
import { testDatabase } from './support/database.ts';

/** The API of a hub that works with a stand-in ERP, as `start` makes it. */
export async function startWork(
  customers = 20,
  settings: Partial<Config> = {},
): Promise<Desk & { sim: Sim }> {
  const sim = createSim({ customers, seed: 1 });
  const url = await sim.listen();
  onTestFinished(() => sim.close());
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-work-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const loaded = loadConfig({ env: {}, cwd: folder });
  if (!loaded.ok) throw new Error('no configuration');
  const { file, databaseUrl } = await testDatabase();
  const config = {
    ...loaded.config,
    ...settings,
    database: { file: file ?? loaded.config.database.file, url: databaseUrl ?? null },
  };
  const target = { kind: 'stand-in', baseUrl: url, username: 'demo', password: 'demo-pass' } as const;
  const hub = await openHub({ config, log: pino({ level: 'silent' }), label: 'service', target });
  onTestFinished(() => hub.close());
  const desk = await startDesk({ store: hub.store, hub, config });
  onTestFinished(() => desk.services.tasks.stop());
  return { ...desk, sim };
}

/** Waits for a piece of long work. */
export async function ended(client: Client, { id }: Task): Promise<Task> {
  for (;;) {
    const task = await client.ask('tasks.show', { params: { id } });
    if (task.ended_at !== null) return task;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
