import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SessionStore, StoredSession } from './types.ts';

/** Keeps the session for the life of the process only. */
export function memorySessionStore(): SessionStore {
  let kept: StoredSession | null = null;
  return {
    load: async () => (kept ? structuredClone(kept) : null),
    save: async (session) => {
      kept = structuredClone(session);
    },
  };
}

/**
 * Keeps the session in a file of the owner's alone (0600), so that several processes of one installation share one
 * login. Written beside it and renamed: a reader sees the old or the new one, never half of one. A file that cannot be
 * understood counts as none.
 */
export function fileSessionStore(path: string): SessionStore {
  return {
    load: async () => {
      try {
        const stored: unknown = JSON.parse(await readFile(path, 'utf8'));
        return isStoredSession(stored) ? stored : null;
      } catch (error) {
        if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    save: async (session) => {
      await mkdir(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}.${randomUUID()}`;
      try {
        await writeFile(beside, JSON.stringify(session), { mode: 0o600 });
        await rename(beside, path);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
  };
}

function isStoredSession(value: unknown): value is StoredSession {
  if (typeof value !== 'object' || value === null) return false;
  const { baseUrl, username, token, cookies } = value as Partial<StoredSession>;
  return (
    typeof baseUrl === 'string' &&
    typeof username === 'string' &&
    (token === null || typeof token === 'string') &&
    typeof cookies === 'object' &&
    cookies !== null
  );
}
