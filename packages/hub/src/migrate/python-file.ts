import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store/index.ts';

export type PythonRow = Record<string, unknown>;

/** The earlier system's database, opened as a copy: not even its write-ahead log is touched. */
export interface PythonFile {
  /** Rows of a table in the order of their ids, one by one; none when the table is missing. */
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
      const tables = tableNames(database);
      if (!tables.has('customers_unified') || tables.has('bangqiao_meta')) {
        throw new StoreError('not_python_database', source);
      }
      return { rows: (table) => (tables.has(table) ? readRows(database, table) : []), close };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof StoreError) throw error;
    throw new StoreError('cannot_open', String(error), { cause: error });
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

function tableNames(database: DatabaseSync): Set<string> {
  const rows = database.prepare("select name from sqlite_master where type = 'table'").all();
  return new Set(rows.map((row) => String(row.name)));
}

function readRows(database: DatabaseSync, table: string): Iterable<PythonRow> {
  return database.prepare(`select * from "${table}" order by id`).iterate();
}
