import { hash } from 'node:crypto';
import { canonicalId } from './field-ids.ts';
import { asObject, countOf, type Json, textOf } from './styles.ts';
import type { ListRow } from './types.ts';

/** A list as it was read, before it is known which page of what it is. */
export interface Table {
  columns: string[];
  captions: string[];
  rows: ListRow[];
  unusable: number;
  recordCount: number | null;
  pageCount: number | null;
  /** Columns and neither rows nor counts: no hit, or a list that was not run at all (wire.md "cmdkey" [field]). */
  isSkeleton?: boolean;
  /** See `ListPage.digest`. */
  digest: string | null;
}

/** Which rows count: those with an `ord`, or all of them (told apart by `ord`, `id`, else by what stands in them). */
type RowsKept = 'with-ord' | 'any';

/** The table of a `SourceClass`: `{cols, rows, page}`, `page` perhaps missing. null when there is none. */
export function tableOfSource(source: Json, kept: RowsKept = 'with-ord'): Table | null {
  const table = asObject(source.table);
  if (!table || (!Array.isArray(table.cols) && table.rows === undefined)) return null;
  const page = asObject(table.page);
  const counts = { recordCount: countOf(page?.recordcount), pageCount: countOf(page?.pagecount) };
  const isSkeleton = table.rows === undefined && counts.recordCount === null;
  return { ...build(table.cols, table.rows, counts, kept), isSkeleton };
}

/** The table of a `v3` list: `{Cols, Rows, Page}`. */
export function tableOfV3(answer: Json, kept: RowsKept = 'with-ord'): Table | null {
  if (answer.Rows === undefined && answer.Cols === undefined) return null;
  const page = asObject(answer.Page);
  const counts = { recordCount: countOf(page?.RecordCount), pageCount: countOf(page?.PageCount) };
  return build(answer.Cols, answer.Rows, counts, kept);
}

function build(
  cols: unknown,
  rows: unknown,
  counts: Pick<Table, 'recordCount' | 'pageCount'>,
  kept: RowsKept,
): Table {
  const { columns, captions } = readColumns(cols);
  const ordAt = columns.indexOf('ord');
  const at = ordAt < 0 && kept === 'any' ? columns.findIndex((id) => /^id$/i.test(id)) : ordAt;
  const list = listOfRows(rows);
  const usable: ListRow[] = [];
  for (const each of list) {
    const row = readRow(each, at, columns, kept);
    if (row) usable.push(row);
  }
  // A count below what stands before us is no count.
  const recordCount =
    counts.recordCount !== null && counts.recordCount < usable.length ? null : counts.recordCount;
  const pageCount = recordCount === 0 && usable.length > 0 ? null : counts.pageCount;
  return {
    columns,
    captions,
    rows: usable,
    unusable: list.length - usable.length,
    recordCount,
    pageCount,
    digest: null,
  };
}

/** `Cols` of v3 may be plain names. */
function readColumns(cols: unknown): { columns: string[]; captions: string[] } {
  const columns: string[] = [];
  const captions: string[] = [];
  for (const col of Array.isArray(cols) ? cols : []) {
    const object = asObject(col);
    const id = object ? textOf(object.id ?? object.name ?? object.dbname) : textOf(col);
    columns.push(canonicalId(id));
    captions.push(object ? textOf(object.caption ?? object.title ?? object.text) || id : id);
  }
  return { columns, captions };
}

/** A single row may come bare instead of in a list (wire.md "SourceClass" [field]). */
function listOfRows(rows: unknown): unknown[] {
  if (Array.isArray(rows)) {
    const first: unknown = rows[0];
    return rows.length > 0 && (typeof first !== 'object' || first === null) ? [rows] : rows;
  }
  return asObject(rows) ? [rows] : [];
}

/** An array of cells, or `{ord|id, value: […]}`, or cells by column id. */
function readRow(row: unknown, ordAt: number, columns: readonly string[], kept: RowsKept): ListRow | null {
  if (Array.isArray(row)) return withOrd(ordAt < 0 ? undefined : row[ordAt], undefined, row, kept);
  const object = asObject(row);
  if (!object) return null;
  const cells = object.value ?? object.values ?? object.cells;
  const values = Array.isArray(cells) ? cells : cellsById(asObject(cells) ?? object, columns);
  return withOrd(ordAt < 0 ? undefined : values[ordAt], object.ord ?? object.id, values, kept);
}

function withOrd(cell: unknown, ofRow: unknown, values: readonly unknown[], kept: RowsKept): ListRow | null {
  const ord = countOf(cell) || countOf(ofRow) || (kept === 'any' ? numberOf(values) : 0);
  return ord ? { ord, values } : null;
}

/** Rows without an id, told apart by 48 bits of their content. */
export function numberOf(values: readonly unknown[]): number {
  return Number.parseInt(hash('sha1', JSON.stringify(values), 'hex').slice(0, 12), 16);
}

function cellsById(object: Json, columns: readonly string[]): unknown[] {
  const byId = new Map(Object.entries(object).map(([id, value]) => [id.toLowerCase(), value]));
  return columns.map((column) => byId.get(column.toLowerCase()));
}
