import type { ErpRecord, OptionBook } from '@bangqiao/core';
import type { ListRow } from '@bangqiao/zhibang';
import { isBeginning, type Layout, type MappedColumn, sameCell, trustedCells } from './columns.ts';

/** Cells of trusted columns that are not believed. */
export interface Doubt {
  /** The row came in the letters in which it came before its detail said otherwise: this column shows something else. */
  contradicted: MappedColumn[];
  /** The beginning of what the record holds: edited there, or cut by the list without a word. The detail knows. */
  cut: MappedColumn[];
}

/** @param before what the mirror holds @param isAsBefore the row has not changed since its detail was read */
export function doubtOf(
  row: ListRow,
  { layout, trusted }: { layout: Layout; trusted: ReadonlySet<string> },
  before: ErpRecord,
  { isAsBefore, book }: { isAsBefore: boolean; book: OptionBook },
): Doubt {
  const doubt: Doubt = { contradicted: [], cut: [] };
  for (const { column, id, text } of trustedCells(row, layout, trusted)) {
    const held = before[id];
    if (held === undefined || sameCell(column, text, held, book)) continue;
    if (isAsBefore) doubt.contradicted.push(column);
    else if (isBeginning(text, held)) doubt.cut.push(column);
  }
  return doubt;
}
