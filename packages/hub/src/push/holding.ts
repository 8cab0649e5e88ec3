import type { Write } from '../journal/journal.ts';

/** At most so many saves of one row in a run (statement 1); then it stays in doubt for the next. */
export const SAVES_PER_RUN = 3;

/** A write that this run works. */
export class Holding {
  /** As it stands now: every step hands on the row that its transition gave back. */
  write: Write;
  /** Saves sent in this run. */
  saved = 0;

  constructor(write: Write) {
    this.write = write;
  }
}
