import type { Seller } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';

/** Who gets the customers that the hub creates (configuration, `assign`). Sellers by the ERP's id of the user. */
export interface AssignSettings {
  sellers: readonly string[];
  /** Those of them who get the best customers. */
  strongest: readonly string[];
  /** Customers that one seller has at most; null: no bound. */
  capacity: number | null;
}

/**
 * The sellers to choose from, with their load: customers whose owner the ERP shows, by name or id, and choices of ours that it
 * does not show yet. `names`: the ERP's users by id; who left is not among them. Empty where it gives out no list.
 */
export async function sellersNow(
  trx: Executor,
  { sellers, strongest, capacity }: AssignSettings,
  names: ReadonlyMap<string, string>,
): Promise<Seller[]> {
  const ids = [...new Set([...sellers, ...strongest])];
  if (ids.length === 0) return [];
  const loads = await loadsOf(trx, ids, [...ids, ...ids.map((id) => names.get(id) ?? id)]);
  return ids.map((id) => {
    const name = names.get(id) ?? id;
    const byName = name === id ? 0 : (loads.get(name) ?? 0);
    return {
      id,
      name,
      available: names.size === 0 || names.has(id),
      strongest: strongest.includes(id),
      load: (loads.get(id) ?? 0) + byName,
      capacity,
    };
  });
}

/** In one statement: in a second one a choice that the ERP shows meanwhile would be counted by neither. */
async function loadsOf(
  trx: Executor,
  ids: readonly string[],
  owners: readonly string[],
): Promise<Map<string, number>> {
  const shown = trx
    .selectFrom('customers_unified')
    .select((select) => ['erp_owner as seller', select.fn.countAll<number>().as('count')])
    .where('erp_owner', 'in', owners)
    .where('erp_presence', '=', 'present')
    .groupBy('erp_owner');
  const chosen = trx
    .selectFrom('assignments')
    .innerJoin('write_journal', 'write_journal.id', 'assignments.journal_id')
    .leftJoin('customers_unified', 'erp_customer_id', 'assignments.ord')
    .select((select) => ['seller', select.fn.countAll<number>().as('count')])
    .where('seller', 'in', ids)
    .where('write_journal.state', '<>', 'cancelled')
    .where('erp_owner', 'is', null)
    .groupBy('seller');
  const loads = new Map<string, number>();
  for (const { seller, count } of await shown.unionAll(chosen).execute()) {
    loads.set(seller as string, (loads.get(seller as string) ?? 0) + Number(count));
  }
  return loads;
}
