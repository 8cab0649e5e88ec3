import { addToIntent, type RunningIntent, startIntent } from '@bangqiao/core';
import { type Executor, eachOf } from '../store/index.ts';
import { BATCH, byAge, type Pruner } from './pruner.ts';

/**
 * The words of old messages. A message's row stays, with what it counts (`pruned`): its event's id must be known when it
 * comes again, and a merge, an unmerge or a recall counts anew. A follow-up that is not sent yet keeps its conversation whole.
 */
export const messages: Pruner = {
  name: 'messages',
  async take(trx, before) {
    const rows = await trx
      .selectFrom('messages')
      .select(['id', 'customer_id', 'direction', 'kind', 'text'])
      .where('pruned', 'is', null)
      .where('text', 'is not', null)
      .where('at', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('follow_ups')
              .select('follow_ups.id')
              .whereRef('follow_ups.conversation_id', '=', 'messages.conversation_id')
              .where('follow_ups.state', 'in', ['planned', 'doubtful']),
          ),
        ),
      )
      .orderBy('at')
      .limit(BATCH)
      .execute();
    for (const [pruned, alike] of Map.groupBy(rows, (row) => JSON.stringify(countOf(row)))) {
      const ids = alike.map(({ id }) => id);
      await trx
        .updateTable('messages')
        .set({ text: null, pruned })
        .where('id', 'in', eachOf(trx, ids))
        .execute();
    }
    // A message and its event have one number; the event holds the same words.
    await emptyEvents(
      trx,
      rows.map(({ id }) => id),
    );
    const customers = new Set(rows.flatMap(({ customer_id }) => customer_id ?? []));
    await forgetLastWords(trx, [...customers], before);
    return byAge(rows.length, rows.length);
  },
};

/** What one message adds to the intent of its customer. */
function countOf({
  direction,
  kind,
  text,
}: {
  direction: string;
  kind: string;
  text: string | null;
}): RunningIntent {
  return addToIntent(startIntent(), {
    text: kind === 'text' ? (text ?? '') : '',
    fromCustomer: direction === 'in',
  });
}

/** The last message stands on the customer as well, and beside its counts. */
async function forgetLastWords(trx: Executor, customers: readonly number[], before: string): Promise<void> {
  if (customers.length === 0) return;
  const silent = await trx
    .selectFrom('customers_unified')
    .leftJoin('customer_talks', 'customer_talks.customer_id', 'customers_unified.id')
    .select(['customers_unified.id', 'customer_talks.state'])
    .where('customers_unified.id', 'in', eachOf(trx, customers))
    .where('last_contact_time', '<', before)
    .execute();
  for (const { id, state } of silent) {
    await trx
      .updateTable('customers_unified')
      .set({ last_message_content: null })
      .where('id', '=', id)
      .execute();
    if (state === null) continue;
    const talk = { ...(JSON.parse(state) as object), lastText: null };
    await trx
      .updateTable('customer_talks')
      .set({ state: JSON.stringify(talk) })
      .where('customer_id', '=', id)
      .execute();
  }
}

const PLACE_KEY = 'events_pruned';
/** Events that were passed over because nobody could understand them yet: looked at again the next time. */
const MOST_PASSED = 1000;

interface Place {
  upTo: number;
  passed: number[];
}

/** What is left of an event whose content went: its id is known when it comes again. */
export const PRUNED_BODY = '{}';

/** The content of events that are understood: what counts of it stands in messages, facts and customers. */
export const events: Pruner = {
  name: 'events',
  async take(trx, before, place) {
    const { upTo, passed } = await placeOf(trx);
    const old = trx
      .selectFrom('wechat_events')
      .select(['id', 'state'])
      .where('received_at', '<', before)
      .orderBy('id');
    const newer = await old.where('id', '>', upTo).limit(BATCH).execute();
    // Once a round, so that however many stay parked the newer ones have their turn.
    const again = place === 0 ? await old.where('id', 'in', eachOf(trx, [0, ...passed])).execute() : [];
    const rows = [...again, ...newer];
    const done = rows
      .filter(({ state }) => state === 'understood' || state === 'ignored')
      .map(({ id }) => id);
    await emptyEvents(trx, done);
    const gone = new Set(done);
    const left = new Set([...passed, ...newer.map(({ id }) => id)].filter((id) => !gone.has(id)));
    await keepPlace(trx, { upTo: newer.at(-1)?.id ?? upTo, passed: [...left].slice(-MOST_PASSED) });
    return { removed: done.length, place: newer.length === BATCH ? 1 : null };
  },
};

async function emptyEvents(trx: Executor, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('wechat_events')
    .set({ body: PRUNED_BODY, raw: null })
    .where('id', 'in', eachOf(trx, ids))
    .execute();
}

async function placeOf(trx: Executor): Promise<Place> {
  const row = await trx
    .selectFrom('bangqiao_meta')
    .select('value')
    .where('key', '=', PLACE_KEY)
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : { upTo: 0, passed: [] };
}

async function keepPlace(trx: Executor, place: Place): Promise<void> {
  const value = JSON.stringify(place);
  await trx
    .insertInto('bangqiao_meta')
    .values({ key: PLACE_KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
