import type { Presence } from '@bangqiao/core';
import {
  findByErpId,
  followCompany,
  requireCustomer,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { mergeContext } from './absorb.ts';
import { forgetListing } from './listing.ts';
import { logPull } from './pull-log.ts';

const REASON: Record<Exclude<Presence, 'present'>, string> = {
  gone: 'a complete sweep missed it and its own record is not there',
  pool: 'given back to the customer pool',
  hidden: 'out of sight of the API user',
};

/** Whoever calls has asked the ERP. A record that was never read stays out of the mirror: seen again, it is taken over as new. */
export async function markPresence(
  context: RunContext,
  ord: number,
  presence: Exclude<Presence, 'present'>,
): Promise<void> {
  await context.turn.mustHold();
  await context.store.transaction(async (trx) => {
    const mirror = await trx
      .updateTable('erp_mirror')
      .set({ presence, changed_at: now(context) })
      .where('ord', '=', ord)
      .returning('customer_id')
      .executeTakeFirst();
    await forgetListing(trx, ord);
    const customer = mirror ? await requireCustomer(trx, mirror.customer_id) : await findByErpId(trx, ord);
    if (!customer) return;
    const writing: WriteContext = {
      by: context.by,
      reason: REASON[presence],
      source: 'erp',
      runId: context.runId,
      now: now(context),
    };
    await updateCustomer(trx, customer, { erp_presence: presence }, writing);
    await followCompany(trx, ord, presence, writing);
    await logPull(trx, mergeContext(context), {
      customerId: customer.id,
      ord,
      action: presence === 'gone' ? 'delete' : 'update',
      type: 'pull',
      fields: ['erp_presence'],
      reason: REASON[presence],
    });
  });
}
