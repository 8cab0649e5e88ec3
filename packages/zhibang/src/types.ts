/**
 * What the client hands out and takes in. Every tolerance of the wire's oddities (`wire.md`, see CONTRIBUTING, Facts) has
 * its test. Values cross this border as trimmed text, `''` for "the ERP holds nothing"; a cell that is absent is unknown.
 */

import type { CatalogueEntry } from './catalogue.ts';

export interface ClientOptions {
  /** `http://host[:port][/prefix]`. */
  baseUrl: string;
  username: string;
  password: string;
  /** Names the device: up to 20 letters and digits, the same for every process of one installation. */
  serialNumber: string;
  /** Where the token is kept between processes. Default: in memory. */
  sessions?: SessionStore;
  /** Runs a login while no other process that shares `sessions` logs in. Default: at once. */
  aloneAtLogin?: <T>(login: () => Promise<T>) => Promise<T>;
  /** Where refused logins are remembered, for this ERP and account. Default: in memory. */
  refusals?: RefusalStore;
  /** False: a session that is missing or dead is not made anew, calls fail with `login_not_wanted`. Default true. */
  autoLogin?: boolean;
  /** What `call` and `list` check against: the tenant's own catalogue. Default: the built-in one. */
  catalogue?: readonly CatalogueEntry[];
  /** Calls under way at once. Default 4. */
  concurrency?: number;
  /** 0 = no cap (default). */
  callsPerMinute?: number;
  /** Counts calls per minute together with other processes; instead of `callsPerMinute`. */
  budget?: CallBudget;
  /** Milliseconds for one call. Default 30,000. */
  timeoutMs?: number;
  /** Tries of one *reading* call (a save is never repeated by the client). Default 3. */
  maxAttempts?: number;
  /** First back-off in ms (doubles, with full jitter, up to `longestPauseMs`). Default 500. */
  backoffMs?: number;
  /** The longest back-off and the longest gap between calls, in ms. Default 30,000. */
  longestPauseMs?: number;
  /** Told of every call, secrets already taken out and phones masked. */
  onCall?: (call: CallRecord) => void;
  clock?: () => number;
  random?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** One login of one account. */
export interface StoredSession {
  baseUrl: string;
  username: string;
  token: string | null;
  cookies: Record<string, string>;
  obtainedAt: number;
}

export interface SessionStore {
  load(): Promise<StoredSession | null>;
  save(session: StoredSession): Promise<void>;
}

/** A login that the ERP turned down. It is not tried again, by whatever process, until a person lifts it. */
export interface RefusedLogin {
  /** What was tried, sealed: neither a password nor a plain hash of one. */
  credential: string;
  at: number;
  captcha: boolean;
  /** The ERP's words. */
  message: string;
}

/** Asked and changed only while nobody else logs in (`aloneAtLogin`), except for `remove`. */
export interface RefusalStore {
  load(): Promise<readonly RefusedLogin[]>;
  add(refused: RefusedLogin): Promise<void>;
  remove(credential: string): Promise<void>;
}

export interface CallBudget {
  /** Takes leave for one call: 0, or the milliseconds after which to ask again. */
  take(): Promise<number>;
}

export interface CallRecord {
  /** Path and query without host. */
  endpoint: string;
  /** What the call does, e.g. `customer.list`. */
  operation: string;
  method: 'POST' | 'GET';
  /** JSON text, secrets removed, phones masked, cut to 4,000 characters. */
  request: string;
  status: number | null;
  /** Cut to 2,000 characters, masked likewise. */
  response: string;
  ms: number;
  ok: boolean;
  error: string | null;
  attempt: number;
  at: number;
}

/** A row of a list: the cells stand in the order of `ListPage.columns`. */
export interface ListRow {
  /** The ERP's id of the record; NaN never: a row without one is left out and counted in `ListPage.unusable`. */
  ord: number;
  values: readonly unknown[];
}

export interface ListPage {
  /** From 1. A page may come twice: a sweep reads a page again when rows moved under it. */
  index: number;
  columns: readonly string[];
  captions: readonly string[];
  rows: readonly ListRow[];
  unusable: number;
  /** As the server says it, when it does. */
  recordCount: number | null;
  pageCount: number | null;
  /** Columns and rows as one short text: equal digests mean that not a letter changed. Null where none is made. */
  digest: string | null;
  /** Which pass of the sweep read it, from 1. */
  pass: number;
  /** Commit it with the page to go on from here; null (re-read pages, later passes): the cursor stays where it is. */
  cursor: SweepCursor | null;
}

export interface ListOptions {
  /** Rows asked for; a server may clamp it silently. Default 500. */
  pageSize?: number;
  /** Pages under way at once. Default: the client's concurrency. */
  inFlight?: number;
  /** `_rpt_sort`; default `ord` (ascending), so that new rows come last. */
  sort?: string;
  /** Go on from a committed cursor. */
  resume?: SweepCursor;
  signal?: AbortSignal;
}

/** All that is needed to go on with a sweep in another process. */
export interface SweepCursor {
  nextPage: number;
  pageSize: number;
  /** Distinct rows in the pages before `nextPage`. */
  seen: number;
  lastOrd: number;
  /** As every page so far told it; null: none did, or the list moved, and whoever goes on from here proves nothing by it. */
  recordCount: number | null;
}

export interface SweepOutcome {
  /** True only when the sweep proved that it saw every row. */
  complete: boolean;
  /** Why not, in one English sentence; null when complete. */
  reason: string | null;
  distinct: number;
  recordCount: number | null;
  pages: number;
  /** False when the server does not honour the sort. */
  ascending: boolean;
}

export interface Sweep extends AsyncIterable<ListPage> {
  /** Once the iteration ended. */
  outcome(): SweepOutcome;
}

/** A record or a fresh form (`BillClass`): its fields by id. Option fields hold what the ERP gave, an id or a label. */
export interface Bill {
  ord: number;
  fields: Record<string, string>;
  captions: Record<string, string>;
}

export type CustomerReading =
  | { found: true; bill: Bill }
  /**
   * `empty`: an empty form, twice in a row; `refused`: the ERP said that there is none. Neither proves that the record is
   * gone: see `exists`. `unclear`: the ERP refused it in words that say neither this nor that.
   */
  | { found: false; why: 'empty' | 'refused' | 'unclear'; message: string };

export interface SaveReceipt {
  /** What the ERP answered. It proves nothing: read back. */
  message: string;
  ord: number | null;
}

export interface Option {
  id: string;
  label: string;
}

export interface TreeNode extends Option {
  children: TreeNode[];
}

/** Lists of options of a tenant: 来源, 行业, 价值评估, 跟进方式. */
export type OptionList = 'ly' | 'trade' | 'jz' | 'followup';
