import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { insertCustomer } from '../../src/customers/index.ts';
import { importFile } from '../../src/ingest/index.ts';
import { message, SECRET, type Side, START, side } from './support.ts';

function bring({ store }: Side, row: object) {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-counts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, JSON.stringify(row));
  return importFile(store, file, { by: 'import', now: () => new Date(START) });
}

test('events of a bridge are kept once, answered one by one, and become customers with their messages', async () => {
  const hub = await side();
  const first = message('wx_a', '你好，请报价');
  const second = message('wx_b', '在吗');

  const { status, json } = await hub.post('/ingest/events', [first, second, first]);
  expect(status).toBe(200);
  expect(json).toMatchObject({ accepted: 2, duplicate: 1, refused: 0 });
  expect(json.events.map(({ result }: { result: string }) => result)).toEqual([
    'accepted',
    'accepted',
    'duplicate',
  ]);
  expect((await hub.post('/ingest/events', second)).json).toMatchObject({ accepted: 0, duplicate: 1 });

  await hub.understand();
  expect(await hub.customers()).toMatchObject([
    { wechat_id: 'wx_a', message_count: 1, has_quote_request: true, stage: 'lead' },
    { wechat_id: 'wx_b', message_count: 1, has_quote_request: false, stage: 'contact' },
  ]);
});

test('a landline is noted with its message: colleagues who share one stay two people without a phone', async () => {
  const hub = await side();
  await hub.post('/ingest/events', [
    message('wx_a', '我的电话 0571-88000001'),
    message('wx_b', '打我座机0571-88000001'),
  ]);
  await hub.understand();
  expect(await hub.customers()).toMatchObject([
    { wechat_id: 'wx_a', phone: null },
    { wechat_id: 'wx_b', phone: null },
  ]);
  const facts = await hub.store.db.selectFrom('customer_facts').select(['kind', 'value', 'state']).execute();
  expect(facts).toEqual(
    ['wx_a', 'wx_b'].map(() => ({ kind: 'landline', value: '0571-88000001', state: 'seen' })),
  );
});

test('a bad event is refused with its reason in both languages, and takes no other with it', async () => {
  const hub = await side();
  const bad = [
    { ...message('wx_a', 'x'), surprise: 1 },
    { ...message('wx_a', 'x'), at: 'yesterday' },
    { ...message('wx_a', 'x'), at: new Date(START + 48 * 3_600_000).toISOString() },
    { ...message('wx_a', 'x'), wechat_id: null },
    { ...message('wx_a', 'x'), type: 'thought' },
    {
      id: 'c',
      type: 'contact',
      at: message('a', '').at,
      channel: 'bot',
      account: '',
      wechat_id: 'wx_c',
      phone: '12',
    },
    {
      id: 'k',
      type: 'mark',
      at: message('a', '').at,
      channel: 'bot',
      account: '',
      wechat_id: 'wx_c',
      field: 'phone',
      value: 1,
    },
    'no event',
  ];
  const { status, json } = await hub.post('/ingest/events', [...bad, message('wx_a', 'good')]);
  expect(status).toBe(200);
  expect(json).toMatchObject({ accepted: 1, refused: bad.length });
  for (const { reason } of json.events.slice(0, -1)) {
    expect(reason.zh).not.toBe('');
    expect(reason.en).not.toBe('');
  }
  expect(json.events[0].reason.en).toContain('surprise');
  expect((await hub.post('/ingest/events', bad[1])).status).toBe(422);
});

test('an id that comes again with other words is refused, not lost unseen; other bridges and accounts count for themselves', async () => {
  const hub = await side();
  const one = message('wx_a', '第一句');
  await hub.post('/ingest/events', one);
  const again = await hub.post('/ingest/events', { ...one, text: '第二句' });
  expect(again.json.events[0]).toMatchObject({ result: 'refused' });
  const others = [
    { ...one, channel: 'another', text: '另一个桥' },
    { ...one, account: 'our_2', text: '另一个账号' },
  ];
  expect((await hub.post('/ingest/events', others)).json).toMatchObject({ accepted: 2 });
});

