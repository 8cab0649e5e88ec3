import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import type { Store } from '../store/index.ts';
import { apiLogs, idleRuns, sweeps, syncLogs } from './logs.ts';
import type { Pruner } from './pruner.ts';
import { events, messages } from './talks.ts';

const DAY_MS = 86_400_000;
/** Words are kept at least so long, however the configuration says: follow-ups and recalls need them. */
const LEAST_MESSAGE_DAYS = 30;

interface Surroundings {
  store: Store;
  log: Pick<Logger, 'info'>;
  clock(): Date;
  signal: AbortSignal;
}

/** What went, by kind; kinds of which nothing was old enough are absent. */
export type Pruned = Readonly<Record<string, number>>;

/**
 * Lets go what is older than the configuration keeps, in batches with as long a rest after each as it took: others wait for
 * the database some tens of milliseconds at most.
 */
export async function pruneOld(
  { store, log, clock, signal }: Surroundings,
  { api_logs_days, sync_logs_days, events_days, messages_days }: Config['retention'],
): Promise<Pruned> {
  const wanted: readonly (readonly [Pruner, number])[] = [
    [apiLogs, api_logs_days],
    [syncLogs, sync_logs_days],
    [idleRuns, sync_logs_days],
    [sweeps, sync_logs_days],
    [events, atLeast(LEAST_MESSAGE_DAYS, events_days)],
    [messages, atLeast(LEAST_MESSAGE_DAYS, messages_days)],
  ];
  const gone: Record<string, number> = {};
  for (const [pruner, days] of wanted) {
    if (days === 0) continue;
    const before = new Date(clock().getTime() - days * DAY_MS).toISOString();
    const removed = await pruneOne(store, pruner, before, signal);
    if (removed > 0) gone[pruner.name] = removed;
    if (signal.aborted) break;
  }
  if (Object.keys(gone).length > 0) log.info(gone, 'old records were let go, as retention says');
  return gone;
}

function atLeast(least: number, days: number): number {
  return days === 0 ? 0 : Math.max(least, days);
}

async function pruneOne(store: Store, pruner: Pruner, before: string, signal: AbortSignal): Promise<number> {
  let sum = 0;
  for (let place: number | null = 0; place !== null && !signal.aborted; ) {
    const from: number = place;
    const began = performance.now();
    const taken = await store.transaction((trx) => pruner.take(trx, before, from));
    sum += taken.removed;
    place = taken.place;
    if (place !== null) await sleep(performance.now() - began, undefined, { signal }).catch(() => {});
  }
  return sum;
}
