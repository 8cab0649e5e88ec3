import { type Bill, type ErrorCode, ZhibangError } from '@bangqiao/zhibang';
import type { ErpAccess } from './access.ts';

/** Refusals of a detail that are about neither session nor rights. Their words are the tenant's own: they may pass. */
const SAYS_NO: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not_found',
  'duplicate',
  'missing_field',
  'too_long',
  'invalid_value',
  'business_refusal',
]);

/**
 * A customer's detail, read now. Null: an empty form or a refusal came instead, which alone proves nothing (wire.md "Does a
 * record exist?"): it may be gone, or the ERP busy. @throws ZhibangError, `no_permission` among them.
 */
export async function openRecord({ client }: ErpAccess, ord: number): Promise<Bill | null> {
  try {
    const reading = await client.customers.get(ord);
    return reading.found && reading.bill.fields.name?.trim() ? reading.bill : null;
  } catch (error) {
    if (error instanceof ZhibangError && SAYS_NO.has(error.code)) return null;
    throw error;
  }
}
