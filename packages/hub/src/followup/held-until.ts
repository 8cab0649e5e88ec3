import type { Executor } from '../store/index.ts';

const KEY = 'follow_ups_held_until';

/**
 * Conversations that ended before this moment may have been told to the ERP already, and the database does not know: it was
 * restored from a backup. Each waits for a person's word. '' where there is no such moment.
 */
export async function followUpsHeldUntil(db: Executor): Promise<string> {
  const row = await db.selectFrom('bangqiao_meta').select('value').where('key', '=', KEY).executeTakeFirst();
  return row?.value ?? '';
}

/** From a restored database nothing leaves a second time: what is planned, and what is still to be judged, is held. */
export async function holdFollowUpsUntil(trx: Executor, at: string): Promise<void> {
  await trx
    .insertInto('bangqiao_meta')
    .values({ key: KEY, value: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: at }))
    .execute();
  await trx
    .updateTable('write_journal')
    .set({ passed_at: null })
    .where('kind', '=', 'follow_up')
    .where('state', 'in', ['planned', 'waiting'])
    .execute();
}
