import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** Intended writes to the ERP, the runs and sweeps they belong to, and who works at what. */
export async function createJournal(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table write_journal (
      id ${t.autoId},
      run_id ${t.bigint},
      customer_id ${t.bigint} not null,
      kind ${t.text} not null,
      subject ${t.text} not null default '',
      state ${t.text} not null,
      ord ${t.bigint},
      khid ${t.text},
      fields ${t.json},
      field_names ${t.json} not null,
      rule ${t.text},
      rule_set_version ${t.integer},
      reason ${t.text} not null,
      attempts ${t.integer} not null default 0,
      saves ${t.integer} not null default 0,
      retry_at ${t.time},
      holder ${t.text},
      claimed_at ${t.time},
      outcome ${t.text},
      error_code ${t.text},
      error_message ${t.text},
      next_step ${t.text},
      created_at ${t.time} not null,
      updated_at ${t.time} not null,
      check (state in
        ('planned', 'claimed', 'allocated', 'sent', 'confirmed', 'in_doubt', 'waiting', 'parked', 'cancelled'))
    )`);
  // At most one open write per customer, kind and subject (architecture.md, The journal).
  await run(sql`
    create unique index write_journal_open on write_journal (customer_id, kind, subject)
    where state in ('planned', 'claimed', 'allocated', 'sent', 'in_doubt', 'waiting', 'parked')`);
  await run(sql`create index write_journal_state on write_journal (state)`);
  await run(sql`create index write_journal_customer on write_journal (customer_id)`);

  await run(sql`
    create table journal_audit (
      id ${t.autoId},
      journal_id ${t.bigint} not null,
      from_state ${t.text},
      to_state ${t.text} not null,
      note ${t.text} not null,
      at ${t.time} not null,
      "by" ${t.text} not null
    )`);
  await run(sql`create index journal_audit_journal on journal_audit (journal_id)`);

  await run(sql`
    create table sync_runs (
      id ${t.autoId},
      kind ${t.text} not null,
      "trigger" ${t.text} not null,
      holder ${t.text} not null,
      started_at ${t.time} not null,
      ended_at ${t.time},
      result ${t.json},
      error ${t.text}
    )`);

  await run(sql`
    create table sweeps (
      id ${t.autoId},
      run_id ${t.bigint},
      started_at ${t.time} not null,
      ended_at ${t.time},
      state ${t.text} not null,
      page_size ${t.integer} not null,
      next_page ${t.integer} not null,
      seen ${t.integer} not null,
      last_ord ${t.bigint} not null,
      record_count ${t.integer},
      reason ${t.text},
      lacks ${t.json}
    )`);

  await run(sql`
    create table leases (
      name ${t.text} primary key,
      holder ${t.text} not null,
      acquired_at ${t.time} not null,
      renewed_at ${t.time} not null,
      expires_at ${t.time} not null
    )`);

  await run(sql`
    create table key_locks (
      kind ${t.text} not null,
      value ${t.text} not null,
      holder ${t.text} not null,
      journal_id ${t.bigint} not null,
      acquired_at ${t.time} not null,
      primary key (kind, value)
    )`);
}