test('null is as good as absent, and the hex of a signature may be written large', async () => {
  const hub = await side();
  const unsaid = { text: null, nickname: null, chat: null, room_id: null, media: null, account: null };
  const event = { ...message('wx_a', ''), ...unsaid, kind: 'image' };
  const body = JSON.stringify(event);
  const timestamp = String(START / 1000);
  const { signBody } = await import('../../src/ingest/signature.ts');
  const signature = signBody(SECRET, timestamp, body).toUpperCase().replace('SHA256', 'sha256');
  const { json } = await hub.post('/ingest/events', body, { 'x-bangqiao-signature': signature });
  expect(json).toMatchObject({ accepted: 1, refused: 0 });
  await hub.understand();
  expect(await hub.customers()).toMatchObject([{ wechat_id: 'wx_a', wechat_nickname: null }]);
});

test('a zero character in an id or a name refuses that event alone; one in a text is left out', async () => {
  const hub = await side();
  const said = [
    { ...message('wx_a', 'x'), id: 'a\0b' },
    { ...message('wx_a', 'x'), account: 'a\0b' },
    { ...message('wx_a', 'x'), nickname: '小\0周' },
    message('wx_a', '我的电话\0 13800000001'),
  ];
  const { json } = await hub.post('/ingest/events', said);
  expect(json).toMatchObject({ accepted: 1, refused: 3 });
  await hub.understand();
  const kept = await hub.store.db.selectFrom('wechat_events').select('state').execute();
  expect(kept).toEqual([{ state: 'understood' }]);
  expect(await hub.store.db.selectFrom('messages').select('text').execute()).toEqual([
    { text: '我的电话 13800000001' },
  ]);
  expect(await hub.customers()).toMatchObject([{ phone: '13800000001' }]);
});

test.each([
  ['none', { 'x-bangqiao-signature': '' }, 'signature_missing'],
  ['a wrong one', { 'x-bangqiao-signature': `sha256=${'0'.repeat(64)}` }, 'signature_wrong'],
  [
    'one of another time',
    { 'x-bangqiao-timestamp': String(Math.floor(START / 1000) - 1) },
    'signature_wrong',
  ],
])('a body with %s as its signature is not looked at', async (_how, headers, code) => {
  const hub = await side();
  const { status, json } = await hub.post(
    '/ingest/events',
    'not even JSON',
    headers as Record<string, string>,
  );
  expect([status, json.error.code]).toEqual([401, code]);
});

test('a signature is good for five minutes', async () => {
  const hub = await side();
  const { signBody } = await import('../../src/ingest/signature.ts');
  const body = JSON.stringify(message('wx_a', 'x'));
  const send = async (timestamp: string) => {
    const signature = signBody(SECRET, timestamp, body);
    const headers = { 'x-bangqiao-timestamp': timestamp, 'x-bangqiao-signature': signature };
    return (await fetch(`${hub.url}/ingest/events`, { method: 'POST', body, headers })).status;
  };
  expect(await send(String(START / 1000 - 301))).toBe(401);
  expect(await send(String(START / 1000 + 301))).toBe(401);
  expect(await send(String(START / 1000 - 299))).toBe(200);
  expect(await send(String(START + 299_000))).toBe(200);
});

test('without a secret the doors are closed and say how to open them; before the database is open they say so', async () => {
  const closed = await side({ secret: null });
  const answer = await closed.post('/ingest/events', message('wx_a', 'x'));
  expect([answer.status, answer.json.error.code]).toEqual([404, 'ingest_closed']);
  expect(answer.json.error.next.en).toContain('ingest.secret');
  expect((await closed.post('/ingest/wecom', 'x')).json.error.code).toBe('wecom_closed');
  const early = await side({ intake: () => null });
  expect((await early.post('/ingest/events', message('wx_a', 'x'))).status).toBe(503);
});

