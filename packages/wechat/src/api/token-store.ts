import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface StoredToken {
  token: string;
  /** Milliseconds since 1970: when it was fetched, and when WeCom says it dies. */
  obtainedAt: number;
  expiresAt: number;
}

/** Where access tokens lie. One name per corp and app: several processes of one installation share them through it. */
export interface TokenStore {
  load(name: string): Promise<StoredToken | null>;
  save(name: string, token: StoredToken): Promise<void>;
}

export function memoryTokenStore(): TokenStore {
  const kept = new Map<string, StoredToken>();
  return {
    load: async (name) => kept.get(name) ?? null,
    save: async (name, token) => void kept.set(name, token),
  };
}

/**
 * One file per corp and app in `folder`, readable by its owner alone (0600); written beside and renamed, so that a
 * reader never sees half a token. A file that cannot be understood counts as none.
 */
export function fileTokenStore(folder: string): TokenStore {
  const pathOf = (name: string) => join(folder, `wecom-token-${name}.json`);
  return {
    load: async (name) => {
      try {
        const stored: unknown = JSON.parse(await readFile(pathOf(name), 'utf8'));
        return isStoredToken(stored) ? stored : null;
      } catch (error) {
        if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    save: async (name, token) => {
      await mkdir(folder, { recursive: true });
      const beside = `${pathOf(name)}.${process.pid}.${randomUUID()}`;
      try {
        await writeFile(beside, JSON.stringify(token), { mode: 0o600 });
        await rename(beside, pathOf(name));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
  };
}

function isStoredToken(value: unknown): value is StoredToken {
  const { token, obtainedAt, expiresAt } = (value ?? {}) as Partial<StoredToken>;
  return typeof token === 'string' && typeof obtainedAt === 'number' && typeof expiresAt === 'number';
}
