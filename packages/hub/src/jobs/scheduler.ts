import type { Logger } from 'pino';

/** One thing that happens again and again. */
export interface Job {
  name: string;
  /** Seconds between two times; null: not now. Asked every minute and before each time, so that a change acts at once. */
  interval: () => Promise<number | null>;
  /**
   * Does the work. False: it was broken off, or must not be done now, and is due again as soon as it may be. What it throws
   * is told and does not end the schedule.
   */
  work: () => Promise<boolean>;
}

const ASK_AGAIN_MS = 60_000;

/**
 * Jobs are triggers: all that must survive a crash lives in tables, so a missed one is simply due at the next start.
 * A job never overlaps itself, and the interval counts from its end, so that a slow ERP is not chased. One that falls due
 * while it may not run stays due.
 */
export class Scheduler {
  readonly #jobs: readonly Job[];
  readonly #log: Logger;
  /** When each job ended last, in milliseconds; a job that is due already ended long ago. */
  readonly #ended = new Map<Job, number>();
  readonly #timers = new Map<Job, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(jobs: readonly Job[], log: Logger) {
    this.#jobs = jobs;
    this.#log = log;
  }

  /** `isDue`: the first time is as soon as it may be, not after an interval. */
  start(isDue = false): void {
    for (const job of this.#jobs) {
      this.#ended.set(job, isDue ? 0 : Date.now());
      void this.#arm(job);
    }
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
    const rest = seconds === null ? ASK_AGAIN_MS : (this.#ended.get(job) ?? 0) + seconds * 1000 - Date.now();
    if (rest <= 0) return this.#go(job);
    this.#timers.set(
      job,
      setTimeout(() => void this.#arm(job), Math.min(rest, ASK_AGAIN_MS)),
    );
  }

  #go(job: Job): void {
    const done = this.#work(job).finally(() => {
      this.#running.delete(done);
      if (!this.#stopped) void this.#arm(job);
    });
    this.#running.add(done);
  }

  async #work(job: Job): Promise<void> {
    let isDone = true;
    try {
      isDone = await job.work();
    } catch (error) {
      this.#log.error({ err: error, job: job.name }, 'a scheduled run failed; the next one comes on time');
    }
    this.#ended.set(job, isDone ? Date.now() : 0);
  }
}
