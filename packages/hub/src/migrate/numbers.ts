import type { Customer } from '@bangqiao/core';
import type { Tally } from './report.ts';

/** A customer as its row has it, and where in the table that stands. */
export interface PlacedCustomer {
  customer: Customer;
  place: number;
}

/**
 * Each customer under a number of its own: its row's; where that is none or another row's (a copy by hand loses the primary key),
 * that of its place, or the next free one.
 */
export function numbered(found: readonly PlacedCustomer[], tally: Tally): Customer[] {
  const owners = new Map<number, PlacedCustomer>();
  for (const one of found) {
    const { id } = one.customer;
    if (isNumber(id) && !owners.has(id)) owners.set(id, one);
  }
  let last = 0;
  for (const id of owners.keys()) last = Math.max(last, id);
  return found.map((one) => {
    const { customer, place } = one;
    if (owners.get(customer.id) === one) return customer;
    const id = isNumber(place) && !owners.has(place) ? place : last + 1;
    last = Math.max(last, id);
    owners.set(id, one);
    tally.mend('id_unusable', `customers_unified ${place}: ${customer.id || '–'} → ${id}`);
    return { ...customer, id };
  });
}

/** Room stays for the customers to come. */
function isNumber(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id < 2 ** 52;
}
