import { CompiledQuery, type Insertable, type RawBuilder } from 'kysely';
import type { BatchQuery, BulkAdapter, Executor, StatementList } from './backend.ts';
import type { Schema } from './schema.ts';

/** Rows per statement where a statement takes several, measured: more gain nothing, and 100 stay far below every limit. */
const MOST_ROWS = 100;

/** SQL per database, by table, columns and number of rows: building it costs more than inserting the rows. */
const statements = new WeakMap<object, Map<string, string>>();

type Row = Readonly<Record<string, unknown>>;

/** Rows of one table: `shared` holds what they have in common, `values` the rest, row after row in the order of `columns`. */
export interface Rows<T extends keyof Schema> {
  shared: Partial<Insertable<Schema[T]>>;
  columns: readonly (keyof Schema[T] & string)[];
  values: unknown[];
  /** SQL that makes of a given value what is stored in its column. */
  through?: Partial<Record<keyof Schema[T] & string, (given: string) => string>>;
  /** SQL for a row that is there already: `(customer_id) do update set …`. */
  onConflict?: string;
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
    const queries = rowsQueries(trx, table, {
      shared: {},
      columns: columns as (keyof Schema[T] & string)[],
      values,
    });
    await runInOneGo(trx, queries);
  }
}

/**
 * Runs statements whose answers nobody needs, in order, without waiting where the database allows it: in a transaction the
 * first that fails may be thrown by a later statement or the commit.
 */
export async function runInOneGo(trx: Executor, queries: readonly CompiledQuery[]): Promise<void> {
  if (queries.length === 0) return;
  if (adapterOf(trx).insertsRowByRow) {
    const all: StatementList = { ...CompiledQuery.raw(''), list: queries };
    await trx.executeQuery(all);
    return;
  }
  for (const query of queries) await trx.executeQuery(query);
}

/** Runs statements in order and waits for them: how many rows they changed. */
export async function changedBy(trx: Executor, queries: readonly CompiledQuery[]): Promise<number> {
  if (queries.length === 0) return 0;
  if (adapterOf(trx).insertsRowByRow) {
    const all: StatementList = { ...CompiledQuery.raw(''), list: queries, isCounted: true };
    return Number((await trx.executeQuery(all)).numAffectedRows);
  }
  let changed = 0n;
  for (const query of queries) changed += (await trx.executeQuery(query)).numAffectedRows ?? 0n;
  return Number(changed);
}

/**
 * Runs statements in order that must change so many rows. Where a statement costs no round trip nobody waits for them: the commit of
 * the transaction finds out.
 * @throws what `refuse` says, here or from the commit
 */
export async function mustChange(
  trx: Executor,
  queries: readonly CompiledQuery[],
  must: { change: number; refuse: () => Error },
): Promise<void> {
  if (queries.length === 0) return;
  if (adapterOf(trx).insertsRowByRow) {
    const all: StatementList = { ...CompiledQuery.raw(''), list: queries, must };
    await trx.executeQuery(all);
  } else if ((await changedBy(trx, queries)) < must.change) {
    throw must.refuse();
  }
}

/**
 * One statement for many rows of parameters: built once per database by `build`, whose own parameters do not matter; `values` holds
 * row after row. For updates and upserts whose answers nobody needs.
 */
export function repeated(
  trx: Executor,
  name: string,
  build: () => CompiledQuery,
  { width, values }: { width: number; values: unknown[] },
): CompiledQuery[] {
  if (values.length === 0) return [];
  const sql = textOf(trx, name, build);
  if (adapterOf(trx).insertsRowByRow) {
    const query: BatchQuery = { ...CompiledQuery.raw(sql, values), shared: [], width };
    return [query];
  }
  return Array.from({ length: values.length / width }, (_, row) =>
    CompiledQuery.raw(sql, values.slice(row * width, (row + 1) * width)),
  );
}

function textOf(trx: Executor, name: string, build: () => CompiledQuery): string {
  const { adapter } = trx.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, string>();
  statements.set(adapter, known);
  const text = known.get(name) ?? build().sql;
  known.set(name, text);
  return text;
}

/** The values as a query of one column, for `in (…)`: one statement, however many there are. */
export function eachOf<V extends string | number>(trx: Executor, values: readonly V[]): RawBuilder<V> {
  const kind = typeof values[0] === 'number' ? 'bigint' : 'text';
  return adapterOf(trx).each(JSON.stringify(values), kind) as RawBuilder<V>;
}

/** The statements that insert `rows` (or what `onConflict` says), which are all alike: nothing is looked up or said twice. None for no rows. */
export function rowsQueries<T extends keyof Schema & string>(
  trx: Executor,
  table: T,
  rows: Rows<T>,
): CompiledQuery[] {
  const { columns, values, through = {}, onConflict = '' } = rows;
  const sharedColumns = Object.keys(rows.shared);
  const shared = sharedColumns.map((column) => rows.shared[column as keyof typeof rows.shared] as unknown);
  const shape: Shape = { table, shared: sharedColumns, columns, through, onConflict };
  const count = values.length / columns.length;
  if (count === 0) return [];
  if (adapterOf(trx).insertsRowByRow) {
    const sql = statementFor(trx, shape, 1, () => '?');
    const query: BatchQuery = { ...CompiledQuery.raw(sql, values), shared, width: columns.length };
    return [query];
  }
  const queries: CompiledQuery[] = [];
  for (let from = 0; from < count; ) {
    const size = Math.min(MOST_ROWS, count - from);
    const sql = statementFor(trx, shape, size, (number) => `$${number}`);
    const own = values.slice(from * columns.length, (from + size) * columns.length);
    queries.push(CompiledQuery.raw(sql, [...shared, ...own]));
    from += size;
  }
  return queries;
}

function adapterOf(trx: Executor): BulkAdapter {
  return trx.getExecutor().adapter as unknown as BulkAdapter;
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

interface Shape {
  table: string;
  shared: readonly string[];
  columns: readonly string[];
  through: Readonly<Record<string, ((given: string) => string) | undefined>>;
  onConflict: string;
}

function statementFor(trx: Executor, shape: Shape, rows: number, place: (number: number) => string): string {
  const { adapter } = trx.getExecutor();
  let known = statements.get(adapter);
  if (!known) {
    known = new Map();
    statements.set(adapter, known);
  }
  const { table, shared, columns, through, onConflict } = shape;
  const name = `${table} ${rows} ${shared} ${columns} ${Object.keys(through)} ${onConflict}`;
  let sql = known.get(name);
  if (!sql) {
    sql = compile(shape, rows, place);
    known.set(name, sql);
  }
  return sql;
}

/** The first parameters, those of `shared`, serve every row. */
function compile(
  { table, shared, columns, through, onConflict }: Shape,
  rows: number,
  place: (number: number) => string,
) {
  const tuples = Array.from({ length: rows }, (_, row) => {
    const first = shared.length + row * columns.length + 1;
    const common = shared.map((_column, at) => place(at + 1));
    const own = columns.map((column, at) => (through[column] ?? String)(place(first + at)));
    return `(${[...common, ...own].join()})`;
  });
  const names = [...shared, ...columns].map((column) => `"${column}"`);
  const otherwise = onConflict === '' ? '' : ` on conflict ${onConflict}`;
  return `insert into "${table}" (${names.join()}) values ${tuples.join()}${otherwise}`;
}
