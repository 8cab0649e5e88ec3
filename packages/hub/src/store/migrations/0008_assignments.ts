import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Whom the hub gave the customers that it created, beside the write that gave them. */
export const assignments: Migration = {
  version: 8,
  name: 'assignments',
  async up(trx, { types: t }) {
    await sql`
      create table assignments (
        journal_id ${t.bigint} primary key,
        ord ${t.bigint} not null,
        seller ${t.text},
        seller_name ${t.text},
        owner_before ${t.text},
        reason ${t.text} not null,
        chosen_at ${t.time} not null,
        answered_at ${t.time}
      )`.execute(trx);
    await sql`create index assignments_seller on assignments (seller) where seller is not null`.execute(trx);
  },
};
