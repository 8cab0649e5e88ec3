import { sql } from 'kysely';
import type { Backend } from '../backend.ts';
import type { Run } from './migration.ts';

/** When a write passed the breaker: only then it is worked. What an earlier version had planned was let through by it. */
export async function keepPassage(run: Run, { types: t }: Backend): Promise<void> {
  await run(sql`alter table write_journal add column passed_at ${t.time}`);
  await run(sql`update write_journal set passed_at = updated_at where state in ('planned', 'waiting')`);
}
