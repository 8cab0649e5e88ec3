import { eachOf } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { readDetails } from './complete.ts';
import type { PullResult } from './pull.ts';

/** Reads the records of the customers that this run is about, and no others: it proves nothing about the list. */
export async function pullOnly(context: RunContext): Promise<PullResult> {
  const startedAt = context.clock().getTime();
  const callsBefore = context.erp.log.calls;
  const rows = await context.store.db
    .selectFrom('customers_unified')
    .select('erp_customer_id')
    .where('id', 'in', eachOf(context.store.db, [...(context.only ?? [])]))
    .where('erp_customer_id', 'is not', null)
    .execute();
  const ords = rows.map((row) => row.erp_customer_id as number);
  context.progress.start('pull', ords.length);
  const { updated, failed } = await readDetails(context, ords);
  context.progress.finish('pull');
  return {
    total: ords.length,
    created: 0,
    updated: updated.size,
    filled: 0,
    unchanged: ords.length - updated.size - failed.size,
    failed: failed.size,
    complete: false,
    scope: 'named',
    calls: context.erp.log.calls - callsBefore,
    ms: context.clock().getTime() - startedAt,
    reason: 'only the customers that were named are read',
    absent: { gone: 0, pool: 0, hidden: 0, unjudged: 0, asks: [] },
    withoutPhone: 0,
    unreadable: 0,
    detailsRead: ords.length - failed.size,
  };
}
