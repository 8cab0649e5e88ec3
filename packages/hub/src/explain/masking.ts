import { isMasked, maskPhone, maskPhonesIn } from '@bangqiao/core';

/** Everything in a document with the phones in it masked (statement 9): whoever reads an explanation may pass it on. */
export function withMaskedPhones<T>(value: T): T {
  return masked(value) as T;
}

/** Any phone, also one that is no mainland mobile; what is masked already stays. */
export function shownPhone(phone: string): string {
  return isMasked(phone) ? phone : maskPhone(phone);
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskPhonesIn(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, masked(held)]));
}
