import { findMeant } from '../explain/find.ts';
import type { Executor } from '../store/index.ts';

/** Whom a search may mean, as numbers. */
export async function searchCustomers(db: Executor, text: string): Promise<number[]> {
  return (await findMeant(db, text)).map(({ id }) => id);
}
