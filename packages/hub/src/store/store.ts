import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Backend, Executor } from './backend.ts';
import { StoreError } from './errors.ts';
import { currentVersion, migrate, NEWEST, requireCurrent } from './migrate.ts';
import { insideTransaction } from './nesting.ts';
import { postgresBackend } from './postgres/backend.ts';
import type { Schema } from './schema.ts';
import { sqliteBackend } from './sqlite/backend.ts';
import { isNoDatabase } from './sqlite/codes.ts';

/** An open database, migrated and ours. */
export interface Store {
  db: Kysely<Schema>;
  dialect: 'sqlite' | 'postgres';
  /** For what differs between the databases and a query builder does not hide. */
  backend: Backend;
  /**
   * Runs `work` in one transaction and commits it, or rolls all of it back when `work` throws. Inside, only `trx` may be
   * used; `db` throws StoreError `nested_use`. With `durable` the commit survives a power cut; without it, only a crash.
   * On SQLite the transaction is a writer from its start and waits up to 5 s for another one.
   */
  transaction<T>(work: (trx: Executor) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** SQLite file; its folder is made. */
  file?: string;
  /** `postgres://…`; instead of `file`. */
  databaseUrl?: string;
  /** Default true; false refuses a database that is not at this version yet. */
  migrate?: boolean;
  now?: () => Date;
}

/**
 * Opens the hub's database, making or migrating it first. Several processes may do so at once.
 * @throws StoreError, with words for the user and what to do next.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const owner = {};
  const backend = chooseBackend(options, owner);
  const db = new Kysely<Schema>({ dialect: backend.dialect });
  const store: Store = {
    db,
    dialect: backend.name,
    backend,
    transaction: (work, { durable = false } = {}) =>
      db
        .connection()
        .execute((connection) =>
          backend.withDurability(connection, durable, () =>
            connection.transaction().execute((trx) => insideTransaction(owner, () => work(trx))),
          ),
        ),
    close: () => db.destroy(),
  };
  try {
    await prepare(store, options);
  } catch (error) {
    await db.destroy().catch(() => {});
    if (error instanceof StoreError) throw error;
    const code = isNoDatabase(error) ? 'foreign_database' : 'cannot_open';
    throw new StoreError(code, String(error), { cause: error });
  }
  return store;
}

function chooseBackend({ file, databaseUrl }: StoreOptions, owner: object): Backend {
  if (databaseUrl && !file) {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl))
      throw new StoreError('bad_options', 'not a postgres:// address');
    return postgresBackend(databaseUrl, owner);
  }
  if (!file || databaseUrl)
    throw new StoreError('bad_options', 'exactly one of file and databaseUrl is needed');
  if (file === ':memory:') return sqliteBackend(file, owner);
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new StoreError('cannot_open', String(error), { cause: error });
  }
  return sqliteBackend(path, owner);
}

/** Most starts find nothing to do: they look without a write lock, and wait for no writer. */
async function prepare(
  store: Store,
  { migrate: wanted = true, now = () => new Date() }: StoreOptions,
): Promise<void> {
  if (!wanted) return await requireCurrent(store.db, store.backend);
  if ((await currentVersion(store.db, store.backend)) === NEWEST) return;
  await migrate(store.transaction, store.backend, now().toISOString());
}
