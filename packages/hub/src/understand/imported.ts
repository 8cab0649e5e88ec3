import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '@bangqiao/core';
import { countMessages } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { COUNTED_COLUMNS, countedColumns, type Talk, withImported } from './talk.ts';
import { saveTalks, talksOf } from './talks.ts';

/** What a row of an import counts of a customer whose messages are here as well. */
export interface ImportedCounts {
  talk: Talk;
  /** The row says more than was known before the first message. */
  isNews: boolean;
  /** The columns that the row names, as file and messages give them together. */
  columns: Partial<Customer>;
}

/** Null: the row counts nothing, or nothing is kept of the customer's talk, so that what it says stands as it is. */
export async function importedCounts(
  trx: Executor,
  customerId: number,
  row: Partial<Customer>,
): Promise<ImportedCounts | null> {
  const named = COUNTED_COLUMNS.filter((column) => column in row);
  if (named.length === 0) return null;
  const before = (await talksOf(trx, [customerId])).get(customerId);
  if (!before) return null;
  const talk = withImported(before, row);
  const counted = countedBeside(talk, row);
  const isNews = !isDeepStrictEqual(talk.base, before.base);
  return { talk, isNews, columns: Object.fromEntries(named.map((column) => [column, counted[column]])) };
}

/** What an import says of a customer and messages move without a base. */
export type Said = Partial<Pick<Customer, 'last_contact_time' | 'last_message_content' | 'intent_signals'>>;

/**
 * The last contact and the signs of intent have no base: what is said of them stands until a message came (a card or a remark
 * is a talk without any), and a last contact beyond it.
 */
export function countedBeside(talk: Talk, said: Said): ReturnType<typeof countedColumns> {
  const counted = countedColumns(talk);
  const {
    last_contact_time = counted.last_contact_time,
    last_message_content = counted.last_message_content,
    intent_signals = counted.intent_signals,
  } = said;
  if (talk.activity.lastAt === null)
    return { ...counted, last_contact_time, last_message_content, intent_signals };
  return isBeyond(talk, said) ? { ...counted, last_contact_time, last_message_content } : counted;
}

/** Whether what is said of the last contact is later than every message. */
export function isBeyond({ activity: { lastAt } }: Talk, { last_contact_time: said = null }: Said): boolean {
  return said !== null && (lastAt === null || Date.parse(said) > Date.parse(lastAt));
}

/**
 * Keeps what the row says beside the messages. `after` is the customer with the row's changes, `before` as it was read: where
 * they are one, its version still moves, for whoever counts a message meanwhile read this talk.
 * @throws CustomerMoved
 */
export async function keepImported(
  trx: Executor,
  { talk, isNews }: ImportedCounts,
  { before, after, now }: { before: Customer; after: Customer; now: string },
): Promise<void> {
  if (!isNews) return;
  if (after === before) await countMessages(trx, [{ before, counted: countedBeside(talk, before) }], now);
  await saveTalks(trx, [{ customerId: before.id, talk }]);
}
