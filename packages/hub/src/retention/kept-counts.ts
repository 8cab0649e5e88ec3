import { sql } from 'kysely';
import type { Executor } from '../store/index.ts';
import { chinaTime } from '../words/china-time.ts';

/** What is counted when it goes: so many of a day, Asia/Shanghai, with what they took. */
interface Counted {
  at: string;
  /** `sync`: a direction; `api`: an address of the ERP. */
  what: 'sync' | 'api';
  part: string;
  outcome: string;
  ms: number | null;
}

/** Adds rows that are about to go to the counts of their days. */
export async function keepCounts(trx: Executor, rows: readonly Counted[]): Promise<void> {
  const groups = Map.groupBy(rows, ({ at, what, part, outcome }) =>
    JSON.stringify([chinaTime(at).slice(0, 10), what, part, outcome]),
  );
  for (const [key, group] of groups) {
    const [day, what, part, outcome] = JSON.parse(key) as [string, Counted['what'], string, string];
    const timed = group.filter(({ ms }) => ms !== null);
    await trx
      .insertInto('kept_counts')
      .values({
        day,
        what,
        part,
        outcome,
        count: group.length,
        ms_total: timed.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
        ms_count: timed.length,
      })
      .onConflict((conflict) =>
        conflict.columns(['day', 'what', 'part', 'outcome']).doUpdateSet({
          count: sql`kept_counts.count + excluded.count`,
          ms_total: sql`kept_counts.ms_total + excluded.ms_total`,
          ms_count: sql`kept_counts.ms_count + excluded.ms_count`,
        }),
      )
      .execute();
  }
}