test('an event that cannot be understood is parked with its reason, and the others go on', async () => {
  const hub = await side();
  await hub.intake.take(
    [message('wx_a', '一'), message('wx_b', '二'), message('wx_a', '三')].map((event) => ({
      source: 'bridge',
      event: event as never,
    })),
  );
  const [, poison] = await hub.store.db.selectFrom('wechat_events').selectAll().orderBy('id').execute();
  await hub.store.db
    .updateTable('wechat_events')
    .set({ body: '{"type":"message","at":1}' })
    .where('id', '=', poison!.id)
    .execute();

  await hub.understand();
  const states = await hub.store.db
    .selectFrom('wechat_events')
    .select(['state', 'problem'])
    .orderBy('id')
    .execute();
  expect(states.map(({ state }) => state)).toEqual(['understood', 'parked', 'understood']);
  expect(JSON.parse(states[1]!.problem!)).toMatchObject({ code: 'not_understood' });
  expect(await hub.customers()).toMatchObject([{ wechat_id: 'wx_a', message_count: 2 }]);
});

test('a recall takes the message back with what rested on it alone, also when it overtook the message', async () => {
  const hub = await side();
  const phone = message('wx_a', '我的电话是13800000001');
  const other = message('wx_a', '多少钱');
  await hub.take([phone, other]);
  expect(await hub.customers()).toMatchObject([{ phone: '13800000001', message_count: 2 }]);
  const recall = (of: string, id: string) => ({
    id,
    type: 'recall',
    at: new Date(START).toISOString(),
    channel: 'wxauto',
    account: 'our_1',
    wechat_id: 'wx_a',
    message_id: of,
  });
  await hub.take([recall(phone.id, 'r1')]);
  expect(await hub.customers()).toMatchObject([{ phone: null, message_count: 1, has_quote_request: true }]);

  const late = message('wx_a', '打13800000002');
  await hub.take([recall(late.id, 'r2')]);
  await hub.take([late]);
  expect(await hub.customers()).toMatchObject([{ phone: null, message_count: 1 }]);
  const messages = await hub.store.db.selectFrom('messages').select('recalled_at').orderBy('id').execute();
  expect(messages.map((row) => row.recalled_at !== null)).toEqual([true, false, true]);
});

test('a group is no person: each speaker is one, and our words there are nobody’s', async () => {
  const hub = await side();
  const room = { room_id: 'r1@chatroom', chat: 'r1@chatroom' };
  await hub.take([
    message('wx_a', '我的电话13800000001', room),
    message('wx_b', '收到', room),
    { ...message('', '大家好', { ...room, direction: 'out' }), wechat_id: null },
  ]);
  expect(await hub.customers()).toMatchObject([
    { wechat_id: 'wx_a', message_count: 1, phone: '13800000001' },
    { wechat_id: 'wx_b', message_count: 1, phone: null },
  ]);
  const ours = await hub.store.db.selectFrom('messages').selectAll().where('direction', '=', 'out').execute();
  expect(ours).toMatchObject([{ customer_id: null }]);
});

test('somebody of whom only a display name is told hangs on account and chat, and gets no WeChat id', async () => {
  const hub = await side();
  const named = (text: string, chat: string, account = 'our_1') => ({
    ...message('', text, { chat, account, nickname: chat }),
    wechat_id: null,
  });
  await hub.take([
    named('一', '小周'),
    named('二', '小周'),
    named('三', '小周', 'our_2'),
    named('四', '老王'),
  ]);
  expect(await hub.customers()).toMatchObject([
    { wechat_id: null, wechat_nickname: '小周', message_count: 2 },
    { wechat_id: null, wechat_nickname: '小周', message_count: 1 },
    { wechat_id: null, wechat_nickname: '老王', message_count: 1 },
  ]);
});

test('a contact fills what is not known, a mark sets its flag, and both leave what a person verified', async () => {
  const hub = await side();
  const head = { at: new Date(START).toISOString(), channel: 'bot', account: '', wechat_id: 'wx_c' };
  const contact = {
    ...head,
    id: 'c1',
    type: 'contact',
    nickname: '周',
    phone: '138 0000 0003',
    company_name: '杭州示例阀门有限公司',
    phone_verified: true,
  };
  await hub.post('/ingest/events', [
    contact,
    { ...head, id: 'k1', type: 'mark', field: 'has_order', value: true },
  ]);
  await hub.understand();
  expect(await hub.customers()).toMatchObject([
    {
      phone: '13800000003',
      phone_verified: true,
      has_order: true,
      wechat_nickname: '周',
      company_name: '杭州示例阀门有限公司',
    },
  ]);
  await hub.post('/ingest/events', {
    ...head,
    id: 'c2',
    type: 'contact',
    phone: '13800000004',
    wechat_remark: '老客户',
  });
  await hub.understand();
  expect(await hub.customers()).toMatchObject([
    { phone: '13800000003', phone_verified: true, wechat_remark: '老客户' },
  ]);
});

