import { type Customer, maskPhonesIn, toHalfWidth } from '@bangqiao/core';
import { findExactly } from '../explain/find.ts';
import type { Executor, Store } from '../store/index.ts';
import { gramsOf, termsOf } from './grams.ts';

/** The newest so many are found; whoever types more finds fewer. */
const FOUND = 1000;
/** Customers that the index takes in at once: some 20 ms. */
const BATCH = 200;

/** By what customers are found. A phone only whole, by its key: the index holds none (statement 9). */
const SEARCHED = [
  'company_name',
  'real_name',
  'wechat_nickname',
  'wechat_remark',
  'erp_customer_code',
  'wechat_id',
  'email',
  'address',
  'pinyin',
  'credit_code',
  'extracted_product_interest',
] as const satisfies readonly (keyof Customer)[];

/**
 * Whom a search means, as numbers: by phone, number or id; where that finds nobody, by any part of a name and the like.
 * @param byPhone false for whoever sees phones masked: they would guess the hidden digits until somebody is found.
 */
export async function searchCustomers(
  store: Store,
  text: string,
  { byPhone }: { byPhone: boolean },
): Promise<number[]> {
  await indexChanged(store, BATCH);
  const exact = byPhone || !holdsPhone(text) ? await findExactly(store.db, text) : [];
  if (exact.length > 0) return exact.map(({ id }) => id);
  const terms = termsOf(text);
  return terms.length === 0 ? [] : store.backend.search.find(store.db, terms, FOUND);
}

/** Also as a part of a WeChat id, and however it is written. */
function holdsPhone(text: string): boolean {
  const bare = toHalfWidth(text).replace(/[^\p{L}\p{N}]/gu, '');
  return [text, bare].some((form) => maskPhonesIn(form) !== form);
}

/**
 * Takes customers that changed into the index, `most` of them; answers how many it took. The note goes first, so that a
 * change made meanwhile notes its customer anew.
 */
export async function indexChanged(store: Store, most: number): Promise<number> {
  const { search } = store.backend;
  if (!(await search.isBehind(store.db))) return 0;
  return store.transaction(async (trx) => {
    const ids = await search.takeNoted(trx, most);
    if (ids.length === 0) return 0;
    const rows = await trx
      .selectFrom('customers_unified')
      .select(['id', ...SEARCHED])
      .where('id', 'in', ids)
      .execute();
    const grams = rows.map(({ id, ...row }) => ({
      id,
      grams: gramsOf(SEARCHED.map((column) => (row[column] === null ? null : maskPhonesIn(row[column])))),
    }));
    await search.put(trx, ids, grams);
    return ids.length;
  });
}

/** For a customer who comes back under an old number; whoever is new, changed or gone the database notes by itself. */
export async function noteForSearch(trx: Executor, id: number): Promise<void> {
  await trx
    .insertInto('search_dirty')
    .values({ customer_id: id })
    .onConflict((already) => already.doNothing())
    .execute();
}

/** Keeps the index up while the service runs, at half the time of one thread at most. */
export function keepIndex(store: Store): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const taken = await indexChanged(store, BATCH).catch(() => 0);
      const rest = taken === BATCH ? performance.now() - began : IDLE_MS;
      await pause(rest, stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

const IDLE_MS = 1000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
