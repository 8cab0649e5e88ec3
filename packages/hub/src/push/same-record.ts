import { type Customer, type ErpRecord, identityKey, type KeyKind } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import { recordOfBill } from '../pull/columns.ts';
import { mirrorRecord } from '../pull/mirror.ts';
import type { RunContext } from '../sync/context.ts';
import { NeedsPerson, NotNow } from './outcome.ts';
import { another } from './read-back.ts';

/**
 * The ERP's record behind `ord`, read now: before anything is written to it, it must still be this customer (statement 3).
 * @throws NeedsPerson `record_missing`, `another_customer`; NotNow `record_unread`; and ZhibangError
 */
export async function readSame(
  context: RunContext,
  customer: Pick<Customer, 'erp_customer_code'>,
  ord: number,
): Promise<Bill> {
  const bill = await readThere(context, ord);
  const known = await mirrorRecord(context.store.db, ord);
  if (!isStill(customer, known, recordOfBill(bill))) throw another(ord, bill.fields.name ?? '');
  return bill;
}

/** One answer without the record proves nothing: the lists are asked, and where it is there it is read once more. */
async function readThere(context: RunContext, ord: number): Promise<Bill> {
  const bill = await openRecord(context.erp, ord);
  if (bill) return bill;
  const exists = await context.erp.client.customers.exists(ord);
  if (exists === 'no') throw notThere(ord);
  const again = exists === 'unknown' ? null : await openRecord(context.erp, ord);
  if (!again) throw unread(ord);
  return again;
}

const STRONG_KEYS: readonly [id: string, kind: KeyKind][] = [
  ['name', 'company'],
  ['mobile', 'phone'],
  ['weixinAcc', 'wechat'],
  ['bank_4', 'credit_code'],
];

/**
 * The record carries this customer's number, or another strong key that both sides held when last reconciled. Beside another
 * number (people renumber) no key may speak against it, and a person's name, which others have too, is none.
 */
function isStill(customer: Pick<Customer, 'erp_customer_code'>, known: ErpRecord, shown: ErpRecord): boolean {
  const number = identityKey('khid', customer.erp_customer_code);
  const shownNumber = identityKey('khid', shown.khid);
  if (number !== null && number === shownNumber) return true;
  const pairs = STRONG_KEYS.map(([id, kind]) => [identityKey(kind, known[id]), identityKey(kind, shown[id])]);
  const comparable = pairs.filter(([was, is]) => was !== null && is !== null);
  const some = comparable.some(([was, is]) => was === is);
  if (number !== null && shownNumber !== null) return some && comparable.every(([was, is]) => was === is);
  return some || (Boolean(shown.name) && shown.name === known.name);
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

function unread(ord: number): NotNow {
  return new NotNow('record_unread', {
    zh: `ERP 这次没有给出内部编号 ${ord} 的客户资料，没有写入，稍后再试`,
    en: `The ERP did not show record ${ord} this time; nothing was written, it is tried again later`,
  });
}
