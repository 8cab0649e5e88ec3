import {
  type FollowUp,
  followUpOf,
  type NotQualifying,
  notQualifying,
  type QualifyRules,
  type SaidMessage,
} from '@bangqiao/core';
import { type Executor, eachOf } from '../store/index.ts';

/** What a conversation comes to as it stands now: a follow-up, or why it is none. */
export type Composed = { verdict: NotQualifying } | { verdict: null; followUp: FollowUp };

/**
 * Reads conversations as they stand now: what was recalled does not count, what joined late does, and what went to another
 * customer by an unmerge is no longer there. By the number of the conversation.
 */
export async function composeAll(
  trx: Executor,
  conversationIds: readonly number[],
  rules: QualifyRules,
): Promise<Map<number, Composed>> {
  const rows = await trx
    .selectFrom('messages')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.id', '=', 'messages.conversation_id')
        .onRef('conversations.customer_id', '=', 'messages.customer_id'),
    )
    .select([
      'messages.conversation_id as conversation',
      'messages.direction',
      'messages.text',
      'messages.at',
      'messages.recalled_at',
    ])
    .where('messages.conversation_id', 'in', eachOf(trx, conversationIds))
    .orderBy('messages.at')
    .orderBy('messages.id')
    .execute();
  const said = Map.groupBy(rows, (row) => row.conversation as number);
  return new Map(
    conversationIds.map((id) => [
      id,
      composed(
        (said.get(id) ?? []).map(({ direction, text, at, recalled_at }) => ({
          direction,
          text: text ?? '',
          at,
          recalled: recalled_at !== null,
        })),
        rules,
      ),
    ]),
  );
}

function composed(messages: readonly SaidMessage[], rules: QualifyRules): Composed {
  const verdict = notQualifying(messages, rules);
  if (verdict !== null) return { verdict };
  const first = messages[0] as SaidMessage;
  const last = messages.at(-1) as SaidMessage;
  const conversation = { messages: [...messages], startedAt: first.at, endedAt: last.at };
  return { verdict: null, followUp: followUpOf(conversation) };
}
