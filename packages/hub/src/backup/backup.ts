import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors.ts';
import { openStore, StoreError } from '../store/index.ts';
import { openDatabase } from '../sync/hub.ts';
import { readDump, writeDump } from './dump.ts';
import { backupErrors } from './errors.ts';
import type { Manifest } from './manifest.ts';
import { checkSqlite, copySqlite } from './sqlite-file.ts';

export interface BackupOptions {
  /** A dump that either database can take, also of a SQLite database; PostgreSQL has no other kind. */
  portable: boolean;
  now: () => Date;
  onProgress?: (share: number) => void;
}

/**
 * Backs the configured database up into `file` while it is in use, reads the backup whole again, and only then gives it its
 * name. The owner alone may read it: it holds what the database holds.
 * @throws HubError `backup_exists`, `backup_not_written`, `backup_damaged`
 */
export async function makeBackup(
  config: Config,
  file: string,
  { portable, now, onProgress = () => {} }: BackupOptions,
): Promise<Manifest> {
  if (existsSync(file)) throw backupErrors.exists(file);
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(part, { force: true });
    const manifest = await write(config, part, portable, now().toISOString(), onProgress);
    await chmod(part, 0o600);
    renameSync(part, file);
    return manifest;
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof HubError || error instanceof StoreError) throw error;
    throw backupErrors.notWritten(file, error);
  }
}

async function write(
  config: Config,
  part: string,
  portable: boolean,
  at: string,
  onProgress: (share: number) => void,
): Promise<Manifest> {
  // Looks whose database it is, and brings it to this program's version.
  const store = await openDatabase(config);
  try {
    if (config.database.url === null) {
      const { file } = config.database;
      if (portable) return await portableOf(file, part, at, onProgress);
      await copySqlite(file, part, at, onProgress);
      return checkSqlite(part, at);
    }
    await writeDump(store, part, at);
    return await readDump(part, async () => {});
  } finally {
    await store.close();
  }
}

/** Made from a copy, so that the long reading holds nobody up. */
async function portableOf(
  file: string,
  part: string,
  at: string,
  onProgress: (share: number) => void,
): Promise<Manifest> {
  const folder = mkdtempSync(join(dirname(part), '.bangqiao-backup-'));
  try {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy, at, onProgress);
    const store = await openStore({ file: copy });
    try {
      await writeDump(store, part, at);
    } finally {
      await store.close();
    }
    return await readDump(part, async () => {});
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
