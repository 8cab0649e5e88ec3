import type { Customer } from '@bangqiao/core';
import { expect, test } from 'vitest';
import { CustomerMoved, insertCustomer, keyValue } from '../../src/customers/index.ts';
import { searchCustomers } from '../../src/customers/search.ts';
import { mergeByPerson, mergeCustomers } from '../../src/identity/merge.ts';
import { unmergeCustomer } from '../../src/identity/unmerge.ts';
import { message, type Side, START, side } from './support.ts';

const person = { by: 'person', reason: 'a person said so', source: 'manual', runId: null } as const;
const now = new Date(START).toISOString();

function merge(hub: Side, a: number, b: number) {
  return hub.store.transaction((trx) => mergeByPerson(trx, a, b, { ...person, now }));
}

function unmerge(hub: Side, id: number) {
  return hub.store.transaction((trx) => unmergeCustomer(trx, id, { ...person, now }));
}

async function messagesOf(hub: Side, customer: number): Promise<(string | null)[]> {
  const rows = await hub.store.db
    .selectFrom('messages')
    .select('text')
    .where('customer_id', '=', customer)
    .orderBy('at')
    .execute();
  return rows.map(({ text }) => text);
}

/** Signed and posted, as a bridge does it; then understood. */
async function tell(hub: Side, ...events: object[]): Promise<void> {
  const { json } = await hub.post('/ingest/events', events);
  expect(json).toMatchObject({ accepted: events.length, refused: 0 });
  await hub.understand();
}

test('one person by three WeChat ids, a phone written in four ways and two spellings of the company is one customer; unmerge gives two back with their own messages', async () => {
  const hub = await side();
  await tell(
    hub,
    message('wx_one', '您好，我的电话是138 0000 0005'),
    message('wx_two', '我是杭州示例泵业有限公司'),
    message('wx_three', '我们公司是杭州示例泵業有限公司'),
  );
  expect(await hub.customers()).toHaveLength(3);
  await tell(
    hub,
    message('wx_two', '电话+86 138-0000-0005'),
    message('wx_three', '我的电话：１３８０００００００５'),
  );

  const [only, ...none] = await hub.customers();
  expect(none).toEqual([]);
  expect(only).toMatchObject({
    wechat_id: 'wx_one',
    phone: '13800000005',
    message_count: 5,
    company_name: '杭州示例泵业有限公司',
  });
  await tell(hub, message('wx_three', '还在吗，打我手机008613800000005'), message('wx_one', '这个多少钱？'));
  const [one, ...others] = await hub.customers();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ message_count: 7, has_quote_request: true, phone: '13800000005' });

  await unmerge(hub, 3);
  const [kept, parted] = await hub.customers();
  expect(kept).toMatchObject({ id: 1, message_count: 4, phone: '13800000005', has_quote_request: true });
  expect(parted).toMatchObject({ id: 3, wechat_id: 'wx_three', message_count: 3, phone: '13800000005' });
  expect(await messagesOf(hub, 1)).toEqual([
    '您好，我的电话是138 0000 0005',
    '我是杭州示例泵业有限公司',
    '电话+86 138-0000-0005',
    '这个多少钱？',
  ]);
  expect(await messagesOf(hub, 3)).toEqual([
    '我们公司是杭州示例泵業有限公司',
    '我的电话：１３８０００００００５',
    '还在吗，打我手机008613800000005',
  ]);

  await tell(hub, message('wx_three', '我的电话13800000005'));
  expect(await hub.customers()).toHaveLength(2);
});

test('what only the other one said goes with him when they are parted', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '在吗'), message('wx_b', '我的电话13800000006，多少钱')]);
  await merge(hub, 1, 2);
  expect(await hub.customers()).toMatchObject([
    { id: 1, phone: '13800000006', has_quote_request: true, message_count: 2 },
  ]);
  await hub.take([message('wx_b', '我是绍兴示例阀门有限公司')]);
  expect(await searchCustomers(hub.store, '示例阀', { byPhone: true })).toEqual([1]);
  await unmerge(hub, 2);
  expect(await searchCustomers(hub.store, '示例阀', { byPhone: true })).toEqual([2]);
  expect(await hub.customers()).toMatchObject([
    { id: 1, wechat_id: 'wx_a', phone: null, company_name: null, has_quote_request: false, message_count: 1 },
    {
      id: 2,
      wechat_id: 'wx_b',
      phone: '13800000006',
      company_name: '绍兴示例阀门有限公司',
      has_quote_request: true,
      message_count: 2,
    },
  ]);
});

test('a merge takes along what was told of the other one, messages, his card and marks', async () => {
  const hub = await side();
  const [one, other] = [message('wx_a', '在吗'), message('wx_b', '您好')];
  const { text: _text, kind: _kind, direction: _direction, ...of } = other;
  await hub.take([
    one,
    other,
    { ...of, id: 'card', type: 'contact', nickname: '小示' },
    { ...of, id: 'mark', type: 'mark', field: 'marked_as_important', value: true },
  ]);
  const owners = () => hub.store.db.selectFrom('wechat_events').select('customer_id').orderBy('id').execute();
  expect(await owners()).toEqual([1, 2, 2, 2].map((customer_id) => ({ customer_id })));
  await merge(hub, 1, 2);
  expect(await owners()).toEqual([1, 1, 1, 1].map((customer_id) => ({ customer_id })));
});

