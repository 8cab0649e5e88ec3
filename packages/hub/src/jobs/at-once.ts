import type { Logger } from 'pino';
import { oldestRequests } from '../push/requests.ts';
import type { Store } from '../store/index.ts';

/** Between two looks for requests of other processes: one small query by an index. */
const LOOK_MS = 1000;
/** After trouble: the ERP is away, or the database is. */
const REST_MS = 60_000;

interface AtOnceOptions {
  store: Store;
  /** How many customers to push together; null: not now. */
  limit: () => Promise<number | null>;
  /** Pushes these customers. False: it could not, try later. */
  push: (customerIds: readonly number[]) => Promise<boolean>;
  log: Logger;
}

/**
 * Pushes at once whom somebody asked for (`requestPush`): a few together, in the urgent lane. The requests stand in a
 * table; this is only what looks there, so one that was missed is found a second later, or after a restart.
 */
export class AtOnce {
  readonly #options: AtOnceOptions;
  #loop: Promise<void> = Promise.resolve();
  #endNap: () => void = () => {};
  #stopped = false;

  constructor(options: AtOnceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Somebody in this process asked: look now. */
  wake(): void {
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
      const pause = await this.#look().catch((error: unknown) => {
        this.#options.log.error(
          { err: error },
          'customers could not be pushed at once; tried again in a minute',
        );
        return REST_MS;
      });
      if (pause > 0 && !this.#stopped) await this.#nap(pause);
    }
  }

  /** The milliseconds to wait before the next look. */
  async #look(): Promise<number> {
    const { store, limit, push } = this.#options;
    if ((await oldestRequests(store.db, 1)).length === 0) return LOOK_MS;
    const most = await limit();
    if (most === null) return LOOK_MS;
    return (await push(await oldestRequests(store.db, most))) ? 0 : REST_MS;
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
