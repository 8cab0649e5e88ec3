import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../config/index.ts';
import { type Identity, rebind } from '../erp/binding.ts';
import {
  bulkInsert,
  type Executor,
  leaseHolders,
  MIGRATIONS,
  migrate,
  NEWEST,
  openStore,
  type Schema,
  type Store,
  StoreError,
  type StoreOptions,
  thisHolder,
} from '../store/index.ts';
import { dumpHead, readDump, writeDump } from './dump.ts';
import { backupErrors } from './errors.ts';
import { carriedTables, type Manifest, ownTables } from './manifest.ts';
import { settleRestored } from './settle.ts';
import { checkSqlite, settleFile } from './sqlite-file.ts';

export interface RestoreOptions {
  /** What is there now is replaced; it is kept beside. */
  force: boolean;
  /** The ERP that the configuration names; null: none. */
  erp: Identity | null;
  /** The backup's ERP is that one, at a new address or under a new account. */
  sameErp: boolean;
  now: () => Date;
}

export interface Restored {
  manifest: Manifest;
  /** Where what was there before is kept; null: nothing was there. */
  kept: string | null;
}

/**
 * Puts a backup in the place of the configured database: read whole before anything is touched, then all or nothing.
 * @throws HubError `not_a_backup`, `backup_damaged`, `backup_of_other_erp`, `database_in_use`, `restore_would_overwrite`;
 *   StoreError `newer_database`
 */
export async function restoreBackup(
  file: string,
  { folder, database }: Pick<Config, 'folder' | 'database'>,
  options: RestoreOptions,
): Promise<Restored> {
  const at = options.now().toISOString();
  const isSqlite = kindOf(file) === 'sqlite';
  const manifest = isSqlite ? checkSqlite(file, at) : await readDump(file, async () => {});
  if (manifest.schema > NEWEST)
    throw new StoreError('newer_database', `it is at ${manifest.schema}, this program at ${NEWEST}`);
  if (!options.sameErp) checkErp(manifest, options.erp);
  const target = database.url === null ? { file: database.file } : { databaseUrl: database.url };
  const isThere = await mayReplace(target, options.force);
  const stamp = at.replace(/[-:]|\.\d+/g, '');
  const source = { file, isSqlite, schema: manifest.schema };
  const kept = !isThere
    ? null
    : target.file === undefined
      ? join(folder, 'storage', `before-restore-${stamp}.dump`)
      : `${target.file}.before-restore-${stamp}`;
  if (target.file === undefined) await intoPostgres(source, target, kept, at);
  else await intoFile(source, target.file, kept, at);
  if (options.sameErp && options.erp !== null) await rebindTo(target, options.erp, at);
  return { manifest, kept };
}

interface Source {
  file: string;
  isSqlite: boolean;
  schema: number;
}

function kindOf(file: string): 'sqlite' | 'dump' {
  const head = Buffer.alloc(16);
  try {
    const opened = openSync(file, 'r');
    readSync(opened, head, 0, head.length, 0);
  } catch {
    throw backupErrors.notOne(file);
  }
  if (head.toString('latin1') === 'SQLite format 3\0') return 'sqlite';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'dump';
  throw backupErrors.notOne(file);
}

function checkErp({ erp }: Manifest, configured: Identity | null): void {
  if (erp === null || configured === null) return;
  const isSame =
    erp.kind === configured.kind &&
    erp.account === configured.account &&
    (erp.kind === 'stand-in' || erp.base_url === configured.base_url);
  if (!isSame)
    throw backupErrors.otherErp(
      `${erp.account} @ ${erp.base_url}`,
      `${configured.account} @ ${configured.base_url}`,
    );
}

