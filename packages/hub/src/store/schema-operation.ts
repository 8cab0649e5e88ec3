/** What running it for years needs. `Time` and `Json` as in `schema.ts`. */
type Time = string;
type Json = string;

/** Log rows that went, counted by day (`YYYY-MM-DD`, Asia/Shanghai). */
interface KeptCount {
  day: string;
  what: 'sync' | 'api';
  part: string;
  outcome: string;
  count: number;
  ms_total: number;
  /** How many of them had a duration. */
  ms_count: number;
}

/** A kind of trouble: while `over_at` is null, it is. */
export interface AlertRow {
  kind: string;
  since: Time;
  /** When it was last seen; it is over when that was a while ago. */
  seen_at: Time;
  over_at: Time | null;
  words: Json;
}

/** The last that a channel was told of a kind of trouble. */
interface AlertTelling {
  channel: string;
  kind: string;
  /** Which trouble of that kind: its `since`. */
  since: Time;
  said: 'trouble' | 'over';
  told_at: Time;
}

interface ErasedKey {
  mark: string;
  erased_at: Time;
}

export interface OperationTables {
  kept_counts: KeptCount;
  alerts: AlertRow;
  alert_tellings: AlertTelling;
  erased_keys: ErasedKey;
}
