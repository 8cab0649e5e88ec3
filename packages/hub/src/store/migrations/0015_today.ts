import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What happened to whom since a moment is found in the index alone: the overview counts it and the list narrows to it. */
export const today: Migration = {
  version: 15,
  name: 'today',
  async up(trx) {
    const statements = [
      sql`create index decisions_time on decisions (decided_at, action, customer_id)`,
      sql`
      create index write_journal_outcome on write_journal (updated_at, outcome, customer_id)
        where outcome is not null`,
      sql`drop index sync_logs_time`,
      sql`
      create index sync_logs_time
        on erp_sync_logs (synced_at, sync_direction, sync_action, sync_result, customer_id)`,
    ];
    for (const statement of statements) await statement.execute(trx);
  },
};
