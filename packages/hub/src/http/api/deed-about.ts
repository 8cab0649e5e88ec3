import type { AuditRow, Words } from '@bangqiao/api';
import type { z } from 'zod';
import { nameOf } from '../../customers/index.ts';
import type { Executor } from '../../store/index.ts';
import { chinaTime } from '../../words/china-time.ts';
import { say } from '../../words/two-languages.ts';

type Deed = z.infer<typeof AuditRow>;
type Said = z.infer<typeof Words>;

/** Customers who are named of a deed about many. */
const NAMED = 3;

/** Whom or what a deed was about, by name; null where its subject says it, and of customers who are no more. */
export async function aboutOf(db: Executor, deed: Deed): Promise<Said | null> {
  const { action, subject } = deed;
  const id = Number(subject?.split('/')[0]);
  if (action === 'conflicts.resolve') return customersSaid(await ofConflicts(db, numbersIn(deed.after)));
  if (action === 'rules.activate') return say(`第 ${subject} 版`, `version ${subject}`);
  if (action === 'runs.undo') return runSaid(db, id);
  const isOfOne = action.startsWith('customers.') || action === 'people.unmerge';
  return isOfOne && Number.isInteger(id) ? customersSaid(await named(db, [id])) : null;
}

function numbersIn(body: unknown): number[] {
  const { ids } = (body ?? {}) as { ids?: unknown };
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
}

async function ofConflicts(db: Executor, conflicts: readonly number[]): Promise<string[]> {
  if (conflicts.length === 0) return [];
  const rows = await db.selectFrom('conflicts').select('customer_id').where('id', 'in', conflicts).execute();
  return named(db, [...new Set(rows.map(({ customer_id }) => customer_id))]);
}

async function named(db: Executor, customers: readonly number[]): Promise<string[]> {
  if (customers.length === 0) return [];
  const rows = await db
    .selectFrom('customers_unified')
    .select(['id', 'company_name', 'real_name', 'wechat_nickname', 'wechat_remark'])
    .where('id', 'in', customers)
    .orderBy('id')
    .execute();
  return rows.map(nameOf);
}

function customersSaid(names: readonly string[]): Said | null {
  if (names.length === 0) return null;
  const first = names.slice(0, NAMED);
  if (first.length === names.length) return say(first.join('、'), first.join(', '));
  return say(
    `${first.join('、')}等 ${names.length} 位`,
    `${first.join(', ')} and ${names.length - NAMED} more`,
  );
}

async function runSaid(db: Executor, id: number): Promise<Said | null> {
  const run = await db.selectFrom('sync_runs').select('started_at').where('id', '=', id).executeTakeFirst();
  if (!run) return null;
  const at = chinaTime(run.started_at);
  return say(`${at} 的那次`, `that of ${at}`);
}
