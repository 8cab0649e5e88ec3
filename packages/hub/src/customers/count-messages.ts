import type { Customer } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import type { Column } from './columns.ts';
import { derived } from './derive.ts';
import { type Told, writeGuarded } from './guarded.ts';

/** Columns that follow from a customer's messages alone. Their changes are no history: the messages tell it. */
type Counted = Pick<
  Customer,
  | 'message_count'
  | 'conversation_days'
  | 'first_contact_time'
  | 'last_contact_time'
  | 'last_message_content'
  | 'intent_score'
  | 'intent_level'
  | 'intent_signals'
>;

/**
 * Sets what messages count, with scores and stage, for many customers in one go. It asks for no push and marks nobody dirty:
 * none of it is sent, and whom it lets in is found by the sweep of the rules.
 * @throws CustomerMoved when one of them is no longer at `before.version`.
 */
export async function countMessages(
  trx: Executor,
  customers: readonly { before: Customer; counted: Counted }[],
  now: string,
  told: Told = 'now',
): Promise<Customer[]> {
  const after = customers.map(({ before, counted }) => afterCount(before, counted, now));
  await writeGuarded(
    trx,
    after.map((customer, index) => {
      const isScored = scoresMoved(customers[index]!.before, customer);
      return { customer, columns: isScored ? COUNTED_AND_SCORED : COUNTED };
    }),
    told,
  );
  return after;
}

/** Copied once: these are the widest rows there are, and hundreds of them a batch. */
function afterCount(before: Customer, counted: Counted, now: string): Customer {
  const customer = Object.assign({ ...before }, counted);
  if (counted.intent_score !== before.intent_score) customer.intent_updated_at = now;
  Object.assign(customer, derived(customer));
  customer.updated_at = now;
  customer.version = before.version + 1;
  return customer;
}

const COUNTED = [
  'message_count',
  'conversation_days',
  'first_contact_time',
  'last_contact_time',
  'last_message_content',
  'updated_at',
  'version',
] as const satisfies readonly Column[];

/** Most messages move none of these; left out where it is so, their indexes are left alone. */
const SCORES = [
  'intent_score',
  'intent_level',
  'intent_signals',
  'intent_updated_at',
  'data_quality_score',
  'data_completeness',
  'quality_issues',
  'stage',
] as const satisfies readonly Column[];

const COUNTED_AND_SCORED = [...COUNTED, ...SCORES];

function scoresMoved(before: Customer, after: Customer): boolean {
  return SCORES.some((column) => before[column] !== after[column]);
}
