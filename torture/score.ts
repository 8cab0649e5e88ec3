import type { Outcome } from './history.ts';

/** What many histories came to. Plain data, so that it can be handed from process to process and kept in a file. */
export interface Score {
  histories: number;
  violations: number;
  crashes: number;
  crashesAfter: number;
  faults: Record<string, number>;
  faultsAfter: Record<string, number>;
  /** Histories on a system with that oddity. */
  oddities: Record<string, number>;
  mostRounds: number;
}

export function emptyScore(): Score {
  return {
    histories: 0,
    violations: 0,
    crashes: 0,
    crashesAfter: 0,
    faults: {},
    faultsAfter: {},
    oddities: {},
    mostRounds: 0,
  };
}

export function count(score: Score, outcome: Outcome): void {
  score.histories += 1;
  if (outcome.violations.length > 0) score.violations += 1;
  score.crashes += outcome.crashes;
  score.crashesAfter += outcome.crashesAfter;
  score.mostRounds = Math.max(score.mostRounds, outcome.rounds);
  add(score.faults, outcome.faults);
  add(score.faultsAfter, outcome.faultsAfter);
  for (const name of outcome.oddities) score.oddities[name] = (score.oddities[name] ?? 0) + 1;
}

function add(to: Record<string, number>, from: Record<string, number>): void {
  for (const [name, times] of Object.entries(from)) to[name] = (to[name] ?? 0) + times;
}

export const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, times) => total + times, 0);

/** Of all faults and deaths, the share that struck after the effect, 0 to 1. */
export function shareAfter({ faults, faultsAfter, crashes, crashesAfter }: Score): number {
  const all = sum(faults) + crashes;
  return all === 0 ? 0 : (sum(faultsAfter) + crashesAfter) / all;
}
