import type { Bilingual } from '@bangqiao/core';
import type { WechatEvent } from '@bangqiao/wechat';
import { type Insertable, sql } from 'kysely';
import { ERASED_EVENTS, erasedEventId } from '../privacy/erased-events.ts';
import { PRUNED_BODY } from '../retention/talks.ts';
import {
  type Executor,
  eachOf,
  rowsQueries,
  runInOneGo,
  type Store,
  type WechatEventRow,
} from '../store/index.ts';

/** An event and where it came from. `raw`: what the source gave, where that says more than the event. */
export interface Arrival {
  source: WechatEventRow['source'];
  event: WechatEvent | UnreadEvent;
  raw?: string;
}

/** Something that was sent and tells nothing of customers; kept, so that nothing is lost. */
export interface UnreadEvent {
  id: string;
  type: 'other';
  at: string;
  channel: string;
  account: string;
}

export type Receipt =
  | { id: string; result: 'accepted' | 'duplicate' }
  | { id: string; result: 'refused'; reason: Bilingual };

interface Delivery {
  arrivals: readonly Arrival[];
  /** What is kept in the same transaction: a cursor, an errand. */
  along?: (trx: Executor) => Promise<void>;
  done(receipts: Receipt[]): void;
  failed(error: unknown): void;
}

/** Events in one transaction at most; more wait for the next one. */
const MOST_TOGETHER = 2000;

/**
 * Takes events in: all that arrive while a transaction is being written share the next one, so that many senders cost one
 * wait for the disk. Resolved means durable; what was refused or is there already is said for each event.
 */
export class Intake {
  readonly #store: Store;
  readonly #clock: () => Date;
  readonly #waiting: Delivery[] = [];
  readonly #onKept: () => void;
  #writing: Promise<void> | null = null;

  /** @param onKept there is something new to understand. */
  constructor(store: Store, clock: () => Date = () => new Date(), onKept: () => void = () => {}) {
    this.#store = store;
    this.#clock = clock;
    this.#onKept = onKept;
  }

  take(arrivals: readonly Arrival[], along?: Delivery['along']): Promise<Receipt[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ arrivals, done, failed, ...(along ? { along } : {}) });
      this.#writing ??= this.#write();
    });
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // Whoever asks in this very moment goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#together(this.#next());
    this.#writing = null;
  }

  #next(): Delivery[] {
    let events = 0;
    let count = 0;
    for (const { arrivals } of this.#waiting) {
      if (count > 0 && events + arrivals.length > MOST_TOGETHER) break;
      events += arrivals.length;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  /** One delivery that cannot be kept takes no other with it; alone it gets a second try, for another process may have won a race. */
  async #together(deliveries: Delivery[]): Promise<void> {
    try {
      this.#answer(deliveries, await this.#keep(deliveries));
    } catch {
      for (const delivery of deliveries) await this.#alone(delivery);
    }
  }

  async #alone(delivery: Delivery): Promise<void> {
    try {
      this.#answer([delivery], await this.#keep([delivery]));
    } catch (error) {
      delivery.failed(error);
    }
  }

  #answer(deliveries: readonly Delivery[], receipts: readonly Receipt[][]): void {
    for (const [index, { done }] of deliveries.entries()) done(receipts[index] as Receipt[]);
    this.#onKept();
  }

  async #keep(deliveries: readonly Delivery[]): Promise<Receipt[][]> {
    return await this.#store.transaction(
      async (trx) => {
        const receipts = await keepEvents(
          trx,
          deliveries.map(({ arrivals }) => arrivals),
          this.#clock().toISOString(),
        );
        for (const { along } of deliveries) await along?.(trx);
        return receipts;
      },
      { durable: true },
    );
  }
}

type NewRow = Insertable<WechatEventRow>;

