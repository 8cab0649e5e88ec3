import type { CallBudget } from './types.ts';

const MINUTE_MS = 60_000;

/** At most `callsPerMinute` calls begun in any 60 s by this process; 0: no cap. */
export function ownBudget(callsPerMinute: number, clock: () => number): CallBudget | null {
  if (callsPerMinute === 0) return null;
  const starts: number[] = [];
  return {
    async take() {
      const now = clock();
      while (starts.length > 0 && starts[0]! <= now - MINUTE_MS) starts.shift();
      if (starts.length >= callsPerMinute) return starts[0]! + MINUTE_MS - now;
      starts.push(now);
      return 0;
    },
  };
}
