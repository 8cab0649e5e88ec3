import type { Random } from './random.ts';

/** What kind of call a fault may hit. */
export type CallKind = 'read' | 'write' | 'login';

/** Things that go wrong by chance. Rates are 0..1 per call; all may be changed while the server runs. */
export interface Faults {
  /** A saving call: connection dropped, nothing stored. */
  dropBeforeSave: number;
  /** A saving call: stored, then the connection is dropped. */
  dropAfterSave: number;
  /** A saving call: stored, and no answer ever comes. */
  stallAfterSave: number;
  /** A saving call: says success and stores nothing. */
  lieSuccess: number;
  /** A customer save: one optional field that was sent is not kept. */
  silentFieldLoss: number;
  /** A reading call: connection dropped. */
  dropRead: number;
  /** HTTP 500. On a saving call half of them strike after it took effect. */
  error500: number;
  /** HTTP 200 with nothing in it. On a saving call half of them strike after it took effect. */
  emptyBody: number;
  /** HTTP 200 with an HTML error page. On a saving call half of them strike after it took effect. */
  htmlPage: number;
  /** Raw control characters inside the answer's strings. */
  controlChars: number;
  /** All tokens die before the call is looked at. */
  tokenDeath: number;
  /** All tokens die at every N-th call; 0 = never. */
  tokenDeathEvery: number;
  /** A customer list page: afterwards one seeded customer is deleted, one is inserted, or one moves to the pool. */
  shiftRows: number;
  /** A customer list page is cut to half of the rows asked for, and numbered accordingly. */
  clampPage: number;
  /** Milliseconds that every call takes at least. */
  slowMs: number;
  /** Up to this many milliseconds more, by chance. */
  slowJitterMs: number;
  /** A list page takes `slowPageMs` more. */
  slowPage: number;
  /** What a slow page takes more, in milliseconds. */
  slowPageMs: number;
  /** Calls that faults may hit (latency hits all). A save that is refused is never stored, struck or not. */
  on: CallKind[];
  /** Each fault strikes at most this often; 0 = no limit. */
  limit: number;
}

/** The faults that are rates: their names are the keys of `SimStats.struck`. */
export type FaultName = {
  [Name in keyof Faults]: Faults[Name] extends number ? Name : never;
}[keyof Faults];

export function noFaults(): Faults {
  return {
    dropBeforeSave: 0,
    dropAfterSave: 0,
    stallAfterSave: 0,
    lieSuccess: 0,
    silentFieldLoss: 0,
    dropRead: 0,
    error500: 0,
    emptyBody: 0,
    htmlPage: 0,
    controlChars: 0,
    tokenDeath: 0,
    tokenDeathEvery: 0,
    shiftRows: 0,
    clampPage: 0,
    slowMs: 0,
    slowJitterMs: 0,
    slowPage: 0,
    slowPageMs: 2000,
    on: ['read', 'write'],
    limit: 0,
  };
}

/** Faults that only make sense for one kind of call. */
const KINDS: Partial<Record<FaultName, CallKind>> = {
  dropBeforeSave: 'write',
  dropAfterSave: 'write',
  stallAfterSave: 'write',
  lieSuccess: 'write',
  silentFieldLoss: 'write',
  shiftRows: 'read',
  clampPage: 'read',
};

/** Decides, by the seeded generator, whether a fault strikes, and counts. */
export class Dice {
  readonly random: Random;
  readonly #faults: Faults;
  readonly #struck: () => Record<string, number>;

  constructor(faults: Faults, random: Random, struck: () => Record<string, number>) {
    this.#faults = faults;
    this.random = random;
    this.#struck = struck;
  }

  /** A rate of 0 draws no number, so that switching one fault on does not move the others. */
  strikes(name: FaultName): boolean {
    const rate = this.#faults[name];
    const kind = KINDS[name];
    if (rate <= 0 || (kind && !this.#faults.on.includes(kind))) return false;
    const hit = this.random() < rate;
    const struck = this.#struck();
    if (!hit || (this.#faults.limit > 0 && (struck[name] ?? 0) >= this.#faults.limit)) return false;
    struck[name] = (struck[name] ?? 0) + 1;
    return true;
  }
}
