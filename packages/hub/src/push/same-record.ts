import type { Customer } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { recordOfBill } from '../pull/columns.ts';
import { mirrorRecord } from '../pull/mirror.ts';
import type { RunContext } from '../sync/context.ts';
import { NeedsPerson } from './outcome.ts';
import { another } from './read-back.ts';

/**
 * The ERP's record behind `ord`, read now: before anything is written to it, it must still be this customer (statement 3).
 * @throws NeedsPerson `record_missing`, `another_customer`, and ZhibangError
 */
export async function readSame(
  context: RunContext,
  customer: Pick<Customer, 'erp_customer_code'>,
  ord: number,
): Promise<Bill> {
  const reading = await context.erp.client.customers.get(ord);
  if (!reading.found || !reading.bill.fields.name?.trim()) throw notThere(ord);
  if (!(await isStill(context, customer, reading.bill))) throw another(ord, reading.bill.fields.name);
  return reading.bill;
}

/** The record carries this customer's number, or another strong key that both sides held when last reconciled. */
async function isStill(
  context: RunContext,
  customer: Pick<Customer, 'erp_customer_code'>,
  bill: Bill,
): Promise<boolean> {
  const record = recordOfBill(bill);
  const known = await mirrorRecord(context.store.db, bill.ord);
  if (record.khid && customer.erp_customer_code) return record.khid === customer.erp_customer_code;
  return (['name', 'mobile', 'weixinAcc', 'bank_4'] as const).some(
    (id) => record[id] && record[id] === known[id],
  );
}

function notThere(ord: number): NeedsPerson {
  return new NeedsPerson(
    'record_missing',
    {
      zh: `ERP 中没有内部编号 ${ord} 的客户（可能已删除或无权查看），没有写入`,
      en: `The ERP has no record ${ord} (deleted, or out of sight); nothing was written`,
    },
    { zh: '下一次全量核对会判定它的去向', en: 'The next full sweep finds out what became of it' },
  );
}
