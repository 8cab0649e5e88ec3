import type { Executor } from '../store/index.ts';

/**
 * Keeps who the customer's seller is, as the ERP shows it. What sellers may see hangs on it and nothing else does: it makes
 * no history and no new version.
 */
export async function keepOwner(trx: Executor, customerId: number, owner: string | null): Promise<void> {
  await trx.updateTable('customers_unified').set({ erp_owner: owner }).where('id', '=', customerId).execute();
}
