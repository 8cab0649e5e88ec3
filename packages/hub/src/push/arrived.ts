import { rebase, type SyncField } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { requireCustomer } from '../customers/index.ts';
import type { Write } from '../journal/journal.ts';
import { type Absorbed, keepBase, mergeContext, readBase, readRecord } from '../pull/absorb.ts';
import { recordOfBill } from '../pull/columns.ts';
import { takeDetail } from '../pull/detail.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { asWritten } from './as-written.ts';
import { NOT_TAKEN } from './parking.ts';

/** The ERP's record is merged before anything leaves. `arrived`: what an earlier save of this write brought there. */
export function mergeBefore(
  context: RunContext,
  write: Write,
  bill: Bill,
): Promise<Absorbed & { arrived: SyncField[] }> {
  return context.store.transaction(async (trx) => {
    const arrived = await keepArrived(trx, context, write, bill);
    return { ...(await takeDetail(trx, mergeContext(context), bill)), arrived };
  });
}

/**
 * A save whose answer was lost is known again by its values, before the merge: what it sent and the ERP holds is agreed.
 * All else that is new there is somebody's edit, and the merge decides about it.
 */
async function keepArrived(
  trx: Executor,
  context: RunContext,
  write: Write,
  bill: Bill,
): Promise<SyncField[]> {
  const sent = write.fields;
  // After saves which surely stored nothing, even an equal value is somebody else's.
  if (write.saves === 0 || sent === null || write.error_code === NOT_TAKEN) return [];
  const customer = await requireCustomer(trx, write.customer_id);
  const erp = readRecord(recordOfBill(bill), customer.erp_customer_type, context.erp.options).values;
  const arrived = (write.field_names as SyncField[]).filter(
    (field) => field in erp && asWritten(field, sent.hub[field], erp[field]),
  );
  if (arrived.length === 0) return [];
  const base = await readBase(trx, customer.id, await mirrorValues(trx, customer, context.erp.options));
  await keepBase(trx, customer.id, bill.ord, rebase(base, arrived, sent.hub, erp), now(context));
  return arrived;
}
