import type { SimCustomer } from './types.ts';

/** Most pages kept: 100,000 customers at 500 a page are 200. */
const MOST_PAGES = 400;

/**
 * Serialised rows by shape (oddities, columns) and serialised pages. A page is only good until anything changes; a row
 * until its own customer does.
 */
export class RowCache {
  readonly #rows = new Map<string, Map<number, string>>();
  readonly #pages = new Map<string, Buffer>();
  readonly #sorted = new Map<string, readonly SimCustomer[]>();

  changed(ord: number): void {
    for (const shape of this.#rows.values()) shape.delete(ord);
    this.#pages.clear();
    this.#sorted.clear();
  }

  /** Rows of one shape; at most two shapes are kept (shuffled columns alternate between two). */
  shape(key: string): Map<number, string> {
    let rows = this.#rows.get(key);
    if (!rows) {
      if (this.#rows.size >= 2) this.#rows.delete(this.#rows.keys().next().value!);
      rows = new Map();
      this.#rows.set(key, rows);
    }
    return rows;
  }

  page(key: string, make: () => string): Buffer {
    let page = this.#pages.get(key);
    if (!page) {
      if (this.#pages.size >= MOST_PAGES) this.#pages.clear();
      page = Buffer.from(make());
      this.#pages.set(key, page);
    }
    return page;
  }

  /** Customers of one mode in one order; good until anything changes. */
  sorted(key: string, make: () => readonly SimCustomer[]): readonly SimCustomer[] {
    let found = this.#sorted.get(key);
    if (!found) {
      found = make();
      this.#sorted.set(key, found);
    }
    return found;
  }
}
