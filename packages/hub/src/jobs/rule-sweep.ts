import type { CompiledRuleSet, ScoreFloor } from '@bangqiao/core';
import { requestPush } from '../customers/index.ts';
import { HELD_STATES } from '../journal/states.ts';
import { admittedUnplanned } from '../push/plan.ts';
import { holdsStill, type Store } from '../store/index.ts';

/**
 * Asks for a push of customers who can go on without anybody having touched them: a rule lets them in now, or their write is
 * due again, or a process that is gone left it half done. At most `limit`; calls the ERP for none. How many it found.
 */
export async function sweepRules(
  store: Store,
  { rules, floor }: { rules: CompiledRuleSet; floor: ScoreFloor | undefined },
  limit: number,
  now: string,
): Promise<number> {
  const due = await dueWrites(store, limit, now);
  const welcome = await admittedUnplanned(store, rules, floor, limit - due.length);
  const found = [...new Set([...due, ...welcome])];
  if (found.length > 0) await store.transaction((trx) => requestPush(trx, found, 'rule sweep', now));
  return found.length;
}

async function dueWrites({ db }: Store, limit: number, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('write_journal')
    .select(['customer_id', 'holder'])
    .where('passed_at', 'is not', null)
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'waiting'), where('retry_at', '<=', now)]),
        where('state', 'in', ['planned', 'in_doubt', ...HELD_STATES]),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.filter(({ holder }) => holder === null || !holdsStill(holder)).map((row) => row.customer_id);
}
