import type { Logger } from 'pino';
import type { RunKind } from '../sync/run.ts';

/** One thing that happens again and again. */
export interface Job {
  name: string;
  kind: RunKind;
  /** A pull of the newest customers only. */
  light?: boolean;
  /** Seconds until the next time, asked afresh each time; null: not now, ask again in a minute. */
  interval: () => Promise<number | null>;
}

export interface SchedulerOptions {
  jobs: readonly Job[];
  /** Does the work. What it throws is told and does not end the schedule. */
  work: (job: Job) => Promise<void>;
  log: Logger;
}

const ASK_AGAIN_S = 60;

/**
 * Jobs are triggers: all that must survive a crash lives in tables, so a missed one is simply due at the next start.
 * A job never overlaps itself, and the interval counts from its end, so that a slow ERP is not chased.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  start(): void {
    for (const job of this.#options.jobs) void this.#arm(job);
  }

  /** No new work; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.#running);
  }

  async #arm(job: Job): Promise<void> {
    const seconds = await job.interval().catch(() => null);
    if (this.#stopped) return;
    const due = setTimeout(() => this.#go(job, seconds !== null), (seconds ?? ASK_AGAIN_S) * 1000);
    this.#timers.set(job.name, due);
  }

  #go(job: Job, wanted: boolean): void {
    const work = wanted ? this.#work(job) : Promise.resolve();
    const done = work.finally(() => {
      this.#running.delete(done);
      if (!this.#stopped) void this.#arm(job);
    });
    this.#running.add(done);
  }

  async #work(job: Job): Promise<void> {
    try {
      await this.#options.work(job);
    } catch (error) {
      this.#options.log.error(
        { err: error, job: job.name },
        'a scheduled run failed; the next one comes on time',
      );
    }
  }
}
