import type { Executor } from '../store/index.ts';

/** `kf`: WeCom's cursor of an account. `archive`: the highest number. `contact`: what a member saw of a customer last. */
type Source = 'kf' | 'archive' | 'contact';

/** How far a source is read; '' before the first time. */
export async function cursorOf(db: Executor, source: Source, account: string): Promise<string> {
  const row = await db
    .selectFrom('ingest_cursors')
    .select('cursor')
    .where('source', '=', source)
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.cursor ?? '';
}

/** Only in the transaction that keeps what was read. */
export async function moveCursor(
  trx: Executor,
  { source, account }: { source: Source; account: string },
  cursor: string,
  now: string,
): Promise<void> {
  if (cursor === '') return;
  await trx
    .insertInto('ingest_cursors')
    .values({ source, account, cursor, updated_at: now })
    .onConflict((conflict) =>
      conflict.columns(['source', 'account']).doUpdateSet({ cursor, updated_at: now }),
    )
    .execute();
}
