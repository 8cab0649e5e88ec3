import type { Updateable } from 'kysely';
import type { Executor, Schema } from '../store/index.ts';

/** Changes the follow-up of a conversation, along with its write in the caller's transaction. */
export async function changeFollowUp(
  trx: Executor,
  conversationId: number,
  changes: Updateable<Schema['follow_ups']>,
): Promise<void> {
  await trx.updateTable('follow_ups').set(changes).where('conversation_id', '=', conversationId).execute();
}
