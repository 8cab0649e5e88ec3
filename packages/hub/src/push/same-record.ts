import { type Customer, type ErpRecord, identityKey, type KeyKind } from '@bangqiao/core';
import type { Bill } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import type { Write } from '../journal/journal.ts';
import { recordOfBill } from '../pull/columns.ts';
import { mirrorRecord } from '../pull/mirror.ts';
import type { RunContext } from '../sync/context.ts';
import { NeedsPerson, NotNow } from './outcome.ts';
import { another } from './read-back.ts';

/** Its own code: a write that waits with it, and meets it again, is a person's. */
export const UNREAD = 'record_unread';

/**
 * The ERP's record behind `ord`, read now: before anything is written to it, it must still be this customer (statement 3).
 * @param write waits no more where the record did not open the last time either
 * @throws NeedsPerson `record_missing`, `another_customer`, `record_unread`; NotNow `record_unread`; and ZhibangError
 */
export async function readSame(
  context: RunContext,
  customer: Pick<Customer, 'erp_customer_code'>,
  ord: number,
  write: Pick<Write, 'error_code'> | null,
): Promise<Bill> {
  const bill = await readThere(context, ord, write?.error_code === UNREAD);
  const known = await mirrorRecord(context.store.db, ord);
  if (!isStill(customer, known, recordOfBill(bill))) throw another(ord, bill.fields.name ?? '');
  return bill;
}

/** One answer without the record proves nothing: the lists are asked, and where it is there it is read once more. */
async function readThere(context: RunContext, ord: number, unreadBefore: boolean): Promise<Bill> {
  const bill = await openRecord(context.erp, ord);
  if (bill) return bill;
  const exists = await context.erp.client.customers.exists(ord);
  if (exists === 'no') throw notThere(ord);
  if (exists === 'unknown') throw unread(ord);
  const again = await openRecord(context.erp, ord);
  if (!again) throw unreadBefore ? neverOpens(ord) : unread(ord);
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

function neverOpens(ord: number): NeedsPerson {
  return new NeedsPerson(
    UNREAD,
    {
      zh: `ERP 列表里有内部编号 ${ord} 的客户，多次都打不开，没有写入`,
      en: `The ERP's list has record ${ord}, and it does not open; nothing was written`,
    },
    {
      zh: '请用接口账号在 ERP 里打开这位客户看看；能打开后再重试',
      en: 'Open that customer in the ERP as the API account does; once it opens, try again',
    },
  );
}

function unread(ord: number): NotNow {
  return new NotNow(UNREAD, {
    zh: `ERP 这次没有给出内部编号 ${ord} 的客户资料，没有写入，稍后再试`,
    en: `The ERP did not show record ${ord} this time; nothing was written, it is tried again later`,
  });
}