test('a card or a mark that is older than what was told since changes nothing when it comes late', async () => {
  const hub = await side();
  const told = (id: string, minutes: number, more: object) => ({
    id,
    at: new Date(START - minutes * 60_000).toISOString(),
    channel: 'bot',
    account: '',
    wechat_id: 'wx_c',
    ...more,
  });
  const card = (id: string, minutes: number, phone: string, remark: string) =>
    told(id, minutes, { type: 'contact', phone, wechat_remark: remark });
  const mark = (id: string, minutes: number, value: boolean) =>
    told(id, minutes, { type: 'mark', field: 'has_order', value });
  const now = [{ phone: '13800000002', wechat_remark: '新备注', has_order: false }];
  await hub.take([card('c2', 10, '13800000002', '新备注'), mark('k2', 10, false)]);
  await hub.take([card('c1', 20, '13800000001', '旧备注'), mark('k1', 20, true)]);
  expect(await hub.customers()).toMatchObject(now);
  await hub.take([
    told('m1', 15, { type: 'message', direction: 'in', kind: 'text', text: '电话13800000003，我已经下单了' }),
  ]);
  expect(await hub.customers()).toMatchObject(now);
  await hub.take([card('c3', 5, '13800000004', '再新'), mark('k3', 5, true)]);
  expect(await hub.customers()).toMatchObject([
    { phone: '13800000004', wechat_remark: '再新', has_order: true },
  ]);
});

test('WeCom’s id means one person whatever bridge or import tells it, letter case included', async () => {
  const hub = await side();
  const id = 'wmErxtDgAA9AW32YyyuYRimKr7D1KWlw';
  const context = {
    by: 'test',
    reason: 'test',
    source: 'manual',
    runId: null,
    now: message('a', '').at,
  } as const;
  await hub.store.transaction((trx) => insertCustomer(trx, { wechat_id: id }, context));
  await hub.take([message(id, '一', { channel: 'wecom_archive' }), message(id, '二', { channel: 'a_bot' })]);
  const other = id.toLowerCase();
  await hub.take([message(other, '三', { channel: 'a_bot' }), message(other, '四', { channel: 'wecom' })]);
  expect(await hub.customers()).toMatchObject([
    { wechat_id: id, message_count: 2 },
    { wechat_id: null, message_count: 2 },
  ]);
});

test('messages that come in any order and any batches count the same', async () => {
  const said = [
    message('wx_a', '报价', {}),
    message('wx_a', '采购参数', {}),
    message('wx_a', '谢谢', { direction: 'out' }),
    message('wx_b', '合同'),
  ];
  const counted = async (order: number[], batches: number) => {
    const hub = await side();
    const events = order.map((index) => said[index]!);
    const size = Math.ceil(events.length / batches);
    for (let from = 0; from < events.length; from += size) await hub.take(events.slice(from, from + size));
    return (await hub.customers())
      .map(
        ({
          wechat_id,
          message_count,
          intent_score,
          conversation_days,
          first_contact_time,
          last_contact_time,
        }) => ({
          wechat_id,
          message_count,
          intent_score,
          conversation_days,
          first_contact_time,
          last_contact_time,
        }),
      )
      .sort((a, b) => (a.wechat_id! < b.wechat_id! ? -1 : 1));
  };
  const one = await counted([0, 1, 2, 3], 1);
  expect(one[0]).toMatchObject({ message_count: 3, intent_score: 25 });
  expect(await counted([3, 2, 1, 0], 4)).toEqual(one);
  expect(await counted([1, 3, 0, 2], 2)).toEqual(one);
});

