import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Wall and processor seconds. */
export interface Spent {
  wall: number;
  cpu: number;
}

export async function timed(work: () => unknown): Promise<Spent> {
  const from = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}

export function sum(a: Spent, b: Spent): Spent {
  return { wall: a.wall + b.wall, cpu: a.cpu + b.cpu };
}

/** `9,500/s (11,000)` */
export function rate(count: number, { wall, cpu }: Spent): string {
  const [real, own] = [count / wall, count / cpu].map((one) => Math.round(one).toLocaleString('en'));
  return `${real}/s (${own})`;
}

/** How much of the raw limit is reached, by the clock and by processor time. */
export function ratio(ours: Spent, raw: Spent): string {
  return `${(raw.wall / ours.wall).toFixed(2)} (${(raw.cpu / ours.cpu).toFixed(2)}) of raw`;
}

/** In milliseconds: `median 1.4, p99 3.0`. */
export function spread(took: readonly number[]): string {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-bench-ingest-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const clock = () => new Date();

/** Nothing may go wrong in a measurement. */
export const log = {
  error: (seen: object, text: string) => {
    throw new Error(text, { cause: seen });
  },
  warn: (seen: object, text: string) => {
    throw new Error(text, { cause: seen });
  },
};
