import type { Executor } from './backend.ts';

/** Customers that triggers marked for the search index. */
export async function anyMarked(db: Executor): Promise<boolean> {
  const one = await db.selectFrom('search_dirty').select('customer_id').limit(1).executeTakeFirst();
  return one !== undefined;
}

/** The lowest so many; their marks are gone. */
export async function takeMarked(trx: Executor, most: number): Promise<number[]> {
  const rows = await trx
    .deleteFrom('search_dirty')
    .where('customer_id', 'in', (marks) =>
      marks.selectFrom('search_dirty').select('customer_id').orderBy('customer_id').limit(most),
    )
    .returning('customer_id')
    .execute();
  return rows.map((row) => row.customer_id);
}
