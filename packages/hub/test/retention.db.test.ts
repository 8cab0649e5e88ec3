import type { Customer } from '@bangqiao/core';
import pino from 'pino';
import { expect, test } from 'vitest';
import { explainCustomer } from '../src/explain/index.ts';
import { mergeCustomers } from '../src/identity/merge.ts';
import { unmergeCustomer } from '../src/identity/unmerge.ts';
import { pruneOld } from '../src/retention/prune.ts';
import { bulkInsert, type Store } from '../src/store/index.ts';
import { company, engine, listed } from './engine/support.ts';
import { SETTINGS, say } from './followup/talks.ts';
import { testStore } from './support/database.ts';
import { message, type Side, START, side } from './wechat/support.ts';

const DAY = 86_400_000;
const KEEP_ALL = { api_logs_days: 0, sync_logs_days: 0, events_days: 0, messages_days: 0 };
const PERSON = {
  by: 'test',
  reason: 'test',
  source: 'manual',
  runId: null,
  now: '2026-06-01T00:00:00.000Z',
} as const;

/** Looks what may go, `days` after the test's day. */
function prune(store: Store, days: number, settings: Partial<typeof KEEP_ALL>, log: string[] = []) {
  return pruneOld(
    {
      store,
      log: pino({ base: null }, { write: (line: string) => void log.push(line) }),
      clock: () => new Date(START + days * DAY),
      signal: new AbortController().signal,
    },
    { ...KEEP_ALL, ...settings },
  );
}

/** Who counts what: what retention must not change. */
async function counts(hub: Side): Promise<unknown[]> {
  return (await hub.customers()).map((customer) => [
    customer.id,
    customer.message_count,
    customer.conversation_days,
    customer.intent_score,
    customer.intent_level,
    customer.has_quote_request,
    customer.phone,
    customer.first_contact_time,
    customer.last_contact_time,
    customer.stage,
  ]);
}

const TALK = [
  '您好，请问这款球阀多少钱',
  '我的手机号 13800000001',
  '我们公司是杭州晨光示例电子有限公司',
  '需要采购二十台，请报价',
  '交货期多久，合同怎么签',
];

test('without a word of it in the configuration nobody’s messages go', async () => {
  const hub = await side();
  await hub.take(TALK.map((text) => message('wx_a', text)));
  expect(await prune(hub.store, 9999, {})).toEqual({});
  const texts = await hub.store.db.selectFrom('messages').select('text').orderBy('id').execute();
  expect(texts.map(({ text }) => text)).toEqual(TALK);
});

test('the words of old messages go everywhere, and nothing that was counted from them changes', async () => {
  const hub = await side();
  await hub.take(TALK.map((text) => message('wx_a', text)));
  await hub.take([message('wx_b', '在吗，想了解一下参数')]);
  const before = await counts(hub);
  const log: string[] = [];
  const gone = await prune(hub.store, 100, { messages_days: 60, events_days: 60 }, log);
  expect(gone).toEqual({ events: 6, messages: 6 });
  expect(JSON.parse(log[0] ?? '{}')).toMatchObject({ events: 6, messages: 6 });
  expect(await counts(hub)).toEqual(before);
  const held = JSON.stringify([
    await hub.store.db.selectFrom('messages').select('text').execute(),
    await hub.store.db.selectFrom('wechat_events').select(['body', 'raw']).execute(),
    await hub.store.db.selectFrom('customers_unified').select('last_message_content').execute(),
    (await hub.store.db.selectFrom('customer_talks').select('state').execute()).map(
      ({ state }) => JSON.parse(state).lastText,
    ),
  ]);
  for (const words of ['球阀', '采购', '合同', '参数']) expect(held).not.toContain(words);
  expect(await prune(hub.store, 100, { messages_days: 60, events_days: 60 })).toEqual({});
});

test('the words of old messages go from their events too, whatever events are kept for', async () => {
  const hub = await side();
  await hub.take(TALK.map((text) => message('wx_a', text)));
  expect(await prune(hub.store, 100, { messages_days: 60 })).toEqual({ messages: 5 });
  const held = await hub.store.db.selectFrom('wechat_events').select(['body', 'raw']).execute();
  for (const words of TALK) expect(JSON.stringify(held)).not.toContain(words);
  const { json } = await hub.post('/ingest/events', [message('wx_a', '您好')]);
  expect(json).toMatchObject({ accepted: 1 });
});

