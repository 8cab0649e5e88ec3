import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The few decisions that no rule made are counted off an index, for the page of the rules. */
export const unruled: Migration = {
  version: 14,
  name: 'unruled',
  async up(trx) {
    await sql`
      create index decisions_unruled on decisions (rule_set_version, rule, customer_id)
        where rule in ('default', 'floor')`.execute(trx);
  },
};
