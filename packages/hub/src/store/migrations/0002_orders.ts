import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** What a person ordered for a field against its policy (an undo, an erasure), and what each write changed in the ERP. */
export async function keepOrders(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`alter table write_journal add column orders ${t.json}`);
  await run(sql`
    create table erp_field_changes (
      id ${t.autoId},
      journal_id ${t.bigint} not null,
      run_id ${t.bigint},
      customer_id ${t.bigint} not null,
      ord ${t.bigint} not null,
      field ${t.text} not null,
      erp_before ${t.text},
      erp_after ${t.text},
      changed_at ${t.time} not null
    )`);
  await run(sql`create index erp_field_changes_run on erp_field_changes (run_id)`);
}
