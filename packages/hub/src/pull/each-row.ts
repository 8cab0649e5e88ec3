import { setImmediate } from 'node:timers/promises';

const ROWS_AT_ONCE = 50;

/** The event loop goes on every few rows: pages on their way to the database do not wait for the working out of this one. */
export async function eachRow<T>(rows: readonly T[], take: (row: T) => void): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await setImmediate();
    for (const row of rows.slice(from, from + ROWS_AT_ONCE)) take(row);
  }
}
