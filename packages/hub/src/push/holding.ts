import type { Write } from '../journal/journal.ts';

/** At most so many saves of one row in a run (statement 1); then it stays in doubt for the next. */
export const SAVES_PER_RUN = 3;

/** The write as it stands now: every step hands on the row that its transition gave back. */
export interface Holding {
  write: Write;
  /** Saves sent in this run. */
  saved: number;
  /** The number in whose place another was tried, because a refusal might have meant it. */
  guessedAfter?: string;
}
