import { CUSTOMER_KINDS } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import type { Asked } from './asked.ts';

/** A question of a run that no later run settled: its writes wait, and its missing customers are not judged. */
export interface OpenQuestion {
  runId: number;
  since: string;
  asked: Pick<Asked, 'code' | 'isQuestion' | 'rows' | 'gone' | 'file' | 'userMessage' | 'nextStep'>;
}

/** A question is asked again with every push, so that it stands among the newest runs. */
const LOOKED_AT = 200;

/**
 * The plan that the breaker stopped and that waits for a person; null when nothing does. What asks about writes is settled by a
 * later push that asked nothing, or when none of them is open any more; what asks about missing customers by a later sync.
 */
export async function openQuestion(db: Executor): Promise<OpenQuestion | null> {
  const runs = await db
    .selectFrom('sync_runs')
    .select(['id', 'kind', 'ended_at', 'result'])
    .where('trigger', '<>', 'change')
    .where('kind', 'in', ['sync', 'pull', 'push'])
    .where('ended_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute();
  const settled = { breaker: false, breaker_gone: false };
  for (const { id, kind, ended_at, result } of runs) {
    if (result === null) continue;
    const { asked } = JSON.parse(result) as { asked?: OpenQuestion['asked'] };
    if (asked?.isQuestion && (asked.code === 'breaker' || asked.code === 'breaker_gone')) {
      if (settled[asked.code] || asked.file === null) continue;
      if (asked.gone === 0 && !(await isAnyOpen(db))) return null;
      return { runId: id, since: ended_at ?? '', asked };
    }
    if (asked === undefined && kind !== 'pull') settled.breaker = true;
    if (asked === undefined && kind === 'sync') settled.breaker_gone = true;
  }
  return null;
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
