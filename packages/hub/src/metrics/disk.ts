import { dirname } from 'node:path';
import type { Config } from '../config/index.ts';

/** Folders whose disks must not run full; of PostgreSQL's own disk nobody here can tell. */
export function placesOf({ folder, database, logging }: Config): { database: string; log: string } {
  return {
    database: database.url === null ? dirname(database.file) : folder,
    log: dirname(logging.file),
  };
}
