import { DatabaseSync, type StatementSync } from 'node:sqlite';

export type RecordKind = 'customer' | 'contact' | 'followUp' | 'record' | 'allocated' | 'counter';

/** Keeps records as JSON text by kind and number. */
export interface Persistence {
  /** `null` for a new store. */
  load(): { kind: RecordKind; id: number; json: string }[] | null;
  put(kind: RecordKind, id: number, value: unknown): void;
  /** All puts inside are committed together. */
  together(work: () => void): void;
  close(): void;
}

export const memory: Persistence = {
  load: () => null,
  put: () => {},
  together: (work) => work(),
  close: () => {},
};

/**
 * SQLite in WAL mode with synchronous=NORMAL: what is committed survives `kill -9` of the process (not a power cut,
 * which a stand-in need not survive).
 */
export function sqliteFile(path: string): Persistence {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  db.exec(
    'CREATE TABLE IF NOT EXISTS record (kind TEXT, id INTEGER, json TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID',
  );
  const upsert: StatementSync = db.prepare('INSERT OR REPLACE INTO record (kind, id, json) VALUES (?, ?, ?)');
  let depth = 0;
  return {
    load() {
      const rows = db.prepare('SELECT kind, id, json FROM record ORDER BY kind, id').all();
      return rows.length === 0 ? null : (rows as unknown as { kind: RecordKind; id: number; json: string }[]);
    },
    put: (kind, id, value) => void upsert.run(kind, id, JSON.stringify(value)),
    together(work) {
      if (depth > 0) return work();
      db.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        work();
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      } finally {
        depth--;
      }
    },
    close: () => db.close(),
  };
}
