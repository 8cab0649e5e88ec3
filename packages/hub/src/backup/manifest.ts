import type { Executor, Store } from '../store/index.ts';
import { openStore } from '../store/index.ts';

/** What a backup says of itself. */
export interface Manifest {
  /** When the snapshot was taken. */
  at: string;
  /** Version of the database's schema. */
  schema: number;
  /** The ERP that the database belongs to; null before its first sweep. */
  erp: { kind: 'erp' | 'stand-in'; base_url: string; account: string } | null;
  /** Rows by table. */
  counts: Readonly<Record<string, number>>;
}

/** Where a SQLite backup keeps it, in `bangqiao_meta`. */
export const MANIFEST_KEY = 'backup';

/**
 * Made anew where they are restored: the search index, and what living processes hold. What is a view elsewhere is no table.
 */
const NOT_CARRIED = /^(?:v_|customer_search|search_|leases$|key_locks$)/;

export function isCarried(table: string): boolean {
  return !NOT_CARRIED.test(table);
}

/** All tables that this program makes, the carried ones and the others: as a fresh database has them. */
export async function ownTables(): Promise<string[]> {
  const fresh = await openStore({ file: ':memory:' });
  try {
    const names = await fresh.backend.tableNames(fresh.db);
    return names.filter((name) => !name.startsWith('v_'));
  } finally {
    await fresh.close();
  }
}

/** The tables of `store` that go into a backup; those of other programs in the same place do not. */
export async function carriedTables({ backend }: Store, db: Executor): Promise<string[]> {
  const own = new Set(await ownTables());
  const there = await backend.tableNames(db);
  return there.filter((name) => own.has(name) && isCarried(name)).sort();
}

export function rowsIn({ counts }: Manifest): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
