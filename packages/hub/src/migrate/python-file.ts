import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isNoDatabase, StoreError } from '../store/index.ts';

/** Whole numbers are `bigint`: a value that no number can hold must not end the take-over. */
export type PythonRow = Record<string, unknown>;

/**
 * Where in a row its place in the table stands: SQLite's own number of it, which is the `id` of a table that has one as its
 * primary key. The settings, rules and logs may have none (domain.md names `id` for customers only).
 */
export const PLACE = 'place ';

/** The earlier system's database, opened as a copy: not even its write-ahead log is touched. */
export interface PythonFile {
  /** Rows of a table in the order of their places, one by one; none when the table is missing. */
  rows(table: string): Iterable<PythonRow>;
  close(): Promise<void>;
}

/** @throws StoreError `not_python_database`, `cannot_open`. */
export async function openPythonFile(source: string): Promise<PythonFile> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-take-over-'));
  try {
    const copy = join(folder, 'python.db');
    await copySet(source, copy);
    // Not read-only: SQLite must be able to play the copied log into the copied file.
    const database = new DatabaseSync(copy);
    const close = async () => {
      database.close();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const places = placesOf(database);
      if (!places.has('customers_unified') || places.has('bangqiao_meta')) {
        throw new StoreError('not_python_database', source);
      }
      return { rows: (table) => readRows(database, table, places.get(table)), close };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof StoreError) throw error;
    const code = isNoDatabase(error) ? 'not_python_database' : 'cannot_open';
    throw new StoreError(code, String(error), { cause: error });
  }
}

/** The file and, where a program left them, its write-ahead log or rollback journal. */
async function copySet(source: string, copy: string): Promise<void> {
  await copyFile(source, copy);
  for (const suffix of ['-wal', '-journal']) {
    const exists = await stat(source + suffix).then(
      () => true,
      () => false,
    );
    if (exists) await copyFile(source + suffix, copy + suffix);
  }
}

/** By table, the SQL of a row's place: a table `without rowid` has none of its own. */
function placesOf(database: DatabaseSync): Map<string, string> {
  const tables = database
    .prepare("select name, wr from pragma_table_list where schema = 'main' and type = 'table'")
    .all();
  return new Map(tables.map(({ name, wr }) => [String(name), wr ? 'row_number() over ()' : 'rowid']));
}

function readRows(database: DatabaseSync, table: string, place: string | undefined): Iterable<PythonRow> {
  if (place === undefined) return [];
  const rows = database.prepare(`select ${place} as "${PLACE}", * from "${table}" order by 1`);
  rows.setReadBigInts(true);
  return rows.iterate();
}
