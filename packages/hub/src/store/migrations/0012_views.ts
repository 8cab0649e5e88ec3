import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Ways of looking at the customers that users keep, each for themselves. */
export const views: Migration = {
  version: 12,
  name: 'views',
  async up(trx, { types: t }) {
    await sql`
      create table saved_views (
        id ${t.autoId},
        user_id ${t.bigint} not null,
        name ${t.text} not null,
        query ${t.json} not null,
        created_at ${t.time} not null,
        unique (user_id, name)
      )`.execute(trx);
  },
};
