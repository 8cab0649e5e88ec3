import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { DatabaseAddress } from '../support/database.ts';
import { typed } from '../support/typed.ts';

const LAUNCHER = join(import.meta.dirname, '../../bin/bangqiao.mjs');

/** What one command said and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A folder with a configuration, as an office has one, deleted when the test ends. */
export function office(baseUrl: string, database: DatabaseAddress): { folder: string; config: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = join(folder, 'config.yaml');
  const settings = {
    base_url: baseUrl,
    auth: { username: 'demo', password: 'demo-pass' },
    retry: { retry_interval: 1 },
    database: database.databaseUrl ? { url: database.databaseUrl } : { file: database.file },
  };
  writeFileSync(config, stringify({ erp_integration: settings }));
  return { folder, config };
}

/** Starts `bangqiao …` as its user would: a process of its own, in that folder. */
export function start(
  folder: string,
  words: readonly string[],
): { child: ChildProcess; ended: Promise<Ended> } {
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, ...words], { cwd: folder, env });
  const ended = new Promise<Ended>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, ended };
}

export function bangqiao(folder: string, ...words: string[]): Promise<Ended> {
  return start(folder, words).ended;
}

/** `bangqiao …` without a process of its own, where nothing hangs on one: a fifth of the time. */
export async function inProcess(folder: string, ...words: string[]): Promise<Omit<Ended, 'signal'>> {
  const { DATABASE_URL: _ours, ...env } = process.env;
  const { exitCode, out, err } = await typed(words, { cwd: folder, env });
  return { code: exitCode, stdout: out, stderr: err };
}
