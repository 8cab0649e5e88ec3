import { createCallbackDoor, createWecomClient } from '@bangqiao/wechat';
import { createWecomSim, type WecomFaults, type WecomSim } from '@bangqiao/wechat/sim';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { takeCallback } from '../../src/ingest/callback.ts';
import { runErrands } from '../../src/ingest/fetch-wecom.ts';
import { type Side, START, side } from './support.ts';

interface Corp extends Side {
  sim: WecomSim;
  /** Delivers every callback, fetches what they ask for, and understands all of it. */
  settle(): Promise<void>;
}

async function corp(faults: Partial<WecomFaults> = {}, customers = 0): Promise<Corp> {
  const sim = createWecomSim({ seed: 7, members: 2, customers, faults });
  const baseUrl = await sim.listen();
  onTestFinished(() => sim.close());
  const { token, encodingAesKey, corpId, secret } = sim;
  const hub = await side({ door: createCallbackDoor({ token, encodingAesKey, receivers: [corpId] }) });
  const client = createWecomClient({ corpId, secret, baseUrl, backoffMs: 1 });
  onTestFinished(() => client.close());
  sim.callbackUrl = `${hub.url}/ingest/wecom`;
  const fetcher = {
    store: hub.store,
    intake: hub.intake,
    client,
    log: pino({ level: 'silent' }),
    clock: hub.ports.clock,
  };
  const settle = async () => {
    await sim.settled();
    while ((await runErrands(fetcher)) > 0);
    await hub.understand();
  };
  return { ...hub, sim, settle };
}

async function count(hub: Side, table: 'wechat_events' | 'messages' | 'ingest_errands'): Promise<number> {
  const { n } = await hub.store.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

test('WeCom’s check of the address is answered, and a stranger’s callback is refused', async () => {
  const hub = await corp();
  expect(await hub.sim.checkCallback()).toBe(true);
  const answer = await fetch(`${hub.url}/ingest/wecom?msg_signature=x&timestamp=1&nonce=2`, {
    method: 'POST',
    body: '<xml><Encrypt>abc</Encrypt></xml>',
  });
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
    401,
    'callback_bad_signature',
  ]);
});

test('a customer who is added comes in with what WeCom knows; edits, back and forth, are followed', async () => {
  const hub = await corp();
  const { externalUserid } = hub.sim.people.customer({ name: '小周' });
  hub.sim.people.add('member1', externalUserid, { state: 'fair' });
  await hub.settle();
  expect(await hub.customers()).toMatchObject([
    { wechat_nickname: '小周', wechat_id: null, stage: 'contact' },
  ]);
  for (const remark of ['老周', '周总', '老周']) {
    hub.wait(1000);
    hub.sim.people.edit('member1', externalUserid, { remark });
    await hub.settle();
    expect(await hub.customers()).toMatchObject([{ wechat_remark: remark }]);
  }
  const keys = await hub.store.db
    .selectFrom('customer_keys')
    .selectAll()
    .where('kind', '=', 'external_userid')
    .execute();
  expect(keys).toMatchObject([{ value: externalUserid }]);
  expect(await count(hub, 'ingest_errands')).toBe(0);
});

test('customer service is pulled page by page; a cursor is kept with its page, and nothing comes twice', async () => {
  const hub = await corp({ emptyPage: 0.4, callbackTwice: 0.5 });
  const { openKfid } = hub.sim.accounts()[0]!;
  const people = ['甲', '乙'].map((name) => hub.sim.people.customer({ name }).externalUserid);
  for (let n = 0; n < 30; n++)
    hub.sim.service.say(openKfid, people[n % 2]!, n === 4 ? '多少钱？' : `第 ${n} 句`);
  await hub.settle();
  expect((await hub.customers()).map(({ message_count }) => message_count)).toEqual([15, 15]);
  expect((await hub.customers()).filter((one) => one.has_quote_request)).toHaveLength(1);
  hub.sim.service.say(openKfid, people[0]!, '还有一句');
  await hub.settle();
  await hub.store.db.deleteFrom('ingest_cursors').execute();
  hub.sim.service.say(openKfid, people[0]!, '再一句');
  await hub.settle();
  expect(await count(hub, 'messages')).toBe(32);
});

