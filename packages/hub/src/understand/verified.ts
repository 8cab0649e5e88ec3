import { type Customer, conversationsOf, type Evidence, identityKey, verify } from '@bangqiao/core';
import { type CustomerUpdate, updateCustomers, type WriteContext } from '../customers/index.ts';
import { type Executor, eachOf, type FactRow } from '../store/index.ts';
import { VALUE_COLUMNS } from './facts.ts';
import { type Talk, VERIFIABLE, type Verifiable } from './talk.ts';

/** The form in which two witnesses of a value are compared. */
export function witnessed(kind: Verifiable, value: unknown): string | null {
  return identityKey(kind, value);
}

/** A customer, what was said of it, and the kinds of values about which there is something new. */
export interface Witnessed {
  customer: Customer;
  talk: Talk;
  kinds: readonly Verifiable[];
}

/**
 * Looks again whether the customer's values of these kinds are verified by what was said and what stands beside it (core,
 * `verify`), and says so on the row, both ways: what the talk alone had verified loses the word with its witness.
 */
export async function reverify(
  trx: Executor,
  customer: Customer,
  talk: Talk,
  kinds: readonly Verifiable[],
  context: WriteContext,
): Promise<Customer> {
  const [after] = await reverifyAll(trx, [{ customer, talk, kinds }], context);
  return after as Customer;
}

/** `reverify` for different customers in one go; the answer is in their order. */
export async function reverifyAll(
  trx: Executor,
  all: readonly Witnessed[],
  context: WriteContext,
): Promise<Customer[]> {
  const open = all.map((one) => ({ ...one, kinds: one.kinds.filter((kind) => isOpen(one, kind)) }));
  const said = await saidOf(trx, open);
  const updates: CustomerUpdate[] = [];
  for (const one of open) updates.push(await look(trx, one, said.get(one.customer.id) ?? []));
  return await updateCustomers(trx, updates, context);
}

/** Not so where another than the talk verified the value, or where there is none. */
function isOpen({ customer, talk }: Witnessed, kind: Verifiable): boolean {
  const column = VALUE_COLUMNS[kind];
  const byTalk = talk.verified[kind] !== undefined;
  return witnessed(kind, customer[column]) !== null && (!customer[`${column}_verified`] || byTalk);
}

async function look(
  trx: Executor,
  { customer, talk, kinds }: Witnessed,
  said: readonly Said[],
): Promise<CustomerUpdate> {
  const changes: Partial<Customer> = {};
  const reasons: Record<string, string> = {};
  for (const kind of kinds) {
    const column = VALUE_COLUMNS[kind];
    const value = witnessed(kind, customer[column]) as string;
    const isVerified = customer[`${column}_verified`];
    const about = said.filter((fact) => fact.kind === kind && witnessed(kind, fact.value) === value);
    const { verified, reason } = verify(kind, await evidenceOf(trx, { customer, talk, kind, value }, about));
    if (verified) talk.verified[kind] = value;
    else delete talk.verified[kind];
    if (verified !== isVerified) changes[`${column}_verified`] = verified;
    if (verified && !isVerified) reasons[column] = reason.en;
  }
  return { before: customer, changes, evidence: JSON.stringify({ verified: reasons }) };
}

type Said = Pick<FactRow, 'kind' | 'value' | 'certainty' | 'at'>;

/** What stands of the facts of these customers and kinds, the oldest first. */
async function saidOf(trx: Executor, all: readonly Witnessed[]): Promise<Map<number, Said[]>> {
  const ids = all.flatMap(({ customer, kinds }) => (kinds.length > 0 ? [customer.id] : []));
  if (ids.length === 0) return new Map();
  const facts = await trx
    .selectFrom('customer_facts')
    .select(['customer_id', 'kind', 'value', 'certainty', 'at'])
    .where('customer_id', 'in', eachOf(trx, ids))
    .where('kind', 'in', VERIFIABLE)
    .where('certainty', '<>', 'model')
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at')
    .execute();
  return Map.groupBy(facts, ({ customer_id }) => customer_id);
}

async function evidenceOf(
  trx: Executor,
  { customer, talk, kind, value }: { customer: Customer; talk: Talk; kind: Verifiable; value: string },
  said: readonly Said[],
): Promise<Evidence[]> {
  const places = await conversationOf(trx, customer.id, said);
  const evidence: Evidence[] = said.map(({ certainty }, index) => {
    const isPlain = certainty === 'stated';
    return {
      source: 'message',
      certainty: isPlain ? 'stated' : 'likely',
      conversation: places[index] as number,
    };
  });
  if (talk.card[kind]?.includes(value)) evidence.push({ source: 'wecom_contact' });
  if (kind === 'company' && customer.business_license_verified) evidence.push({ source: 'licence' });
  if (customer[`${VALUE_COLUMNS[kind]}_source`] === 'erp') evidence.push({ source: 'erp' });
  return evidence;
}

/** For each fact the number of its conversation; those between the first and the last are enough to tell. */
async function conversationOf(
  trx: Executor,
  customerId: number,
  facts: readonly { at: string }[],
): Promise<number[]> {
  const [first, last] = [facts[0], facts.at(-1)];
  if (!first || !last || first === last) return facts.map(() => 0);
  const messages = await trx
    .selectFrom('messages')
    .select('at')
    .where('customer_id', '=', customerId)
    .where('at', '>=', first.at)
    .where('at', '<=', last.at)
    .where('recalled_at', 'is', null)
    .execute();
  const conversations = conversationsOf(messages);
  return facts.map(({ at }) =>
    conversations.findIndex(({ startedAt, endedAt }) => startedAt <= at && at <= endedAt),
  );
}
