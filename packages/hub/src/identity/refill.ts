import type { Customer } from '@bangqiao/core';
import { updateCustomer, type WriteContext } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { isSign, isValue, SIGN_COLUMNS, VALUE_COLUMNS } from '../understand/facts.ts';
import type { Gone } from '../understand/standing.ts';
import { toldBeside } from '../understand/told.ts';
import { FILLS, FLAGS } from './merge.ts';

export type Learnt = Gone & { certainty: string; message_id: number };

/** What a customer's messages say of it; the latest last. */
export async function learntOf(trx: Executor, customerId: number): Promise<Learnt[]> {
  return await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value', 'certainty', 'message_id'])
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Empty places of one of two who were parted are filled with what its own messages, cards and marks say, plain words before others. */
export async function refill(trx: Executor, customer: Customer, context: WriteContext): Promise<Customer> {
  const found: Record<string, { value: unknown; event: number }> = {};
  for (const [column, words] of await toldBeside(trx, customer.id)) {
    const [word] = words;
    if (PLACES.has(column) && word?.value) found[column] = word;
  }
  const learnt = await learntOf(trx, customer.id);
  const plain = learnt.filter(({ certainty }) => certainty === 'stated');
  for (const fact of [...learnt.filter((one) => !plain.includes(one)), ...plain]) {
    const place = placeOf(fact);
    if (place) found[place.column] = { value: place.value, event: fact.message_id };
  }
  const changes: Record<string, unknown> = {};
  const events: Record<string, number> = {};
  for (const [column, { value, event }] of Object.entries(found)) {
    if (customer[column as keyof Customer]) continue;
    changes[column] = value;
    events[column] = event;
  }
  const evidence = JSON.stringify({ events });
  return await updateCustomer(trx, customer, changes as Partial<Customer>, { ...context, evidence });
}

const PLACES: ReadonlySet<string> = new Set([...FILLS, ...FLAGS]);

/** A phone that only a model read is noted alone; of signs that let a customer in, only plain words count. */
function placeOf({ kind, value, certainty }: Learnt): { column: string; value: unknown } | null {
  if (isSign(kind))
    return kind === 'quote' || certainty === 'stated' ? { column: SIGN_COLUMNS[kind], value: true } : null;
  if (!isValue(kind) || (kind === 'phone' && certainty === 'model')) return null;
  return { column: VALUE_COLUMNS[kind], value };
}
