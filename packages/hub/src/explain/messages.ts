import type { Executor } from '../store/index.ts';

/** One message of a customer, and what was read from it. What was taken back has no words any more. */
export interface MessageView {
  id: number;
  at: string;
  direction: 'in' | 'out' | 'unknown';
  kind: string;
  text: string | null;
  in_group: boolean;
  /** Its words went with time (`retention.messages_days`). */
  pruned: boolean;
  recalled_at: string | null;
  facts: { kind: string; value: string; taken: boolean }[];
}

interface Which {
  /** Not later than this moment, ISO 8601; null: from the newest on. */
  until: string | null;
  /** Beside `until`: of that moment only those with a smaller number. */
  below?: number | null;
  limit: number;
}

/** Messages of a customer, the newest first. */
export async function readMessages(
  db: Executor,
  customerId: number,
  { until, below = null, limit }: Which,
): Promise<MessageView[]> {
  let query = db
    .selectFrom('messages')
    .select(['id', 'at', 'direction', 'kind', 'text', 'room_id', 'recalled_at', 'pruned'])
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (until !== null) query = query.where('at', '<=', until);
  if (until !== null && below !== null) {
    query = query.where((where) => where.or([where('at', '<', until), where('id', '<', below)]));
  }
  const rows = await query.execute();
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ room_id, text, pruned, ...row }) => ({
    ...row,
    text: row.recalled_at === null ? text : null,
    in_group: room_id !== null,
    pruned: pruned !== null,
    facts: facts.get(row.id) ?? [],
  }));
}

export async function countMessages(db: Executor, customerId: number): Promise<number> {
  const { count } = await db
    .selectFrom('messages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function factsOf(db: Executor, ids: readonly number[]): Promise<Map<number, MessageView['facts']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customer_facts')
    .select(['message_id', 'kind', 'value', 'state'])
    .where('message_id', 'in', ids)
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('id')
    .execute();
  const found = new Map<number, MessageView['facts']>();
  for (const { message_id, kind, value, state } of rows) {
    found.set(message_id, [...(found.get(message_id) ?? []), { kind, value, taken: state === 'taken' }]);
  }
  return found;
}
