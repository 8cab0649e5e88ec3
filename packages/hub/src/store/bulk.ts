import { CompiledQuery, type Insertable } from 'kysely';
import type { BatchQuery, Executor, RowByRow } from './backend.ts';
import type { Schema } from './schema.ts';

/**
 * Rows per statement where a statement takes several, measured: larger ones gain nothing, and 100 rows stay far below
 * every parameter limit. Few sizes, so that few statements are prepared.
 */
const SIZES = [100, 10, 1] as const;

/** SQL per database, by table, columns and number of rows: building it costs more than inserting the rows. */
const statements = new WeakMap<object, Map<string, string>>();

type Row = Readonly<Record<string, unknown>>;

/** Rows of one table: `shared` holds what they have in common, `values` the rest, row after row in the order of `columns`. */
export interface Rows<T extends keyof Schema> {
  shared: Partial<Insertable<Schema[T]>>;
  columns: readonly (keyof Schema[T] & string)[];
  values: unknown[];
}

/**
 * Inserts many rows, about as fast as the database can. Rows keep their order; a column that a row leaves out gets its
 * default. All or nothing only inside a transaction: pass `trx`.
 */
export async function bulkInsert<T extends keyof Schema & string>(
  trx: Executor,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (const { columns, rows: alike } of neighbours(rows as readonly Row[])) {
    const values: unknown[] = [];
    for (const row of alike) for (const column of columns) values.push(row[column]);
    await insertRows(trx, table, { shared: {}, columns: columns as (keyof Schema[T] & string)[], values });
  }
}

/** The same for rows that are all alike: nothing is looked up or said twice. */
export async function insertRows<T extends keyof Schema & string>(
  trx: Executor,
  table: T,
  rows: Rows<T>,
): Promise<void> {
  const { columns, values } = rows;
  const sharedColumns = Object.keys(rows.shared);
  const shared = sharedColumns.map((column) => rows.shared[column as keyof typeof rows.shared] as unknown);
  const names = [...sharedColumns, ...columns];
  const count = values.length / columns.length;
  if (count === 0) return;
  if ((trx.getExecutor().adapter as RowByRow).insertsRowByRow) {
    const sql = statementFor(trx, table, names, sharedColumns.length, 1, () => '?');
    const query: BatchQuery = { ...CompiledQuery.raw(sql, values), shared, width: columns.length };
    await trx.executeQuery(query);
    return;
  }
  for (let from = 0; from < count; ) {
    const size = SIZES.find((rowCount) => rowCount <= count - from) as number;
    const sql = statementFor(trx, table, names, sharedColumns.length, size, (number) => `$${number}`);
    const own = values.slice(from * columns.length, (from + size) * columns.length);
    await trx.executeQuery(CompiledQuery.raw(sql, [...shared, ...own]));
    from += size;
  }
}

/** Neighbours of the same columns go together. */
function* neighbours(rows: readonly Row[]): Generator<{ columns: string[]; rows: readonly Row[] }> {
  let from = 0;
  while (from < rows.length) {
    const columns = columnsOf(rows[from] as Row);
    let to = from + 1;
    while (to < rows.length && sameColumns(columns, columnsOf(rows[to] as Row))) to += 1;
    yield { columns, rows: rows.slice(from, to) };
    from = to;
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

function statementFor(
  trx: Executor,
  table: string,
  columns: readonly string[],
  shared: number,
  rows: number,
  place: (number: number) => string,
): string {
  const { adapter } = trx.getExecutor();
  let known = statements.get(adapter);
  if (!known) {
    known = new Map();
    statements.set(adapter, known);
  }
  const shape = `${table} ${rows} ${shared} ${columns.join()}`;
  let sql = known.get(shape);
  if (!sql) {
    sql = compile(table, columns, shared, rows, place);
    known.set(shape, sql);
  }
  return sql;
}

/** The first `shared` parameters serve every row. */
function compile(
  table: string,
  columns: readonly string[],
  shared: number,
  rows: number,
  place: (number: number) => string,
): string {
  const own = columns.length - shared;
  const tuples = Array.from({ length: rows }, (_, row) => {
    const places = columns.map((_, at) => place(at < shared ? at + 1 : at + 1 + row * own));
    return `(${places.join()})`;
  });
  const names = columns.map((column) => `"${column}"`);
  return `insert into "${table}" (${names.join()}) values ${tuples.join()}`;
}
