import type { Logger } from 'pino';
import type { ErpAccess } from '../erp/access.ts';
import type { FollowUpSettings } from '../followup/settings.ts';
import type { LevelSettings } from '../push/level-plan.ts';
import type { AssignSettings } from '../push/sellers.ts';
import type { Store } from '../store/index.ts';
import type { Breather } from './turn.ts';

/** What the steps of a run share. Time comes from here, never from the process. */
export interface RunContext {
  store: Store;
  erp: ErpAccess;
  log: Logger;
  settings: RunSettings;
  clock: () => Date;
  random: () => number;
  runId: number;
  /** Who acts, for history rows: `sync (cli)`, `service`. */
  by: string;
  /** This process, as it stands in claims and leases. */
  holder: string;
  /** A person waits for the result: phones are completed without a budget, waiting writes are taken at once. */
  byHand: boolean;
  /** The customers that this run is about; absent: all. */
  only?: ReadonlySet<number>;
  /** Where the run makes way for one in a hurry, and where it is to end. */
  turn: Breather;
  progress: RunProgress;
  signal?: AbortSignal;
}

export interface RunSettings {
  pageSize: number;
  concurrency: number;
  /** Calls that a scheduled run may spend on completing. */
  completeBudget: number;
  /** Seconds; the first wait of a write in transient trouble, and 60 times that at most. */
  retryInterval: number;
  /** Label of the category that new customers get; null: the first leaf of the tenant's tree. */
  defaultCategory: string | null;
  /** Labels tried in turn as the source of a WeChat customer. */
  sourceLabels: string[];
  /** Creates go on although the mirror is incomplete: only on a person's word. */
  waiveMirror: boolean;
  /** Where plans are written that a run asks a person about. */
  plansFolder: string;
  /** 0: no limit. */
  callsPerMinute: number;
  /** Missed customers (`ord`) that a person has let be judged. */
  acceptedGone: ReadonlySet<number>;
  /** Rows missed by a sweep beyond which none is judged (domain.md, `sync.breaker`). */
  breaker: { number: number; share: number; min_rows: number };
  /** How conversations become follow-ups; absent: they do not (`followup_sync.enabled`). */
  followUps?: FollowUpSettings;
  /** Who gets new customers; absent: nobody in particular (`assign.enabled`). */
  assign?: AssignSettings;
  /** What the ERP calls the follow levels; absent: none is written (`follow_level.sync`). */
  levels?: LevelSettings;
}

export interface RunProgress {
  start(label: string, total?: number): void;
  advance(done: number, total?: number, note?: string): void;
  finish(note: string): void;
}

export const SILENT: RunProgress = { start() {}, advance() {}, finish() {} };

export function now(context: Pick<RunContext, 'clock'>): string {
  return context.clock().toISOString();
}

/** Whether a run has to do with this customer at all. */
export function isAbout({ only }: Pick<RunContext, 'only'>, customerId: number): boolean {
  return only?.has(customerId) ?? true;
}
