import { textOf } from './styles.ts';
import type { ListPage, ListRow } from './types.ts';

/**
 * The text of a cell: trimmed, '' for null; undefined when the list has no such column (the value is unknown, not
 * empty). The column's id is looked up without regard to case.
 */
export function cell(page: Pick<ListPage, 'columns'>, row: ListRow, column: string): string | undefined {
  const at = columnAt(page.columns, column);
  if (at < 0) return undefined;
  const value = row.values[at];
  return value === undefined ? undefined : textOf(value);
}

/** The columns of one page are looked up for every row: remember where they stand. */
const PLACES = new WeakMap<readonly string[], Map<string, number>>();

function columnAt(columns: readonly string[], column: string): number {
  let places = PLACES.get(columns);
  if (!places) {
    places = new Map();
    PLACES.set(columns, places);
  }
  let at = places.get(column);
  if (at === undefined) {
    const wanted = column.toLowerCase();
    at = columns.findIndex((each) => each.toLowerCase() === wanted);
    places.set(column, at);
  }
  return at;
}

// Made once: these are looked at for each cell of each row.
const MASK = /\*{2,}|＊{2,}/;
const CUT = /(?:…|\.{3}|。{3})$/;

/** `138****8888`: hidden by the ERP, not a value (wire.md "SourceClass"). */
export function isMasked(text: string): boolean {
  return MASK.test(text);
}

/** Cut by the ERP for display: `深圳某某科技有…` (wire.md "SourceClass"). */
export function isShortened(text: string): boolean {
  return CUT.test(text);
}
