import type { CallBudget } from './types.ts';

type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

interface PaceOptions {
  concurrency: number;
  /** Null: no cap on calls per minute. */
  budget: CallBudget | null;
  /** First gap between calls once even one at a time is too much; doubles up to `longestPauseMs`. */
  backoffMs: number;
  longestPauseMs: number;
  clock: () => number;
  sleep: Sleep;
}

/**
 * How fast the client may call. First come, first served: at most `concurrency` calls under way, and each with leave of
 * the budget. Trouble (time-out, 5xx) halves the calls under way, down to one, then puts a
 * growing gap between them; good answers take the gap away first and then give one call back for every round of them.
 */
export class Pace {
  readonly #options: PaceOptions;
  #limit: number;
  #gap = 0;
  #active = 0;
  #nextStart = 0;
  #goodInRow = 0;
  readonly #waiting: { wake: () => void }[] = [];
  /** Calls take their place in the minute one after the other, so that none overtakes. */
  #gate: Promise<unknown> = Promise.resolve();

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#limit = options.concurrency;
  }

  /** Waits for a free place; give it back with `leave`. Rejects with the signal's reason. */
  async enter(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#active < this.#limit) this.#active++;
    else await this.#queue(signal);
    if (this.#options.budget === null && this.#gap === 0) return;
    try {
      await this.#waitForTurn(signal);
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  leave(): void {
    this.#active--;
    this.#wakeNext();
  }

  /** The server is struggling: time-out or 5xx. */
  trouble(): void {
    const { backoffMs, longestPauseMs } = this.#options;
    this.#goodInRow = 0;
    if (this.#limit > 1) this.#limit = Math.floor(this.#limit / 2);
    else this.#gap = Math.min(longestPauseMs, Math.max(backoffMs, this.#gap * 2));
  }

  /** A call was answered properly. */
  good(): void {
    if (this.#gap > 0) {
      this.#gap = this.#gap <= this.#options.backoffMs ? 0 : this.#gap / 2;
      return;
    }
    if (this.#limit >= this.#options.concurrency) return;
    if (++this.#goodInRow < this.#limit * 4) return;
    this.#goodInRow = 0;
    this.#limit++;
    this.#wakeNext();
  }

  state(): { inFlight: number; limit: number; gapMs: number; waiting: number } {
    return { inFlight: this.#active, limit: this.#limit, gapMs: this.#gap, waiting: this.#waiting.length };
  }

  #queue(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const place = {
        wake: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = () => {
        const at = this.#waiting.indexOf(place);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(place);
    });
  }

  #wakeNext(): void {
    while (this.#active < this.#limit) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#active++;
      next.wake();
    }
  }

  #waitForTurn(signal?: AbortSignal): Promise<void> {
    const { clock, sleep, budget } = this.#options;
    const turn = this.#gate.then(async () => {
      for (let ms = this.#nextStart - clock(); ms > 0; ms = this.#nextStart - clock())
        await sleep(ms, signal);
      for (let ms = await budget?.take(); ms; ms = await budget?.take()) await sleep(ms, signal);
      this.#nextStart = clock() + this.#gap;
    });
    this.#gate = turn.catch(() => undefined);
    return turn;
  }
}
