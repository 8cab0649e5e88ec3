import { document, num, type Reply, sourceInner } from './answers.ts';
import type { Call } from './call.ts';
import type { Oddities } from './oddities.ts';
import { seededRandom, shuffled } from './random.ts';
import type { World } from './world.ts';

export interface Column {
  id: string;
  caption: string;
}

export interface Paging {
  size: number;
  /** From 1. */
  index: number;
  /** Rows in all. */
  count: number;
  pages: number;
}

const DEFAULT_PAGE = 20;

/** The page that is served for the page that was asked for. */
export function paging(oddities: Oddities, call: Call, count: number, clampTo = 0): Paging {
  const asked = positive(call.params.pagesize) ?? DEFAULT_PAGE;
  const limits = [oddities.maxPageSize, clampTo].filter((limit) => limit > 0);
  const size = Math.min(asked, ...limits);
  const pages = Math.max(1, Math.ceil(count / size));
  const index = positive(call.params.pageindex) ?? 1;
  return { size, index: oddities.repeatLastPage ? Math.min(index, pages) : index, count, pages };
}

function positive(value: string | undefined): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** The columns of one page: some may lack, and their order is the tenant's own. */
export function columnsOf(world: World, columns: readonly Column[], pageIndex: number): Column[] {
  const { missingColumns, columnsShuffled } = world.oddities;
  const kept = columns.filter((column) => !missingColumns.includes(column.id));
  if (!columnsShuffled) return kept;
  const order = shuffled(seededRandom(world.seed), kept);
  return pageIndex % 2 === 0 ? order.reverse() : order;
}

/** One row's JSON text from its cells' values, in the tenant's shape. */
export function rowText(oddities: Oddities, ord: number, cells: readonly (string | number)[]): string {
  const values = oddities.nullForEmpty ? cells.map((cell) => (cell === '' ? null : cell)) : cells;
  if (!oddities.rowsAsObjects) return JSON.stringify(values);
  const key = oddities.rowsAsObjects === 'id' ? 'id' : 'ord';
  return JSON.stringify({ [key]: num(oddities, ord), value: values });
}

/** SourceClass of a table. */
export function tableInner(
  oddities: Oddities,
  columns: readonly Column[],
  rows: readonly string[],
  page: Paging,
): string {
  const cols = columns.map((column) => ({
    id: oddities.upperCaseKeys ? column.id.toUpperCase() : column.id,
    caption: column.caption,
  }));
  const head = `{"type_":"table","table":{"cols":${JSON.stringify(cols)}`;
  if (oddities.noHitsNoRows && page.count === 0) return sourceInner(oddities, `${head}}}`);
  const list = oddities.bareSingleRow && rows.length === 1 ? rows[0] : `[${rows.join(',')}]`;
  const tail = oddities.noPage ? '' : `,"page":${JSON.stringify(pageObject(oddities, page))}`;
  return sourceInner(oddities, `${head},"rows":${list}${tail}}}`);
}

function pageObject(oddities: Oddities, page: Paging): Record<string, number | string> {
  const numbers = {
    pagesize: page.size,
    pageindex: page.index,
    pagecount: page.pages,
    recordcount: page.count,
  };
  if (!oddities.pageStrings) return numbers;
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
}

/** What a list answers without `cmdkey: refresh`: its columns and nothing else. */
export function skeleton(world: World, columns: readonly Column[]): Reply {
  const cols = columnsOf(world, columns, 1).map(({ id, caption }) => ({ id, caption }));
  const source = `{"type_":"table","table":{"cols":${JSON.stringify(cols)},"rows":[]}}`;
  return document(world.oddities, sourceInner(world.oddities, source));
}

export interface Row {
  ord: number;
  cells: Record<string, string | number>;
}

/** A whole ov1 list answer of rows that are few: filtering and sorting are the caller's. */
export function listReply(world: World, call: Call, columns: readonly Column[], rows: readonly Row[]): Reply {
  if (call.cmdkey !== 'refresh') return skeleton(world, columns);
  const { oddities } = world;
  const page = paging(oddities, call, rows.length);
  const shown = columnsOf(world, columns, page.index);
  const texts = rows.slice((page.index - 1) * page.size, page.index * page.size).map((row) => {
    const cells = shown.map((column) => row.cells[column.id] ?? '');
    return rowText(oddities, row.ord, oddities.numbersAsStrings ? cells.map(String) : cells);
  });
  return document(oddities, tableInner(oddities, shown, texts, page));
}

/** `_rpt_sort`: a column id, `-` before it for descending; `null` for the usual order. */
export function sortOf(
  oddities: Oddities,
  call: Call,
  columns: readonly Column[],
): { id: string; down: boolean } | null {
  const asked = call.params._rpt_sort ?? '';
  const id = asked.replace(/^-/, '').toLowerCase();
  const column = columns.find((each) => each.id.toLowerCase() === id);
  return oddities.ignoreSort || !column ? null : { id: column.id, down: asked.startsWith('-') };
}
