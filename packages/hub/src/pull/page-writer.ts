/** Pages that may wait for the writing: they bound the memory, and what a killed sweep reads again. */
const MOST_WAITING = 4;

/**
 * Has pages written in the order in which they come, while the next ones are read. What gathers during one transaction goes
 * into the next together: from a slow ERP each page commits by itself, from a fast one several share a commit and its disk
 * writes. Once a writing failed nothing more is written, and whoever waits next hears of it.
 */
export class PageWriter<Page> {
  readonly #write: (pages: readonly Page[]) => Promise<void>;
  #waiting: Page[] = [];
  #current: Promise<void> = Promise.resolve();
  #busy = false;

  /** @param write writes them in one transaction, or fails. */
  constructor(write: (pages: readonly Page[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when there is room for another page. */
  async take(page: Page): Promise<void> {
    this.#waiting.push(page);
    if (!this.#busy) this.#next();
    if (this.#waiting.length >= MOST_WAITING) await this.#current;
  }

  /** Resolves when all pages so far are written. */
  async settled(): Promise<void> {
    do await this.#current;
    while (this.#busy);
  }

  #next(): void {
    this.#busy = this.#waiting.length > 0;
    if (!this.#busy) return;
    this.#current = this.#write(this.#waiting.splice(0)).then(() => this.#next());
    this.#current.catch(() => {
      this.#busy = false;
    });
  }
}
