import type { Write } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';

/** At most so many saves of one row in a run (statement 1); then it stays in doubt for the next. */
export const SAVES_PER_RUN = 3;

/** A write that this run works. */
export class Holding {
  /** As it stands now: every step hands on the row that its transition gave back. */
  write: Write;
  /** Saves sent in this run. */
  saved = 0;
  #guessedAfter: string | undefined;

  constructor(write: Write, guessedAfter?: string) {
    this.write = write;
    this.#guessedAfter = guessedAfter;
  }

  /** The number in whose place others were tried, because a refusal might have meant it: the first, whatever was tried next. */
  get guessedAfter(): string | undefined {
    return this.#guessedAfter;
  }

  set guessedAfter(khid: string) {
    this.#guessedAfter ??= khid;
  }
}

/** Takes a claimed write in hand, with the number that a run before this one guessed another for and did not give back. */
export async function hold(db: Executor, write: Write): Promise<Holding> {
  return new Holding(write, await guessedBefore(db, write));
}

/** What the audit says of it, as `create.ts` writes it. */
const GUESSED = 'refused as a duplicate of no named field';
const GIVEN_BACK = 'refused under another number too';

/** The last save says what it guessed after; where none left since the guess, it still had that number itself. */
async function guessedBefore(db: Executor, { id, kind, fields }: Write): Promise<string | undefined> {
  if (kind !== 'create' || fields === null) return undefined;
  const last = await db
    .selectFrom('journal_audit')
    .select('note')
    .where('journal_id', '=', id)
    .where((where) =>
      where.or([where('note', 'like', `${GUESSED}%`), where('note', 'like', `${GIVEN_BACK}%`)]),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.note.startsWith(GUESSED) ? (fields.guessedAfter ?? fields.erp.khid) : undefined;
}
