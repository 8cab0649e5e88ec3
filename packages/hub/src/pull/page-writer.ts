/** Pages that may wait for the writing: they bound the memory, and what a killed sweep reads again. */
const MOST_WAITING = 6;

/**
 * Has pages written in the order in which they come, while the next ones are read. What gathers during one transaction goes
 * into the next together: from a slow ERP each page commits by itself, from a fast one several share a commit and its disk
 * writes. Once a writing failed nothing more is written, and whoever comes next hears of it.
 */
export class PageWriter<Page> {
  readonly #write: (pages: readonly Page[]) => Promise<void>;
  #waiting: Page[] = [];
  /** Rejects for ever once it rejected. */
  #current: Promise<void> = Promise.resolve();
  #state: 'idle' | 'writing' | 'failed' = 'idle';

  /** @param write writes them in one transaction, or fails. */
  constructor(write: (pages: readonly Page[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when there is room for another page. */
  async take(page: Page): Promise<void> {
    this.#waiting.push(page);
    if (this.#state === 'idle') this.#next();
    if (this.#state === 'failed' || this.#waiting.length >= MOST_WAITING) await this.#current;
  }

  /** Resolves when all pages so far are written. */
  async settled(): Promise<void> {
    do await this.#current;
    while (this.#state === 'writing');
  }

  #next(): void {
    this.#state = this.#waiting.length > 0 ? 'writing' : 'idle';
    if (this.#state === 'idle') return;
    this.#current = this.#write(this.#waiting.splice(0)).then(
      () => this.#next(),
      (error: unknown) => {
        this.#state = 'failed';
        throw error;
      },
    );
    // Whoever waits for it next hears of it.
    this.#current.catch(() => {});
  }
}
