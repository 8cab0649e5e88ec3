import { createHash } from 'node:crypto';
import { PRUNED_BODY } from '../retention/talks.ts';
import { type Executor, eachOf, type Store } from '../store/index.ts';
import type { Person } from './person.ts';

/** `bangqiao_meta`: there are events whose id was replaced, because it told a person. */
export const ERASED_EVENTS = 'erased_events';

/** What stands for the id of such an event: it is known by it when it comes again. */
export function erasedEventId(eventId: string): string {
  return `erased:${createHash('sha256').update(eventId).digest('hex')}`;
}

type Tells = (text: string | null) => boolean;
const tellsOf =
  (words: readonly string[]): Tells =>
  (text) =>
    text !== null && words.some((word) => text.includes(word));

/** The person's own events stay as numbers, so that one that is delivered again is known. How many there are. */
export async function emptyEvents(trx: Executor, { ids, messages, identifiers }: Person): Promise<number> {
  const rows = await trx
    .selectFrom('wechat_events')
    .select(['id', 'event_id', 'target', 'state'])
    .where((where) =>
      where.or([where('customer_id', 'in', ids), where('id', 'in', eachOf(trx, [0, ...messages]))]),
    )
    .execute();
  for (const row of rows) await empty(trx, row, tellsOf(identifiers));
  return rows.length;
}

const PAGE = 2000;

/**
 * Events that are nobody's (kept unread, waiting to be understood, parked) and name the person: their content goes too, and nobody
 * understands them any more. How many there were.
 */
export async function emptyNobodys(store: Store, { keys }: Person): Promise<number> {
  const tells = tellsOf(keys);
  let emptied = 0;
  for (let after = 0; ; ) {
    const rows = await store.db
      .selectFrom('wechat_events')
      .select(['id', 'event_id', 'target', 'state', 'body', 'raw', 'problem'])
      .where('customer_id', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const telling = rows.filter((row) =>
      [row.event_id, row.target, row.body, row.raw, row.problem].some(tells),
    );
    if (telling.length > 0)
      await store.transaction(async (trx) => {
        for (const row of telling) await empty(trx, row, tells);
      });
    emptied += telling.length;
    if (rows.length < PAGE) return emptied;
    after = rows.at(-1)?.id ?? after;
  }
}

interface EventRow {
  id: number;
  event_id: string;
  target: string | null;
  state: string;
}

async function empty(trx: Executor, { id, event_id, target, state }: EventRow, tells: Tells): Promise<void> {
  if (tells(event_id)) await noteErased(trx);
  await trx
    .updateTable('wechat_events')
    .set({
      body: PRUNED_BODY,
      raw: null,
      problem: null,
      customer_id: null,
      ...(state === 'understood' ? {} : { state: 'ignored' as const }),
      ...(tells(event_id) ? { event_id: erasedEventId(event_id) } : {}),
      ...(tells(target) ? { target: null } : {}),
    })
    .where('id', '=', id)
    .execute();
}

async function noteErased(trx: Executor): Promise<void> {
  await trx
    .insertInto('bangqiao_meta')
    .values({ key: ERASED_EVENTS, value: '1' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
