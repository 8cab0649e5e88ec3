import { type Customer, conversationsOf, type Evidence, identityKey, verify } from '@bangqiao/core';
import { updateCustomer, type WriteContext } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { VALUE_COLUMNS } from './facts.ts';
import type { Talk, Verifiable } from './talk.ts';

/** The form in which two witnesses of a value are compared. */
export function witnessed(kind: Verifiable, value: unknown): string | null {
  return identityKey(kind, value);
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
  const changes: Partial<Customer> = {};
  const reasons: Record<string, string> = {};
  for (const kind of kinds) {
    const column = VALUE_COLUMNS[kind];
    const value = witnessed(kind, customer[column]);
    const isVerified = customer[`${column}_verified`];
    const byTalk = talk.verified[kind] !== undefined;
    if (value === null || (isVerified && !byTalk)) continue;
    const evidence = await evidenceOf(trx, customer, talk, kind, value);
    const { verified, reason } = verify(kind, evidence);
    if (verified) talk.verified[kind] = value;
    else delete talk.verified[kind];
    if (verified !== isVerified) changes[`${column}_verified`] = verified;
    if (verified && !isVerified) reasons[column] = reason.en;
  }
  if (Object.keys(changes).length === 0) return customer;
  const evidence = JSON.stringify({ verified: reasons });
  return await updateCustomer(trx, customer, changes, { ...context, evidence });
}

async function evidenceOf(
  trx: Executor,
  customer: Customer,
  talk: Talk,
  kind: Verifiable,
  value: string,
): Promise<Evidence[]> {
  const column = VALUE_COLUMNS[kind];
  const facts = await trx
    .selectFrom('customer_facts')
    .select(['value', 'certainty', 'at'])
    .where('customer_id', '=', customer.id)
    .where('kind', '=', kind)
    .where('certainty', '<>', 'model')
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at')
    .execute();
  const said = facts.filter((fact) => witnessed(kind, fact.value) === value);
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
  if (customer[`${column}_source`] === 'erp') evidence.push({ source: 'erp' });
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
