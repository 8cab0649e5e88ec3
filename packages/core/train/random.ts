export type Random = () => number;

/** mulberry32: numbers from 0 to 1, the same every time for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[below(random, from.length)]!;
}

/** Brings a list into another order, in place. */
export function shuffle(random: Random, list: unknown[]): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = below(random, at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
}