test('what comes later counts on, and a recall, a merge and an unmerge count as if all words were there', async () => {
  const [whole, pruned] = [await side(), await side()];
  const first = TALK.map((text) => message('wx_a', text));
  const second = [message('wx_b', '这款怎么卖，想采购'), message('wx_b', '我公司在宁波')];
  const later = [message('wx_a', '请问可以试用吗'), message('wx_b', '发货要几天')];
  for (const hub of [whole, pruned]) {
    await hub.take(first);
    await hub.take(second);
  }
  await prune(pruned.store, 100, { messages_days: 60, events_days: 60 });
  const recall = { ...message('wx_a', ''), type: 'recall', message_id: later[0]?.id };
  for (const hub of [whole, pruned]) {
    await hub.take(later);
    await hub.take([recall]);
  }
  expect(await counts(pruned)).toEqual(await counts(whole));
  for (const hub of [whole, pruned]) {
    const [a, b] = await hub.customers();
    const merged = await hub.store.transaction((trx) =>
      mergeCustomers(trx, a as Customer, b as Customer, PERSON),
    );
    expect(merged.message_count).toBe(8);
  }
  expect(await counts(pruned)).toEqual(await counts(whole));
  for (const hub of [whole, pruned]) {
    const [one] = await hub.customers();
    await hub.store.transaction((trx) => unmergeCustomer(trx, (one as Customer).id, PERSON));
  }
  expect(await counts(pruned)).toEqual(await counts(whole));
});

test('an event whose content went is known again when it comes a second time', async () => {
  const hub = await side();
  const events = TALK.map((text) => message('wx_a', text));
  await hub.take(events);
  await prune(hub.store, 400, { events_days: 365, messages_days: 365 });
  const before = await counts(hub);
  const { json } = await hub.post('/ingest/events', events);
  expect(json).toMatchObject({ accepted: 0, duplicate: 5, refused: 0 });
  await hub.understand();
  expect(await counts(hub)).toEqual(before);
});

test('an event that nobody understood yet keeps its content until it is understood', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '您好，多少钱')]);
  await hub.store.db.updateTable('wechat_events').set({ state: 'parked' }).execute();
  expect(await prune(hub.store, 400, { events_days: 100 })).toEqual({});
  await hub.store.db.updateTable('wechat_events').set({ state: 'understood' }).execute();
  expect(await prune(hub.store, 401, { events_days: 100 })).toEqual({ events: 1 });
});

test('however many events stay parked, the content of later ones goes in its time', async () => {
  const hub = await side();
  await hub.store.transaction(async (trx) => {
    const event = { channel: 'c', account: '', source: 'bridge', type: 'message', body: '{"text":"x"}' };
    const received_at = new Date(START).toISOString();
    const parked = Array.from({ length: 700 }, (_, number) => ({
      ...event,
      event_id: `p${number}`,
      at: received_at,
      received_at,
      state: 'parked',
    }));
    await bulkInsert(trx, 'wechat_events', parked as never);
  });
  expect(await prune(hub.store, 100, { events_days: 60 })).toEqual({});
  await hub.take(TALK.map((text) => message('wx_a', text)));
  expect(await prune(hub.store, 100, { events_days: 60 })).toEqual({ events: 5 });
  await hub.store.db
    .updateTable('wechat_events')
    .set({ state: 'ignored' })
    .where('state', '=', 'parked')
    .where('id', '<=', 600)
    .execute();
  expect(await prune(hub.store, 100, { events_days: 60 })).toEqual({ events: 600 });
});

