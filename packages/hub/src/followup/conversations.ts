import { CONVERSATION_GAP_MS, type Conversation, continues, conversationsOf, isOver } from '@bangqiao/core';
import { type Executor, eachOf } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';

const CUSTOMERS = 100;
/** Loose messages read at once. */
const PAGE = 1000;

interface Loose {
  id: number;
  account: string;
  at: string;
}

interface Kept {
  id: number;
  started_at: string;
  ended_at: string;
  message_count: number;
}

/**
 * Puts every message whose conversation is over into one (domain.md, Follow-ups: a gap of 30 minutes ends it). One that came
 * late joins the conversation it belongs to, whose follow-up, once sent, stays as it is: a conversation becomes one follow-up.
 * What was said in a group is nobody's conversation.
 */
export async function closeConversations(context: RunContext): Promise<void> {
  await context.store.transaction(freeStrays);
  const before = new Date(context.clock().getTime() - CONVERSATION_GAP_MS).toISOString();
  const waiting = [...(await looseSince(context, before))];
  while (waiting.length > 0 && (await context.turn.breathe())) {
    const some = waiting.splice(0, CUSTOMERS);
    await context.store.transaction(async (trx) => {
      for (const [customer, since] of some) await closeOf(trx, customer, since, context.clock().getTime());
    });
  }
}

/** Customers with loose messages from before this moment, and the time of the first: read in the order of their index. */
async function looseSince({ store, turn }: RunContext, before: string): Promise<Map<number, string>> {
  const since = new Map<number, string>();
  for (let after = 0; await turn.breathe(); ) {
    const rows = await looseAfter(store.db, after, before);
    for (const { customer_id, at } of rows) {
      const first = since.get(customer_id as number);
      if (first === undefined || at < first) since.set(customer_id as number, at);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return since;
}

/**
 * Messages that a merge was undone for stand in a conversation of the other customer. They are cut anew, unless that
 * conversation is written already, or may be: nothing is written twice.
 */
async function freeStrays(trx: Executor): Promise<void> {
  const strays = await trx
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .leftJoin('follow_ups', 'follow_ups.conversation_id', 'conversations.id')
    .select(['messages.id', 'messages.conversation_id'])
    .whereRef('messages.customer_id', '<>', 'conversations.customer_id')
    .where((where) =>
      where.or([
        where('follow_ups.state', 'is', null),
        where('follow_ups.state', 'in', ['planned', 'cancelled']),
      ]),
    )
    .execute();
  if (strays.length === 0) return;
  const ids = strays.map(({ id }) => id);
  await trx
    .updateTable('messages')
    .set({ conversation_id: null })
    .where('id', 'in', eachOf(trx, ids))
    .execute();
  const left = [...new Set(strays.map((stray) => stray.conversation_id as number))];
  await judgeAgain(trx, left);
}

async function looseAfter(db: Executor, after: number, before: string) {
  return await db
    .selectFrom('messages')
    .select(['id', 'customer_id', 'at'])
    .where('conversation_id', 'is', null)
    .where('room_id', 'is', null)
    .where('customer_id', 'is not', null)
    .where('id', '>', after)
    .where('at', '<=', before)
    .orderBy('id')
    .limit(PAGE)
    .execute();
}

async function closeOf(trx: Executor, customerId: number, since: string, now: number): Promise<void> {
  const loose: Loose[] = await trx
    .selectFrom('messages')
    .select(['id', 'account', 'at'])
    .where('customer_id', '=', customerId)
    .where('at', '>=', since)
    .where('conversation_id', 'is', null)
    .where('room_id', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const conversation of conversationsOf(loose)) {
    if (!isOver(conversation, now)) continue;
    const kept = await neighbourOf(trx, customerId, conversation);
    const id = kept ? await join(trx, kept, conversation) : await keep(trx, customerId, conversation);
    const ids = conversation.messages.map((message) => message.id);
    await trx
      .updateTable('messages')
      .set({ conversation_id: id })
      .where('id', 'in', eachOf(trx, ids))
      .execute();
  }
}

/** The conversation that these messages continue, or that continues them; of two, the earlier one. */
async function neighbourOf(
  trx: Executor,
  customerId: number,
  { startedAt, endedAt }: Conversation<Loose>,
): Promise<Kept | undefined> {
  const reach = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString();
  const near = await trx
    .selectFrom('conversations')
    .select(['id', 'started_at', 'ended_at', 'message_count'])
    .where('customer_id', '=', customerId)
    .where('started_at', '<=', reach(endedAt, CONVERSATION_GAP_MS))
    .where('ended_at', '>=', reach(startedAt, -CONVERSATION_GAP_MS))
    .orderBy('started_at')
    .execute();
  return near.find((one) => continues(one.ended_at, startedAt) && continues(endedAt, one.started_at));
}

async function join(
  trx: Executor,
  kept: Kept,
  { messages, startedAt, endedAt }: Conversation<Loose>,
): Promise<number> {
  await trx
    .updateTable('conversations')
    .set({
      started_at: startedAt < kept.started_at ? startedAt : kept.started_at,
      ended_at: endedAt > kept.ended_at ? endedAt : kept.ended_at,
      message_count: kept.message_count + messages.length,
    })
    .where('id', '=', kept.id)
    .execute();
  await judgeAgain(trx, [kept.id]);
  return kept.id;
}

/** Too little was said so far, or was left after a recall: with more it may be enough. A follow-up given up for that makes room. */
async function judgeAgain(trx: Executor, ids: readonly number[]): Promise<void> {
  const judged = await trx
    .updateTable('conversations')
    .set({ verdict: null })
    .where('id', 'in', eachOf(trx, ids))
    .where('verdict', 'is not', null)
    .returning('id')
    .execute();
  if (judged.length === 0) return;
  const among = eachOf(
    trx,
    judged.map(({ id }) => id),
  );
  const givenUp = trx
    .selectFrom('follow_ups')
    .select('conversation_id')
    .where('conversation_id', 'in', among)
    .where('state', '=', 'cancelled');
  await trx.updateTable('conversations').set({ follow_up_id: null }).where('id', 'in', givenUp).execute();
  await trx
    .deleteFrom('follow_ups')
    .where('conversation_id', 'in', among)
    .where('state', '=', 'cancelled')
    .execute();
}

async function keep(
  trx: Executor,
  customerId: number,
  { messages, startedAt, endedAt }: Conversation<Loose>,
): Promise<number> {
  const row = await trx
    .insertInto('conversations')
    .values({
      customer_id: customerId,
      account: messages[0]?.account ?? '',
      started_at: startedAt,
      ended_at: endedAt,
      closed: true,
      message_count: messages.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