async function keysOf(hub: Side, customer: number): Promise<string[]> {
  const rows = await hub.store.db
    .selectFrom('customer_keys')
    .select(['kind', 'value'])
    .where('customer_id', '=', customer)
    .execute();
  return rows.map(({ kind, value }) => `${kind}:${value}`).sort();
}

test('parted, the kept one has the keys it had before the merge and those it said since, the other one takes along its own', async () => {
  const hub = await side();
  await hub.take([
    message('wx_a', '我们公司是杭州示例泵业有限公司'),
    message('wx_a', '我的电话13800000031'),
    message('wx_b', '我们公司是杭州示例泵业有限公司'),
    message('wx_b', '我的电话13800000032'),
  ]);
  const [kept, other] = [await keysOf(hub, 1), await keysOf(hub, 2)];
  await merge(hub, 1, 2);
  expect((await keysOf(hub, 1)).length).toBeGreaterThan(kept.length);
  await unmerge(hub, 2);
  expect(await keysOf(hub, 1)).toEqual(kept);
  expect(await keysOf(hub, 2)).toEqual(other);

  await merge(hub, 1, 2);
  await hub.take([message('wx_a', '另一个电话13800000032')]);
  await unmerge(hub, 2);
  const said = `phone:${keyValue('phone', '13800000032')}`;
  expect(await keysOf(hub, 1)).toEqual([...kept, said].sort());
});

test('of three who were one, those who stay keep a key that the parted one shares, and what each said itself', async () => {
  const hub = await side();
  const company = '我们公司是绍兴示例阀门有限公司';
  await hub.take([message('wx_a', '在吗'), message('wx_b', company), message('wx_c', company)]);
  const shared = (await keysOf(hub, 3)).filter((key) => key.startsWith('company:'));
  expect(shared).toHaveLength(1);
  await merge(hub, 1, 2);
  await merge(hub, 1, 3);
  await hub.take([message('wx_a', '我已经下单了'), message('wx_b', '我已经下单了')]);
  await unmerge(hub, 2);
  expect(await keysOf(hub, 1)).toEqual(expect.arrayContaining(shared));
  const both = { company_name: '绍兴示例阀门有限公司', has_order: true };
  expect(await hub.customers()).toMatchObject([both, both]);
  await unmerge(hub, 3);
  expect(await keysOf(hub, 1)).not.toEqual(expect.arrayContaining(shared));
  expect(await hub.customers()).toMatchObject([
    { company_name: null, has_order: true },
    both,
    { company_name: '绍兴示例阀门有限公司', has_order: false },
  ]);
});

test('one and parted again, both keep the last contact and the signs of intent that an import named', async () => {
  const hub = await side();
  const said = (day: number, last_message_content: string, sign: string) => ({
    last_contact_time: `2026-01-0${day}T02:00:00.000Z`,
    last_message_content,
    intent_signals: JSON.stringify([sign]),
  });
  const a = { wechat_id: 'wx_a', ...said(5, '报个价', '报价') };
  const b = { wechat_id: 'wx_b', ...said(9, '合同发我', '合同') };
  const writing = { ...person, now };
  await hub.store.transaction(async (trx) => {
    for (const one of [a, b]) await insertCustomer(trx, one, writing);
  });
  const [{ last_contact_time: first }, { last_contact_time: last }] = (await hub.customers()) as [
    Customer,
    Customer,
  ];
  await merge(hub, 1, 2);
  expect(await hub.customers()).toMatchObject([
    { last_contact_time: last, last_message_content: '合同发我', intent_signals: a.intent_signals },
  ]);
  await unmerge(hub, 2);
  expect(await hub.customers()).toMatchObject([
    { last_contact_time: first, last_message_content: '报个价', intent_signals: a.intent_signals },
    { last_contact_time: last, last_message_content: '合同发我', intent_signals: b.intent_signals },
  ]);
});

test('parted, nobody gets back the words of a message that was recalled since', async () => {
  const hub = await side();
  const asked = message('wx_a', '在吗');
  const recalled = message('wx_b', '发错了');
  await hub.take([asked, recalled]);
  await merge(hub, 1, 2);
  const { id, at, channel, account, wechat_id } = recalled;
  await hub.take([{ id: 'r', type: 'recall', at, channel, account, wechat_id, message_id: id }]);
  await unmerge(hub, 2);
  expect(await hub.customers()).toMatchObject([
    { last_message_content: '在吗' },
    { last_message_content: null, last_contact_time: null },
  ]);
});

