import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which messages a language model was asked about, and what came of it. */
export const modelReadings: Migration = {
  version: 9,
  name: 'model_readings',
  async up(trx, { types: t }) {
    await sql`
      create table model_readings (
        message_id ${t.bigint} primary key,
        asked_at ${t.time} not null,
        tries ${t.integer} not null,
        state ${t.text} not null,
        facts ${t.integer} not null,
        problems ${t.json},
        check (state in ('asked', 'waiting', 'read', 'failed'))
      )`.execute(trx);
    await sql`create index model_readings_asked on model_readings (asked_at)`.execute(trx);
  },
};
