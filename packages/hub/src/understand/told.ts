import type { WechatEvent } from '@bangqiao/wechat';
import { sql } from 'kysely';
import { WHOLE_CUSTOMER } from '../customers/index.ts';
import { CONTACT_COLUMNS } from '../ingest/event-schema.ts';
import { toPatch } from '../ingest/patch.ts';
import { readValue } from '../ingest/values.ts';
import { PRUNED_BODY } from '../retention/talks.ts';
import { type Executor, eachOf } from '../store/index.ts';

/** Something that a card or a mark says, and the event that brought it. */
export interface Word {
  value: unknown;
  event: number;
  at: string;
}

/** What cards and marks say of a customer, by column, the latest first; of one source only its latest word. No recall of a message touches it. */
export type Told = ReadonlyMap<string, readonly Word[]>;

export async function toldBeside(trx: Executor, customerId: number): Promise<Told> {
  const rows = await trx
    .selectFrom('wechat_events')
    .select(['id', 'body'])
    .where('customer_id', '=', customerId)
    .where('type', '<>', sql.lit('message'))
    .where('state', '=', 'understood')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const told = new Map<string, Word[]>();
  const heard = new Set<string>();
  for (const { id, body } of rows) {
    const event = JSON.parse(body) as WechatEvent;
    for (const [column, values] of Object.entries(wordsOf(event))) {
      const source = JSON.stringify([event.channel, event.account, column]);
      if (heard.has(source)) continue;
      heard.add(source);
      told.set(column, [
        ...(told.get(column) ?? []),
        ...values.map((value) => ({ value, event: id, at: event.at })),
      ]);
    }
  }
  return told;
}

/** Of one whose content went (`retention.events_days`) nothing. */
function wordsOf(event: WechatEvent): Record<string, unknown[]> {
  if (event.type === 'mark') {
    const read = readValue('flag', event.value);
    return 'value' in read ? { [event.field]: [read.value] } : {};
  }
  if (event.type !== 'contact') return {};
  const words: Record<string, unknown[]> = {};
  for (const [column, cell] of Object.entries(event)) {
    if (!CONTACT_COLUMNS.includes(column)) continue;
    const patch = toPatch({ [column]: cell });
    if (patch.ok) for (const [name, value] of Object.entries(patch.patch)) words[name] = [value];
  }
  for (const phone of event.phones ?? []) {
    const read = readValue('phone', phone);
    if ('value' in read) words.phone = [...(words.phone ?? []), read.value];
  }
  return words;
}

/**
 * Whether only events put on the customer what stands in this column: neither an import, a person nor the ERP did. Whoever asks has seen
 * that no message and no card says it any more; a card whose content went still may. A merge passes on what was there; a flag that was
 * taken back in between begins anew. `isHeld`: whether a former value is the one that stands.
 */
export async function restsOnEvents(
  trx: Executor,
  customerId: number,
  column: string,
  isHeld: (value: string) => boolean,
): Promise<boolean> {
  const history = await trx
    .selectFrom('field_change_history')
    .select(['field_name', 'new_value', 'evidence'])
    .where('customer_id', '=', customerId)
    .where('field_name', 'in', [column, WHOLE_CUSTOMER])
    .orderBy('id', 'desc')
    .execute();
  const events: number[] = [];
  for (const { field_name, new_value, evidence } of history) {
    const value = field_name === column ? new_value : firstValue(new_value, column);
    if (value === 'false') break;
    if (value === null || !isHeld(value)) continue;
    const said = evidence === null ? {} : (JSON.parse(evidence) as Evidence);
    if (said.merged !== undefined) continue;
    const event = said.events?.[column];
    if (event === undefined) return false;
    events.push(event);
  }
  return events.length > 0 && (await areReadable(trx, customerId, events));
}

interface Evidence {
  events?: Record<string, number>;
  merged?: number;
}

function firstValue(known: string | null, column: string): string | null {
  const value = known === null ? null : (JSON.parse(known) as Record<string, unknown>)[column];
  return value === null || value === undefined || value === false ? null : String(value);
}

async function areReadable(trx: Executor, customerId: number, events: readonly number[]): Promise<boolean> {
  const cards = await trx
    .selectFrom('wechat_events')
    .select('body')
    .where('id', 'in', eachOf(trx, events))
    .where('type', '<>', 'message')
    .where('customer_id', '=', customerId)
    .execute();
  return cards.every(({ body }) => body !== PRUNED_BODY);
}
