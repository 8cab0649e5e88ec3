import type { Customer } from './customer.ts';
import { cleanText } from './text.ts';

/** A business licence (营业执照) was uploaded: its file or what was read from it is here. Empty JSON counts as nothing. */
export function hasLicence(
  customer: Pick<Customer, 'business_license_path' | 'business_license_info'>,
): boolean {
  if (cleanText(customer.business_license_path) !== null) return true;
  const info = cleanText(customer.business_license_info)?.replace(/\s/gu, '') ?? '';
  return !['', '{}', '[]', 'null', '""'].includes(info);
}
