import type { Customer } from '@bangqiao/core';
import { updateCustomer } from '../customers/index.ts';
import { isAnother } from '../journal/carries.ts';
import type { Executor } from '../store/index.ts';
import type { MergeContext } from './absorb.ts';
import type { Newcomer } from './newcomers.ts';
import { whereOrd } from './ords.ts';

/**
 * Customers that carry the number of a record which was never read here: they came with the Python system's file. The
 * record becomes their ERP side, unless it carries another customer number and shares neither name nor phone: then the
 * number means somebody else in this ERP, and the customer gives it up.
 */
export async function takenOver(
  trx: Executor,
  context: MergeContext,
  newcomers: readonly Newcomer[],
): Promise<Map<number, Customer>> {
  const byOrd = new Map(newcomers.map((newcomer) => [newcomer.ord, newcomer]));
  const rows = await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where(whereOrd('erp_customer_id', [...byOrd.keys()]))
    .execute();
  const found = new Map<number, Customer>();
  for (const customer of rows as Customer[]) {
    const newcomer = byOrd.get(customer.erp_customer_id ?? 0);
    if (!newcomer) continue;
    if (isSomebodyElse(customer, newcomer)) await giveUpNumber(trx, context, customer);
    else found.set(newcomer.ord, customer);
  }
  return found;
}

function isSomebodyElse(customer: Customer, { record }: Newcomer): boolean {
  const { erp_customer_code: khid, company_name, real_name, phone } = customer;
  if (!khid || !record.khid) return false;
  return isAnother(record, { khid, name: company_name ?? real_name ?? '', mobile: phone ?? '' });
}

async function giveUpNumber(trx: Executor, context: MergeContext, customer: Customer): Promise<void> {
  await updateCustomer(
    trx,
    customer,
    {
      erp_customer_id: null,
      erp_customer_code: null,
      erp_owner: null,
      erp_sync_status: 'pending',
      local_dirty: true,
    },
    {
      by: context.by,
      reason: `number ${customer.erp_customer_id} means another customer in this ERP`,
      source: 'erp',
      runId: context.runId,
      now: context.at,
    },
  );
}
