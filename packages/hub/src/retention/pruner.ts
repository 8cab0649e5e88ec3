import type { Executor } from '../store/index.ts';

/** Rows that one transaction takes: some tens of milliseconds. */
export const BATCH = 500;

/** One kind of thing that may go when it is old enough. */
export interface Pruner {
  name: string;
  /** Takes at most `BATCH` rows from before `before` (ISO 8601), beginning behind the place where the last batch ended. */
  take(trx: Executor, before: string, place: number): Promise<Taken>;
}

export interface Taken {
  removed: number;
  /** Where the next batch begins; null: there is none. */
  place: number | null;
}

/** For what is found by its age alone: what is taken is not found again. */
export function byAge(removed: number, found: number): Taken {
  return { removed, place: found < BATCH ? null : 0 };
}
