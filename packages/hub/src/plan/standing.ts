import type { WriteState } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import type { Plan } from './plan-file.ts';

/** What became of the writes that a plan names, in writes. Those that are not there any more (erased) stand nowhere. */
export interface PlanStanding {
  /** Not written yet: the plan may still be carried out. */
  open: number;
  /** Confirmed, by this plan or by a later run. */
  written: number;
  cancelled: number;
  /** Need a person first. */
  parked: number;
}

/** Parameters of one statement are limited. */
const CHUNK = 5000;

export async function standingOf(db: Executor, { rows }: Pick<Plan, 'rows'>): Promise<PlanStanding> {
  const standing = { open: 0, written: 0, cancelled: 0, parked: 0 };
  for (let start = 0; start < rows.length; start += CHUNK) {
    const ids = rows.slice(start, start + CHUNK).map(({ journal }) => journal);
    const counts = await db
      .selectFrom('write_journal')
      .select(['state', (select) => select.fn.countAll<number>().as('count')])
      .where('id', 'in', ids)
      .groupBy('state')
      .execute();
    for (const { state, count } of counts) standing[placeOf(state)] += Number(count);
  }
  return standing;
}

function placeOf(state: WriteState): keyof PlanStanding {
  if (state === 'confirmed') return 'written';
  return state === 'cancelled' || state === 'parked' ? state : 'open';
}
