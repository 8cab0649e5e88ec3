import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Customers taken over with a number whose record was never read: each full sweep asks for them, and mostly there
 * are none. Beside them stand those of the pool, few as well.
 */
export const unread: Migration = {
  version: 16,
  name: 'unread',
  async up(trx) {
    await sql`
      create index customers_unread on customers_unified (erp_customer_id)
        where (erp_presence is null or erp_presence = 'pool') and erp_customer_id is not null`.execute(trx);
  },
};
