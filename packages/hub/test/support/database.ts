import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import './address.ts';
import { bareDatabase, pooledDatabase } from './postgres-pool.ts';

/** Where a database is: plain data, so that it can be handed to another process. */
export type DatabaseAddress = Pick<StoreOptions, 'file' | 'databaseUrl'>;

/**
 * A fresh, migrated database of this project's kind, open; closed and deleted or emptied when the test ends. After a
 * failed test it stays, and its place is printed.
 */
export async function testStore(): Promise<Store> {
  return await openTestStore(await testDatabase());
}

/** Opens a second connection to the same database, as another process would; closed when the test ends. */
export async function openTestStore(address: DatabaseAddress): Promise<Store> {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  return store;
}

/** A fresh, migrated database, not open. */
export async function testDatabase(): Promise<DatabaseAddress> {
  const service = inject('database');
  if (service.dialect === 'postgres') return { databaseUrl: await pooledDatabase(service) };
  const file = await sqliteFile();
  await copyFile(service.template, file);
  return { file };
}

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<DatabaseAddress> {
  const service = inject('database');
  if (service.dialect === 'postgres') return { databaseUrl: await bareDatabase(service) };
  return { file: await sqliteFile() };
}

/** The path of a file that is not there yet. */
async function sqliteFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-test-'));
  const file = join(folder, 'customer_manager.db');
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(`kept: ${file}`);
    else await rm(folder, { recursive: true, force: true });
  });
  return file;
}
