import type { RunContext } from '../sync/context.ts';

/** The share is one of the linked customers: creates touch none of them and count by number only (decision 0010). */
export async function isTooMuch(context: RunContext, passed: Counted, fresh: Counted): Promise<boolean> {
  const { number, share, min_rows } = context.settings.breaker;
  if (fresh.rows > 0 && passed.rows + fresh.rows > number) return true;
  const touched = passed.linked + fresh.linked;
  if (fresh.linked === 0 || touched < min_rows) return false;
  const row = await context.store.db
    .selectFrom('customers_unified')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('erp_customer_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return touched > share * Number(row.count);
}

/** Rows to write, and those of them that change a customer which is in the ERP already. */
export interface Counted {
  rows: number;
  linked: number;
}