test('what a file counts of somebody who wrote here before stands until messages say more', async () => {
  const hub = await side();
  const wechat_id = 'wx_wrote_first';
  const row = { wechat_id, message_count: 4, intent_score: 85, conversation_days: 20 };
  await hub.take([message(wechat_id, '在吗'), message(wechat_id, '你好')]);
  expect(await bring(hub, row)).toMatchObject({ updated: 1 });
  const counted = { intent_score: 85, intent_level: 'high', conversation_days: 20 };
  expect(await hub.customers()).toMatchObject([{ ...counted, message_count: 4 }]);
  await hub.take([message(wechat_id, '早')]);
  expect(await hub.customers()).toMatchObject([{ ...counted, message_count: 4 }]);
  await hub.take([message(wechat_id, '谢谢'), message(wechat_id, '再见')]);
  expect(await hub.customers()).toMatchObject([{ ...counted, message_count: 5 }]);

  expect(await bring(hub, { wechat_id, intent_score: null })).toMatchObject({ updated: 1 });
  const [cleared] = await hub.customers();
  expect(cleared).toMatchObject({ message_count: 5, conversation_days: 20 });
  expect(cleared!.intent_score).toBeLessThan(85);
});

test('a file that comes again counts nobody down whom messages took further', async () => {
  const hub = await side();
  const row = {
    wechat_id: 'wx_filed_first',
    message_count: 2,
    last_contact_time: '2026-01-05T02:00:00Z',
    last_message_content: '老消息',
  };
  await bring(hub, row);
  await hub.take([1, 2, 3].map((number) => message(row.wechat_id, `第 ${number} 句`)));
  const before = await hub.customers();
  expect(before).toMatchObject([{ message_count: 3, last_message_content: '第 3 句' }]);
  expect(await bring(hub, row)).toMatchObject({ unchanged: 1, updated: 0 });
  expect(await hub.customers()).toEqual(before);
});

test('the last contact that a file names stands for whoever is known by a card alone, and beyond the last message', async () => {
  const hub = await side();
  const wechat_id = 'wx_card_alone';
  const at = new Date(START).toISOString();
  await hub.take([
    { id: 'card', at, channel: 'bot', account: '', wechat_id, type: 'contact', wechat_remark: '老客户' },
  ]);
  const row = {
    wechat_id,
    last_contact_time: '2026-01-05T02:00:00.000Z',
    last_message_content: '老消息',
    intent_signals: ['询价'],
  };
  expect(await bring(hub, row)).toMatchObject({ updated: 1 });
  const [filed] = await hub.customers();
  expect(filed).toMatchObject({ last_contact_time: row.last_contact_time, last_message_content: '老消息' });
  expect(filed!.intent_signals).toContain('询价');
  expect(await bring(hub, { ...row, message_count: 0 })).toMatchObject({ bad: [] });
  expect(await bring(hub, { wechat_id, message_count: 3 })).toMatchObject({ updated: 1 });
  const { last_contact_time, last_message_content, intent_signals } = filed!;
  const kept = { last_contact_time, last_message_content, intent_signals };
  expect(await hub.customers()).toMatchObject([{ ...kept, message_count: 3 }]);

  await hub.take([message(wechat_id, '在吗')]);
  const [written] = await hub.customers();
  expect(written).toMatchObject({ last_message_content: '在吗' });
  expect(Date.parse(written!.last_contact_time!)).toBeGreaterThan(Date.parse(row.last_contact_time));
  const later = { wechat_id, last_contact_time: '2099-01-05T02:00:00.000Z', last_message_content: '新消息' };
  expect(await bring(hub, later)).toMatchObject({ updated: 1 });
  const stands = { last_contact_time: later.last_contact_time, last_message_content: '新消息' };
  expect(await hub.customers()).toMatchObject([stands]);
  await hub.take([message(wechat_id, '还在吗')]);
  expect(await hub.customers()).toMatchObject([stands]);
  await hub.take([message(wechat_id, '我到了', { at: '2099-02-01T02:00:00.000Z' })]);
  expect(await hub.customers()).toMatchObject([{ last_message_content: '我到了' }]);
});
