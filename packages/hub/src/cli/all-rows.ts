import type { AnyRow, TypedPage } from '@bangqiao/zhibang';

/** The rows of a list, gathered from its pages as they come: some twice, when rows moved while they were read. */
export class AllRows {
  columns: readonly string[] = [];
  readonly #found = new Map<number, AnyRow>();
  readonly #pages = new Map<number, readonly AnyRow[]>();
  readonly #seen = new Set<number>();
  #pass = 1;

  get size(): number {
    return this.#found.size;
  }

  take({ pass, index, columns, rows, records }: TypedPage<AnyRow>): void {
    if (pass !== this.#pass) {
      this.#pages.clear();
      this.#seen.clear();
    }
    this.#pass = pass;
    this.columns = columns;
    // A server without counts may answer its last page again for one that there is not.
    if (this.#pages.has(index) || rows.some(({ ord }) => !this.#seen.has(ord)))
      this.#pages.set(index, records);
    for (const [at, { ord }] of rows.entries()) {
      this.#seen.add(ord);
      this.#found.set(ord, records[at]!);
    }
  }

  /**
   * What was proved complete stands there as the last walk read it: lines that are alike on two pages are two. Else every
   * row that was seen at all.
   */
  rows(complete: boolean): AnyRow[] {
    return complete ? [...this.#pages.values()].flat() : [...this.#found.values()];
  }
}
