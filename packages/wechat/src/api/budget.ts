import { WechatError } from '../errors/error.ts';
import { SlidingWindow } from './window.ts';

/** Calls per corp and endpoint. WeCom's numbers have changed over the years, so they are settings. */
export interface Rate {
  perMinute: number;
  perHour: number;
}

/** Published in 2023 (facts 2.1). */
export const PUBLISHED_RATE: Rate = { perMinute: 10_000, perHour: 150_000 };

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

interface BudgetOptions {
  rate: Rate;
  /** For single endpoints, by path. */
  rates: Readonly<Record<string, Rate>>;
  concurrency: number;
  /** A call that would have to wait longer fails with `wecom_rate_limited` instead, without going out. */
  longestWaitMs: number;
  clock: () => number;
  sleep: Sleep;
}

interface Family {
  minute: SlidingWindow;
  hour: SlidingWindow;
  /** WeCom blocked this endpoint until then. */
  blockedUntil: number;
}

const MINUTE = 60_000;

/** Keeps calls within WeCom's limits, per endpoint, and stays away from an endpoint that WeCom blocked (45009). */
export class Budget {
  readonly #options: BudgetOptions;
  readonly #families = new Map<string, Family>();
  #active = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** Runs `call` when the endpoint and the number of calls under way allow it. */
  async spend<T>(
    endpoint: string,
    operation: string,
    call: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.#active >= this.#options.concurrency)
      await new Promise<void>((free) => this.#waiting.push(free));
    else this.#active++;
    try {
      await this.#turn(endpoint, operation, signal);
      return await call();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#active--;
    }
  }

  /** WeCom said 45009: the minute's block lasts at least 60 s. */
  block(endpoint: string): void {
    this.#family(endpoint).blockedUntil = this.#options.clock() + MINUTE;
  }

  async #turn(endpoint: string, operation: string, signal?: AbortSignal): Promise<void> {
    const family = this.#family(endpoint);
    const { clock, sleep, longestWaitMs, rate, rates } = this.#options;
    const limit = rates[endpoint] ?? rate;
    let waited = 0;
    for (;;) {
      const now = clock();
      const wait = Math.max(
        family.blockedUntil - now,
        family.minute.waitFor(limit.perMinute, now),
        family.hour.waitFor(limit.perHour, now),
      );
      if (wait <= 0) break;
      if (waited + wait > longestWaitMs)
        throw new WechatError('wecom_rate_limited', { operation, endpoint, retryAfterMs: wait });
      await sleep(wait, signal);
      if (signal?.aborted) throw new WechatError('wecom_aborted', { operation, endpoint });
      waited += wait;
    }
    const now = clock();
    family.minute.add(now);
    family.hour.add(now);
  }

  #family(endpoint: string): Family {
    let family = this.#families.get(endpoint);
    if (!family) {
      family = { minute: new SlidingWindow(MINUTE), hour: new SlidingWindow(60 * MINUTE), blockedUntil: 0 };
      this.#families.set(endpoint, family);
    }
    return family;
  }
}