test('a follow-up that waits for a person keeps its conversation whole, and is sent as it was', async () => {
  const hub = await engine({ customers: 5 });
  await hub.run('pull');
  const who = await hub.rowOf(listed(hub.sim)[0]!.ord);
  const lines = [
    ['c', '请报个价，DN50 的球阀要二十台'],
    ['s', '好的，明天下午三点给您打电话可以吗'],
  ] as const;
  await say(hub.store, [{ customer: who, at: '2026-01-02T01:00:00.000Z', lines }]);
  await hub.run('followups', { settings: { followUps: { ...SETTINGS, autoSync: false } } });
  expect(await prune(hub.store, 100, { messages_days: 30 })).toEqual({});
  await hub.store.db.updateTable('write_journal').set({ passed_at: PERSON.now }).execute();
  await hub.run('followups', { settings: { followUps: { ...SETTINGS, maxAgeDays: 0 } } });
  expect(hub.sim.followUps()[0]?.fields.intro).toContain('球阀');
  expect(await prune(hub.store, 100, { messages_days: 30 })).toEqual({ messages: 2 });
  const again = await hub.run('followups', { settings: { followUps: SETTINGS } });
  expect(again.followUps).toMatchObject({ planned: 0, sent: 0 });
});

test('old calls and readings go in many batches, their numbers by day stay in the statistics', async () => {
  const store = await testStore();
  const at = (day: number) => new Date(START - day * DAY).toISOString();
  const calls = Array.from({ length: 1700 }, (_, number) => ({
    api_endpoint: '/sales/list?x=1',
    is_success: number % 10 !== 0,
    response_time_ms: 20,
    called_at: at(1 + (number % 2)),
  }));
  const logs = (direction: 'erp_to_local' | 'local_to_erp', count: number) =>
    Array.from({ length: count }, (_, number) => ({
      sync_direction: direction,
      sync_type: direction === 'erp_to_local' ? ('pull' as const) : ('push' as const),
      sync_result: 'success' as const,
      sync_duration_ms: number % 2 === 0 ? 10 : null,
      synced_at: at(1 + (number % 2)),
    }));
  await store.transaction(async (trx) => {
    await bulkInsert(trx, 'erp_api_logs', calls);
    await bulkInsert(trx, 'erp_sync_logs', [...logs('erp_to_local', 1200), ...logs('local_to_erp', 40)]);
  });
  const statistics = () =>
    store.db
      .selectFrom('v_sync_statistics')
      .selectAll()
      .orderBy('sync_date')
      .orderBy('sync_direction')
      .execute();
  const before = await statistics();
  // The first day only: half of each goes, the other half a day later.
  expect(await prune(store, 0, { api_logs_days: 1.5, sync_logs_days: 1.5 })).toEqual({
    api_logs: 850,
    sync_logs: 600,
  });
  expect(await prune(store, 10, { api_logs_days: 5, sync_logs_days: 5 })).toEqual({
    api_logs: 850,
    sync_logs: 600,
  });
  expect(await statistics()).toEqual(before);
  const kept = await store.db.selectFrom('kept_counts').selectAll().where('what', '=', 'api').execute();
  expect(kept.reduce((sum, row) => sum + Number(row.count), 0)).toBe(1700);
  expect(kept.filter(({ outcome }) => outcome === 'failed').reduce((sum, row) => sum + row.count, 0)).toBe(
    170,
  );
  const left = await store.db.selectFrom('erp_sync_logs').select('sync_direction').execute();
  expect(left.map((row) => row.sync_direction)).toEqual(Array(40).fill('local_to_erp'));
});

test('what explains a customer is the same after everything old went', async () => {
  const hub = await engine({ customers: 12 });
  const [id] = await hub.bring([company(1)]);
  await hub.run();
  for (let round = 0; round < 30; round++) await hub.run('pull');
  const explained = () => explainCustomer(hub.store.db, `#${id}`);
  const writes = await hub.writes(id as number);
  const before = await explained();
  const runs = await hub.store.db.selectFrom('sync_runs').select('id').execute();
  const gone = await prune(hub.store, 9999, {
    api_logs_days: 1,
    sync_logs_days: 1,
    events_days: 30,
    messages_days: 30,
  });
  expect(gone.runs).toBeGreaterThan(25);
  expect(gone.sweeps).toBeGreaterThan(5);
  const left = await hub.store.db.selectFrom('sync_runs').select('id').execute();
  expect(left.map((run) => run.id)).toContain(writes[0]?.run_id);
  expect(left.length).toBe(runs.length - (gone.runs ?? 0));
  expect(await explained()).toEqual(before);
  expect(await hub.writes(id as number)).toEqual(writes);
  // And the sync goes on from there as if nothing had gone.
  expect((await hub.run()).push).toMatchObject({ created: 0, updated: 0 });
});
