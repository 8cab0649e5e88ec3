import { type Bill, ZhibangError } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import { carries, isAnother } from '../journal/carries.ts';
import type { Write } from '../journal/journal.ts';
import { recordOfBill } from '../pull/columns.ts';
import { mirrorRecord } from '../pull/mirror.ts';
import type { RunContext } from '../sync/context.ts';
import { NeedsPerson } from './outcome.ts';

/** What the ERP holds under a write's own `ord`. `unknown` when it cannot be told now. */
export type ReadBack = { kind: 'ours'; bill: Bill } | { kind: 'nothing' } | { kind: 'unknown' };

/**
 * Reads a write's own record. A save can answer success and store nothing, and an answer can be lost (wire.md): only
 * this decides. Another customer behind the `ord` is for a person.
 */
export async function readBack(context: RunContext, write: Write): Promise<ReadBack> {
  const ord = write.ord as number;
  const bill = await openRecord(context.erp, ord).catch(async (error: unknown) => {
    if (error instanceof ZhibangError && error.code === 'no_permission')
      await mustNotBeAnothers(context, write);
    throw error;
  });
  if (bill === null) return { kind: 'nothing' };
  const record = recordOfBill(bill);
  if (!carries(record, write.fields?.erp ?? {})) throw another(ord, record.name ?? '');
  return { kind: 'ours', bill };
}

/** Asked before the same `ord` is saved again: detail and `telord` list must both say no. */
export async function surelyAbsent(context: RunContext, write: Write): Promise<boolean> {
  const found = await context.erp.client.customers.exists(write.ord as number, { thoroughly: true });
  if (found === 'hidden') await mustNotBeAnothers(context, write);
  return found === 'no';
}

/** Out of sight, its `ord` may still be known: a sweep has shown that somebody else stands there. */
async function mustNotBeAnothers({ store }: RunContext, { ord, fields }: Write): Promise<void> {
  const seen = await mirrorRecord(store.db, ord);
  if (isAnother(seen, fields?.erp ?? {})) throw another(ord as number, seen.name ?? '');
}

export function another(ord: number, name: string): NeedsPerson {
  return new NeedsPerson(
    'another_customer',
    {
      zh: `ERP 内部编号 ${ord} 现在是另一个客户（${name}），没有写入`,
      en: `ERP record ${ord} is now another customer (${name}); nothing was written`,
    },
    {
      zh: '请在 ERP 中核对这个客户；确认后重新同步',
      en: 'Check this customer in the ERP, then sync again',
    },
  );
}
