/** An answer is kept for so many times what it cost. */
const TIMES_ITS_COST = 20;
const LONGEST_MS = 60_000;

/**
 * Answers that count over everything: at 1,000,000 customers such a count takes seconds, and ten open pages must not ask for
 * it ten times. What is cheap is asked anew each time.
 */
export class Remembered<T> {
  readonly #kept = new WeakMap<object, Map<string, { until: number; answer: Promise<T> }>>();

  get(owner: object, key: string, work: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(owner) ?? new Map();
    this.#kept.set(owner, kept);
    const known = kept.get(key);
    const began = performance.now();
    if (known && began < known.until) return known.answer;
    const entry = { until: Number.POSITIVE_INFINITY, answer: work() };
    kept.set(key, entry);
    entry.answer.then(
      () => {
        const cost = performance.now() - began;
        entry.until = performance.now() + Math.min(cost < 50 ? 0 : cost * TIMES_ITS_COST, LONGEST_MS);
      },
      () => kept.delete(key),
    );
    return entry.answer;
  }
}
