import type { Logger } from 'pino';
import { oldestRequests } from '../push/requests.ts';
import type { Store } from '../store/index.ts';
import { LookOut } from './look-out.ts';

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
  readonly #lookOut: LookOut;
  /** Until then nobody is pushed, whoever wakes it. */
  #restsUntil = 0;

  constructor(options: AtOnceOptions) {
    this.#options = options;
    this.#lookOut = new LookOut(
      () => this.#look(),
      (error) => {
        options.log.error({ err: error }, 'customers could not be pushed at once; tried again in a minute');
        return this.#rest();
      },
    );
  }

  start(): void {
    this.#lookOut.start();
  }

  /** Somebody in this process asked: look now. */
  wake(): void {
    this.#lookOut.wake();
  }

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    await this.#lookOut.stop();
  }

  /** The milliseconds to wait before the next look. */
  async #look(): Promise<number> {
    const { store, limit, push } = this.#options;
    const rest = this.#restsUntil - Date.now();
    if (rest > 0) return rest;
    if ((await oldestRequests(store.db, 1)).length === 0) return LOOK_MS;
    const most = await limit();
    if (most === null) return LOOK_MS;
    return (await push(await oldestRequests(store.db, most))) ? 0 : this.#rest();
  }

  #rest(): number {
    this.#restsUntil = Date.now() + REST_MS;
    return REST_MS;
  }
}
