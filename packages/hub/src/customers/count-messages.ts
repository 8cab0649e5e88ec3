import type { Customer } from '@bangqiao/core';
import type { CompiledQuery } from 'kysely';
import { changedBy, type Executor, eachOf, repeated } from '../store/index.ts';
import { derived } from './derive.ts';
import { CustomerMoved } from './update.ts';

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
): Promise<Customer[]> {
  const after = customers.map(({ before, counted }) => afterCount(before, counted, now));
  const isScored = after.map((customer, index) => scoresMoved(customers[index]!.before, customer));
  const changed = await changedBy(trx, [
    ...setColumns(
      trx,
      COUNTED,
      after.filter((_, index) => !isScored[index]),
    ),
    ...setColumns(
      trx,
      [...COUNTED, ...SCORES],
      after.filter((_, index) => isScored[index]),
    ),
  ]);
  if (changed < after.length) await throwWhoMoved(trx, after);
  return after;
}

function setColumns(trx: Executor, columns: readonly Column[], customers: readonly Customer[]) {
  const values = customers.flatMap((customer) => [
    ...columns.map((column) => customer[column]),
    customer.id,
    customer.version - 1,
  ]);
  const name = `count ${columns.length}`;
  return repeated(trx, name, () => statement(trx, columns), { width: columns.length + 2, values });
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

type Column = keyof Customer;

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

function scoresMoved(before: Customer, after: Customer): boolean {
  return SCORES.some((column) => before[column] !== after[column]);
}

function statement(trx: Executor, columns: readonly Column[]): CompiledQuery {
  return trx
    .updateTable('customers_unified')
    .set(Object.fromEntries(columns.map((column) => [column, ''])) as never)
    .where('id', '=', 0)
    .where('version', '=', 0)
    .compile();
}

async function throwWhoMoved(trx: Executor, customers: readonly Customer[]): Promise<never> {
  const rows = await trx
    .selectFrom('customers_unified')
    .select(['id', 'version'])
    .where(
      'id',
      'in',
      eachOf(
        trx,
        customers.map(({ id }) => id),
      ),
    )
    .execute();
  const versions = new Map(rows.map((row) => [row.id, row.version]));
  const moved = customers.find(({ id, version }) => versions.get(id) !== version) ?? customers[0]!;
  throw new CustomerMoved(moved.id, moved.version - 1);
}
