import type { Customer } from '@bangqiao/core';
import { bulkInsert, type Executor } from '../store/index.ts';
import { BLANK, sameValue, withoutEmpty } from './columns.ts';
import type { WriteContext } from './context.ts';
import { derived, withCompanions } from './derive.ts';
import { firstSight } from './history.ts';
import { keyValue, storedKeysOf } from './keys.ts';
import { requestPush } from './push-requests.ts';

/** Rows per statement: 80 columns at most, and both databases stop at 32,766 or 65,535 parameters. */
const CHUNK = 200;

export async function insertCustomer(
  trx: Executor,
  patch: Partial<Customer>,
  context: WriteContext,
): Promise<Customer> {
  const [customer] = await insertCustomers(trx, [patch], context);
  return customer!;
}

/**
 * Inserts new customers with their keys, scores and one history row each; the answer is in the order of the patches.
 * A WeChat id that another customer has already becomes an extra key of the new one, its column stays empty.
 * An `erp_customer_id` that is taken is an error of the database.
 */
export async function insertCustomers(
  trx: Executor,
  patches: readonly Partial<Customer>[],
  context: WriteContext,
): Promise<Customer[]> {
  const inserted: Customer[] = [];
  for (let from = 0; from < patches.length; from += CHUNK) {
    inserted.push(...(await insertChunk(trx, patches.slice(from, from + CHUNK), context)));
  }
  return inserted;
}

async function insertChunk(trx: Executor, patches: readonly Partial<Customer>[], context: WriteContext) {
  const rows = patches.map((patch) => complete(patch, context));
  const second = await releaseTakenWechatIds(trx, rows);
  const columns = usedColumns(rows);
  const ids = await trx
    .insertInto('customers_unified')
    .values(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])) as never))
    .returning('id')
    .execute();
  // Both databases number the rows of one statement in their order; the order of what is returned is not promised.
  const numbers = ids.map(({ id }) => Number(id)).sort((a, b) => a - b);
  const customers = rows.map((row, index) => ({ ...row, id: numbers[index]! }));
  await insertKeys(trx, customers, second);
  if (context.source !== 'erp') {
    await requestPush(trx, numbers, context.reason, context.now);
  }
  await bulkInsert(
    trx,
    'field_change_history',
    customers.map((customer) => firstSight(customer, context)),
  );
  return customers;
}

function complete(patch: Partial<Customer>, context: WriteContext): Customer {
  const blank: Customer = { ...BLANK, id: 0 };
  const given = withoutEmpty(patch);
  const isHubs = context.source !== 'erp';
  const customer: Customer = {
    ...blank,
    local_dirty: isHubs,
    local_updated_at: isHubs ? context.now : null,
    ...withCompanions(blank, given, context),
    created_at: context.now,
    updated_at: context.now,
    created_by: context.by,
    updated_by: context.by,
  };
  return { ...customer, ...derived(customer) };
}

/** Empties `wechat_id` where it is taken, in the database or earlier in the chunk; returns the ids by index of the row. */
async function releaseTakenWechatIds(trx: Executor, rows: Customer[]): Promise<Map<number, string>> {
  const wanted = rows.flatMap(({ wechat_id: id }) => (id === null ? [] : [id]));
  const second = new Map<number, string>();
  if (wanted.length === 0) return second;
  const holders = await trx
    .selectFrom('customers_unified')
    .select('wechat_id')
    .where('wechat_id', 'in', wanted)
    .execute();
  const taken = new Set(holders.map(({ wechat_id: id }) => id));
  for (const [index, row] of rows.entries()) {
    if (row.wechat_id === null) continue;
    if (taken.has(row.wechat_id)) {
      second.set(index, row.wechat_id);
      row.wechat_id = null;
      Object.assign(row, derived(row));
    } else taken.add(row.wechat_id);
  }
  return second;
}

/** Columns that a row fills: the database's defaults do the others, and short statements are fast ones. */
function usedColumns(rows: Customer[]): (keyof typeof BLANK)[] {
  return (Object.keys(BLANK) as (keyof typeof BLANK)[]).filter((column) =>
    rows.some((row) => !sameValue(column, row[column], BLANK[column])),
  );
}

async function insertKeys(trx: Executor, customers: Customer[], second: Map<number, string>): Promise<void> {
  const keys = customers.flatMap((customer, index) => {
    const extra = second.get(index);
    const own = storedKeysOf(customer);
    const wechat = extra === undefined ? null : keyValue('wechat', extra);
    if (wechat !== null) own.push({ kind: 'wechat', value: wechat });
    return own.map((key) => ({ ...key, customer_id: customer.id }));
  });
  await bulkInsert(trx, 'customer_keys', keys);
}
