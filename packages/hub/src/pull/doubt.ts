import type { ErpRecord, OptionBook } from '@bangqiao/core';
import {
  fieldId,
  isBeginning,
  isEcho,
  isUnlabelled,
  type Layout,
  type MappedColumn,
  sameCell,
} from './columns.ts';

/** Cells of trusted columns that are not believed. */
export interface Doubt {
  /** The row came in the letters in which it came before its detail said otherwise: this column shows something else. */
  contradicted: MappedColumn[];
  /** The same, and it proves nothing: the detail came without the value, or an option has no label here. */
  unproven: MappedColumn[];
  /** The beginning of what the record holds: edited there, or cut by the list without a word. The detail knows. */
  cut: MappedColumn[];
}

/**
 * @param shown what the row says in trusted columns
 * @param before what the mirror holds
 * @param isAsBefore the row has not changed since its detail was read
 */
export function doubtOf(
  { columns }: Layout,
  shown: ErpRecord,
  before: ErpRecord,
  { isAsBefore, book }: { isAsBefore: boolean; book: OptionBook },
): Doubt {
  const doubt: Doubt = { contradicted: [], unproven: [], cut: [] };
  for (const { column } of columns) {
    const text = shown[fieldId(column)];
    const held = before[fieldId(column)];
    if (text === undefined || held === undefined || isEcho(column, before)) continue;
    if (sameCell(column, text, held, book)) continue;
    const isUnproven = held === '' || [text, held].some((one) => isUnlabelled(column, one, book));
    if (isAsBefore) doubt[isUnproven ? 'unproven' : 'contradicted'].push(column);
    else if (isBeginning(text, held)) doubt.cut.push(column);
  }
  return doubt;
}
