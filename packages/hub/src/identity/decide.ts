import { type Customer, compareCompanies } from '@bangqiao/core';

/**
 * What speaks against two customers being one person, however sure a key is: two records in the ERP, two credit codes, two
 * companies. A person decides then.
 */
export function contradict(a: Customer, b: Customer): boolean {
  if (isInErp(a) && isInErp(b)) return true;
  if (a.credit_code !== null && b.credit_code !== null && a.credit_code !== b.credit_code) return true;
  if (a.company_name === null || b.company_name === null) return false;
  return compareCompanies(a.company_name, b.company_name).likeness === 'different';
}

export function isInErp({ erp_customer_id, erp_contact_id }: Customer): boolean {
  return erp_customer_id !== null || erp_contact_id !== null;
}
