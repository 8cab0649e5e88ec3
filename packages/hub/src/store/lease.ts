import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Executor } from './backend.ts';
import { StoreError } from './errors.ts';
import { type Holder, isAlive, parseHolder } from './holder.ts';
import type { LeaseRow } from './schema.ts';
import type { Store } from './store.ts';

const EXPIRY_MS = 60_000;
const RENEWAL_MS = 10_000;
const POLL_MS = 250;

interface LeaseOptions {
  /** How long to wait for a lease that is held, in milliseconds. 0 asks once. */
  waitMs: number;
  /** Called once, when there is somebody to wait for. */
  onWait?: (holder: Holder) => void;
}

/** The sole right to do something, until released. */
export interface Lease {
  readonly name: string;
  /** The right is gone: another holder took it, or it could not be renewed in time. Stop before the next write. */
  readonly lost: boolean;
  /** The same, asked of the database where it was not renewed in time: a process that was only slow keeps what nobody took. */
  holds(): Promise<boolean>;
  /** Gives the right back; harmless when it is lost or released already. */
  release(): Promise<void>;
}

/**
 * Takes the lease `name`, waiting while somebody else holds it. The lease of a process that ended on this machine is
 * free at once; one of another machine when it was not renewed for a minute. A process that still runs on this machine
 * keeps its lease however slow it is.
 * @throws StoreError `lease_held` after `waitMs`; its message names the holder.
 */
export async function acquireLease(
  store: Store,
  name: string,
  self: Holder,
  { waitMs, onWait }: LeaseOptions,
): Promise<Lease> {
  const giveUp = performance.now() + waitMs;
  let told = false;
  for (;;) {
    const asked = performance.now();
    const attempt = await store.transaction((trx) => tryAcquire(store, trx, name, self));
    if (attempt.acquiredAt !== undefined) return new HeldLease(store, name, self, attempt.acquiredAt, asked);
    const { holder } = attempt;
    if (!told) onWait?.(holder);
    told = true;
    const left = giveUp - performance.now();
    if (left <= 0)
      throw new StoreError('lease_held', `${name} is held by ${holder.label}, process ${holder.pid}`);
    await sleep(Math.min(POLL_MS, left));
  }
}

/** Who holds the lease `name` now, as `self` sees it; null when nobody does, or only a process that is gone. */
export async function leaseHolder(store: Store, name: string, self: Holder): Promise<Holder | null> {
  const row = await store.db.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst();
  if (!row) return null;
  const holder = holderOf(row);
  return isFree(row, holder, self, await databaseTime(store, store.db)) ? null : holder;
}

/** Everybody who holds something now, as `self` sees it: by which name, and who. */
export async function leaseHolders(store: Store, self: Holder): Promise<{ name: string; holder: Holder }[]> {
  const rows = await store.db.selectFrom('leases').selectAll().execute();
  const now = await databaseTime(store, store.db);
  return rows
    .map((row) => ({ row, name: row.name, holder: holderOf(row) }))
    .filter(({ row, holder }) => !isFree(row, holder, self, now))
    .map(({ name, holder }) => ({ name, holder }));
}

type Attempt = { acquiredAt: string } | { acquiredAt: undefined; holder: Holder };

/**
 * The row is only ever changed where it still is what was read (or absent), so of two processes that find the same
 * lease free one gets it, on either database and at any isolation.
 */
async function tryAcquire(store: Store, trx: Executor, name: string, self: Holder): Promise<Attempt> {
  const now = await databaseTime(store, trx);
  const mine = leaseRow(name, self, now);
  const inserted = await trx
    .insertInto('leases')
    .values(mine)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { acquiredAt: now };
  const held = await trx.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst();
  // Released between the two statements: the next attempt finds it free.
  if (!held) return { acquiredAt: undefined, holder: self };
  const holder = holderOf(held);
  if (!isFree(held, holder, self, now)) return { acquiredAt: undefined, holder };
  const taken = await trx
    .updateTable('leases')
    .set(mine)
    .where('name', '=', name)
    .where('holder', '=', held.holder)
    .where('renewed_at', '=', held.renewed_at)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? { acquiredAt: now } : { acquiredAt: undefined, holder };
}

function isFree(held: LeaseRow, holder: Holder, self: Holder, now: string): boolean {
  if (holder.host === self.host) return !isAlive(holder);
  return held.expires_at <= now;
}

/** A row that cannot be read was written by no process of this program: nobody there to wait for. */
function holderOf(row: LeaseRow): Holder {
  return parseHolder(row.holder) ?? { label: row.holder, host: '', pid: 0, started: '' };
}

function leaseRow(name: string, holder: Holder, now: string): LeaseRow {
  return {
    name,
    holder: JSON.stringify(holder),
    acquired_at: now,
    renewed_at: now,
    expires_at: new Date(Date.parse(now) + EXPIRY_MS).toISOString(),
  };
}

/** The database's clock, because holders on different machines must read the same one. */
async function databaseTime(store: Store, trx: Executor): Promise<string> {
  const { rows } = await sql<{ now: string }>`select ${store.backend.now} as now`.execute(trx);
  return rows[0]!.now;
}

class HeldLease implements Lease {
  readonly name: string;
  readonly #store: Store;
  readonly #holder: string;
  readonly #acquiredAt: string;
  readonly #timer: NodeJS.Timeout;
  /** On this process's own steady clock, taken before the database was asked: never later than the row says. */
  #renewed: number;
  #taken = false;
  /** Within one millisecond the next lease of this process looks like this one: given back twice, it would take that one's row. */
  #released = false;

  constructor(store: Store, name: string, self: Holder, acquiredAt: string, asked: number) {
    this.name = name;
    this.#store = store;
    this.#holder = JSON.stringify(self);
    this.#acquiredAt = acquiredAt;
    this.#renewed = asked;
    this.#timer = setInterval(() => void this.#renew(), RENEWAL_MS).unref();
  }

  get lost(): boolean {
    return this.#taken || performance.now() - this.#renewed > EXPIRY_MS;
  }

  async holds(): Promise<boolean> {
    if (this.lost && !this.#taken) await this.#renew();
    return !this.lost;
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#released) return;
    await this.#store.transaction(async (trx) => {
      await trx
        .deleteFrom('leases')
        .where('name', '=', this.name)
        .where('holder', '=', this.#holder)
        .where('acquired_at', '=', this.#acquiredAt)
        .execute();
    });
    this.#released = true;
  }

  async #renew(): Promise<void> {
    const asked = performance.now();
    try {
      const still = await this.#store.transaction((trx) => this.#extend(trx));
      if (still) this.#renewed = asked;
      else this.#taken = true;
    } catch {
      // A busy or closed database: tried again at the next beat, and `lost` tells when that took too long.
    }
    if (this.#taken) clearInterval(this.#timer);
  }

  async #extend(trx: Executor): Promise<boolean> {
    const now = await databaseTime(this.#store, trx);
    const renewed = await trx
      .updateTable('leases')
      .set({ renewed_at: now, expires_at: new Date(Date.parse(now) + EXPIRY_MS).toISOString() })
      .where('name', '=', this.name)
      .where('holder', '=', this.#holder)
      .where('acquired_at', '=', this.#acquiredAt)
      .executeTakeFirst();
    return renewed.numUpdatedRows === 1n;
  }
}
