import { type Bill, CUSTOMER_SAVE_FIELDS } from '@bangqiao/zhibang';
import { isHidden } from '../erp/hidden.ts';
import { maskedRecord } from './parking.ts';

/**
 * All editable fields that the record carries: a system may blank what an edit leaves out (wire.md). A masked value can
 * neither be sent back nor left out safely, so such a record is for a person.
 * @throws NeedsPerson `masked_record`
 */
export function editable(bill: Bill, type: 1 | 2): Record<string, string> {
  const byLower = new Map(Object.entries(bill.fields).map(([id, value]) => [id.toLowerCase(), value]));
  const fields: Record<string, string> = {};
  for (const { id } of CUSTOMER_SAVE_FIELDS[type]) {
    const value = byLower.get(id.toLowerCase());
    if (value === undefined || value === '') continue;
    if (isHidden(id, value)) throw maskedRecord(bill.ord);
    fields[id] = value;
  }
  return fields;
}
