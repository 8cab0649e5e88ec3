import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Outcome } from './history.ts';

/** What one process is to do: the histories of these seeds, or its part of the deaths at every step. */
export interface Job {
  seeds: number[];
  plant: string | null;
  everyStep: boolean;
  /** No history is begun after this moment, in milliseconds. */
  until: number | null;
  part: number;
  of: number;
}

/** What became of one history; `short`: the least that fails, when it failed. */
export interface Told {
  seed: number;
  outcome: Outcome;
  short: string | null;
}

/** Deals the work out to `count` processes and hears from each history as it ends. */
export async function inProcesses(
  count: number,
  work: Pick<Job, 'seeds' | 'plant' | 'everyStep' | 'until'>,
  hear: (told: Told) => void,
): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, part) =>
      inProcess(
        { ...work, part, of: count, seeds: work.seeds.filter((_seed, at) => at % count === part) },
        hear,
      ),
    ),
  );
}

function inProcess(job: Job, hear: (told: Told) => void): Promise<void> {
  const worker = join(import.meta.dirname, 'worker.ts');
  const child = spawn(process.execPath, [worker, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line) as Told));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`a process of the torture ended with ${code}`)),
    );
  });
}
