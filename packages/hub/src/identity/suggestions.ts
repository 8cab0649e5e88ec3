import type { Bilingual, Customer, Likeness } from '@bangqiao/core';
import type { Author } from '../author.ts';
import { findCustomer } from '../customers/index.ts';
import { ownedBy } from '../customers/list.ts';
import type { Executor } from '../store/index.ts';

/** Both customers by number, the smaller one first. */
function pairOf(a: number, b: number): { customer_a: number; customer_b: number } {
  return a < b ? { customer_a: a, customer_b: b } : { customer_a: b, customer_b: a };
}

/** Suggests that two customers may be one; a person's earlier word on the pair stands. */
export async function suggest(trx: Executor, a: number, b: Likeness, now: string): Promise<void> {
  await trx
    .insertInto('identity_suggestions')
    .values({
      ...pairOf(a, b.id),
      reasons: JSON.stringify(b.reasons),
      score: b.score,
      created_at: now,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.columns(['customer_a', 'customer_b']).doNothing())
    .execute();
}

/** A person, or the merge itself, has said what the pair is. */
export async function settlePair(
  trx: Executor,
  a: number,
  b: number,
  state: 'merged' | 'apart',
  by: Author,
): Promise<void> {
  await trx
    .insertInto('identity_suggestions')
    .values({
      ...pairOf(a, b),
      reasons: '[]',
      score: state === 'merged' ? 1 : 0,
      state,
      created_at: by.at,
      decided_at: by.at,
      decided_by: by.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['customer_a', 'customer_b'])
        .doUpdateSet({ state, decided_at: by.at, decided_by: by.by }),
    )
    .execute();
}

/** What was suggested or said about a merged customer holds for the one it became. */
export async function movePairs(trx: Executor, from: number, to: number): Promise<void> {
  const rows = await trx
    .deleteFrom('identity_suggestions')
    .where((where) => where.or([where('customer_a', '=', from), where('customer_b', '=', from)]))
    .where('state', '<>', 'merged')
    .returningAll()
    .execute();
  for (const { id: _id, customer_a, customer_b, ...row } of rows) {
    const other = customer_a === from ? customer_b : customer_a;
    if (other === to) continue;
    await trx
      .insertInto('identity_suggestions')
      .values({ ...row, ...pairOf(other, to) })
      .onConflict((conflict) => conflict.columns(['customer_a', 'customer_b']).doNothing())
      .execute();
  }
}

/** Whom a person has said to be somebody else than this customer. */
export async function apartFrom(trx: Executor, customerId: number): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('identity_suggestions')
    .select(['customer_a', 'customer_b'])
    .where('state', '=', 'apart')
    .where((where) => where.or([where('customer_a', '=', customerId), where('customer_b', '=', customerId)]))
    .execute();
  return new Set(rows.map((row) => (row.customer_a === customerId ? row.customer_b : row.customer_a)));
}

export interface Suggestion {
  id: number;
  a: Customer;
  b: Customer;
  reasons: Bilingual[];
  score: number;
  created_at: string;
}

interface Which {
  ids?: readonly number[];
  customerId?: number | undefined;
  /** Only where both are customers whose seller in the ERP has one of these names or ids. */
  owners?: readonly string[] | undefined;
  /** Past this score and number. */
  after?: readonly [score: number, id: number] | null;
  limit?: number;
}

/** Pairs that wait for a person's word, the likeliest first. */
export async function listSuggestions(db: Executor, which: Which = {}): Promise<Suggestion[]> {
  const { ids, customerId, owners, after = null, limit = 200 } = which;
  let query = db
    .selectFrom('identity_suggestions')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('score', 'desc')
    .orderBy('id')
    .limit(limit);
  if (ids) query = query.where('id', 'in', ids);
  if (customerId !== undefined) {
    query = query.where((where) =>
      where.or([where('customer_a', '=', customerId), where('customer_b', '=', customerId)]),
    );
  }
  if (owners) {
    query = query
      .where('customer_a', 'in', ownedBy(db, owners))
      .where('customer_b', 'in', ownedBy(db, owners));
  }
  if (after !== null) {
    const [score, id] = after;
    query = query.where((where) =>
      where.or([where('score', '<', score), where.and([where('score', '=', score), where('id', '>', id)])]),
    );
  }
  const rows = await query.execute();
  const suggestions: Suggestion[] = [];
  for (const { id, customer_a, customer_b, reasons, score, created_at } of rows) {
    const a = await findCustomer(db, customer_a);
    const b = await findCustomer(db, customer_b);
    if (a && b) suggestions.push({ id, a, b, reasons: JSON.parse(reasons), score, created_at });
  }
  return suggestions;
}
