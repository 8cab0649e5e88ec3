import { findCustomer } from '../../customers/index.ts';
import { readMessages } from '../../explain/messages.ts';
import { readTimeline } from '../../explain/timeline.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Context, Handlers } from './handler.ts';
import { requireOwn, shownTo } from './own.ts';
import { refusals } from './refusals.ts';

export const timelineHandlers: Handlers<'timeline'> = {
  'timeline.show': async ({ params: { id }, query: { kinds, limit, cursor } }, context) => {
    const customer = await requireSeen(context, id);
    const after = momentIn(cursor);
    const { entries, next, counts } = await readTimeline(context.store.db, customer, { kinds, after, limit });
    return shownTo(context, { items: entries, next: toCursor(next), counts });
  },
  'timeline.messages': async ({ params: { id }, query: { limit, cursor } }, context) => {
    const customer = await requireSeen(context, id);
    const [until = null, below = null] = momentIn(cursor) ?? [];
    const rows = await readMessages(context.store.db, customer.id, { until, below, limit: limit + 1 });
    const last = rows[limit - 1];
    const next = rows.length > limit && last ? toCursor([last.at, last.id]) : null;
    return shownTo(context, { items: rows.slice(0, limit), next });
  },
};

async function requireSeen(context: Context, id: number) {
  await requireOwn(context, id, 'customers.read');
  const customer = await findCustomer(context.store.db, id);
  if (!customer) throw refusals.notThere(`#${id}`);
  return customer;
}

/** A moment and a number. @throws HubError `bad_cursor` */
function momentIn(cursor: string | undefined): readonly [string, number] | null {
  const place = fromCursor(cursor, 'time');
  if (place !== null && place[1] < 0) throw refusals.badCursor();
  return place;
}
