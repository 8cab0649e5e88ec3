import type { ForPeople } from '@bangqiao/api';
import { ownedBy } from '../customers/list.ts';
import { countFollowUps, listFollowUps } from '../followup/read.ts';
import { OWN_KINDS } from '../journal/states.ts';
import type { OpenQuestion } from '../plan/waiting.ts';
import type { Executor } from '../store/index.ts';

/** What waits for a person, by kind: what the desk lists. */
export async function countForPeople(db: Executor, question: OpenQuestion | null): Promise<ForPeople> {
  const { held, parked, doubtful } = await countFollowUps(db);
  return {
    conflicts: await countOpen(db, 'conflicts'),
    duplicates: await countOpen(db, 'identity_suggestions'),
    parked: await countParked(db),
    follow_ups: held + parked + doubtful,
    plans: question === null ? 0 : 1,
  };
}

/** The same for one whose rights reach only their own customers: what they may decide of it. */
export async function countForSeller(db: Executor, owners: readonly string[]): Promise<ForPeople> {
  const { count } = await db
    .selectFrom('conflicts')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .where('customer_id', 'in', ownedBy(db, owners))
    .executeTakeFirstOrThrow();
  const open = await listFollowUps(db, { owners });
  const theirs = open.filter(({ standing }) => ['held', 'parked', 'doubtful'].includes(standing));
  return { conflicts: Number(count), duplicates: 0, parked: 0, follow_ups: theirs.length, plans: 0 };
}

export function sumOf(waiting: ForPeople): number {
  return Object.values(waiting).reduce((sum, count) => sum + count, 0);
}

async function countOpen(db: Executor, table: 'conflicts' | 'identity_suggestions'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function countParked(db: Executor): Promise<number> {
  const { count } = await db
    .selectFrom('write_journal')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('kind', 'in', OWN_KINDS)
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow();
  return Number(count);
}
