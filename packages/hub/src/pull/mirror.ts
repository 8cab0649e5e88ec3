import type { Customer, ErpRecord, FieldValues, OptionBook } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import { readRecord } from './absorb.ts';

/** What the ERP held of this record when it was last read, by the ERP's field ids; empty where it never was. */
export async function mirrorRecord(db: Executor, ord: number | null): Promise<ErpRecord> {
  const mirror = await db.selectFrom('erp_mirror').select('record').where('ord', '=', ord).executeTakeFirst();
  return mirror ? (JSON.parse(String(mirror.record)) as ErpRecord) : {};
}

/** The same in the hub's words, of the record that the customer is linked with. */
export async function mirrorValues(
  db: Executor,
  customer: Pick<Customer, 'erp_customer_id' | 'erp_customer_type'>,
  options: OptionBook,
): Promise<FieldValues> {
  const record = await mirrorRecord(db, customer.erp_customer_id);
  return readRecord(record, customer.erp_customer_type, options).values;
}
