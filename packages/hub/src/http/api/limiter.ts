const MINUTE_MS = 60_000;
/** More addresses than this are not remembered one by one: the oldest go. */
const REMEMBERED = 10_000;

/** So many a minute for each address; kept in memory, so a restart forgives. */
export class Limiter {
  readonly #perMinute: number;
  readonly #clock: () => number;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(perMinute: number, clock: () => number = Date.now) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Counts one and says whether it is still within the limit. */
  allows(address: string): boolean {
    const now = this.#clock();
    const known = this.#counts.get(address);
    if (known && now - known.since < MINUTE_MS) {
      known.count += 1;
      return known.count <= this.#perMinute;
    }
    this.#counts.delete(address);
    if (this.#counts.size >= REMEMBERED) this.#counts.delete(this.#counts.keys().next().value as string);
    this.#counts.set(address, { since: now, count: 1 });
    return true;
  }
}
