import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreError } from './errors.ts';

const current = new AsyncLocalStorage<{ open: boolean; owner: object }>();

/**
 * Marks everything that `work` does as being inside a transaction of `owner`. With one SQLite connection, a query on the
 * store's own `db` would wait for a transaction that waits for it: `refuseNested` turns that hang into an error, and does
 * so on PostgreSQL as well, where the query would silently run outside the transaction.
 */
export async function insideTransaction<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const mark = { open: true, owner };
  try {
    return await current.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** Throws StoreError `nested_use` when the caller is inside a transaction of `owner` that is still open. */
export function refuseNested(owner: object): void {
  const mark = current.getStore();
  if (mark?.open && mark.owner === owner) throw new StoreError('nested_use');
}
