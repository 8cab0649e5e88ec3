import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** What the ERP held when last read, and what both sides held when last reconciled. */
export async function createErpTables(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`
    create table erp_binding (
      id ${t.integer} primary key check (id = 1),
      base_url ${t.text} not null,
      account ${t.text} not null,
      kind ${t.text} not null check (kind in ('erp', 'stand-in')),
      fingerprint ${t.json},
      bound_at ${t.time} not null
    )`);

  await run(sql`
    create table erp_mirror (
      ord ${t.bigint} primary key,
      customer_id ${t.bigint} not null,
      fingerprint ${t.text},
      record ${t.json} not null,
      detail_at ${t.time},
      needs_detail ${t.text},
      presence ${t.text} not null default 'present',
      first_seen_at ${t.time} not null,
      changed_at ${t.time} not null
    )`);
  await run(sql`create unique index erp_mirror_customer on erp_mirror (customer_id)`);
  await run(sql`create index erp_mirror_away on erp_mirror (presence) where presence <> 'present'`);
  await run(
    sql`create index erp_mirror_needs_detail on erp_mirror (needs_detail) where needs_detail is not null`,
  );

  await run(sql`
    create table sweep_missed (
      ord ${t.bigint} primary key,
      sweep_id ${t.bigint} not null,
      missed_at ${t.time} not null
    )`);

  await run(sql`
    create table sync_base (
      customer_id ${t.bigint} primary key,
      ord ${t.bigint} not null,
      fields ${t.json} not null,
      reconciled_at ${t.time} not null
    )`);

  await run(sql`
    create table conflicts (
      id ${t.autoId},
      customer_id ${t.bigint} not null,
      field ${t.text} not null,
      hub_value ${t.text},
      erp_value ${t.text},
      base_hub ${t.text},
      base_erp ${t.text},
      evidence ${t.json} not null,
      state ${t.text} not null check (state in ('open', 'resolved')),
      created_at ${t.time} not null,
      resolved_at ${t.time},
      resolution ${t.text}
    )`);
  await run(sql`create unique index conflicts_open on conflicts (customer_id, field) where state = 'open'`);

  await run(sql`
    create table erp_options (
      list ${t.text} not null,
      id ${t.text} not null,
      label ${t.text} not null,
      path_label ${t.text} not null,
      parent_id ${t.text},
      is_leaf ${t.boolean} not null,
      position ${t.integer} not null,
      primary key (list, id)
    )`);
  await run(sql`
    create table erp_options_read (
      list ${t.text} primary key,
      read_at ${t.time} not null
    )`);

  await run(sql`
    create table erp_pages (
      page_index ${t.integer} primary key,
      digest ${t.text} not null
    )`);

  await run(sql`
    create table erp_list_columns (
      column_name ${t.text} primary key,
      equal_samples ${t.integer} not null default 0,
      differ_samples ${t.integer} not null default 0,
      updated_at ${t.time} not null
    )`);
}
