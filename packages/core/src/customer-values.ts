import {
  COMPANY,
  type Customer,
  type FieldValues,
  PERSON,
  SYNC_FIELDS,
  type SyncField,
  type Value,
} from './customer.ts';

/** The hub's side of a merge: every sync field of a customer, the type as text. */
export function fieldValuesOf(customer: Pick<Customer, SyncField>): FieldValues {
  const values: FieldValues = {};
  for (const field of SYNC_FIELDS) {
    const value = customer[field];
    values[field] = value === null ? null : String(value);
  }
  return values;
}

/** Field values as columns of `customers_unified`: the type as a number, everything else as it is. */
export function columnsOf(values: FieldValues): Partial<Pick<Customer, SyncField>> {
  const columns: Record<string, unknown> = { ...values };
  if (values.erp_customer_type !== undefined) columns.erp_customer_type = typeFrom(values.erp_customer_type);
  return columns;
}

/** The fields of a customer whose hub value was verified. */
export function verifiedFields(
  customer: Pick<Customer, 'company_name_verified' | 'phone_verified' | 'email_verified'>,
): Set<SyncField> {
  const verified = new Set<SyncField>();
  if (customer.company_name_verified) verified.add('company_name');
  if (customer.phone_verified) verified.add('phone');
  if (customer.email_verified) verified.add('email');
  return verified;
}

function typeFrom(value: Value): Customer['erp_customer_type'] {
  if (value === '1') return COMPANY;
  return value === '2' ? PERSON : null;
}
