import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Config, loadConfig } from '../../src/config/index.ts';
import type { DatabaseAddress } from './database.ts';
import { variablesOf } from './typed.ts';

/** A configuration in a folder of this test's own, deleted at its end, for a database; `env` as a person would set it. */
export async function testConfig(
  address: DatabaseAddress,
  env: Record<string, string> = {},
): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const loaded = loadConfig({ env: { ...variablesOf(address), ...env }, cwd: folder });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}
