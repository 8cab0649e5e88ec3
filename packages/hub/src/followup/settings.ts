import type { QualifyRules } from '@bangqiao/core';

/** How conversations become follow-ups (configuration, `followup_sync`). */
export interface FollowUpSettings {
  /** Without it they are planned, and each waits for a person's word. */
  autoSync: boolean;
  /** Conversations that ended more days ago wait for a person's word; 0: no limit. */
  maxAgeDays: number;
  /** The tenant's number of a follow-up template that is written in place of the text; null: the text. */
  template: string | null;
  qualify: QualifyRules;
}

/** What became of the follow-ups in one run. */
export interface FollowUpResult {
  /** Conversations that newly became a follow-up. */
  planned: number;
  sent: number;
  /** Newly in doubt: whether they are there only a person can see. */
  doubtful: number;
  /** To be tried again by itself. */
  waiting: number;
  /** Newly parked: a person has to do something first. */
  parked: number;
  /** No longer wanted: recalled, or too little left. */
  cancelled: number;
  /** Planned, and held for a person's word: `auto_sync` is off, or they are old. */
  held: number;
  calls: number;
  ms: number;
}
