import { type Fact, readNext, type TalkState } from '@bangqiao/core';
import type { MessageEvent, WechatEvent } from '@bangqiao/wechat';
import type { CompiledQuery } from 'kysely';
import type { WriteContext } from '../customers/index.ts';
import { type Executor, eachOf, rowsQueries, runInOneGo, type WechatEventRow } from '../store/index.ts';
import { takeContact, takeMark, takeNickname } from './contact.ts';
import type { Draft } from './draft.ts';
import { takeFacts } from './facts.ts';
import { draftsOf } from './load.ts';
import { recallsThatWaited, takeRecalls } from './recall.ts';
import { settleIdentity } from './same-person.ts';
import { saveDrafts } from './save.ts';
import { count } from './talk.ts';
import { identityName, identityOf } from './who.ts';

export type RawEvent = Pick<WechatEventRow, 'event_id' | 'body'> & { id: number };

interface Read {
  id: number;
  event: WechatEvent;
  /** The name of the identity that it is about; null: nobody alone. */
  who: string | null;
}

/**
 * Understands events in one transaction: customers, messages, facts, identity. In the order of their time, so that a batch says
 * the same whatever order it came in. Whatever is thrown takes the whole batch back. Messages go to the database before they are
 * read: it writes them meanwhile.
 */
export async function understand(trx: Executor, rows: readonly RawEvent[], now: string): Promise<void> {
  const read = rows.map(readOf).sort(byTime);
  const context: WriteContext = {
    by: 'wechat',
    reason: 'said in WeChat',
    source: 'wechat',
    runId: null,
    now,
  };
  const waited = await recallsThatWaited(trx, read);
  const drafts = await draftsOf(
    trx,
    read.map(({ event }) => event),
    context,
  );
  await keepMessages(trx, read, drafts);
  await markUnderstood(trx, read, drafts);
  for (const one of read) take(one, draftFor(one, drafts));
  const all = [...new Set(drafts.values())];
  await saveDrafts(trx, all, context);
  await takeRecalls(trx, read, waited, context);
  await settleIdentity(trx, all, context);
}

function readOf({ id, body }: RawEvent): Read {
  const event = eventIn(body);
  const identity = identityOf(event);
  return { id, event, who: identity === null ? null : identityName(identity) };
}

/** PostgreSQL keeps no zero character; one that a source sent means nothing. */
function eventIn(body: string): WechatEvent {
  if (!body.includes('\\u0000')) return JSON.parse(body);
  return JSON.parse(body, (_key, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
}

function byTime(a: Read, b: Read): number {
  return a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : a.id - b.id;
}

function draftFor({ who }: Read, drafts: ReadonlyMap<string, Draft>): Draft | undefined {
  return who === null ? undefined : drafts.get(who);
}

const MESSAGE_COLUMNS = [
  'id',
  'customer_id',
  'identity',
  'channel',
  'account',
  'wechat_id',
  'room_id',
  'direction',
  'kind',
  'text',
  'at',
] as const;

async function keepMessages(
  trx: Executor,
  read: readonly Read[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const values: unknown[] = [];
  for (const one of read) {
    const { id, event, who } = one;
    if (event.type !== 'message') continue;
    const { channel, account, wechat_id, direction, kind, at } = event;
    values.push(id, draftFor(one, drafts)?.before.id ?? null, who, channel, account, wechat_id);
    values.push(event.room_id ?? null, direction, kind, event.text ?? null, at);
  }
  await runInOneGo(trx, rowsQueries(trx, 'messages', { shared: {}, columns: MESSAGE_COLUMNS, values }));
}

function take({ id, event }: Read, draft: Draft | undefined): void {
  if (!draft || event.type === 'recall') return;
  if (event.type === 'message') takeMessage(id, event, draft);
  else if (event.type === 'contact') takeContact(draft, event, id);
  else takeMark(draft, event, id);
}

function takeMessage(id: number, event: MessageEvent, draft: Draft): void {
  const text = event.kind === 'text' ? (event.text ?? '') : '';
  const isLate = draft.talk.activity.lastAt !== null && event.at < draft.talk.activity.lastAt;
  if (event.nickname) takeNickname(draft, event.nickname, id);
  count(draft.talk, { direction: event.direction, text, at: event.at });
  draft.talked = true;
  if (text !== '') read(id, event, text, draft, isLate || event.room_id !== undefined);
}

/** A late message, or one in a group, does not answer what we asked last. */
function read(id: number, event: MessageEvent, text: string, draft: Draft, apart: boolean): void {
  const before = draft.talk.reader;
  const { state, facts, withdrawn } = readNext(apart ? alone(before) : before, {
    direction: event.direction,
    text,
  });
  if (!apart) draft.talk.reader = state;
  takeFacts(draft, facts, { id, at: event.at });
  withdraw(draft, withdrawn);
}

/** Without the question that we asked last. */
function alone(state: TalkState): TalkState {
  return { ...state, asked: null, askedAgo: 0 };
}

/** The customer took something back that he said before. */
function withdraw(draft: Draft, withdrawn: readonly Pick<Fact, 'kind' | 'value'>[]): void {
  for (const { kind, value } of withdrawn) {
    draft.withdrawn.push({ kind, value });
    for (const fact of draft.facts) if (fact.kind === kind && fact.value === value) fact.state = 'rejected';
  }
}

/** Recalls are settled apart. */
async function markUnderstood(
  trx: Executor,
  read: readonly Read[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const messages = read.filter(({ event }) => event.type === 'message').map(({ id }) => id);
  if (messages.length > 0) await runInOneGo(trx, [markMessages(trx, messages)]);
  for (const one of read) {
    const { id, event } = one;
    if (event.type === 'message' || event.type === 'recall') continue;
    const customer_id = draftFor(one, drafts)?.before.id ?? null;
    await trx
      .updateTable('wechat_events')
      .set({ state: 'understood', customer_id })
      .where('id', '=', id)
      .execute();
  }
}

function markMessages(trx: Executor, ids: readonly number[]): CompiledQuery {
  return trx
    .updateTable('wechat_events')
    .set({
      state: 'understood',
      customer_id: (of) =>
        of.selectFrom('messages').select('customer_id').whereRef('messages.id', '=', 'wechat_events.id'),
    })
    .where('id', 'in', eachOf(trx, ids))
    .compile();
}
