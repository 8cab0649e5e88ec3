import { sql } from 'kysely';
import { CUSTOMER_KINDS } from '../journal/states.ts';
import type { PullResult } from '../pull/pull.ts';
import type { Executor } from '../store/index.ts';
import type { Asked } from './asked.ts';

/** A question of a run that no later run settled: its writes wait, and its missing customers are not judged. */
export interface OpenQuestion {
  runId: number;
  since: string;
  asked: Pick<Asked, 'code' | 'isQuestion' | 'rows' | 'gone' | 'file' | 'userMessage' | 'nextStep'>;
}

/** What stands in `sync_runs` of a run that came to its end. */
interface Result {
  pull: Partial<Pick<PullResult, 'scope' | 'complete'>> | null;
  asked?: OpenQuestion['asked'];
  brokenOff?: boolean;
  barred?: boolean;
}

/** What a person asked for, and no word of the breaker. */
const PLANS: readonly unknown[] = ['plan_only', 'plan_moved', 'plan_done'];
const LAST_RUNS = 50;

/**
 * The plan that the breaker stopped and that waits for a person; null when nothing does. What asks about writes is settled by a
 * later push that asked nothing, or when none of them is open any more; what asks about missing customers by a later pull of
 * everybody. Other runs (of the newest, of named customers, those that failed) come between and say nothing of it.
 */
export async function openQuestion(db: Executor): Promise<OpenQuestion | null> {
  const pushed = await lastWord(db, 'push');
  if (pushed && pushed.asked.code !== 'breaker_gone' && (await isAnyOpen(db))) return pushed;
  const pulled = await lastWord(db, 'pull');
  return pulled && pulled.asked.gone > 0 ? pulled : null;
}

/** What the last run that had a word on it asks; null: nothing. */
async function lastWord(db: Executor, part: 'push' | 'pull'): Promise<OpenQuestion | null> {
  const text = sql`cast(result as text)`;
  let query = db
    .selectFrom('sync_runs')
    .select(['id', 'ended_at', 'result', 'error'])
    .where('kind', 'in', ['sync', part])
    .where('trigger', '<>', 'change')
    .where('result', 'is not', null)
    .where(text, 'not like', '%"named":true%');
  if (part === 'pull') query = query.where(text, 'like', '%"scope":"all"%');
  const rows = await query.orderBy('id', 'desc').limit(LAST_RUNS).execute();
  for (const { id, ended_at, result, error } of rows) {
    const said = JSON.parse(String(result)) as Result;
    if (!hasWord(said, error, part)) continue;
    const { asked } = said;
    return asked?.isQuestion ? { runId: id, since: ended_at ?? '', asked } : null;
  }
  return null;
}

function hasWord({ pull, asked, brokenOff, barred }: Result, error: string | null, part: 'push' | 'pull') {
  // What ended the push says nothing of the pull before it; a pull that failed has no result. Where only creates are barred it went on.
  const wasStopped = part === 'push' && error !== null && !asked?.isQuestion && !barred;
  // A sweep that did not see the end of the list judges nobody.
  const sawAll = part === 'push' || pull?.complete !== false;
  return sawAll && !wasStopped && !brokenOff && !PLANS.includes(asked?.code);
}

async function isAnyOpen(db: Executor): Promise<boolean> {
  const row = await db
    .selectFrom('write_journal')
    .select('id')
    .where('kind', 'in', CUSTOMER_KINDS)
    .where('state', 'in', ['planned', 'waiting'])
    .where('passed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
