import type { Presence } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import type { WriteContext } from './context.ts';
import { requireCustomer } from './read.ts';
import { updateCustomer } from './update.ts';

/** A company's contact persons are where it is: gone, in the pool, out of sight, or back. Marked, nothing else. */
export async function followCompany(
  trx: Executor,
  company: number,
  presence: Presence,
  context: WriteContext,
): Promise<void> {
  const rows = await trx
    .selectFrom('customers_unified')
    .select('id')
    .where('erp_contact_of', '=', company)
    .orderBy('id')
    .execute();
  for (const { id } of rows) {
    await updateCustomer(trx, await requireCustomer(trx, id), { erp_presence: presence }, context);
  }
}
