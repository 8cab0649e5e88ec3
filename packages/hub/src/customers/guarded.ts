import type { Customer } from '@bangqiao/core';
import type { CompiledQuery } from 'kysely';
import { changedBy, type Executor, eachOf, mustChange, repeated } from '../store/index.ts';
import type { Column } from './columns.ts';

/** Somebody else wrote the customer after it was read; the caller reads it again and decides anew. */
export class CustomerMoved extends Error {
  readonly customerId: number;

  constructor(id: number, version: number) {
    super(`customer ${id} is no longer at version ${version}`);
    this.name = 'CustomerMoved';
    this.customerId = id;
  }
}

/** A customer as it shall be, one version up, and what of it is written; columns without a value are not. */
interface Write {
  customer: Customer;
  columns: readonly Column[];
}

/** `by commit`: on SQLite the transaction goes on meanwhile, and its commit tells whether somebody moved. */
export type Told = 'now' | 'by commit';

/**
 * Writes different customers in one go, each only over the version before its own.
 * @throws CustomerMoved when one of them is at another.
 */
export async function writeGuarded(
  trx: Executor,
  writes: readonly Write[],
  told: Told = 'now',
): Promise<void> {
  const alike = Map.groupBy(writes, ({ customer, columns }) =>
    columns.filter((column) => customer[column] !== undefined).join(),
  );
  const queries = [...alike].flatMap(([names, some]) => {
    const columns = names.split(',') as Column[];
    const values = some.flatMap(({ customer }) => [
      ...columns.map((column) => customer[column]),
      customer.id,
      customer.version - 1,
    ]);
    const width = columns.length + 2;
    return repeated(trx, `write customers ${names}`, () => statement(trx, columns), { width, values });
  });
  if (told === 'by commit') {
    const refuse = () => new CustomerMoved(writes[0]!.customer.id, writes[0]!.customer.version - 1);
    await mustChange(trx, queries, { change: writes.length, refuse });
  } else if ((await changedBy(trx, queries)) < writes.length) {
    await throwWhoMoved(trx, writes);
  }
}

/**
 * Deletes a row that became one with another's.
 * @throws CustomerMoved when somebody wrote it after it was read: what came meanwhile would go with it.
 */
export async function deleteGuarded(trx: Executor, { id, version }: Customer): Promise<void> {
  const gone = await trx
    .deleteFrom('customers_unified')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(gone.numDeletedRows) !== 1) throw new CustomerMoved(id, version);
}

function statement(trx: Executor, columns: readonly Column[]): CompiledQuery {
  return trx
    .updateTable('customers_unified')
    .set(Object.fromEntries(columns.map((column) => [column, ''])) as never)
    .where('id', '=', 0)
    .where('version', '=', 0)
    .compile();
}

async function throwWhoMoved(trx: Executor, writes: readonly Write[]): Promise<never> {
  const ids = writes.map(({ customer }) => customer.id);
  const rows = await trx
    .selectFrom('customers_unified')
    .select(['id', 'version'])
    .where('id', 'in', eachOf(trx, ids))
    .execute();
  const versions = new Map(rows.map((row) => [row.id, row.version]));
  const moved = writes.find(({ customer }) => versions.get(customer.id) !== customer.version) ?? writes[0]!;
  throw new CustomerMoved(moved.customer.id, moved.customer.version - 1);
}
