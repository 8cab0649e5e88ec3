import { sql } from 'kysely';
import type { Executor } from '../store/index.ts';

/**
 * Customers about whom no rule of a version decided, each once, as the rules count theirs. The names stand as literals
 * because the index `decisions_unruled` holds these two only.
 */
export async function countUnruled(
  db: Executor,
  version: number,
): Promise<{ default: number; floor: number }> {
  const rows = await db
    .selectFrom('decisions')
    .select(['rule', ({ fn }) => fn.count<number>('customer_id').distinct().as('count')])
    .where(sql<boolean>`rule in ('default', 'floor')`)
    .where('rule_set_version', '=', version)
    .groupBy('rule')
    .execute();
  const of = (rule: string) => Number(rows.find((row) => row.rule === rule)?.count ?? 0);
  return { default: of('default'), floor: of('floor') };
}
