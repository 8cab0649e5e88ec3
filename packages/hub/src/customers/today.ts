import type { Deed } from '@bangqiao/api';
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../store/index.ts';
import type { ownedBy } from './list.ts';

/** As many are named one by one; of more, each that is listed is looked at. */
const FEW = 2000;

/** That something happened to a customer since then: what the overview counts and the list narrows to. */
export interface Touched {
  deed: Deed;
  /** ISO-8601, UTC. */
  since: string;
}

/** Where each of them stands, as a table with `customer_id`; each is found in an index alone (migration 15). */
const RECORDS: Readonly<Record<Deed, (since: string) => RawBuilder<unknown>>> = {
  decided: (since) => sql`decisions where decided_at >= ${since}`,
  admitted: (since) => sql`decisions where decided_at >= ${since} and action = 'CREATE'`,
  created: (since) => sql`write_journal where updated_at >= ${since} and outcome in ('created', 'contact')`,
  linked: (since) => sql`write_journal where updated_at >= ${since} and outcome = 'linked'`,
  updated: (since) =>
    sql`erp_sync_logs where synced_at >= ${since}
      and sync_direction = 'local_to_erp' and sync_action = 'update' and sync_result = 'success'`,
  pulled: (since) =>
    sql`erp_sync_logs where synced_at >= ${since}
      and sync_direction = 'erp_to_local' and sync_result = 'success'`,
};

/** Of a row `customer`: it happened to them. */
export function isTouched({ deed, since }: Touched) {
  return sql<boolean>`exists (select 1 from ${RECORDS[deed](since)} and customer_id = customer.id)`;
}

/**
 * How many customers that are known here it happened to.
 * @param mine only among these: a query of their ids
 */
export async function countTouched(
  db: Executor,
  { deed, since }: Touched,
  mine?: ReturnType<typeof ownedBy>,
): Promise<number> {
  let query = db.selectFrom('customers_unified');
  if (mine) query = query.where('id', 'in', mine);
  const { count } = await query
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(sql<boolean>`id in (select customer_id from ${RECORDS[deed](since)})`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * The filter of a list: a page is found fast however few or many they are, because few are named, and of many the next ones
 * in order are soon met.
 */
export async function touchedFilter(
  db: Executor,
  it: Touched,
): Promise<{ touched: Touched } | { ids: number[] }> {
  const few = await sql<{ customer_id: number }>`
    select distinct customer_id from ${RECORDS[it.deed](it.since)} and customer_id is not null
    limit ${FEW + 1}`.execute(db);
  return few.rows.length > FEW
    ? { touched: it }
    : { ids: few.rows.map(({ customer_id }) => Number(customer_id)) };
}