test('parted, each counts its own messages again: what is recalled afterwards is not counted', async () => {
  const hub = await side();
  const first = message('wx_a', '在吗');
  await hub.take([first, message('wx_a', '您好'), message('wx_b', '您好')]);
  await merge(hub, 1, 2);
  await unmerge(hub, 2);
  const { id, at, channel, account, wechat_id } = first;
  await hub.take([{ id: 'r', type: 'recall', at, channel, account, wechat_id, message_id: id }]);
  expect(await hub.customers()).toMatchObject([{ message_count: 1 }, { message_count: 1 }]);
});

test('parted, what happened since goes with whom it is about: a card’s phone, a recall, a value said anew', async () => {
  const hub = await side();
  const before = [message('wx_a', '在吗'), message('wx_b', '我们公司是绍兴示例阀门有限公司')];
  const ordered = message('wx_b', '我已经下单了');
  await hub.take([...before, ordered]);
  await merge(hub, 1, 2);
  const head = { at: now, channel: 'bot', account: '' };
  const { channel, account, wechat_id, id } = ordered;
  await hub.take([
    message('wx_a', '我们公司是杭州示例泵业有限公司'),
    { ...head, type: 'contact', id: 'c', wechat_id, phone: '13800000033', phones: ['13800000034'] },
    { type: 'recall', id: 'r', at: now, channel, account, wechat_id, message_id: id },
  ]);
  expect(await hub.customers()).toMatchObject([{ phone: '13800000033', has_order: false }]);
  await unmerge(hub, 2);
  expect(await hub.customers()).toMatchObject([
    { phone: null, company_name: '杭州示例泵业有限公司', company_name_source: 'wechat', has_order: false },
    { phone: '13800000033', company_name: '绍兴示例阀门有限公司', has_order: false },
  ]);
  const further = `phone:${keyValue('phone', '13800000034')}`;
  expect(await keysOf(hub, 1)).not.toContain(further);
  expect(await keysOf(hub, 2)).toContain(further);
});

test('parted, a card and a mark go with whom they are about, and a mark of the kept one stays', async () => {
  const hub = await side();
  const head = { at: now, channel: 'bot', account: '' };
  const mark = { type: 'mark', field: 'has_order', value: true };
  await hub.take([
    message('wx_a', '在吗'),
    message('wx_b', '我已经下单了'),
    { ...head, ...mark, id: 'k1', wechat_id: 'wx_a' },
    { ...head, type: 'contact', id: 'c2', wechat_id: 'wx_b', company_name: '绍兴示例阀门有限公司' },
  ]);
  await merge(hub, 1, 2);
  await unmerge(hub, 2);
  expect(await hub.customers()).toMatchObject([
    { id: 1, has_order: true, company_name: null },
    { id: 2, has_order: true, company_name: '绍兴示例阀门有限公司' },
  ]);
  const others = await hub.store.db
    .selectFrom('wechat_events')
    .select('customer_id')
    .where('type', '<>', 'message')
    .orderBy('id')
    .execute();
  expect(others).toEqual([{ customer_id: 1 }, { customer_id: 2 }]);
});

test('an equal phone under two companies, is a suggestion; two people of one company are colleagues', async () => {
  const hub = await side();
  await hub.take([
    message('wx_a', '我们公司是杭州示例泵业有限公司'),
    message('wx_a', '电话13800000007'),
    message('wx_b', '我们公司是宁波示例电机有限公司'),
    message('wx_b', '电话13800000007'),
    message('wx_c', '我们公司是宁波示例电机有限公司'),
  ]);
  expect(await hub.customers()).toHaveLength(3);
  const open = await hub.store.db
    .selectFrom('identity_suggestions')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  expect(open.map(({ customer_a, customer_b }) => [customer_a, customer_b])).toEqual([[1, 2]]);
});

test('two records of the ERP are never merged here', async () => {
  const hub = await side();
  await hub.take([message('wx_a', '一'), message('wx_b', '二')]);
  for (const id of [1, 2])
    await hub.store.db
      .updateTable('customers_unified')
      .set({ erp_customer_id: 100 + id })
      .where('id', '=', id)
      .execute();
  await expect(merge(hub, 1, 2)).rejects.toMatchObject({ code: 'both_in_erp' });
  await hub.take([message('wx_a', '我的电话13800000008'), message('wx_b', '我的电话13800000008')]);
  expect(await hub.customers()).toHaveLength(2);
});

test('a customer that was written after it was read is not merged away: what came meanwhile would be lost', async () => {
  const hub = await side();
  await tell(hub, message('wx_one', '我的电话13800000005'), message('wx_two', '你好'));
  const [one, read] = (await hub.customers()) as [Customer, Customer];
  await tell(hub, message('wx_two', '我是杭州示例泵业有限公司'));
  const merging = hub.store.transaction((trx) => mergeCustomers(trx, one, read, { ...person, now }));
  await expect(merging).rejects.toThrow(CustomerMoved);
  expect((await hub.customers())[1]).toMatchObject({
    company_name: '杭州示例泵业有限公司',
    message_count: 2,
  });
});
