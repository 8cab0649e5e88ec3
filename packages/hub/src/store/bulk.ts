import { CompiledQuery, type Insertable, type InsertQueryBuilder, type InsertResult } from 'kysely';
import type { Executor } from './backend.ts';
import type { Schema } from './schema.ts';

/**
 * Rows per statement, measured on both databases: larger ones gain nothing, and 100 rows stay far below every parameter
 * limit. Few sizes, so that few statements are prepared: each one of 100 rows costs some 300 kB.
 */
const SIZES = [100, 10, 1] as const;

/** SQL per database, by table, columns and number of rows: building it costs more than inserting the rows. */
const statements = new WeakMap<object, Map<string, string>>();

/**
 * Inserts many rows, about as fast as the database can. Rows keep their order; a column that a row leaves out gets its
 * default. All or nothing only inside a transaction: pass `trx`.
 */
export async function bulkInsert<T extends keyof Schema & string>(
  trx: Executor,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (const batch of batches(rows as readonly Row[])) {
    const sql = statementFor(trx, table, batch);
    const values: unknown[] = [];
    for (const row of batch.rows) for (const column of batch.columns) values.push(row[column]);
    await trx.executeQuery(CompiledQuery.raw(sql, values));
  }
}

type Row = Readonly<Record<string, unknown>>;
interface Batch {
  columns: string[];
  rows: Row[];
}

/** Neighbours of the same columns share statements. */
function* batches(rows: readonly Row[]): Generator<Batch> {
  let from = 0;
  while (from < rows.length) {
    const columns = columnsOf(rows[from] as Row);
    let to = from + 1;
    while (to < rows.length && sameColumns(columns, columnsOf(rows[to] as Row))) to += 1;
    while (from < to) {
      const size = SIZES.find((rowCount) => rowCount <= to - from) as number;
      yield { columns, rows: rows.slice(from, from + size) };
      from += size;
    }
  }
}

function columnsOf(row: Row): string[] {
  const columns: string[] = [];
  for (const column in row) if (row[column] !== undefined) columns.push(column);
  return columns;
}

function sameColumns(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((column, index) => column === others[index]);
}

function statementFor(trx: Executor, table: string, { columns, rows }: Batch): string {
  const { adapter } = trx.getExecutor();
  let known = statements.get(adapter);
  if (!known) {
    known = new Map();
    statements.set(adapter, known);
  }
  const shape = `${table} ${rows.length} ${columns.join()}`;
  let sql = known.get(shape);
  if (!sql) {
    sql = compile(trx, table, columns, rows.length);
    known.set(shape, sql);
  }
  return sql;
}

function compile(trx: Executor, table: string, columns: string[], count: number): string {
  const row = Object.fromEntries(columns.map((column) => [column, 0]));
  const insert = trx.insertInto(table as keyof Schema) as unknown as InsertQueryBuilder<
    Record<string, Row>,
    string,
    InsertResult
  >;
  return insert.values(Array.from({ length: count }, () => row)).compile().sql;
}
