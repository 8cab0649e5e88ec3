import type { CUSTOMER_SORTS } from '@bangqiao/api';

/** What the address of the list holds; unknown values are dropped, so an old link still opens. */
export interface CustomersSearch {
  q?: string;
  view?: View;
  stage?: 'contact' | 'lead' | 'customer';
  sort?: (typeof CUSTOMER_SORTS)[number];
  /** A rule's name: those it decided. */
  rule?: string;
}

/** Named filters, in the order of their keys. */
const VIEWS = {
  all: {},
  inside: { in_erp: 'true' },
  outside: { in_erp: 'false' },
  failed: { status: 'failed' },
  quote: { quote: 'true' },
  high: { intent: 'high' },
  poor: { quality_to: 59 },
  gone: { presence: 'gone' },
} as const;

export type View = keyof typeof VIEWS;

export function customersSearch(given: Record<string, unknown>): CustomersSearch {
  const q = typeof given.q === 'string' || typeof given.q === 'number' ? String(given.q).slice(0, 100) : '';
  return {
    ...(q === '' ? {} : { q }),
    ...(isOneOf(given.view, Object.keys(VIEWS) as View[]) && given.view !== 'all'
      ? { view: given.view }
      : {}),
    ...(isOneOf(given.stage, ['contact', 'lead', 'customer'] as const) ? { stage: given.stage } : {}),
    ...(isOneOf(given.sort, SORTS) ? { sort: given.sort } : {}),
    ...(typeof given.rule === 'string' && given.rule !== '' ? { rule: given.rule } : {}),
  };
}

const SORTS = [
  'updated',
  'last_contact',
  'quality',
  'intent',
  'id',
] as const satisfies (typeof CUSTOMER_SORTS)[number][];

function isOneOf<T extends string>(value: unknown, of: readonly T[]): value is T {
  return of.includes(value as T);
}

/** The filters as the API takes them. */
export function filtersOf({ q, view = 'all', stage, rule }: CustomersSearch) {
  return { ...VIEWS[view], ...(q ? { q } : {}), ...(stage ? { stage } : {}), ...(rule ? { rule } : {}) };
}
