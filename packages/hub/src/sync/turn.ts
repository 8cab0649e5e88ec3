import { setTimeout as sleep } from 'node:timers/promises';
import {
  acquireLease,
  type Holder,
  type Lease,
  leaseHolder,
  type Store,
  StoreError,
} from '../store/index.ts';

/** The right to run on this database. */
const RUN = 'sync';
/** Held by whoever is in a hurry, from the moment of asking until it has the right to run: nobody goes before it. */
const NEXT = 'sync next';
/** How often a run looks whether somebody is in a hurry. It goes on for as long between two of them, however many come. */
const LOOK_MS = 500;
const POLL_MS = 250;
/** How long a run that made way waits for its turn to come back. */
const BACK_MS = 24 * 3_600_000;

/** `urgent`: a few customers, at once. They go before a run of the lane `usual`, also one that is under way. */
export type Lane = 'usual' | 'urgent';

interface Asking {
  lane: Lane;
  /** How long to wait for another run, in milliseconds. */
  waitMs: number;
  /** Told once when there is somebody to wait for. */
  onWait: (holder: Holder) => void;
}

/** What the steps of a run see of its turn. */
export interface Breather {
  /**
   * Somebody in a hurry waits, or the run is to end: bring what is under way to its end, then `breathe`. Asked before each
   * step; it looks at the database twice a second at most.
   */
  isWanted(): Promise<boolean>;
  /**
   * A border of pages or rows: nothing is under way, and what was read before is not used after. Lets whoever is in a hurry
   * go first. False: the run ends here, all it did is committed, and the next one goes on from there.
   */
  breathe(): Promise<boolean>;
  /**
   * Asked before anything leaves for the ERP or pages commit: a run that stood still for a minute may have lost its turn to one of
   * another machine, and ends then; what it holds in the journal is free to that one.
   * @throws StoreError `lease_lost`
   */
  mustHold(): Promise<void>;
  /** The run was told to end, and ends. */
  readonly isOver: boolean;
}

/**
 * A run's turn: alone on this database, and able to hand the right over in the middle. While another one has it, nothing
 * of this run is under way, so two runs never work at the same time (decision 0012).
 * @throws StoreError `lease_held` after `waitMs`
 */
export class Turn implements Breather {
  readonly #store: Store;
  readonly #self: Holder;
  readonly #lane: Lane;
  readonly #endsNow: () => boolean;
  #lease: Lease;
  #lookAt = performance.now() + LOOK_MS;
  #wanted = false;
  isOver = false;

  private constructor(store: Store, self: Holder, lane: Lane, endsNow: () => boolean, lease: Lease) {
    this.#store = store;
    this.#self = self;
    this.#lane = lane;
    this.#endsNow = endsNow;
    this.#lease = lease;
  }

  /** `endsNow`: asked at each border; the run ends at the first one where it says so. */
  static async take(
    store: Store,
    self: Holder,
    asking: Asking,
    endsNow: () => boolean = () => false,
  ): Promise<Turn> {
    const acquire = asking.lane === 'urgent' ? goFirst : goLast;
    return new Turn(store, self, asking.lane, endsNow, await acquire(store, self, once(asking)));
  }

  async isWanted(): Promise<boolean> {
    await this.mustHold();
    if (this.isOver || this.#wanted) return true;
    if (performance.now() < this.#lookAt) return false;
    this.#lookAt = performance.now() + LOOK_MS;
    this.#wanted =
      this.#endsNow() ||
      (this.#lane === 'usual' && (await leaseHolder(this.#store, NEXT, this.#self)) !== null);
    return this.#wanted;
  }

  async mustHold(): Promise<void> {
    if (await this.#lease.holds()) return;
    throw new StoreError('lease_lost', `${this.#self.label} lost its turn`);
  }

  async breathe(): Promise<boolean> {
    if (!(await this.isWanted())) return true;
    this.#wanted = false;
    this.isOver ||= this.#endsNow();
    if (this.isOver) return false;
    await this.#lease.release();
    this.#lease = await goLast(this.#store, this.#self, { waitMs: BACK_MS, onWait: () => {} });
    this.#lookAt = performance.now() + LOOK_MS;
    return true;
  }

  release(): Promise<void> {
    return this.#lease.release();
  }
}

async function goFirst(store: Store, self: Holder, waiting: Omit<Asking, 'lane'>): Promise<Lease> {
  const next = await acquireLease(store, NEXT, self, waiting);
  try {
    return await acquireLease(store, RUN, self, waiting);
  } finally {
    await next.release();
  }
}

async function goLast(store: Store, self: Holder, { waitMs, onWait }: Omit<Asking, 'lane'>): Promise<Lease> {
  const giveUp = performance.now() + waitMs;
  for (;;) {
    const left = Math.max(0, giveUp - performance.now());
    const lease = await acquireLease(store, RUN, self, { waitMs: left, onWait });
    const first = await leaseHolder(store, NEXT, self);
    if (first === null) return lease;
    await lease.release();
    onWait(first);
    if (performance.now() >= giveUp)
      throw new StoreError('lease_held', `${first.label}, process ${first.pid}, goes first`);
    await sleep(POLL_MS);
  }
}

function once({ waitMs, onWait }: Asking): Omit<Asking, 'lane'> {
  let told = false;
  return {
    waitMs,
    onWait(holder) {
      if (!told) onWait(holder);
      told = true;
    },
  };
}
