import { expect, test } from 'vitest';
import { importFile } from '../src/ingest/index.ts';
import { ownedOnly, refusal, startDesk } from './api-support.ts';
import { ended, startWork } from './api-work.ts';
import { engine, listed } from './engine/support.ts';
import { PEOPLE } from './explain-world.ts';
import { SETTINGS, say } from './followup/talks.ts';
import { message, side } from './wechat/support.ts';

const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

test('the time line tells messages, decisions, writes, follow-ups, changes and reads in one order, page by page, each once', async () => {
  const hub = await engine({ customers: 5 });
  await hub.run('pull');
  const who = await hub.rowOf(listed(hub.sim)[0]!.ord);
  const lines = Array.from({ length: 12 }, (_none, at) => ['c', `请报个价，要 ${at} 台球阀`] as const);
  await say(hub.store, [{ customer: who, at: '2026-02-28T01:00:00.000Z', lines }]);
  await hub.run('followups', { settings: { followUps: SETTINGS } });
  await hub.edit(who.id, { address: '示例路 9 号' });
  await hub.run('sync');
  const desk = await startDesk({ store: hub.store });
  const manager = await desk.user('manager');
  const params = { id: who.id };
  const whole = await manager.ask('timeline.show', { params, query: { limit: 200 } });
  expect(whole.counts).toMatchObject({ message: 12, follow_up: 1, write: 1 });
  expect(whole.items.length).toBe(Object.values(whole.counts).reduce((sum, count) => sum + count, 0));
  expect(whole.items.map(({ at }) => at)).toEqual(
    whole.items
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  const seen: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await manager.ask('timeline.show', {
      params,
      query: { limit: 4, ...(cursor ? { cursor } : {}) },
    });
    seen.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(seen).toEqual(whole.items);
  const some = await manager.ask('timeline.show', {
    params,
    query: { kinds: 'message,follow_up', limit: 200 },
  });
  expect(new Set(some.items.map(({ kind }) => kind))).toEqual(new Set(['message', 'follow_up']));
  const first = await manager.ask('timeline.messages', { params, query: { limit: 5 } });
  const rest = await manager.ask('timeline.messages', { params, query: { limit: 50, cursor: first.next! } });
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(12);
});

test('what was said shows phones to those who may see them, and what was taken back to nobody', async () => {
  const hub = await side();
  await hub.take([message('wx_one', '我的电话是13800000005'), message('wx_one', '今天先到这里')]);
  await hub.store.db
    .updateTable('messages')
    .set({ recalled_at: new Date().toISOString() })
    .where('text', '=', '今天先到这里')
    .execute();
  const desk = await startDesk({ store: hub.store });
  const manager = await desk.user('manager');
  const reader = await desk.user('read_only');
  const ask = { params: { id: 1 } };
  const { items } = await manager.ask('timeline.messages', ask);
  expect(items.map(({ text }) => text)).toEqual([null, '我的电话是13800000005']);
  expect(items[1]?.facts).toEqual([{ kind: 'phone', value: '13800000005', taken: true }]);
  expect(JSON.stringify(await manager.ask('timeline.show', ask))).toMatch(PHONE);
  expect(JSON.stringify(await reader.ask('timeline.show', ask))).not.toMatch(PHONE);
  const seller = await desk.user('seller', { erp: '7' });
  expect(await refusal(seller.ask('timeline.show', ask))).toBe('404 not_there');
});

test('a pair is merged or kept apart by a person’s word, and a merge is parted again', async () => {
  const hub = await side();
  await hub.take([
    message('wx_one', '我是杭州示例泵业有限公司'),
    message('wx_two', '我是宁波示例阀门有限公司'),
    message('wx_three', '我是苏州示例轴承有限公司'),
  ]);
  for (const [a, b] of [
    [1, 2],
    [1, 3],
  ] as const) {
    const row = { customer_a: a, customer_b: b, reasons: '[{"zh":"同名","en":"same name"}]', score: 0.6 };
    const open = { created_at: new Date().toISOString(), decided_at: null, decided_by: null };
    await hub.store.db
      .insertInto('identity_suggestions')
      .values({ ...row, ...open })
      .execute();
  }
  const desk = await startDesk({ store: hub.store });
  const manager = await desk.user('manager');
  const { items } = await manager.ask('people.list');
  expect(items.map(({ a, b }) => [a.id, b.id])).toEqual([
    [1, 2],
    [1, 3],
  ]);
  expect((await manager.ask('overview.show')).for_people).toMatchObject({ duplicates: 2 });
  const [first, second] = items;
  expect(await manager.ask('people.apart', { body: { ids: [second!.id] } })).toMatchObject({ refused: [] });
  const merged = await manager.ask('people.merge', { body: { ids: [first!.id, second!.id] } });
  expect(merged).toMatchObject({ done: [first!.id], refused: [{ code: 'not_there' }] });
  expect((await hub.customers()).map(({ id }) => id)).toEqual([1, 3]);
  const page = await manager.ask('customers.show', { params: { id: 1 } });
  expect(page.merges).toMatchObject([{ merged_id: 2, merged_by: 'manager' }]);
  expect(await manager.ask('people.unmerge', { params: { id: 1 } })).toEqual({ kept: 1, parted: 2 });
  expect((await hub.customers()).map(({ id, message_count }) => [id, message_count])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  expect((await manager.ask('people.list')).items).toEqual([]);
  expect(await refusal(manager.ask('people.unmerge', { params: { id: 3 } }))).toBe('404 not_merged');
  const seller = await desk.user('seller', { erp: '7' });
  expect(await refusal(seller.ask('people.merge', { body: { ids: [1] } }))).toBe('403 not_allowed');
});

test('a follow-up in doubt waits for a word: there, or sent once more', async () => {
  const hub = await engine({ customers: 5, erp: { timeoutMs: 400, maxAttempts: 1 } });
  await hub.run('pull');
  const [one, other] = await Promise.all(
    listed(hub.sim)
      .slice(0, 2)
      .map(({ ord }) => hub.rowOf(ord)),
  );
  const lines = [['c', '请报个价，DN50 的球阀要二十台']] as const;
  const at = '2026-02-28T01:00:00.000Z';
  await say(hub.store, [
    { customer: one!, at, lines },
    { customer: other!, at, lines },
  ]);
  const settings = { settings: { followUps: SETTINGS } };
  hub.sim.faults.dropBeforeSave = 1;
  await hub.run('followups', settings);
  hub.sim.faults.dropBeforeSave = 0;
  const desk = await startDesk({ store: hub.store });
  const seller = await desk.user('seller', { erp: '7' });
  const manager = await desk.user('manager');
  await ownedOnly(hub.store, [one!.id], '7');
  const { items } = await manager.ask('followups.list', { query: { standing: 'doubtful' } });
  expect(items.length).toBe(2);
  const own = await seller.ask('followups.list');
  expect(own.items.map(({ customer_id }) => customer_id)).toEqual([one!.id]);
  expect((await seller.ask('overview.show')).for_people).toMatchObject({ follow_ups: 1, conflicts: 0 });
  expect((await manager.ask('overview.show')).for_people).toMatchObject({ follow_ups: 2 });
  const ids = items.map(({ id }) => id);
  const bySeller = await seller.ask('followups.answer', { body: { ids, answer: 'there' } });
  expect(bySeller).toMatchObject({ done: [own.items[0]!.id], refused: [{ code: 'not_there' }] });
  const byManager = await manager.ask('followups.answer', { body: { ids, answer: 'send' } });
  expect(byManager).toMatchObject({ refused: [{ code: 'follow_up_not_open' }] });
  await hub.run('followups', settings);
  expect(hub.sim.followUps().map(({ ord }) => ord)).toEqual([other!.erp_customer_id]);
  const shown = await manager.ask('followups.show', { params: { id: byManager.done[0]! } });
  expect(shown.follow_up.standing).toBe('sent');
  expect(shown.steps.map(({ by }) => by)).toContain('manager');
});

test('a plan that the breaker stopped waits until it is carried out or refused', async () => {
  const breaker = { number: 5, share: 0.3, min_rows: 20 };
  const desk = await startWork(5, { sync: { breaker } });
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  const sync = async () => ended(manager, (await manager.ask('runs.start', { body: { kind: 'sync' } })).task);
  expect((await manager.ask('plans.waiting')).plans).toEqual([]);
  expect((await sync()).state).toBe('asks');
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  const [plan] = (await manager.ask('plans.waiting')).plans;
  expect(plan).toMatchObject({ code: 'breaker', rows: 20, gone: 0 });
  expect((await manager.ask('overview.show')).for_people.plans).toBe(1);
  const refused = await manager.ask('plans.refuse', { params: { id: plan!.id } });
  expect(refused.done.length).toBe(20);
  expect((await manager.ask('plans.waiting')).plans).toEqual([]);
  expect((await sync()).state).toBe('done');
  expect(desk.sim.customers().length).toBe(5);
  await desk.store.db
    .updateTable('customers_unified')
    .set({ local_updated_at: '2099-01-01T00:00:00.000Z' })
    .execute();
  expect((await sync()).state).toBe('asks');
  const [again] = (await manager.ask('plans.waiting')).plans;
  await ended(manager, (await manager.ask('plans.apply', { params: { id: again!.id }, body: {} })).task);
  expect(desk.sim.customers().length).toBe(25);
  expect((await manager.ask('plans.waiting')).plans).toEqual([]);
});
