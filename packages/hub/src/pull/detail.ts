import type { Customer, ErpRecord } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { findByErpId, requireCustomer } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { type Absorbed, absorb, type MergeContext } from './absorb.ts';
import { takeNewcomers } from './adopt.ts';
import { askWhetherSame, isAnotherNow } from './another.ts';
import { recordOfBill, sameField, wantAfterDetail } from './columns.ts';
import { forgetListing, outdateListing } from './listing.ts';
import { changedFields, logPull } from './pull-log.ts';

/** Takes a record's detail into mirror, customer and base. */
export async function takeDetail(trx: Executor, context: MergeContext, bill: Bill): Promise<Absorbed> {
  const record = recordOfBill(bill);
  const mirror = await trx
    .selectFrom('erp_mirror')
    .selectAll()
    .where('ord', '=', bill.ord)
    .executeTakeFirst();
  if (!mirror) return takeUnknown(trx, context, bill.ord, record);
  const before = JSON.parse(String(mirror.record)) as ErpRecord;
  const customer = await requireCustomer(trx, mirror.customer_id);
  if (isAnotherNow(customer, before, record)) {
    await setAside(trx, context, bill.ord);
    await askWhetherSame(trx, context, customer, bill.ord, { before, shown: record });
    return { customer, changed: false, toErp: {}, verdicts: [] };
  }
  const whole = { ...before, ...record };
  await trx
    .updateTable('erp_mirror')
    .set({
      record: JSON.stringify(whole),
      detail_at: context.at,
      needs_detail: wantAfterDetail(whole),
      ...(JSON.stringify(before) === JSON.stringify(whole) ? {} : { changed_at: context.at }),
    })
    .where('ord', '=', bill.ord)
    .execute();
  const isNews = Object.keys(before).some((id) => !sameField(id, before, whole, context.options));
  if (isNews) await outdateListing(trx, bill.ord);
  const result = await absorb(trx, context, customer, bill.ord, whole, { before, whole: true });
  if (result.changed) {
    await logPull(trx, context, {
      customerId: customer.id,
      ord: bill.ord,
      action: 'update',
      type: 'pull',
      fields: changedFields(result.verdicts),
      reason: 'completed from the detail',
    });
  }
  return result;
}

/** The mirror stays as it was, and the next sweep looks at the row again. */
async function setAside(trx: Executor, context: MergeContext, ord: number): Promise<void> {
  const seen = { detail_at: context.at, needs_detail: null, fingerprint: null };
  await trx.updateTable('erp_mirror').set(seen).where('ord', '=', ord).execute();
  await forgetListing(trx, ord);
}

/** A record that no sweep has shown yet, met by a look-up. */
async function takeUnknown(
  trx: Executor,
  context: MergeContext,
  ord: number,
  record: ErpRecord,
): Promise<Absorbed> {
  const want = wantAfterDetail(record);
  const newcomer = { ord, record, fingerprint: null, want, detailAt: context.at, owner: null };
  await takeNewcomers(trx, context, [{ newcomers: [newcomer] }]);
  const customer = (await findByErpId(trx, ord)) as Customer;
  return { customer, changed: true, toErp: {}, verdicts: [] };
}
