import type { TalkMessage } from '../reading/index.ts';
import { chinaDay } from './china-clock.ts';

/** A message of one customer, at a time in ISO 8601. */
export interface SaidMessage extends TalkMessage {
  at: string;
}

/** What one customer and our side said without a long pause (domain.md, Follow-ups); never empty. */
export interface Conversation<M extends { at: string } = SaidMessage> {
  messages: M[];
  startedAt: string;
  endedAt: string;
}

export const CONVERSATION_GAP_MS = 30 * 60_000;

/** Whether a message at `at` still belongs to the conversation whose last message was at `endedAt`. */
export function continues(endedAt: string, at: string, gapMs = CONVERSATION_GAP_MS): boolean {
  return Date.parse(at) - Date.parse(endedAt) < gapMs;
}

/** Nothing more can join it: the gap has passed. `now` in milliseconds. */
export function isOver(
  conversation: Pick<Conversation, 'endedAt'>,
  now: number,
  gapMs = CONVERSATION_GAP_MS,
): boolean {
  return now - Date.parse(conversation.endedAt) >= gapMs;
}

/** Cuts one customer's messages, in any order, into conversations; each message is in exactly one. */
export function conversationsOf<M extends { at: string }>(
  messages: readonly M[],
  gapMs = CONVERSATION_GAP_MS,
): Conversation<M>[] {
  const conversations: Conversation<M>[] = [];
  for (const message of messages.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const open = conversations.at(-1);
    if (open && continues(open.endedAt, message.at, gapMs)) {
      open.messages.push(message);
      open.endedAt = message.at;
    } else {
      conversations.push({ messages: [message], startedAt: message.at, endedAt: message.at });
    }
  }
  return conversations;
}

/** Numbers that admission asks for (`message_count`, `conversation_days`), kept as messages come. Plain JSON. */
export interface Activity {
  messages: number;
  /** Days in China, `YYYY-MM-DD`, ascending; their number is `conversation_days`. */
  days: string[];
  firstAt: string | null;
  lastAt: string | null;
}

export function startActivity(): Activity {
  return { messages: 0, days: [], firstAt: null, lastAt: null };
}

/** One message further; the order of the messages makes no difference. */
export function addToActivity(activity: Activity, at: string): Activity {
  const time = Date.parse(at);
  const day = chinaDay(time);
  const { days, firstAt, lastAt } = activity;
  return {
    messages: activity.messages + 1,
    days: days.includes(day) ? days : [...days, day].sort(),
    firstAt: firstAt === null || time < Date.parse(firstAt) ? at : firstAt,
    lastAt: lastAt === null || time > Date.parse(lastAt) ? at : lastAt,
  };
}
