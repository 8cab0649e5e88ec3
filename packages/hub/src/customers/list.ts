import type { Customer, IntentLevel, Presence, Stage, SyncStatus } from '@bangqiao/core';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Executor, Schema } from '../store/index.ts';
import { isTouched, type Touched } from './today.ts';

/** What a list of customers can be narrowed to; what is absent does not matter. */
export interface CustomerFilter {
  stage?: Stage | undefined;
  status?: SyncStatus | undefined;
  in_erp?: boolean | undefined;
  intent?: IntentLevel | undefined;
  quality_from?: number | undefined;
  quality_to?: number | undefined;
  presence?: Presence | undefined;
  rule?: string | undefined;
  important?: boolean | undefined;
  invalid?: boolean | undefined;
  quote?: boolean | undefined;
  /** Only these, as a search found them. */
  ids?: readonly number[] | undefined;
  /** Only customers to whom this happened. */
  touched?: Touched | undefined;
  /** Only customers whose seller in the ERP has one of these names or ids. */
  owners?: readonly string[] | undefined;
}

/** The columns that lists are sorted by; each has an index together with `id`. */
const SORT_COLUMN = {
  id: 'id',
  updated: 'updated_at',
  quality: 'data_quality_score',
  intent: 'intent_score',
  last_contact: 'last_contact_time',
} as const satisfies Record<string, keyof Customer>;
type CustomerSort = keyof typeof SORT_COLUMN;

/** Where a page ended: the sorted value and the number of its last row. */
export type Place = readonly [value: string | number, id: number];

export interface CustomerOrder {
  sort: CustomerSort;
  order: 'asc' | 'desc';
  limit: number;
  after: Place | null;
}

/** One page, never counting what it does not show; sorting by `last_contact` leaves out those who never wrote. */
export async function listCustomers(
  db: Executor,
  { owners, ...filter }: CustomerFilter,
  order: CustomerOrder,
): Promise<{ rows: Customer[]; next: Place | null }> {
  const { limit } = order;
  // An index is in order below one name only: each is asked for a page.
  const pages = owners
    ? await Promise.all([...new Set(owners)].map((owner) => placesOf(db, filter, order, owner)))
    : [await placesOf(db, filter, order)];
  const places = pages.length === 1 ? (pages[0] as Place[]) : pages.flat().sort(inOrderOf(order));
  const page = places.slice(0, limit);
  const next = places.length > limit ? (page.at(-1) ?? null) : null;
  return { rows: await rowsAt(db, page), next };
}

/** Where the page's rows stand, and one more where it is not the last. */
async function placesOf(
  db: Executor,
  filter: CustomerFilter,
  { sort, order, limit, after }: CustomerOrder,
  owner?: string,
): Promise<Place[]> {
  const column = SORT_COLUMN[sort];
  let query = narrowed(db.selectFrom('customers_unified as customer'), filter)
    .select(['customer.id', `customer.${column} as value`])
    .orderBy(`customer.${column}`, order)
    .limit(limit + 1);
  if (owner !== undefined) query = query.where('customer.erp_owner', '=', owner);
  if (column !== 'id') query = query.orderBy('customer.id', order);
  if (column === 'last_contact_time') query = query.where('customer.last_contact_time', 'is not', null);
  if (after !== null) query = query.where(isPast(column, order, after));
  return (await query.execute()).map(({ value, id }) => [value as string | number, id]);
}

function inOrderOf({ order }: CustomerOrder): (one: Place, other: Place) => number {
  const sign = order === 'asc' ? 1 : -1;
  return ([value, id], [otherValue, otherId]) =>
    value === otherValue ? sign * (id - otherId) : value < otherValue ? -sign : sign;
}

/** The rows apart from their order: a database that has to sort carries along all that it selects. */
async function rowsAt(db: Executor, places: readonly Place[]): Promise<Customer[]> {
  if (places.length === 0) return [];
  const ids = places.map(([, id]) => id);
  const rows = await db.selectFrom('customers_unified').selectAll().where('id', 'in', ids).execute();
  const byId = new Map((rows as Customer[]).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function isPast(column: keyof Customer, order: 'asc' | 'desc', [value, id]: Place) {
  const sign = sql.raw(order === 'asc' ? '>' : '<');
  return column === 'id'
    ? sql<boolean>`customer.id ${sign} ${id}`
    : sql<boolean>`(${sql.ref(`customer.${column}`)}, customer.id) ${sign} (${value}, ${id})`;
}

type Filtered = SelectQueryBuilder<Schema & { customer: Schema['customers_unified'] }, 'customer', object>;

/** `in ()` is no SQL, and nobody is called this. */
const NOBODY = '\u0001';

function narrowed(start: Filtered, filter: CustomerFilter): Filtered {
  let query = start;
  const { in_erp, quality_from, quality_to, ids } = filter;
  if (filter.stage) query = query.where('customer.stage', '=', filter.stage);
  if (filter.status) query = query.where('customer.erp_sync_status', '=', filter.status);
  if (filter.intent) query = query.where('customer.intent_level', '=', filter.intent);
  if (filter.presence) query = query.where('customer.erp_presence', '=', filter.presence);
  if (filter.rule) query = query.where('customer.erp_sync_rule', '=', filter.rule);
  if (filter.important !== undefined)
    query = query.where('customer.marked_as_important', '=', filter.important);
  if (filter.invalid !== undefined) query = query.where('customer.marked_as_invalid', '=', filter.invalid);
  if (filter.quote !== undefined) query = query.where('customer.has_quote_request', '=', filter.quote);
  if (in_erp === false)
    query = query.where('customer.erp_customer_id', 'is', null).where('customer.erp_contact_id', 'is', null);
  // As a customer, or as a contact person of one.
  if (in_erp === true)
    query = query.where((either) =>
      either.or([
        either('customer.erp_customer_id', 'is not', null),
        either('customer.erp_contact_id', 'is not', null),
      ]),
    );
  if (quality_from !== undefined) query = query.where('customer.data_quality_score', '>=', quality_from);
  if (quality_to !== undefined) query = query.where('customer.data_quality_score', '<=', quality_to);
  if (ids) query = query.where('customer.id', 'in', ids.length === 0 ? [0] : ids);
  if (filter.touched) query = query.where(isTouched(filter.touched));
  return query;
}

/** A page of something that is listed by number, the newest first: so many, below this one. */
export interface NewestFirst {
  before: number | null;
  limit: number;
}

/** The customers whose seller in the ERP has one of these names or ids, for a `where … in`. */
export function ownedBy(db: Executor, owners: readonly string[]) {
  return db
    .selectFrom('customers_unified')
    .select('id')
    .where('erp_owner', 'in', [...owners, NOBODY]);
}

/** Whether the customer's seller in the ERP is one of these. */
export async function isOwnedBy(
  db: Executor,
  customerId: number,
  owners: readonly string[],
): Promise<boolean> {
  const row = await ownedBy(db, owners).where('id', '=', customerId).executeTakeFirst();
  return row !== undefined;
}
