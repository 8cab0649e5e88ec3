import { type SyncField, sameValue } from '@bangqiao/core';
import { requireCustomer } from '../customers/index.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { RunContext } from '../sync/context.ts';
import type { NotUndone, RunChange } from './changes.ts';

/**
 * Of the values that were put back here, those that the ERP does not hold although the write is over: somebody edited them
 * there meanwhile. What was read back after a save is taken for ours, for it may come back trimmed or relabelled.
 */
export async function leftOut(
  context: RunContext,
  id: number,
  changes: readonly RunChange[],
  isUpdated: boolean,
): Promise<NotUndone[]> {
  const { db } = context.store;
  const customer = await requireCustomer(db, id);
  const erp = await mirrorValues(db, customer, context.erp.options);
  const conflicts = await db
    .selectFrom('conflicts')
    .select('field')
    .where('customer_id', '=', id)
    .where('state', '=', 'open')
    .execute();
  const disputed = new Set(conflicts.map(({ field }) => field));
  const holds = ({ field, before }: RunChange) => {
    const here = customer[field as SyncField];
    return (
      sameValue(field, here === null ? null : String(here), before) &&
      sameValue(field, erp[field] ?? null, before)
    );
  };
  return changes.flatMap((change): NotUndone[] => {
    const { field } = change;
    if (disputed.has(field)) return [{ customer: id, field, why: CONFLICT }];
    return isUpdated || holds(change) ? [] : [{ customer: id, field, why: MOVED_THERE }];
  });
}

const CONFLICT = {
  zh: '这个值后来在 ERP 里又改过：两边不同，等您决定',
  en: 'changed in the ERP since: the two sides differ and wait for you to decide',
};
const MOVED_THERE = {
  zh: '这个值后来在 ERP 里又改过，没有写入',
  en: 'changed in the ERP since: not written there',
};
