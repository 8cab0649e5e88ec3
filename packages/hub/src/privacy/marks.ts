import { createHmac, randomBytes } from 'node:crypto';
import { type Executor, eachOf } from '../store/index.ts';

const SALT_KEY = 'erasure_salt';

/**
 * Remembers that this record of the ERP is of a person who was erased here, without saying whom: a pull passes it over from
 * now on. The salt is this database's own.
 */
export async function markErased(trx: Executor, ord: number, at: string): Promise<void> {
  const mark = markOf(await saltOf(trx), ord);
  await trx
    .insertInto('erased_keys')
    .values({ mark, erased_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those of the ERP's records that are of erased people. */
export async function erasedAmong(db: Executor, ords: readonly number[]): Promise<ReadonlySet<number>> {
  if (ords.length === 0 || !(await anybodyErased(db))) return new Set();
  const salt = await saltOf(db);
  const byMark = new Map(ords.map((ord) => [markOf(salt, ord), ord]));
  const rows = await db
    .selectFrom('erased_keys')
    .select('mark')
    .where('mark', 'in', eachOf(db, [...byMark.keys()]))
    .execute();
  return new Set(rows.map(({ mark }) => byMark.get(mark) as number));
}

export async function anybodyErased(db: Executor): Promise<boolean> {
  const any = await db.selectFrom('erased_keys').select('mark').limit(1).executeTakeFirst();
  return any !== undefined;
}

/** Made with the first mark, so that there is one wherever there are marks. */
async function saltOf(trx: Executor): Promise<string> {
  const known = await trx
    .selectFrom('bangqiao_meta')
    .select('value')
    .where('key', '=', SALT_KEY)
    .executeTakeFirst();
  if (known) return known.value;
  const value = randomBytes(32).toString('hex');
  await trx.insertInto('bangqiao_meta').values({ key: SALT_KEY, value }).execute();
  return value;
}

function markOf(salt: string, ord: number): string {
  return createHmac('sha256', salt).update(`ord:${ord}`).digest('hex');
}
