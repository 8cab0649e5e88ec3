import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Conversations are judged once: `verdict` says why one became no follow-up. Messages in none yet are found by themselves. */
export const followUps: Migration = {
  version: 6,
  name: 'follow_ups',
  async up(trx, { types: t }) {
    await sql`alter table conversations add column verdict ${t.text}`.execute(trx);
    await sql`
      create index conversations_to_judge on conversations (customer_id, started_at)
      where follow_up_id is null and verdict is null`.execute(trx);
    await sql`
      create index messages_loose on messages (customer_id, at)
      where conversation_id is null and room_id is null and customer_id is not null`.execute(trx);
    await sql`create index messages_conversation on messages (conversation_id) where conversation_id is not null`.execute(
      trx,
    );
  },
};
