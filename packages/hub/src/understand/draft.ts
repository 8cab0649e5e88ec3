import type { Customer } from '@bangqiao/core';
import type { Insertable } from 'kysely';
import type { FactRow } from '../store/index.ts';
import type { Talk, Verifiable } from './talk.ts';

/** One customer while a batch is understood: what it was, and what its events make of it. */
export interface Draft {
  before: Customer;
  talk: Talk;
  /** Columns that events set, with their history; what messages count stands in `talk`. */
  changes: Partial<Customer>;
  /** The event that says so, by column. */
  evidence: Record<string, number>;
  /** Keys that no column holds. */
  keys: { kind: string; value: string }[];
  /** Further phones among them, as they are. */
  phones: string[];
  facts: Omit<Insertable<FactRow>, 'customer_id'>[];
  /** What the customer took back. */
  withdrawn: { kind: string; value: string }[];
  /** Kinds of values about which there is a new witness. */
  reverify: Set<Verifiable>;
  talked: boolean;
}

export function draftOf(before: Customer, talk: Talk): Draft {
  return {
    before,
    talk,
    changes: {},
    evidence: {},
    keys: [],
    phones: [],
    facts: [],
    withdrawn: [],
    reverify: new Set(),
    talked: false,
  };
}

/** The value that stands now. */
export function current<K extends keyof Customer>({ before, changes }: Draft, column: K): Customer[K] {
  return (column in changes ? changes[column] : before[column]) as Customer[K];
}

/** Whether a card, a mark or a sign that is later than `at` spoke of the column already. */
export function isOutdated({ talk }: Draft, column: string, at: string): boolean {
  return at < (talk.toldAt?.[column] ?? '');
}

export function noteTold({ talk }: Draft, column: string, at: string): void {
  talk.toldAt = { ...talk.toldAt, [column]: at };
}

export function change<K extends keyof Customer>(
  draft: Draft,
  column: K,
  value: Customer[K],
  event: number,
): void {
  draft.changes[column] = value;
  draft.evidence[column] = event;
}