/** Keeps the events that are not there yet; what became of each, list by list. */
async function keepEvents(
  trx: Executor,
  lists: readonly (readonly Arrival[])[],
  now: string,
): Promise<Receipt[][]> {
  const known = await knownEvents(trx, lists.flat());
  const fresh: NewRow[] = [];
  const receipts = lists.map((arrivals) =>
    arrivals.map((arrival): Receipt => {
      const row = rowOf(arrival, now);
      const held = known.get(nameOf(row));
      if (held === undefined) {
        known.set(nameOf(row), { type: row.type, body: row.body as string });
        fresh.push(row);
        return { id: row.event_id, result: 'accepted' };
      }
      if (arrival.source !== 'bridge' || saysTheSame(held, row))
        return { id: row.event_id, result: 'duplicate' };
      return { id: row.event_id, result: 'refused', reason: TAKEN };
    }),
  );
  await insertEvents(trx, fresh);
  return receipts;
}

interface Held {
  type: string;
  body: string;
}

async function knownEvents(trx: Executor, arrivals: readonly Arrival[]): Promise<Map<string, Held>> {
  if (arrivals.length === 0) return new Map();
  const ids = [...new Set(arrivals.map(({ event }) => withoutZeros(event.id)))];
  // Whether ids were replaced comes in the same query: where nobody was erased there is no other one.
  const rows = await eventsOf(trx, ids)
    .unionAll(
      trx
        .selectFrom('bangqiao_meta')
        .select([
          'key as event_id',
          sql<string>`''`.as('channel'),
          sql<string>`''`.as('account'),
          sql<WechatEventRow['type']>`''`.as('type'),
          sql<string>`null`.as('body'),
        ])
        .where('key', '=', ERASED_EVENTS),
    )
    .execute();
  const known = new Map(rows.map((row) => [nameOf(row), row]));
  if (!known.delete(nameOf({ event_id: ERASED_EVENTS, channel: '', account: '' }))) return known;
  const replaced = new Map(ids.map((id) => [erasedEventId(id), id]));
  for (const row of await eventsOf(trx, [...replaced.keys()]).execute())
    known.set(nameOf({ ...row, event_id: replaced.get(row.event_id) as string }), row);
  return known;
}

function eventsOf(trx: Executor, ids: readonly string[]) {
  return trx
    .selectFrom('wechat_events')
    .select(['event_id', 'channel', 'account', 'type', 'body'])
    .where('event_id', 'in', eachOf(trx, ids));
}

function nameOf({ event_id, channel, account }: Pick<NewRow, 'event_id' | 'channel' | 'account'>): string {
  return JSON.stringify([event_id, channel, account]);
}

/** PostgreSQL keeps no zero character; in JSON it is written out. */
const withoutZeros = (text: string) => text.replaceAll('\0', '');

function rowOf({ source, event, raw }: Arrival, now: string): NewRow {
  return {
    event_id: withoutZeros(event.id),
    channel: withoutZeros(event.channel),
    account: withoutZeros(event.account),
    source,
    type: event.type,
    at: event.at,
    received_at: now,
    body: JSON.stringify(event),
    raw: raw === undefined ? null : withoutZeros(raw),
    target: event.type === 'recall' ? withoutZeros(event.message_id) : null,
    state: event.type === 'other' ? 'ignored' : 'raw',
  };
}

const COLUMNS = [
  'event_id',
  'channel',
  'account',
  'source',
  'type',
  'at',
  'received_at',
  'body',
  'raw',
  'target',
  'state',
] as const;

async function insertEvents(trx: Executor, rows: readonly NewRow[]): Promise<void> {
  const values = rows.flatMap((row) => COLUMNS.map((column) => row[column]));
  await runInOneGo(trx, rowsQueries(trx, 'wechat_events', { shared: {}, columns: COLUMNS, values }));
}

/** A replay says the same words; a bridge that counts its ids anew says others, and would lose them unseen. */
function saysTheSame(held: Held, row: NewRow): boolean {
  if (held.type !== row.type) return false;
  // Its words went, as retention says: what is left is that it was here.
  if (held.body === PRUNED_BODY) return true;
  const [there, here] = [JSON.parse(held.body), JSON.parse(row.body as string)];
  return ESSENCE.every((field) => JSON.stringify(there[field]) === JSON.stringify(here[field]));
}

const ESSENCE = ['at', 'text', 'wechat_id', 'message_id', 'field', 'value'] as const;

const TAKEN: Bilingual = {
  zh: '这个 id 已经是另一个事件的：每个事件的 id 必须不同',
  en: 'this id belongs to another event already: every event needs an id of its own',
};
