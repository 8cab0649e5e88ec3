import { CustomerMoved } from '../customers/index.ts';
import { type Executor, eachOf, type Store } from '../store/index.ts';
import { type RawEvent, understand } from './batch.ts';

/**
 * Events per transaction where so many wait. Measured: 200 cost a quarter more with 500 customers and a tenth more with 50,000,
 * whose pages they seldom share; 1,000 gain another twentieth, and others wait twice as long for the database.
 */
const BATCH = 500;
/** How often a batch is tried that another process disturbed. */
const TRIES = 3;

export interface UnderstandOptions {
  store: Store;
  clock: () => Date;
  log: { error(values: object, text: string): void };
  signal?: AbortSignal;
  /** Told after each batch. */
  onBatch?: (events: number) => void;
}

/**
 * Understands every event that waits, the oldest first; how many. An event that cannot be understood is parked with its
 * reason and holds nobody up. What is committed is done: after a crash the rest is taken up, and nothing counts twice.
 */
export async function understandAll(options: UnderstandOptions): Promise<number> {
  let done = 0;
  while (!options.signal?.aborted) {
    const waiting = await nextEvents(options.store.db, BATCH);
    if (waiting.length === 0) break;
    await together(options, waiting).catch((error) => oneByOne(options, waiting, error));
    done += waiting.length;
    options.onBatch?.(waiting.length);
  }
  return done;
}

async function nextEvents(db: Executor, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('wechat_events')
    .select('id')
    .where('state', '=', 'raw')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Read again inside the transaction: another process may have understood some of them meanwhile. It need not outlive a power cut:
 * the events do, and are understood again.
 */
async function together({ store, clock }: UnderstandOptions, ids: readonly number[]): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await store.transaction(async (trx) => {
        await store.backend.lockUnderstanding(trx);
        await understand(trx, await stillRaw(trx, ids), clock().toISOString());
      });
    } catch (error) {
      if (!(error instanceof CustomerMoved) || tried === TRIES) throw error;
    }
  }
}

async function stillRaw(trx: Executor, ids: readonly number[]): Promise<RawEvent[]> {
  return (await trx
    .selectFrom('wechat_events')
    .select(['id', 'event_id', 'body'])
    .where('id', 'in', eachOf(trx, ids))
    .where('state', '=', 'raw')
    .orderBy('id')
    .execute()) as RawEvent[];
}

/** After a batch failed: each event for itself, so that one cannot take the others with it. A database in trouble is no event's fault. */
async function oneByOne(options: UnderstandOptions, ids: readonly number[], cause: unknown): Promise<void> {
  if (options.store.backend.isTrouble(cause)) throw cause;
  for (const id of ids) {
    await together(options, [id]).catch((error) => {
      if (options.store.backend.isTrouble(error)) throw error;
      return park(options, id, error);
    });
  }
}

async function park({ store, log }: UnderstandOptions, id: number, error: unknown): Promise<void> {
  const said = error instanceof Error ? error.message : String(error);
  const problem = { code: 'not_understood', zh: `无法处理：${said}`, en: `could not be understood: ${said}` };
  await store.transaction(async (trx) => {
    await trx
      .updateTable('wechat_events')
      .set({ state: 'parked', problem: JSON.stringify(problem) })
      .where('id', '=', id)
      .where('state', '=', 'raw')
      .execute();
  });
  log.error({ err: error, event: id }, 'a WeChat event could not be understood; it is parked');
}