test('an old callback that does not say which account has news lets each be read', async () => {
  const hub = await corp();
  const { openKfid } = hub.sim.accounts()[0]!;
  const person = hub.sim.people.customer({ name: '甲' }).externalUserid;
  hub.sim.service.say(openKfid, person, '在吗');
  await hub.sim.settled();
  await hub.store.db.deleteFrom('ingest_errands').execute();
  const old = { Event: 'kf_msg_or_event', Token: '', CreateTime: '1700000000' };
  await takeCallback(hub.intake, { xml: '<xml/>', fields: old } as never, hub.ports.clock().toISOString());
  await hub.settle();
  expect(await hub.customers()).toMatchObject([{ message_count: 1 }]);
  expect(await count(hub, 'ingest_errands')).toBe(0);
});

test('what customer service and the archive tell that is of no customer is kept as it came, once', async () => {
  const hub = await corp();
  const { openKfid } = hub.sim.accounts()[0]!;
  const person = hub.sim.people.customer({ name: '甲' }).externalUserid;
  hub.sim.service.say(openKfid, person, '在吗');
  hub.sim.service.pickUp(openKfid, person, 'member1');
  await hub.settle();
  const record = (msgid: string, more: object) => ({
    seq: 1,
    msgid,
    at: START,
    record: {
      msgid,
      action: 'send',
      from: 'member1',
      tolist: ['member2'],
      msgtime: START,
      msgtype: 'text',
      ...more,
    },
  });
  const items = [
    record('m1', { roomid: '', text: { content: '中午吃什么' } }),
    { ...record('m2_external', { from: person, tolist: ['member1'], msgtype: 'agree' }), seq: 2 },
  ];
  expect((await hub.post('/ingest/archive', items)).json).toMatchObject({
    accepted: 0,
    duplicate: 0,
    ignored: 2,
  });
  expect((await hub.post('/ingest/archive', items)).json).toMatchObject({ accepted: 0, ignored: 2 });
  const kept = await hub.store.db
    .selectFrom('wechat_events')
    .select(['source', 'channel', 'state', 'raw'])
    .where('type', '=', 'other')
    .orderBy('id')
    .execute();
  expect(kept).toMatchObject([
    {
      source: 'kf',
      channel: 'wecom_kf',
      state: 'ignored',
      raw: expect.stringContaining('session_status_change'),
    },
    {
      source: 'archive',
      channel: 'wecom_archive',
      state: 'ignored',
      raw: expect.stringContaining('中午吃什么'),
    },
    { source: 'archive', state: 'ignored', raw: expect.stringContaining('agree') },
  ]);
});

/** Callbacks under way at the same time. */
const AT_ONCE = 400;
/** `npm run callbacks-storm` asks for 50000. */
const STORM = Number(process.env.CALLBACKS_STORM ?? 400);

test('a storm of callbacks, twice, late, several in one second, ends with exactly the distinct events', {
  timeout: 3_600_000,
}, async () => {
  const hub = await corp({ callbackTwice: 0.3, callbackLate: 0.3 });
  const events = STORM;
  const from = performance.now();
  const people = Array.from(
    { length: events / 2 },
    (_, n) => hub.sim.people.customer({ name: `客户${n}` }).externalUserid,
  );
  for (const member of ['member1', 'member2']) {
    for (const [n, one] of people.entries()) {
      hub.sim.people.add(member, one);
      if (n % AT_ONCE === AT_ONCE - 1) await hub.sim.settled();
    }
    await hub.sim.settled();
  }
  const seconds = (performance.now() - from) / 1000;
  const { accepted, givenUp } = hub.sim.stats;
  expect(givenUp).toBe(0);
  expect(accepted).toBeGreaterThan(events);
  expect(await count(hub, 'wechat_events')).toBe(events);
  await hub.understand();
  if (process.env.CALLBACKS_STORM) console.log(JSON.stringify({ events, deliveries: accepted, seconds }));
  expect(await hub.customers()).toHaveLength(people.length);
});

