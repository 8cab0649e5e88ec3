import { sql } from 'kysely';
import type { Backend, Executor } from './backend.ts';
import { StoreError } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** The version that this program works with. */
export const NEWEST = MIGRATIONS.length;

/** Runs the work in a transaction of its own. */
type InTransaction = <T>(work: (trx: Executor) => Promise<T>) => Promise<T>;

/**
 * Brings the database to this program's version, one transaction per step, each under the lock; several processes may
 * do so at once.
 * @param now ISO-8601 UTC, noted as the time of each step.
 * @throws StoreError `newer_database`, `foreign_database`, `python_database`; nothing is changed then.
 */
export async function migrate(
  inTransaction: InTransaction,
  backend: Backend,
  now: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  let version: number;
  do {
    version = await inTransaction((trx) => step(trx, backend, now, migrations));
  } while (version < migrations.length);
}

/** Applies the next step if there is one; returns the version reached. */
async function step(
  trx: Executor,
  backend: Backend,
  now: string,
  migrations: readonly Migration[],
): Promise<number> {
  await backend.lockMigrations(trx);
  const version = await currentVersion(trx, backend);
  const next = migrations[version];
  if (!next) return version;
  if (version === 0) await createBookkeeping(trx, backend, now);
  // The row goes first: should a step be run twice after all, the second fails before it touches anything.
  await trx
    .insertInto('schema_migrations')
    .values({ version: next.version, name: next.name, applied_at: now })
    .execute();
  await next.up(trx, backend, now);
  return next.version;
}

/**
 * The version of the database; 0 when it is empty.
 * @throws StoreError when the database is another program's, or newer than this one.
 */
export async function currentVersion(db: Executor, backend: Backend): Promise<number> {
  const tables = await backend.tableNames(db);
  if (tables.length === 0) return 0;
  if (!tables.includes('bangqiao_meta')) {
    throw new StoreError(tables.includes('customers_unified') ? 'python_database' : 'foreign_database');
  }
  const row = await db
    .selectFrom('schema_migrations')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst();
  const version = row?.version ?? 0;
  if (version > NEWEST)
    throw new StoreError('newer_database', `it is at ${version}, this program at ${NEWEST}`);
  return version;
}

/** @throws StoreError `not_migrated`, or why the database cannot be used at all. */
export async function requireCurrent(db: Executor, backend: Backend): Promise<void> {
  const version = await currentVersion(db, backend);
  if (version < NEWEST)
    throw new StoreError('not_migrated', `it is at ${version}, this program at ${NEWEST}`);
}

async function createBookkeeping(trx: Executor, { types: t }: Backend, now: string): Promise<void> {
  await sql`create table bangqiao_meta (key ${t.text} primary key, value ${t.text} not null)`.execute(trx);
  await sql`
    create table schema_migrations (
      version ${t.integer} primary key, name ${t.text} not null, applied_at ${t.time} not null
    )`.execute(trx);
  await trx.insertInto('bangqiao_meta').values({ key: 'created_at', value: now }).execute();
}
