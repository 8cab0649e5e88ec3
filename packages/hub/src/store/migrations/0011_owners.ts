import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The seller stands beside the customer, so that a seller's own are read off an index as lists show them. */
export const owners: Migration = {
  version: 11,
  name: 'owners',
  async up(trx, { types: t }) {
    const statements = [
      sql`alter table customers_unified add column erp_owner ${t.text}`,
      sql`
      update customers_unified
      set erp_owner = (select owner from erp_mirror where ord = erp_customer_id)
      where erp_customer_id is not null`,
      sql`drop index erp_mirror_owner`,
      sql`alter table erp_mirror drop column owner`,
      // Three of five orders are kept: each further index costs a first pull 2 %. By number and by intent a seller's own are
      // sorted, off the index alone.
      sql`
      create index customers_owner_updated on customers_unified (erp_owner, updated_at, id)
        where erp_owner is not null`,
      sql`
      create index customers_owner_quality on customers_unified (erp_owner, data_quality_score, id, intent_score)
        where erp_owner is not null`,
      sql`
      create index customers_owner_last_contact on customers_unified (erp_owner, last_contact_time, id)
        where erp_owner is not null and last_contact_time is not null`,
    ];
    for (const statement of statements) await statement.execute(trx);
  },
};
