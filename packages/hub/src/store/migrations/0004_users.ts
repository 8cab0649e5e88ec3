import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Who may use the hub, what they changed, and what the lists of the API are sorted and limited by. */
export const users: Migration = {
  version: 4,
  name: 'users',
  async up(trx, { types: t }) {
    const statements = [
      sql`
      create table users (
        id ${t.autoId},
        name ${t.text} not null,
        name_key ${t.text} not null unique,
        password ${t.text} not null,
        role ${t.text} not null,
        erp_user_id ${t.text},
        erp_user_name ${t.text},
        disabled ${t.boolean} not null default false,
        created_at ${t.time} not null,
        last_login_at ${t.time},
        check (role in ('administrator', 'manager', 'seller', 'read_only'))
      )`,
      sql`
      create table sessions (
        key ${t.text} primary key,
        user_id ${t.bigint} not null,
        created_at ${t.time} not null,
        seen_at ${t.time} not null
      )`,
      sql`create index sessions_user on sessions (user_id)`,
      sql`
      create table login_failures (
        name_key ${t.text} primary key,
        count ${t.integer} not null,
        last_at ${t.time} not null,
        locked_until ${t.time}
      )`,
      sql`
      create table api_tokens (
        id ${t.autoId},
        key ${t.text} not null unique,
        name ${t.text} not null,
        user_id ${t.bigint} not null,
        scopes ${t.json} not null,
        created_at ${t.time} not null,
        expires_at ${t.time},
        last_used_at ${t.time},
        revoked_at ${t.time}
      )`,
      sql`
      create table audit (
        id ${t.autoId},
        at ${t.time} not null,
        who ${t.text} not null,
        user_id ${t.bigint},
        via ${t.text} not null,
        action ${t.text} not null,
        subject ${t.text},
        before ${t.json},
        after ${t.json},
        outcome ${t.text} not null,
        code ${t.text},
        request_id ${t.text}
      )`,
      sql`create index audit_action on audit (action, id)`,
      sql`alter table erp_mirror add column owner ${t.text}`,
      sql`create index erp_mirror_owner on erp_mirror (owner, customer_id) where owner is not null`,
      sql`create index customers_updated on customers_unified (updated_at, id)`,
      sql`create index customers_quality on customers_unified (data_quality_score, id)`,
      sql`create index customers_intent on customers_unified (intent_score, id)`,
      sql`
      create index customers_last_contact on customers_unified (last_contact_time, id)
        where last_contact_time is not null`,
    ];
    for (const statement of statements) await statement.execute(trx);
  },
};
