import type { Bilingual, Customer } from '@bangqiao/core';
import type { ZhibangError } from '@bangqiao/zhibang';

/** What became of one customer in a push; each customer counts once. */
export type PushOutcome =
  | 'created'
  | 'linked'
  | 'updated'
  | 'skipped'
  | 'failed'
  | 'waiting'
  | 'parked'
  | 'inDoubt';

export interface PushResult {
  considered: number;
  created: number;
  linked: number;
  updated: number;
  skipped: number;
  /** The numbers of those who were skipped. */
  stayedOut: readonly number[];
  failed: number;
  waiting: number;
  parked: number;
  inDoubt: number;
  calls: number;
  ms: number;
  /** Of the parked ones, those that this run parked: a person has not seen them yet. */
  newlyParked: number;
  /** How many decisions each rule took, best first. */
  byRule: Record<string, number>;
}

/** Why a write cannot be settled now: not a failure, tried again by itself. */
export class NotNow extends Error {
  readonly code: string;
  readonly words: Bilingual;

  constructor(code: string, words: Bilingual) {
    super(words.en);
    this.name = 'NotNow';
    this.code = code;
    this.words = words;
  }
}

/** Nobody can be created now: a right of the account is missing, or the ERP has no such call. No other create is begun. */
export class CreatesBarred extends NotNow {
  readonly trouble: ZhibangError;

  constructor(trouble: ZhibangError) {
    super(trouble.code, trouble.userMessage);
    this.name = 'CreatesBarred';
    this.trouble = trouble;
  }
}

/** Asked right before a customer is created: null, or why it has to wait. Of nobody in particular: why all have to. */
export type MayCreate = (customer: Customer | null) => Promise<NotNow | null>;

/** Why a write needs a person, and what that person can do. */
export class NeedsPerson extends Error {
  readonly code: string;
  readonly words: Bilingual;
  readonly next: Bilingual;

  constructor(code: string, words: Bilingual, next: Bilingual) {
    super(words.en);
    this.name = 'NeedsPerson';
    this.code = code;
    this.words = words;
    this.next = next;
  }
}
