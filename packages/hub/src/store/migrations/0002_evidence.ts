import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** How a conflict ended, and by whom. */
export async function keepEvidence(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`alter table conflicts add column resolved_by ${t.text}`);
  await run(sql`alter table conflicts add column loser ${t.text}`);
}
