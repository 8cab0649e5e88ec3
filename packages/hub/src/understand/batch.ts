import { type Fact, readNext, type TalkState } from '@bangqiao/core';
import type { MessageEvent, WechatEvent } from '@bangqiao/wechat';
import type { CompiledQuery, Insertable } from 'kysely';
import type { WriteContext } from '../customers/index.ts';
import {
  bulkInsert,
  type Executor,
  eachOf,
  type MessageRow,
  runInOneGo,
  type WechatEventRow,
} from '../store/index.ts';
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
}

/**
 * Understands events in one transaction: customers, messages, facts, identity. In the order of their time, so that a batch says
 * the same whatever order it came in. Whatever is thrown takes the whole batch back. Messages go to the database before they are
 * read: it writes them meanwhile.
 */
export async function understand(trx: Executor, rows: readonly RawEvent[], now: string): Promise<void> {
  const read = rows.map((row): Read => ({ id: row.id, event: eventIn(row.body) })).sort(byTime);
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
  for (const one of read) take(one, draftFor(one.event, drafts));
  const all = [...new Set(drafts.values())];
  await saveDrafts(trx, all, context);
  await takeRecalls(trx, read, waited, context);
  await settleIdentity(trx, all, context);
}

/** PostgreSQL keeps no zero character; one that a source sent means nothing. */
function eventIn(body: string): WechatEvent {
  if (!body.includes('\\u0000')) return JSON.parse(body);
  return JSON.parse(body, (_key, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
}

function byTime(a: Read, b: Read): number {
  return a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : a.id - b.id;
}

function draftFor(event: WechatEvent, drafts: ReadonlyMap<string, Draft>): Draft | undefined {
  const identity = identityOf(event);
  return identity === null ? undefined : drafts.get(identityName(identity));
}

async function keepMessages(
  trx: Executor,
  read: readonly Read[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const rows = read.flatMap(({ id, event }) =>
    event.type === 'message' ? [messageRow(id, event, draftFor(event, drafts))] : [],
  );
  await bulkInsert(trx, 'messages', rows);
}

function messageRow(id: number, event: MessageEvent, draft: Draft | undefined): Insertable<MessageRow> {
  const identity = identityOf(event);
  return {
    id,
    customer_id: draft?.before.id ?? null,
    identity: identity === null ? null : identityName(identity),
    channel: event.channel,
    account: event.account,
    wechat_id: event.wechat_id,
    room_id: event.room_id ?? null,
    direction: event.direction,
    kind: event.kind,
    text: event.text ?? null,
    at: event.at,
    recalled_at: null,
    conversation_id: null,
  };
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
  for (const { id, event } of read) {
    if (event.type === 'message' || event.type === 'recall') continue;
    const customer_id = draftFor(event, drafts)?.before.id ?? null;
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
