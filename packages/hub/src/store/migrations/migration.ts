import type { RawBuilder } from 'kysely';
import type { Backend, Executor } from '../backend.ts';

/**
 * One numbered step of the schema. It runs in a transaction of its own, under the migration lock; once released it is
 * never edited. `now` is ISO-8601 UTC.
 */
export interface Migration {
  version: number;
  name: string;
  up(trx: Executor, backend: Backend, now: string): Promise<void>;
}

/** Runs one statement of a migration. */
export type Run = (statement: RawBuilder<unknown>) => Promise<void>;
