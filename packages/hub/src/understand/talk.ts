import {
  type Activity,
  addToActivity,
  addToIntent,
  type Customer,
  intentLevel,
  intentOf,
  joinIntents,
  type RunningIntent,
  startActivity,
  startIntent,
  startTalk,
  type TalkState,
} from '@bangqiao/core';

/** One message as it counts. */
export interface Said {
  direction: 'in' | 'out' | 'unknown';
  /** '' for anything but text. */
  text: string;
  /** ISO-8601, UTC. */
  at: string;
}

/** Kinds of values that can be verified. */
export const VERIFIABLE = ['phone', 'company', 'email'] as const;
export type Verifiable = (typeof VERIFIABLE)[number];

/** What the messages of a customer add up to. Plain JSON; the counts are the same whatever the order of the messages. */
export interface Talk {
  activity: Activity;
  intent: RunningIntent;
  lastText: string | null;
  /** What the next message needs to know of those before it. */
  reader: TalkState;
  /** What stood on the customer before its first message here: an import is never counted down. */
  base: Base;
  /** Per kind of fact: how plainly and when the value was said that stands on the customer. */
  standing: Record<string, { certainty: 'stated' | 'likely'; at: string }>;
  /** What the customer's card in WeCom shows, in normal form. */
  card: Partial<Record<Verifiable, string[]>>;
  /** Values that the talk verified, and not a person or an import: these it may take back. */
  verified: Partial<Record<Verifiable, string>>;
  /** When a card, a mark or a sign last spoke of a column: what comes later and is older does not change it. */
  toldAt?: Record<string, string>;
}

interface Base {
  message_count: number;
  conversation_days: number;
  intent_score: number;
  first_contact_time: string | null;
}

export function emptyTalk(customer: Pick<Customer, keyof Base>, ours: readonly string[] = []): Talk {
  const { message_count, conversation_days, intent_score, first_contact_time } = customer;
  return {
    activity: startActivity(),
    intent: startIntent(),
    lastText: null,
    reader: startTalk(ours),
    base: { message_count, conversation_days, intent_score, first_contact_time },
    standing: {},
    card: {},
    verified: {},
  };
}

/** Counts one message more. */
export function count(talk: Talk, { text, at, direction }: Said): void {
  const { lastAt } = talk.activity;
  talk.activity = addToActivity(talk.activity, at);
  talk.intent = addToIntent(talk.intent, { text, fromCustomer: direction === 'in' });
  if (text !== '' && (lastAt === null || at >= lastAt || talk.lastText === null)) talk.lastText = text;
}

/** Counts a message whose words are gone by what it came to. */
export function countPruned(talk: Talk, at: string, intent: RunningIntent): void {
  talk.activity = addToActivity(talk.activity, at);
  talk.intent = joinIntents(talk.intent, intent);
}

const LONGEST_LAST = 500;

/** A message's words as the column of the last one holds them. */
export function asLastMessage(text: string): string {
  return text.slice(0, LONGEST_LAST);
}

/** What an import says of a customer who wrote here already: the larger number stands, and what it clears begins anew. */
export function withImported(talk: Talk, given: Partial<Base>): Talk {
  const { message_count, conversation_days, intent_score, first_contact_time } = talk.base;
  const { first_contact_time: first = first_contact_time } = given;
  const base = {
    message_count: larger(message_count, given.message_count),
    conversation_days: larger(conversation_days, given.conversation_days),
    intent_score: larger(intent_score, given.intent_score),
    first_contact_time: first === null ? null : earlier(first_contact_time, first),
  };
  return { ...talk, base };
}

function larger(was: number, is = was): number {
  return is === 0 ? 0 : Math.max(was, is);
}

/** The columns that messages move by themselves; they are no history, the messages tell it. */
export function countedColumns({
  activity,
  intent: running,
  lastText,
  base,
}: Talk): Pick<Customer, (typeof COUNTED_COLUMNS)[number]> {
  const intent = intentOf(running);
  const score = Math.max(base.intent_score, intent.score);
  return {
    message_count: Math.max(base.message_count, activity.messages),
    conversation_days: Math.max(base.conversation_days, activity.days.length),
    first_contact_time: earlier(base.first_contact_time, activity.firstAt),
    last_contact_time: activity.lastAt,
    last_message_content: lastText === null ? null : asLastMessage(lastText),
    intent_score: score,
    intent_level: intentLevel(score),
    intent_signals: JSON.stringify(intent.signals),
  };
}

export const COUNTED_COLUMNS = [
  'message_count',
  'conversation_days',
  'first_contact_time',
  'last_contact_time',
  'last_message_content',
  'intent_score',
  'intent_level',
  'intent_signals',
] as const satisfies readonly (keyof Customer)[];

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
