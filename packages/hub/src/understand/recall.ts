import type { WechatEvent } from '@bangqiao/wechat';
import { findCustomer, type WriteContext } from '../customers/index.ts';
import { type Executor, eachOf } from '../store/index.ts';
import { recount } from './recount.ts';
import { type Gone, restand } from './standing.ts';

interface Read {
  id: number;
  event: WechatEvent;
}

/** Ids of the archive are the corp's own, whatever account a record is filed under: in a group that hangs on who is named first. */
const CORP_WIDE: ReadonlySet<string> = new Set(['wecom_archive']);

interface Recalled {
  recall: number;
  message: number;
  at: string;
}

/**
 * Takes recalled messages back: marked, not counted, and what rested only on them withdrawn. A recall that overtook its message
 * waits for it.
 */
export async function takeRecalls(
  trx: Executor,
  read: readonly Read[],
  waited: readonly Recalled[],
  context: WriteContext,
): Promise<void> {
  const found = [...(await recallsHere(trx, read)), ...waited];
  if (found.length === 0) return;
  const gone = new Map<number, Gone[]>();
  for (const one of found) await takeBack(trx, one, gone);
  for (const [customerId, facts] of gone) {
    const customer = await findCustomer(trx, customerId);
    if (!customer) continue;
    // An import may have told of a later contact than the messages.
    const { last_contact_time, last_message_content } = customer;
    const said = { last_contact_time, last_message_content };
    const counted = await recount(trx, customer, context.now, { said });
    await restand(trx, counted, facts, { ...context, reason: 'recalled in WeChat' });
  }
}

async function takeBack(
  trx: Executor,
  { recall, message, at }: Recalled,
  gone: Map<number, Gone[]>,
): Promise<void> {
  const row = await trx
    .updateTable('messages')
    .set({ recalled_at: at })
    .where('id', '=', message)
    .where('recalled_at', 'is', null)
    .returning('customer_id')
    .executeTakeFirst();
  await trx
    .updateTable('wechat_events')
    .set({ state: 'understood', customer_id: row?.customer_id ?? null })
    .where('id', '=', recall)
    .execute();
  if (!row || row.customer_id === null) return;
  const facts = await trx
    .updateTable('customer_facts')
    .set({ state: 'recalled' })
    .where('message_id', '=', message)
    .where('state', 'in', ['taken', 'seen'])
    .returning(['kind', 'value'])
    .execute();
  gone.set(row.customer_id, [...(gone.get(row.customer_id) ?? []), ...facts]);
}

/** Recalls of this batch; those without their message wait. */
async function recallsHere(trx: Executor, read: readonly Read[]): Promise<Recalled[]> {
  const found: Recalled[] = [];
  for (const { id, event } of read) {
    if (event.type !== 'recall') continue;
    let meant = trx
      .selectFrom('wechat_events')
      .innerJoin('messages', 'messages.id', 'wechat_events.id')
      .select('messages.id')
      .where('event_id', '=', event.message_id)
      .where('wechat_events.channel', '=', event.channel);
    if (!CORP_WIDE.has(event.channel)) meant = meant.where('wechat_events.account', '=', event.account);
    const message = await meant.executeTakeFirst();
    if (message) found.push({ recall: id, message: message.id, at: event.at });
    else await trx.updateTable('wechat_events').set({ state: 'waiting' }).where('id', '=', id).execute();
  }
  return found;
}

/** Recalls that waited for a message of this batch. Asked before the batch writes: so it waits for no other thread. */
export async function recallsThatWaited(trx: Executor, read: readonly Read[]): Promise<Recalled[]> {
  const messages = Map.groupBy(
    read.filter(({ event }) => event.type === 'message'),
    ({ event }) => event.id,
  );
  if (messages.size === 0) return [];
  const rows = await trx
    .selectFrom('wechat_events')
    .select(['id', 'target', 'channel', 'account', 'at'])
    .where('state', '=', 'waiting')
    .where('target', 'in', eachOf(trx, [...messages.keys()]))
    .execute();
  return rows.flatMap(({ id, target, channel, account, at }) => {
    const message = messages
      .get(String(target))
      ?.find(
        ({ event }) => event.channel === channel && (CORP_WIDE.has(channel) || event.account === account),
      );
    return message ? [{ recall: id, message: message.id, at }] : [];
  });
}
