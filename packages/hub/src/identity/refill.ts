import type { Customer } from '@bangqiao/core';
import { updateCustomer, type WriteContext } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { isSign, isValue, SIGN_COLUMNS, VALUE_COLUMNS } from '../understand/facts.ts';
import type { Gone } from '../understand/standing.ts';
import { toldBeside, type Word } from '../understand/told.ts';
import { FILLS, FLAGS } from './merge.ts';

export type Learnt = Gone & { certainty: string; message_id: number; at: string };

/** What a customer's messages say of it; the latest last. */
export async function learntOf(trx: Executor, customerId: number): Promise<Learnt[]> {
  return await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value', 'certainty', 'message_id', 'at'])
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** What its messages said and say no more: taken back while it was one with another, its row as it was before does not know. */
export async function goneOf(trx: Executor, customerId: number): Promise<Gone[]> {
  const facts = await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value', 'state'])
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['recalled', 'rejected'])
    .execute();
  return facts.map(({ kind, value, state }) => ({ kind, value, isDenied: state === 'rejected' }));
}

/** The same of its cards and marks, where a fact could say it. */
export async function shownOf(trx: Executor, customerId: number): Promise<Gone[]> {
  const told = await toldBeside(trx, customerId);
  const words = (kind: string, column: string) =>
    (told.get(column) ?? []).map(({ value }) => ({ kind, value: String(value) }));
  const columns = Object.entries({ ...VALUE_COLUMNS, ...SIGN_COLUMNS });
  return columns.flatMap(([kind, column]) => words(kind, column));
}

/**
 * Empty places of one of two who were parted are filled with what its own messages, cards and marks say: what was said in plain words
 * or shown last, else what was likely said.
 */
export async function refill(trx: Executor, customer: Customer, context: WriteContext): Promise<Customer> {
  const changes: Record<string, unknown> = {};
  const events: Record<string, number> = {};
  for (const [column, { value, event }] of await lastWords(trx, customer.id)) {
    if (customer[column as keyof Customer] || !value) continue;
    changes[column] = value;
    events[column] = event;
  }
  const evidence = JSON.stringify({ events });
  return await updateCustomer(trx, customer, changes as Partial<Customer>, { ...context, evidence });
}

async function lastWords(trx: Executor, customerId: number): Promise<Map<string, Word>> {
  const told = await toldBeside(trx, customerId);
  const words: [string, Word, number][] = [...told].flatMap(([column, [word]]) =>
    word && PLACES.has(column) ? [[column, word, 1]] : [],
  );
  for (const fact of await learntOf(trx, customerId)) {
    const place = placeOf(fact);
    const word = { value: place?.value, event: fact.message_id, at: fact.at };
    if (place) words.push([place.column, word, fact.certainty === 'stated' ? 1 : 0]);
  }
  words.sort(([, a, plain], [, b, other]) => plain - other || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return new Map(words.map(([column, word]) => [column, word]));
}

const PLACES: ReadonlySet<string> = new Set([...FILLS, ...FLAGS]);

/** A phone that only a model read is noted alone; of signs that let a customer in, only plain words count. */
function placeOf({ kind, value, certainty }: Learnt): { column: string; value: unknown } | null {
  if (isSign(kind))
    return kind === 'quote' || certainty === 'stated' ? { column: SIGN_COLUMNS[kind], value: true } : null;
  if (!isValue(kind) || (kind === 'phone' && certainty === 'model')) return null;
  return { column: VALUE_COLUMNS[kind], value };
}
