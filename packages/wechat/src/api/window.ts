/**
 * How often something happened within a sliding span, counted in sixty slots: exact to a sixtieth of the span and of
 * constant size, however many calls there are.
 */
export class SlidingWindow {
  readonly #slotMs: number;
  readonly #slots: { at: number; count: number }[] = [];

  constructor(spanMs: number) {
    this.#slotMs = spanMs / 60;
  }

  add(now: number): void {
    const at = Math.floor(now / this.#slotMs);
    const last = this.#slots.at(-1);
    if (last?.at === at) last.count++;
    else this.#slots.push({ at, count: 1 });
  }

  /** Milliseconds until fewer than `limit` happened within the span; 0 = now. */
  waitFor(limit: number, now: number): number {
    const oldest = Math.floor(now / this.#slotMs) - 60;
    while (this.#slots.length > 0 && this.#slots[0]!.at <= oldest) this.#slots.shift();
    let over = this.#slots.reduce((sum, slot) => sum + slot.count, 0) - limit + 1;
    for (const slot of this.#slots) {
      if (over <= 0) break;
      over -= slot.count;
      if (over <= 0) return (slot.at + 61) * this.#slotMs - now;
    }
    return 0;
  }
}
