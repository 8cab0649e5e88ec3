import { rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { backupErrors } from './errors.ts';
import { isCarried, MANIFEST_KEY, type Manifest } from './manifest.ts';

/** Pages copied before others get a turn: 8 MB. */
const PAGES_AT_ONCE = 2000;

/**
 * Copies a SQLite database while others write to it: one snapshot, counted in the same read, so that the copy can be
 * compared with it. The copy says what it is (`bangqiao_meta`), and is compacted: what was erased is not in its free pages.
 */
export async function copySqlite(
  from: string,
  to: string,
  at: string,
  onProgress: (share: number) => void,
): Promise<Manifest> {
  const source = new DatabaseSync(from, { timeout: 5000 });
  let manifest: Manifest;
  try {
    // With its own read open a copy is never begun anew, however much is written meanwhile.
    source.exec('pragma query_only = on; begin');
    manifest = manifestFrom(source, at);
    await backup(source, to, {
      rate: PAGES_AT_ONCE,
      progress: ({ totalPages, remainingPages }) => onProgress(1 - remainingPages / totalPages),
    });
    source.exec('commit');
  } finally {
    source.close();
  }
  finish(to, manifest);
  return manifest;
}

function finish(file: string, manifest: Manifest): void {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('pragma journal_mode = delete');
    copy
      .prepare('insert or replace into bangqiao_meta (key, value) values (?, ?)')
      .run(MANIFEST_KEY, JSON.stringify(manifest));
    copy.exec('vacuum');
  } finally {
    copy.close();
  }
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/**
 * Reads a copy whole: its structure, and its rows against what it says of itself. A file that was copied by hand says nothing
 * of itself; then only its structure is checked.
 * @throws HubError `not_a_backup`, `backup_damaged`
 */
export function checkSqlite(file: string, at: string): Manifest {
  const copy = open(file);
  try {
    const found = integrityOf(copy);
    if (found !== 'ok') throw backupErrors.damaged(file, found);
    const counted = manifestFrom(copy, at);
    const said = copy.prepare('select value from bangqiao_meta where key = ?').get(MANIFEST_KEY);
    if (said === undefined) return counted;
    const manifest = JSON.parse(String(said.value)) as Manifest;
    for (const [table, count] of Object.entries(manifest.counts)) {
      const there = counted.counts[table] ?? 0;
      if (there !== count) throw backupErrors.damaged(file, `${table}: ${there} ≠ ${count}`);
    }
    return manifest;
  } finally {
    copy.close();
  }
}

/**
 * Puts all that was committed into the file itself, so that it may be moved. SQLite does that for nobody while somebody else has the
 * file open: they would write on, and on closing take the log of the new one away.
 * @throws HubError `database_in_use`
 */
export function settleFile(file: string): void {
  const database = new DatabaseSync(file, { timeout: 1000 });
  try {
    database.exec('pragma journal_mode = delete');
  } catch {
    throw backupErrors.inUse(file);
  } finally {
    database.close();
  }
}

function open(file: string): DatabaseSync {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    if (copy.prepare("select 1 from sqlite_master where name = 'bangqiao_meta'").get()) return copy;
  } catch (error) {
    copy.close();
    throw backupErrors.damaged(file, error instanceof Error ? error.message : String(error));
  }
  copy.close();
  throw backupErrors.notOne(file);
}

function integrityOf(copy: DatabaseSync): string {
  try {
    return String(Object.values(copy.prepare('pragma integrity_check(1)').get() ?? {})[0]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function manifestFrom(database: DatabaseSync, at: string): Manifest {
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'")
    .all()
    .map((row) => String(row.name))
    .filter(isCarried);
  // A database that was put in place by copying a backup still says what backup it was.
  const counted = (table: string) =>
    table === 'bangqiao_meta' ? `"${table}" where key <> '${MANIFEST_KEY}'` : `"${table}"`;
  const count = (table: string) =>
    Number(database.prepare(`select count(*) as n from ${counted(table)}`).get()?.n);
  const erp = database.prepare('select kind, base_url, account from erp_binding').get();
  const version = database.prepare('select max(version) as version from schema_migrations').get();
  return {
    at,
    schema: Number(version?.version),
    erp: erp ? ({ ...erp } as unknown as Manifest['erp']) : null,
    counts: Object.fromEntries(tables.sort().map((table) => [table, count(table)])),
  };
}
