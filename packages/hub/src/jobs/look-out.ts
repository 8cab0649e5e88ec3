/** Looks for work again and again: at once when woken, else after the pause that the last look asked for. */
export class LookOut {
  readonly #look: () => Promise<number>;
  readonly #failed: (error: unknown) => number;
  #loop: Promise<void> = Promise.resolve();
  #endNap: () => void = () => {};
  #isWoken = false;
  #stopped = false;

  /**
   * @param look does what there is; the milliseconds until the next look, 0 for at once.
   * @param failed hears what a look threw; the milliseconds until the next one.
   */
  constructor(look: () => Promise<number>, failed: (error: unknown) => number) {
    this.#look = look;
    this.#failed = failed;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** There is work: look now, or once more after the look that is under way. */
  wake(): void {
    this.#isWoken = true;
    this.#endNap();
  }

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endNap();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#isWoken = false;
      const pause = await this.#look().catch(this.#failed);
      if (pause > 0 && !this.#isWoken && !this.#stopped) await this.#nap(pause);
    }
  }

  #nap(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endNap = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
