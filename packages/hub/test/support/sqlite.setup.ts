import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/index.ts';

/** Makes the migrated file that each test's own database is a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-template-'));
  const template = join(folder, 'template.db');
  await (await openStore({ file: template })).close();
  project.provide('database', { dialect: 'sqlite', template });
  return () => rm(folder, { recursive: true, force: true });
}
