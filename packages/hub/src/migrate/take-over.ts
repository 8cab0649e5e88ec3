import type { Customer } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import { keyValue, storedKeysOf } from '../customers/index.ts';
import { bulkInsert, type Executor, type Schema, type Store, StoreError } from '../store/index.ts';
import { customerFrom } from './customers.ts';
import { type Untangled, untangle } from './duplicates.ts';
import { apiLogFrom, historyFrom, type LogContext, syncLogFrom } from './logs.ts';
import { numbered, type PlacedCustomer } from './numbers.ts';
import { openPythonFile, PLACE, type PythonFile, type PythonRow } from './python-file.ts';
import { type TakeOverReport, Tally } from './report.ts';
import { keepRules, takeConfig } from './settings.ts';

const BATCH = 1_000;

/**
 * Copies the earlier Python system's database into an empty one of ours: customers with their numbers, logs, history,
 * configuration, and the rules as rule set 0. The Python file is not touched; in the target it is all or nothing.
 * @param source the Python system's SQLite file.
 * @throws StoreError `not_python_database`, `cannot_open`, `target_not_empty`.
 */
export async function takeOverPython(
  source: string,
  target: Store,
  clock: () => Date = () => new Date(),
): Promise<TakeOverReport> {
  const file = await openPythonFile(source);
  try {
    return await target.transaction((trx) => copyAll(file, trx, target, clock().toISOString()), {
      durable: true,
    });
  } finally {
    await file.close();
  }
}

async function copyAll(file: PythonFile, trx: Executor, target: Store, at: string): Promise<TakeOverReport> {
  const some = await trx.selectFrom('customers_unified').select('id').limit(1).executeTakeFirst();
  if (some) throw new StoreError('target_not_empty');
  const tally = new Tally();
  const found = Array.from(file.rows('customers_unified'), (row) => placed(row, tally, at));
  const { customers, extraWechat } = untangle(numbered(found, tally), tally);
  await bulkInsert(trx, 'customers_unified', customers);
  await bulkInsert(trx, 'customer_keys', allKeys({ customers, extraWechat }));
  const context: LogContext = { tally, at, known: new Set(customers.map(({ id }) => id)) };
  const copied = {
    customers: customers.length,
    logs: await copyRows(trx, 'erp_sync_logs', file, (row) => syncLogFrom(row, context)),
    history: await copyRows(trx, 'field_change_history', file, (row) => historyFrom(row, context)),
    apiLogs: await copyRows(trx, 'erp_api_logs', file, (row) => apiLogFrom(row, context)),
    config: await takeConfig(trx, file, tally, at),
    rules: await keepRules(trx, file, tally, at),
  };
  for (const table of ['customers_unified', 'erp_sync_logs', 'field_change_history', 'erp_api_logs']) {
    await target.backend.resetIds(trx, table);
  }
  return { ...copied, mended: tally.mended, skipped: tally.skipped, notes: notes(copied.rules, customers) };
}

function placed(row: PythonRow, tally: Tally, at: string): PlacedCustomer {
  return { customer: customerFrom(row, tally, at), place: Number(row[PLACE]) };
}

function allKeys({ customers, extraWechat }: Untangled) {
  const own = customers.flatMap((customer) =>
    storedKeysOf(customer).map((key) => ({ ...key, customer_id: customer.id })),
  );
  const extra = extraWechat.flatMap(({ customer_id, wechat_id }) => {
    const value = keyValue('wechat', wechat_id);
    return value === null ? [] : [{ kind: 'wechat', value, customer_id }];
  });
  return [...own, ...extra];
}

async function copyRows<T extends keyof Schema & string>(
  trx: Executor,
  table: T,
  file: PythonFile,
  convert: (row: PythonRow) => Insertable<Schema[T]> | null,
): Promise<number> {
  let count = 0;
  let batch: Insertable<Schema[T]>[] = [];
  for (const row of file.rows(table)) {
    const converted = convert(row);
    if (converted) batch.push(converted);
    if (batch.length < BATCH) continue;
    await bulkInsert(trx, table, batch);
    count += batch.length;
    batch = [];
  }
  await bulkInsert(trx, table, batch);
  return count + batch.length;
}

function notes(rules: number, customers: readonly Customer[]): TakeOverReport['notes'] {
  const linked = customers.filter((customer) => customer.erp_customer_id !== null).length;
  const found: TakeOverReport['notes'] = [];
  if (rules > 0) {
    found.push({
      zh: `旧系统的 ${rules} 条规则已转换，保存为规则集 0；现在生效的是默认规则。查看：bangqiao rules list --version 0；试算：rules test --version 0；启用：rules activate --version 0。`,
      en: `The ${rules} rules of the earlier system are kept, converted, as rule set 0; the default rules are in force. See them: bangqiao rules list --version 0; try them: rules test --version 0; use them: rules activate --version 0.`,
    });
  }
  if (linked > 0) {
    found.push({
      zh: `${linked} 位客户带有 ERP 编号，请连接旧系统所用的同一套 ERP；首次拉取会逐一核对。`,
      en: `${linked} customers carry ERP numbers: connect the very ERP that the earlier system used; the first pull checks each.`,
    });
  }
  return found;
}