test('a sidecar’s records are taken once; missing numbers are on the ledger with their time, and leave it when they come', async () => {
  const hub = await corp();
  const customer = hub.sim.people.customer({ name: '小周' }).externalUserid;
  const said = (text: string) => hub.sim.archive.text(customer, ['member1'], text);
  said('一');
  said('我的电话13800000011');
  hub.sim.archive.undecipherable();
  hub.sim.archive.skip(3);
  said('二');
  const items = hub.sim.archive.page(0, 100).map((item) => ({ ...item }));
  const all = await hub.post('/ingest/archive', items);
  expect([all.status, all.json]).toEqual([
    200,
    { seq: items.at(-1)!.seq, accepted: 3, duplicate: 0, ignored: 0 },
  ]);
  expect((await hub.post('/ingest/archive', { items })).json).toMatchObject({ accepted: 0, duplicate: 3 });
  const { readArchiveLedger } = await import('../../src/ingest/archive.ts');
  const now = hub.ports.clock().toISOString();
  expect(await readArchiveLedger(hub.store.db, now)).toMatchObject({ missing: 4, lost: 0 });

  const between = { ...items[0]!, seq: items[2]!.seq + 2, record: { ...items[0]!.record!, msgid: 'late' } };
  await hub.post('/ingest/archive', between);
  expect(await readArchiveLedger(hub.store.db, now)).toMatchObject({ missing: 3 });
  const later = new Date(Date.now() + 6 * 86_400_000).toISOString();
  expect(await readArchiveLedger(hub.store.db, later)).toMatchObject({ missing: 0, lost: 3, nextLoss: null });
  await hub.understand();
  expect(await hub.customers()).toMatchObject([{ phone: '13800000011', message_count: 4 }]);
});

test('a message to several customers is a message of each, and its recall takes it back from each, also when it comes first', async () => {
  const hub = await corp();
  const [a, b] = [1, 2].map((n) => hub.sim.people.customer({ name: `客户${n}` }).externalUserid) as [
    string,
    string,
  ];
  const { archive } = hub.sim;
  const revoke = (to: string[], msgid: string) =>
    archive.put({
      action: 'recall',
      from: 'member1',
      tolist: to,
      msgtype: 'revoke',
      revoke: { pre_msgid: msgid },
    });
  const first = archive.text('member1', [a, b], '各位，下周放假');
  const second = archive.text('member1', [a, b], '价目表见附件');
  archive.text('member1', [a, b], '明天见');
  revoke([b, a], first);
  revoke([a, b], second);
  const items = archive.page(0, 100).map((item) => ({ ...item }));
  const [early] = items.splice(1, 1);
  const post = async (some: object[]) => {
    expect((await hub.post('/ingest/archive', some)).status).toBe(200);
    await hub.understand();
  };
  await post(items);
  await post([early!]);
  const messages = await hub.store.db
    .selectFrom('messages')
    .select(['wechat_id', 'text', 'recalled_at'])
    .orderBy('id')
    .execute();
  const standing = messages.filter(({ recalled_at }) => recalled_at === null);
  expect(messages).toHaveLength(6);
  expect(new Set(standing.map(({ wechat_id }) => wechat_id))).toEqual(new Set([a, b]));
  expect(standing.map(({ text }) => text)).toEqual(['明天见', '明天见']);
  expect(await hub.customers()).toMatchObject([{ message_count: 1 }, { message_count: 1 }]);
});

test('in a group a recall meets its message whoever of us is named first, also when it comes first', async () => {
  const hub = await corp();
  const person = hub.sim.people.customer({ name: '客户' }).externalUserid;
  const { archive } = hub.sim;
  const revoke = (tolist: string[], pre_msgid: string) =>
    archive.put({
      action: 'recall',
      from: person,
      tolist,
      roomid: 'wr1',
      msgtype: 'revoke',
      revoke: { pre_msgid },
    });
  const first = archive.text(person, ['member1', 'member2'], '第一句', 'wr1');
  const second = archive.text(person, ['member1', 'member2'], '第二句', 'wr1');
  revoke(['member2', 'member1'], first);
  revoke(['member2', 'member1'], second);
  const items = archive.page(0, 100).map((item) => ({ ...item }));
  const [late] = items.splice(1, 1);
  for (const some of [items, [late!]]) {
    await hub.post('/ingest/archive', some);
    await hub.understand();
  }
  const messages = await hub.store.db.selectFrom('messages').select('recalled_at').execute();
  expect(messages.map(({ recalled_at }) => recalled_at !== null)).toEqual([true, true]);
});
