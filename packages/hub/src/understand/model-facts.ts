import { type Customer, type Fact, mayModelWrite } from '@bangqiao/core';
import { requireCustomer, updateCustomer } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { isSign, isValue, sameFact, VALUE_COLUMNS } from './facts.ts';

/** What a message was when it was sent to the model. */
export interface AskedMessage {
  id: number;
  customer_id: number;
  text: string;
  at: string;
}

/**
 * Keeps what a model read in a message, beside what the rules read: every fact as evidence of certainty `model`, which never helps to
 * verify anything. A value fills an empty place or one that a model filled before, under the source `ai`; a phone, by which
 * people are told apart, is only noted. Of the signs a quote request counts, as a likely one does; the others are plain words'. Nothing
 * is kept of a message that was recalled, or went to another customer, meanwhile. How many facts were kept.
 */
export async function keepModelFacts(
  trx: Executor,
  message: AskedMessage,
  facts: readonly Fact[],
  now: string,
): Promise<number> {
  if (facts.length === 0 || !(await stillStands(trx, message))) return 0;
  const customer = await requireCustomer(trx, message.customer_id);
  const rejected = await rejectedOf(trx, customer.id);
  const kept = facts.filter(({ kind, value }) => !rejected.has(`${kind}:${value}`));
  const changes: Partial<Customer> = {};
  for (const fact of kept) {
    const taken = take(customer, changes, fact);
    await trx
      .insertInto('customer_facts')
      .values({
        customer_id: customer.id,
        message_id: message.id,
        kind: fact.kind,
        value: fact.value,
        span_start: fact.span.start,
        span_end: fact.span.end,
        certainty: 'model',
        state: taken ? 'taken' : 'seen',
        at: message.at,
      })
      .execute();
  }
  const evidence = Object.fromEntries(Object.keys(changes).map((column) => [column, message.id]));
  await updateCustomer(trx, customer, changes, {
    by: 'llm',
    reason: 'read by the language model',
    source: 'ai',
    runId: null,
    now,
    evidence: JSON.stringify({ events: evidence }),
  });
  return kept.length;
}

async function stillStands(trx: Executor, { id, customer_id }: AskedMessage): Promise<boolean> {
  const row = await trx
    .selectFrom('messages')
    .select(['customer_id', 'recalled_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.recalled_at === null && row.customer_id === customer_id;
}

/** What the customer took back is not brought up again. */
async function rejectedOf(trx: Executor, customerId: number): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value'])
    .where('customer_id', '=', customerId)
    .where('state', '=', 'rejected')
    .execute();
  return new Set(rows.map(({ kind, value }) => `${kind}:${value}`));
}

/** Whether the fact stands on the customer now. */
function take(customer: Customer, changes: Partial<Customer>, { kind, value }: Fact): boolean {
  if (isSign(kind)) {
    if (kind !== 'quote') return false;
    if (!customer.has_quote_request) changes.has_quote_request = true;
    return true;
  }
  if (!isValue(kind) || kind === 'phone') return false;
  const column = VALUE_COLUMNS[kind];
  const held = changes[column] ?? customer[column];
  if (held !== null && sameFact(kind, held, value)) return true;
  const source = kind === 'product' ? null : customer[`${column}_source` as 'email_source'];
  const verified =
    kind === 'company' || kind === 'email' ? customer[`${column}_verified` as 'email_verified'] : false;
  if (column in changes || !mayModelWrite({ value: held, verified, source })) return false;
  changes[column] = value;
  return true;
}
