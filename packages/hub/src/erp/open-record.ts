import type { Bill } from '@bangqiao/zhibang';
import type { ErpAccess } from './access.ts';

/**
 * A customer's detail, read now. Null: an empty form or a refusal came instead, which alone proves nothing (wire.md "Does a
 * record exist?"): it may be gone, or the ERP busy. @throws ZhibangError, `no_permission` among them.
 */
export async function openRecord({ client }: Pick<ErpAccess, 'client'>, ord: number): Promise<Bill | null> {
  const reading = await client.customers.get(ord);
  return reading.found && reading.bill.fields.name?.trim() ? reading.bill : null;
}
