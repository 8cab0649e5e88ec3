import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Two indexes of messages by person cost each message a page of its own somewhere in the middle. Who said something is found by
 * customer; loose ones stand in the order in which they came. Events of messages are found by these; the others are few.
 */
export const messageIndexes: Migration = {
  version: 13,
  name: 'message_indexes',
  async up(trx) {
    const statements = [
      sql`drop index messages_identity`,
      sql`drop index messages_loose`,
      sql`
      create index messages_loose on messages (id)
        where conversation_id is null and room_id is null and customer_id is not null`,
      sql`
      create index wechat_events_others on wechat_events (customer_id)
        where type <> 'message' and customer_id is not null`,
    ];
    for (const statement of statements) await statement.execute(trx);
  },
};
