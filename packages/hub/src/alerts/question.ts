import { sql } from 'kysely';
import type { Asked } from '../plan/asked.ts';
import type { PullResult } from '../pull/pull.ts';
import type { Executor } from '../store/index.ts';

type Question = Pick<Asked, 'isQuestion' | 'gone' | 'userMessage' | 'nextStep'> & { code?: Asked['code'] };
/** What stands in `sync_runs` of a run that came to its end. */
interface Result {
  pull: Pick<PullResult, 'scope'> | null;
  asked?: Question;
  brokenOff?: boolean;
}

/** What a person asked for, and no word of the breaker. */
const PLANS: readonly unknown[] = ['plan_only', 'plan_moved', 'plan_done'];
const LAST_RUNS = 50;

/**
 * What the breaker asks and nobody answered: the last word of a push about what it would write, or of a pull of everybody about
 * who is missing. Other runs (of the newest, of single customers, those that failed) come between and say nothing of it.
 */
export async function openQuestion(db: Executor): Promise<Question | null> {
  const pushed = (await lastWord(db, 'push'))?.asked;
  if (pushed?.isQuestion) return pushed;
  const pulled = (await lastWord(db, 'pull'))?.asked;
  return pulled?.isQuestion && pulled.gone > 0 ? pulled : null;
}

async function lastWord(db: Executor, part: 'push' | 'pull'): Promise<Result | undefined> {
  let query = db
    .selectFrom('sync_runs')
    .select(['result', 'error'])
    .where('kind', 'in', ['sync', part])
    .where('trigger', '!=', 'change')
    .where('result', 'is not', null);
  if (part === 'pull') query = query.where(sql`cast(result as text)`, 'like', '%"scope":"all"%');
  const rows = await query.orderBy('id', 'desc').limit(LAST_RUNS).execute();
  for (const { result, error } of rows) {
    const said = JSON.parse(String(result)) as Result;
    const wasStopped = error !== null && !said.asked?.isQuestion;
    if (!wasStopped && !said.brokenOff && !PLANS.includes(said.asked?.code)) return said;
  }
  return undefined;
}
