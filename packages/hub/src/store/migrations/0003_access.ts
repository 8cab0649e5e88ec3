import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What all processes on one database share about the ERP: refused logins, calls per minute, customers to push at once. */
export const access: Migration = {
  version: 3,
  name: 'access',
  async up(trx, { types: t }) {
    await sql`
      create table refused_logins (
        id ${t.autoId},
        base_url ${t.text} not null,
        account ${t.text} not null,
        credential ${t.text} not null,
        captcha ${t.boolean} not null,
        message ${t.text} not null,
        refused_at ${t.time} not null
      )`.execute(trx);
    await sql`create index refused_logins_account on refused_logins (base_url, account)`.execute(trx);
    await sql`
      create table call_budgets (
        name ${t.text} primary key,
        taken ${t.json} not null,
        version ${t.integer} not null
      )`.execute(trx);
    await sql`
      create table push_requests (
        customer_id ${t.bigint} primary key,
        times ${t.integer} not null,
        reason ${t.text} not null,
        requested_at ${t.time} not null
      )`.execute(trx);
    await sql`create index push_requests_oldest on push_requests (requested_at)`.execute(trx);
    await sql`
      create index write_journal_passed on write_journal (passed_at) where passed_at is not null`.execute(
      trx,
    );
  },
};
