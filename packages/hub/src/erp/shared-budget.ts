import type { CallBudget } from '@bangqiao/zhibang';
import type { Executor, Store } from '../store/index.ts';
import type { Identity } from './binding.ts';

/** An account of an ERP, as leases and budgets call it. */
export function nameOf({ account, base_url }: Identity): string {
  return `${account} ${base_url}`;
}

const MINUTE_MS = 60_000;
/** How long calls that were set aside may be begun; they count for as much longer than a minute. */
const HOLD_MS = 2000;

/** Calls set aside at a moment of the database's clock, in milliseconds. */
type Taken = [at: number, calls: number];

/**
 * At most `callsPerMinute` calls begun in any 60 s by all processes on this database. A process sets a second's worth
 * aside at a time, one small write; what it does not begin within two seconds is lost, never used late.
 */
export class SharedBudget implements CallBudget {
  readonly #store: Store;
  readonly #name: string;
  readonly #cap: number;
  #left = 0;
  /** On this process's own steady clock. */
  #until = 0;

  constructor(store: Store, erp: Identity, callsPerMinute: number) {
    this.#store = store;
    this.#name = nameOf(erp);
    this.#cap = callsPerMinute;
  }

  async take(): Promise<number> {
    if (this.#left === 0 || performance.now() >= this.#until) {
      // Taken before the database is asked: never later than the row says.
      const asked = performance.now();
      const set = await this.#store.transaction((trx) => this.#setAside(trx));
      if (set.calls === 0) return set.waitMs;
      this.#left = set.calls;
      this.#until = asked + HOLD_MS;
    }
    this.#left -= 1;
    return 0;
  }

  /** Of two processes that read the same row one writes it; the other is told to ask again at once. */
  async #setAside(trx: Executor): Promise<{ calls: number; waitMs: number }> {
    const now = await databaseTime(this.#store, trx);
    const row = await this.#row(trx);
    const counted = stillCounted(row.taken, now);
    const used = sumOf(counted);
    const calls = Math.min(Math.max(1, Math.floor(this.#cap / 60)), this.#cap - used);
    if (calls <= 0) return { calls: 0, waitMs: counted[0]![0] + MINUTE_MS + HOLD_MS - now };
    const done = await trx
      .updateTable('call_budgets')
      .set({ taken: JSON.stringify([...counted, [now, calls]]), version: row.version + 1 })
      .where('name', '=', this.#name)
      .where('version', '=', row.version)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { calls, waitMs: 0 } : { calls: 0, waitMs: 1 };
  }

  async #row(trx: Executor): Promise<{ taken: string; version: number }> {
    await trx
      .insertInto('call_budgets')
      .values({ name: this.#name, taken: '[]', version: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return trx
      .selectFrom('call_budgets')
      .select(['taken', 'version'])
      .where('name', '=', this.#name)
      .executeTakeFirstOrThrow();
  }
}

/** Calls that were set aside in the last minute, by all processes on this database. */
export async function callsTaken(store: Store, erp: Identity): Promise<number> {
  const row = await store.db
    .selectFrom('call_budgets')
    .select('taken')
    .where('name', '=', nameOf(erp))
    .executeTakeFirst();
  return row ? sumOf(stillCounted(row.taken, await databaseTime(store, store.db))) : 0;
}

function stillCounted(taken: string, now: number): Taken[] {
  return (JSON.parse(taken) as Taken[]).filter(([at]) => at > now - MINUTE_MS - HOLD_MS);
}

function sumOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, [, calls]) => sum + calls, 0);
}

async function databaseTime(store: Store, db: Executor): Promise<number> {
  const { now } = await db.selectNoFrom(store.backend.now.as('now')).executeTakeFirstOrThrow();
  return Date.parse(now);
}
