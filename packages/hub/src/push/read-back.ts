import type { Bill } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import { carries } from '../journal/carries.ts';
import type { Write } from '../journal/journal.ts';
import { recordOfBill } from '../pull/columns.ts';
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
  const bill = await openRecord(context.erp, ord);
  if (bill === null) return { kind: 'nothing' };
  const record = recordOfBill(bill);
  if (!carries(record, write.fields?.erp ?? {})) throw another(ord, record.name ?? '');
  return { kind: 'ours', bill };
}

/** Asked before the same `ord` is saved again: detail and `telord` list must both say no. */
export async function surelyAbsent(context: RunContext, write: Write): Promise<boolean> {
  return (await context.erp.client.customers.exists(write.ord as number, { thoroughly: true })) === 'no';
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
