import type { AnyRow, TypedPage } from '@bangqiao/zhibang';

interface Placed {
  ord: number;
  record: AnyRow;
}

/** The rows of a list, gathered from its pages as they come: some twice, when rows moved while they were read. */
export class AllRows {
  columns: readonly string[] = [];
  /** What stood in pages that came again, in this walk or one before. */
  readonly #former = new Map<number, AnyRow>();
  readonly #pages = new Map<number, readonly Placed[]>();
  readonly #seen = new Set<number>();
  readonly #ever = new Set<number>();
  #pass = 1;

  /** How many different ones were seen. */
  get size(): number {
    return this.#ever.size;
  }

  take({ pass, index, columns, rows, records, recordCount }: TypedPage<AnyRow>): void {
    if (pass !== this.#pass) {
      for (const index of this.#pages.keys()) this.#replace(index);
      this.#pages.clear();
      this.#seen.clear();
    }
    this.#pass = pass;
    this.columns = columns;
    const placed = rows.map(({ ord }, at) => ({ ord, record: records[at]! }));
    // A server without counts may answer its last page again for one that there is not.
    if (recordCount !== null || this.#pages.has(index) || placed.some(({ ord }) => !this.#seen.has(ord))) {
      this.#replace(index);
      this.#pages.set(index, placed);
    }
    for (const { ord } of placed) {
      this.#seen.add(ord);
      this.#ever.add(ord);
    }
  }

  /**
   * As the last walk read them: lines that are alike on two pages are two, and so is a row that moved from page to page.
   * Unless that was proved complete, those come along that were seen before and stand nowhere now.
   */
  rows(complete: boolean): AnyRow[] {
    const standing = [...this.#pages.values()].flat();
    const read = standing.map(({ record }) => record);
    if (complete) return read;
    const ords = new Set(standing.map(({ ord }) => ord));
    const gone = [...this.#former].filter(([ord]) => !ords.has(ord));
    return [...gone.map(([, record]) => record), ...read];
  }

  #replace(index: number): void {
    for (const { ord, record } of this.#pages.get(index) ?? []) this.#former.set(ord, record);
  }
}
