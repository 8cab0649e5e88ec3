import type { ForPeople } from '@bangqiao/api';
import type { Bilingual, Presence, Stage, SyncStatus } from '@bangqiao/core';
import type { ArchiveLedger } from '../ingest/archive.ts';

/** How the hub is doing: the document of `status --json`. Times are ISO-8601 in UTC, phones are masked. */
export interface Status {
  at: string;
  /** One line: all is well, so many things need a person, or the sync has stopped. */
  headline: Bilingual;
  /** Which ERP the database is bound to; null before the first sweep. */
  erp: { kind: 'erp' | 'stand-in'; base_url: string; account: string; bound_at: string } | null;
  /** The rule set in force; null before the first run. */
  rules: { version: number; active: number } | null;
  under_way: { label: string; host: string; pid: number; since: string } | null;
  /** The last runs, the newest first. */
  runs: RunView[];
  /** Writes to the ERP that were tried, those that rules kept out not counted. */
  success: { last_24_hours: Rate; last_7_days: Rate };
  customers: {
    total: number;
    in_erp: number;
    by_stage: Record<Stage, number>;
    /** Of those that are not in the ERP. */
    outside: Record<SyncStatus, number>;
  };
  writes: { waiting: Pile; parked: Pile; in_doubt: Pile };
  /** What conversations became, and waits: for a person (`held`, `parked`, `doubtful`), or for the next round. */
  follow_ups: Record<'held' | 'planned' | 'waiting' | 'parked' | 'doubtful' | 'sent' | 'there', number>;
  conflicts: number;
  /** What waits for a person, by kind: what the desk lists. */
  for_people: ForPeople;
  wechat: WechatStatus;
  quality: Quality;
  mirror: Record<Presence, number> & {
    without_phone: number;
    /** Of these: masked, out of the account's sight, or never opening. */
    unreadable: number;
    last_complete_sweep: string | null;
  };
}

/** What comes from WeChat. */
export interface WechatStatus {
  /** Kept, not understood yet. */
  waiting: number;
  /** Could not be understood: for a person. */
  parked: number;
  /** What WeCom could not be asked for so far, and the code of the last trouble. */
  errands: { count: number; code: string | null };
  /** Customers who may be one, for a person to say. */
  suggestions: number;
  archive: ArchiveLedger;
}

export interface RunView {
  id: number;
  kind: string;
  trigger: string;
  by: string;
  started_at: string;
  ended_at: string | null;
  ms: number | null;
  /** `broken_off`: its process ended without a word. */
  state: 'running' | 'done' | 'stopped' | 'failed' | 'broken_off';
  pull: Record<string, unknown> | null;
  push: Record<string, unknown> | null;
  followUps: Record<string, unknown> | null;
  /** Of a run that only made a plan: whom it names. */
  planned: number | null;
  /** Of an undo. */
  undo: UndoFigures | null;
  error: { message: Bilingual; next: Bilingual | null } | null;
  /** It stopped to ask a person. */
  asked: boolean;
}

/** What an undo did, or would do, as its row in `sync_runs` keeps it. */
export interface UndoFigures {
  run: number;
  /** Absent in runs of before. */
  ranAt?: string;
  dryRun?: boolean;
  by?: string;
  putBack: number;
  confirmed: number;
  /** Values and records that stay as they are. */
  not: number;
  asks: number;
}

export interface Rate {
  tried: number;
  succeeded: number;
  /** 0–1; null when nothing was tried. */
  share: number | null;
}

/** Writes in one state: how many, and the oldest few. */
export interface Pile {
  count: number;
  first: {
    customer_id: number;
    name: string;
    kind: string;
    code: string | null;
    why: Bilingual | null;
    next: Bilingual | null;
    retry_at: string | null;
    since: string;
  }[];
}

/** Quality scores of everybody, 0–100. */
export interface Quality {
  /** Null without customers. */
  mean: number | null;
  at_least_80: number;
  from_60: number;
  from_30: number;
  less: number;
}
