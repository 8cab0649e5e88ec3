import type { RunContext } from '../sync/context.ts';

/** One customer as the ERP's list shows it now. */
export interface ListedCustomer {
  /** The cell of a column, by its id in lower case or by its caption; undefined where the list lacks it. */
  cell(column: string): string | undefined;
}

/**
 * Reads a customer's row of the plain list. Null: the list does not show it (the pool, out of sight), or this system ignores
 * `telord` and the first page holds others (wire.md: an unknown filter answers everything).
 */
export async function readListed(context: RunContext, ord: number): Promise<ListedCustomer | null> {
  const sweep = context.erp.client.customers.list({ telord: String(ord) }, { pageSize: 20, inFlight: 1 });
  for await (const { columns, captions, rows } of sweep) {
    const row = rows.find((one) => one.ord === ord);
    if (!row) return null;
    return {
      cell(column) {
        const byId = columns.findIndex((id) => id.toLowerCase() === column);
        const at = byId === -1 ? captions.indexOf(column) : byId;
        return at === -1 ? undefined : String(row.values[at] ?? '').trim();
      },
    };
  }
  return null;
}
