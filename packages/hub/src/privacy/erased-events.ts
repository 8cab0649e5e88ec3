import { createHash } from 'node:crypto';
import type { WechatEvent } from '@bangqiao/wechat';
import type { Selectable, Updateable } from 'kysely';
import { PRUNED_BODY } from '../retention/talks.ts';
import { type Executor, eachOf, type Store, type WechatEventRow } from '../store/index.ts';
import { identityName, identityOf } from '../understand/who.ts';
import type { Person } from './person.ts';
import { Words } from './words.ts';

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
  for (const row of rows) await change(trx, row, emptied(row, tellsOf(identifiers)));
  return rows.length;
}

const PAGE = 2000;

/**
 * Events that are nobody's here (waiting to be understood, parked, kept unread, said by us in a group). What the person sent goes
 * whole, and nobody understands it any more; what nobody sent loses the words that mean the person (`telling`). What somebody else
 * sent stays theirs, as it does once it is understood. How many there were.
 */
export async function clearNobodys(
  store: Store,
  person: Person,
  telling: readonly string[],
): Promise<number> {
  const words = new Words(telling, 'whole');
  let cleared = 0;
  for (let after = 0; ; ) {
    const rows = await nobodys(store.db).where('id', '>', after).orderBy('id').limit(PAGE).execute();
    const ids = rows.filter((row) => changeOf(row, person, words) !== null).map(({ id }) => id);
    if (ids.length > 0)
      cleared += await store.transaction(async (trx) => {
        // What was understood since they were read is somebody's by now, and goes with its customer.
        await store.backend.lockUnderstanding(trx);
        const still = await nobodys(trx).where('id', 'in', eachOf(trx, ids)).execute();
        for (const row of still) await change(trx, row, changeOf(row, person, words) ?? {});
        return still.length;
      });
    if (rows.length < PAGE) return cleared + (await clearNobodysMessages(store, words));
    after = rows.at(-1)?.id ?? after;
  }
}

function nobodys(db: Executor) {
  return db
    .selectFrom('wechat_events')
    .select(['id', 'event_id', 'type', 'target', 'state', 'body', 'raw', 'problem'])
    .where('customer_id', 'is', null);
}

type NobodysEvent = EventRow & Pick<Selectable<WechatEventRow>, 'type' | 'body' | 'raw' | 'problem'>;
type Change = Updateable<WechatEventRow>;

/** Null: it says nothing of the person, or it is somebody else's. */
function changeOf(row: NobodysEvent, { identities, keys }: Person, words: Words): Change | null {
  const sender = senderOf(row);
  if (sender !== null && !identities.has(sender)) return null;
  const tells = tellsOf(keys);
  if (sender !== null || (row.type === 'other' && isFromOneOf(keys, row.raw))) return emptied(row, tells);
  const { body, raw, problem } = row;
  const without = Object.entries({ body, raw, problem }).flatMap(([column, text]) => {
    const left = text === null ? null : words.takenOutOf(text);
    return left === text ? [] : [[column, left]];
  });
  // Its words stand among the messages.
  if (row.state === 'understood' && without.length > 0) return emptied(row, tells);
  const change: Change = { ...Object.fromEntries(without), ...withoutIds(row, tells) };
  return Object.keys(change).length === 0 ? null : change;
}

/** As `messages.identity` holds it; null: nobody alone, or its content went. */
function senderOf({ type, body }: NobodysEvent): string | null {
  if (type === 'other' || body === PRUNED_BODY) return null;
  const identity = identityOf(JSON.parse(body) as WechatEvent);
  return identity === null ? null : identityName(identity);
}

/** What nobody reads has no sender that is known: one of its values (JSON, XML) is the person's id. */
function isFromOneOf(keys: readonly string[], raw: string | null): boolean {
  return raw !== null && keys.some((key) => QUOTES.some(([open, close]) => raw.includes(open + key + close)));
}

const QUOTES = [
  ['"', '"'],
  ['[', ']'],
  ['>', '<'],
] as const;

/** What we said in a group is kept as a message too, of no customer. */
async function clearNobodysMessages(store: Store, words: Words): Promise<number> {
  let cleared = 0;
  for (let after = 0; ; ) {
    const rows = await store.db
      .selectFrom('messages')
      .select(['id', 'text'])
      .where('customer_id', 'is', null)
      .where('text', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { id, text } of rows) {
      const left = words.takenOutOf(text as string);
      if (left === text) continue;
      await store.db
        .updateTable('messages')
        .set({ text: left })
        .where('id', '=', id)
        .where('text', 'is not', null)
        .execute();
      cleared += 1;
    }
    if (rows.length < PAGE) return cleared;
    after = rows.at(-1)?.id ?? after;
  }
}

type EventRow = Pick<Selectable<WechatEventRow>, 'id' | 'event_id' | 'target' | 'state'>;

function emptied(row: EventRow, tells: Tells): Change {
  return {
    body: PRUNED_BODY,
    raw: null,
    problem: null,
    customer_id: null,
    ...(row.state === 'understood' ? {} : { state: 'ignored' as const }),
    ...withoutIds(row, tells),
  };
}

function withoutIds({ event_id, target }: EventRow, tells: Tells): Change {
  return {
    ...(tells(event_id) ? { event_id: erasedEventId(event_id) } : {}),
    ...(tells(target) ? { target: null } : {}),
  };
}

async function change(trx: Executor, { id }: EventRow, set: Change): Promise<void> {
  if (set.event_id !== undefined) await noteErased(trx);
  await trx.updateTable('wechat_events').set(set).where('id', '=', id).execute();
}

async function noteErased(trx: Executor): Promise<void> {
  await trx
    .insertInto('bangqiao_meta')
    .values({ key: ERASED_EVENTS, value: '1' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