/** Whether the place holds anything; refuses where that may not be replaced, or where somebody works on it. */
async function mayReplace(target: StoreOptions, force: boolean): Promise<boolean> {
  if (target.file !== undefined && !existsSync(target.file)) return false;
  const store = await openStore(target);
  try {
    const [someone] = await leaseHolders(store, thisHolder('restore'));
    if (someone) {
      const { label, host, pid } = someone.holder;
      throw backupErrors.inUse(`${label}, ${host}, ${pid}`);
    }
    const isThere = await holdsAnything(store.db);
    if (isThere && !force) throw backupErrors.wouldOverwrite(target.file ?? 'PostgreSQL');
    return isThere;
  } finally {
    await store.close();
  }
}

const TELLING = ['customers_unified', 'wechat_events', 'users', 'erp_binding'] as const;

async function holdsAnything(db: Executor): Promise<boolean> {
  for (const table of TELLING) {
    if (
      await db
        .selectFrom(table as 'users')
        .select('id')
        .limit(1)
        .executeTakeFirst()
    )
      return true;
  }
  return false;
}

/** Made ready beside the place and then put there, so that a restore that is cut off leaves what was there. */
async function intoFile(source: Source, file: string, kept: string | null, at: string): Promise<void> {
  const fresh = `${file}.restoring`;
  removeSqlite(fresh);
  if (source.isSqlite) copyFileSync(source.file, fresh);
  const store = await openStore({ file: fresh });
  try {
    await store.transaction(
      async (trx) => {
        if (!source.isSqlite) await fill(store, trx, source.file, source.schema, at);
        await settleRestored(trx, at);
      },
      { durable: true },
    );
  } finally {
    await store.close();
  }
  try {
    if (existsSync(file)) settleFile(file);
  } catch (error) {
    removeSqlite(fresh);
    throw error;
  }
  if (kept !== null) renameSync(file, kept);
  removeSqlite(file);
  renameSync(fresh, file);
}

async function intoPostgres(
  source: Source,
  target: StoreOptions,
  kept: string | null,
  at: string,
): Promise<void> {
  const store = await openStore(target);
  try {
    if (kept !== null) {
      mkdirSync(dirname(kept), { recursive: true });
      await writeDump(store, kept, at);
    }
    const dump = source.isSqlite ? await dumpOf(source.file, at) : source.file;
    try {
      const { schema } = await dumpHead(dump);
      await store.transaction(async (trx) => {
        await fill(store, trx, dump, schema, at);
        await settleRestored(trx, at);
      });
    } finally {
      if (dump !== source.file) rmSync(dump, { force: true });
    }
  } finally {
    await store.close();
  }
}

/** A SQLite backup as a dump, at this program's version. */
async function dumpOf(file: string, at: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-restore-'));
  const dump = join(dirname(folder), `${basename(folder)}.dump`);
  const copy = join(folder, 'copy.db');
  copyFileSync(file, copy);
  const store = await openStore({ file: copy });
  try {
    await writeDump(store, dump, at);
    return dump;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Empties the place and fills it from a dump, as the program of its time made it, and then brings it up to date: all in the
 * caller's transaction, so that until its end everybody sees what was there before.
 */
async function fill(store: Store, trx: Executor, dump: string, schema: number, at: string): Promise<void> {
  const { backend } = store;
  const inside = <T>(work: (trx: Executor) => Promise<T>) => work(trx);
  await backend.dropAll(trx, await ownTables());
  await migrate(inside, backend, at, MIGRATIONS.slice(0, schema));
  for (const table of await carriedTables(store, trx)) await trx.deleteFrom(table as 'users').execute();
  const numbered = new Set<string>();
  await readDump(dump, async ({ table, columns, rows }) => {
    if (typeof rows[0]?.[columns.indexOf('id')] === 'number') numbered.add(table);
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    await bulkInsert(trx, table as keyof Schema, objects as never);
  });
  for (const table of numbered) await backend.resetIds(trx, table);
  await migrate(inside, backend, at);
}

async function rebindTo(target: StoreOptions, erp: Identity, at: string): Promise<void> {
  const store = await openStore(target);
  try {
    await rebind(store, erp, at);
  } finally {
    await store.close();
  }
}

function removeSqlite(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}
