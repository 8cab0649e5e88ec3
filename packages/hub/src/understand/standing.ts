import type { Customer } from '@bangqiao/core';
import { updateCustomer, type WriteContext } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { isSign, isValue, SIGN_COLUMNS, sameFact, VALUE_COLUMNS } from './facts.ts';
import { VERIFIABLE } from './talk.ts';
import { saveTalks, talksOf } from './talks.ts';
import { reverify } from './verified.ts';

/** A fact that no longer stands: taken back, recalled, or another person's after all. */
export interface Gone {
  kind: string;
  value: string;
}

/**
 * Puts a customer's columns right after facts went: a value that rested on nothing else gives way to the latest one that still
 * stands, or to nothing. What the ERP, a person or a verification put there stays.
 */
export async function restand(
  trx: Executor,
  before: Customer,
  gone: readonly Gone[],
  context: WriteContext,
): Promise<Customer> {
  if (gone.length === 0) return before;
  const customer = await withoutWitness(trx, before, gone, context);
  const facts = await trx
    .selectFrom('customer_facts')
    .select(['id', 'kind', 'value', 'certainty', 'at'])
    .where('customer_id', '=', customer.id)
    .where('kind', 'in', [...new Set(gone.map(({ kind }) => kind))])
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const changes: Partial<Customer> = {};
  for (const { kind, value } of gone) {
    const standing = facts.filter((fact) => fact.kind === kind);
    if (isSign(kind)) {
      const still = standing.some(({ certainty }) => kind === 'quote' || certainty === 'stated');
      if (!still) changes[SIGN_COLUMNS[kind]] = false;
    } else if (
      isValue(kind) &&
      restsOn(customer, kind, value) &&
      !standing.some((fact) => sameFact(kind, fact.value, value))
    ) {
      const next = standing.find(({ certainty }) => certainty === 'stated') ?? standing[0];
      changes[VALUE_COLUMNS[kind]] = next?.value ?? null;
    }
  }
  return await updateCustomer(trx, customer, changes, context);
}

/** What the talk alone had verified may have lost its witness. */
async function withoutWitness(
  trx: Executor,
  customer: Customer,
  gone: readonly Gone[],
  context: WriteContext,
): Promise<Customer> {
  const kinds = VERIFIABLE.filter((kind) => gone.some((one) => one.kind === kind));
  const talk = (await talksOf(trx, [customer.id])).get(customer.id);
  if (!talk || kinds.length === 0) return customer;
  const after = await reverify(trx, customer, talk, kinds, context);
  await saveTalks(trx, [{ customerId: customer.id, talk }]);
  return after;
}

/** Whether the column holds this value, and only what was said in WeChat, as rules or a model read it, says so. */
function restsOn(customer: Customer, kind: keyof typeof VALUE_COLUMNS, value: string): boolean {
  const column = VALUE_COLUMNS[kind];
  const held = customer[column];
  if (held === null || !sameFact(kind, held, value)) return false;
  if (kind === 'product') return true;
  const source = customer[`${column}_source` as 'phone_source'];
  const isVerified = customer[`${column}_verified` as 'phone_verified'] === true;
  return (source === 'wechat' || source === 'ai') && !isVerified;
}
