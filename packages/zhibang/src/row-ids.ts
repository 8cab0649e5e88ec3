import { numberOf } from './table.ts';
import type { ListRow } from './types.ts';

/**
 * Ids of the rows of one sweep. A list of lines tells in `ord` the document that a line stands in: each line gets an id by
 * what stands in it, but the first of its document, which keeps `ord`. So a row has one id, whatever page and pass it
 * comes in.
 */
export class RowIds {
  readonly #first = new Map<number, { page: number; content: number }>();
  #areLines = false;

  /** `page` counts from 1. Rows that are alike in everything are told apart within a page only. */
  of(page: number, rows: readonly ListRow[]): ListRow[] {
    if (new Set(rows.map(({ ord }) => ord)).size < rows.length) this.#areLines = true;
    let isShared = false;
    const alike = new Map<number, number>();
    const own = rows.map((row) => {
      const content = numberOf([row.ord, ...row.values]);
      const first = this.#first.get(row.ord);
      if (first === undefined) this.#first.set(row.ord, { page, content });
      const isOther = first !== undefined && first.content !== content;
      if (isOther && first.page !== page) isShared = true;
      const id = isOther && this.#areLines ? content : row.ord;
      const before = alike.get(id) ?? 0;
      alike.set(id, before + 1);
      return { ...row, ord: before === 0 ? id : numberOf([id, before]) };
    });
    // A record that was changed and moved looks the same: rows of this page count as moved, and the next pass decides.
    if (isShared) this.#areLines = true;
    return own;
  }
}
