import type { Customer } from '@bangqiao/core';
import type { SimCustomer } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { CustomerMoved, requireCustomer } from '../../src/customers/index.ts';
import { linkCustomer } from '../../src/push/link.ts';
import { company, type Engine, engine, listed, named } from './support.ts';

const withMobile = ({ fields }: SimCustomer) => fields.intsort === '1' && fields.mobile !== '';

async function hubRows(hub: Engine): Promise<number> {
  return (await hub.store.db.selectFrom('customers_unified').select('id').execute()).length;
}

test.each<[string, (theirs: SimCustomer['fields']) => Partial<Customer>]>([
  ['phone', ({ mobile }) => ({ phone: `+86 ${mobile}`, company_name: '杭州别的名称有限公司' })],
  ['WeChat id', ({ weixinAcc }) => ({ wechat_id: weixinAcc!, company_name: '杭州别的名称有限公司' })],
  ['full company name', ({ name }) => ({ company_name: name! })],
])(
  'a customer whom the ERP has, found by %s, is linked and not created; one row is here',
  async (_key, same) => {
    const hub = await engine();
    const theirs = listed(hub.sim).find(
      (customer) => withMobile(customer) && customer.fields.weixinAcc && customer.fields.email,
    )!;
    await hub.run('pull');
    const before = await hubRows(hub);
    // Pull links who is there already: this person comes in after it.
    const [id] = await hub.bring([company(1, same(theirs.fields))]);
    const there = listed(hub.sim).length;
    const { push } = await hub.run('push');
    expect(push).toMatchObject({ considered: 1, linked: 1, created: 0 });
    expect(listed(hub.sim)).toHaveLength(there);
    expect(await hubRows(hub)).toBe(before);
    const row = await hub.row(id!);
    expect(row).toMatchObject({ erp_customer_id: theirs.ord, erp_customer_code: theirs.fields.khid });
    expect(row.company_name).toBe(theirs.fields.name);
    // What the ERP holds of its own customer stays.
    expect(hub.sim.customer(theirs.ord)?.fields).toMatchObject({
      name: theirs.fields.name,
      mobile: theirs.fields.mobile,
      email: theirs.fields.email,
      weixinAcc: theirs.fields.weixinAcc,
    });
    const merges = await hub.store.db.selectFrom('customer_merges').selectAll().execute();
    expect(merges).toHaveLength(1);
    expect(merges[0]).toMatchObject({ kept_id: id });
    hub.sim.resetStats();
    await hub.run();
    await hub.run();
    expect(hub.sim.stats.writes).toEqual({});
  },
);

test('a customer in the pool, whom no sweep ever showed, is linked and not created a second time', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(withMobile)!;
  hub.sim.moveToPool(theirs.ord);
  await hub.run('pull');
  expect(
    await hub.store.db.selectFrom('erp_mirror').select('ord').where('ord', '=', theirs.ord).execute(),
  ).toEqual([]);
  const { name, mobile, khid } = theirs.fields;
  const [id] = await hub.bring([company(1, { company_name: name!, phone: mobile! })]);
  expect((await hub.run()).push).toMatchObject({ created: 0, linked: 1 });
  expect(named(hub.sim, name)).toHaveLength(1);
  expect(await hub.row(id!)).toMatchObject({
    erp_customer_id: theirs.ord,
    erp_customer_code: khid,
    erp_presence: 'pool',
  });
  hub.sim.resetStats();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
});

test('linking fills the fields that the ERP left empty where a verified value or an address waits, and nothing else', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(
    (customer) => withMobile(customer) && !customer.fields.email && !customer.fields.weixinAcc,
  )!;
  await hub.run('pull');
  await hub.bring([company(1, { phone: theirs.fields.mobile!, email: 'fill@example.com' })]);
  await hub.run('push');
  const filled = Object.entries(hub.sim.customer(theirs.ord)!.fields).filter(([, value]) => value !== '');
  expect(Object.fromEntries(filled)).toEqual({
    ...Object.fromEntries(Object.entries(theirs.fields).filter(([, value]) => value !== '')),
    email: 'fill@example.com',
    weixinAcc: company(1).wechat_id,
  });
});

test("a person's name alone never links", async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '2')!;
  hub.sim.oddities.duplicateCheck = [];
  await hub.run('pull');
  const person = { company_name: null, real_name: theirs.fields.name!, phone: '13800009999' };
  const [id] = await hub.bring([company(1, person)]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: 1, linked: 0 });
  expect((await hub.row(id!)).erp_customer_id).not.toBe(theirs.ord);
  expect(named(hub.sim, theirs.fields.name)).toHaveLength(2);
});

test('who matches several customers is parked with the candidates, and nothing is created', async () => {
  const hub = await engine();
  const [one, other] = listed(hub.sim).filter(withMobile);
  await hub.run('pull');
  const both = { phone: one!.fields.mobile!, company_name: other!.fields.name! };
  const [id] = await hub.bring([company(1, both)]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, created: 0, linked: 0 });
  const [write] = await hub.writes(id!);
  expect(write).toMatchObject({ state: 'parked', error_code: 'ambiguous' });
  expect(write?.error_message).toContain(one!.fields.khid);
  expect(write?.error_message).toContain(other!.fields.khid);
  expect(write?.error_message).toContain('（按手机号）');
  expect(write?.error_message).toContain('(by company name)');
  expect(write?.next_step).toContain('合并成一条');
  expect(hub.sim.stats.stored).toEqual({});
});

test('of people with one phone or one company name who come at once, one is created: colleagues become contacts, others are parked', async () => {
  const hub = await engine();
  hub.sim.faults.slowJitterMs = 10;
  hub.sim.oddities.duplicateCheck = [];
  await hub.run('pull');
  const there = listed(hub.sim).length;
  const people = Array.from({ length: 5 }, (_, at) => [
    company(at, { wechat_id: `wxid_a_${at}` }),
    company(at, { wechat_id: `wxid_b_${at}`, phone: `1380099000${at}` }),
    company(at + 10, { wechat_id: `wxid_c_${at}` }),
    company(at + 10, { wechat_id: `wxid_d_${at}`, company_name: `杭州另外${at}号设备有限公司` }),
  ]).flat();
  await hub.bring(people);
  await hub.run('push');
  expect(listed(hub.sim)).toHaveLength(there + 10);
  const { push } = await hub.run();
  expect(push).toMatchObject({ created: 0, parked: 5 });
  expect(listed(hub.sim)).toHaveLength(there + 10);
  const contacts = await hub.store.db
    .selectFrom('customers_unified')
    .select('wechat_id')
    .where('erp_contact_of', 'is not', null)
    .execute();
  expect(contacts).toHaveLength(5);
});

test('a customer typed into the ERP after the pull is found by the look-up there', async () => {
  const hub = await engine();
  await hub.run('pull');
  const ord = hub.sim.insert({
    name: '样本（杭州）电子有限公司',
    intsort: '1',
    khid: 'KH-NEW',
    person_name: '周全',
  });
  const [id] = await hub.bring([company(1, { company_name: '样本(杭州)电子有限公司' })]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ linked: 1, created: 0 });
  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: ord, erp_customer_code: 'KH-NEW' });
});

test('where filters are ignored, a customer typed in after the pull is found, and no wrong hit is taken', async () => {
  const hub = await engine({ oddities: { ignoreFilters: ['*'], noSearchKey: true } });
  await hub.run('pull');
  const ord = hub.sim.insert({
    name: '杭州后来样本有限公司',
    intsort: '1',
    khid: 'KH-LATER',
    mobile: '13800005555',
    person_name: '周全',
  });
  const [late, fresh] = await hub.bring([company(1, { phone: '13800005555' }), company(2)]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ linked: 1, created: 1 });
  expect((await hub.row(late!)).erp_customer_id).toBe(ord);
  expect(named(hub.sim, company(2).company_name)).toHaveLength(1);
  expect((await hub.row(fresh!)).company_name).toBe(company(2).company_name);
});

test('a customer in the pool is linked, not created anew', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(withMobile)!;
  await hub.run('pull');
  hub.sim.moveToPool(theirs.ord);
  await hub.run('pull');
  const [id] = await hub.bring([
    company(1, { phone: theirs.fields.mobile!, company_name: theirs.fields.name! }),
  ]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ linked: 1, created: 0 });
  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: theirs.ord, erp_presence: 'pool' });
});

test('two records of the ERP that one person here may be are for a person: neither is taken by the pull', async () => {
  const hub = await engine();
  const phone = '13700009901';
  const twins = ['苏州同号甲机电有限公司', '苏州同号乙机电有限公司'].map((name) =>
    hub.sim.insert({
      ...listed(hub.sim)[0]!.fields,
      name,
      khid: `TW${name[4]}`,
      mobile: phone,
      weixinAcc: '',
    }),
  );
  const [id] = await hub.bring([company(1, { phone, company_name: '苏州同号丙机电有限公司' })]);
  const { push } = await hub.run();
  expect(push).toMatchObject({ created: 0, linked: 0, parked: 1 });
  const row = await hub.row(id!);
  expect(row.erp_customer_id).toBeNull();
  const write = await hub.store.db
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', id!)
    .executeTakeFirstOrThrow();
  expect(write).toMatchObject({ state: 'parked', error_code: 'ambiguous' });
  expect(twins.every((ord) => hub.sim.customer(ord)?.fields.mobile === phone)).toBe(true);
});

test('an edit that waits for the ERP goes along when its row becomes one with a newcomer', async () => {
  const hub = await engine();
  const theirs = { mobile: '13900000001', person_name: '周全', ly: '171' };
  const ord = hub.sim.insert({ name: company(1).company_name!, ...theirs });
  await hub.run('pull');
  const { id: before } = await hub.rowOf(ord);
  await hub.edit(before, { email: 'here@example.com' });
  const [id] = await hub.bring([company(1, { email: null })]);

  const { push } = await hub.run();

  expect(push).toMatchObject({ linked: 1, failed: 0, waiting: 0 });
  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: ord, email: 'here@example.com' });
  expect(hub.sim.customer(ord)?.fields.email).toBe('here@example.com');
  const writes = await hub.writes(id!);
  expect(writes.filter(({ state }) => state !== 'confirmed' && state !== 'cancelled')).toEqual([]);
});

test('where the customers in the pool are too many to be read through, nobody is created unless a person waives it', async () => {
  const hub = await engine({ oddities: { maxPageSize: 4 } });
  const { company_name: name } = company(1);
  for (let shop = 1; shop <= 12; shop += 1) {
    hub.sim.moveToPool(hub.sim.insert({ name: `${name}第${shop}分店`, intsort: '1' }));
  }
  const { customers } = hub.erp.client;
  const find = customers.find.bind(customers);
  customers.find = (filter, value, options) => find(filter, value, { ...options, maxPages: 1 });
  const [id] = await hub.bring([company(1)]);
  expect((await hub.run()).push).toMatchObject({ created: 0, waiting: 1 });
  expect(await hub.writes(id!)).toMatchObject([{ state: 'waiting', error_code: 'hits_incomplete' }]);
  expect((await hub.run('sync', { settings: { waiveMirror: true } })).push).toMatchObject({ created: 1 });
});

test('a row that somebody came to, or that was written, since it was judged does not become one with a newcomer', async () => {
  const hub = await engine();
  await hub.run('pull');
  const judged = await hub.rowOf(listed(hub.sim)[0]!.ord);
  const [id] = (await hub.bring([company(1)])) as [number];
  const context = { ...hub, by: 'test', runId: 1, clock: () => new Date(judged.updated_at) } as never;
  const join = (matched: typeof judged) =>
    hub.store.transaction(async (trx) =>
      linkCustomer(trx, context, await requireCustomer(trx, id), matched, 'phone'),
    );

  await hub.edit(judged.id, { address: '示例路 3 号' });
  await expect(join(judged)).rejects.toThrow(CustomerMoved);
  await hub.edit(judged.id, { wechat_nickname: '先来的人' });
  await expect(join(await hub.row(judged.id))).rejects.toThrow(CustomerMoved);

  expect(await hub.row(judged.id)).toMatchObject({ address: '示例路 3 号', wechat_nickname: '先来的人' });
  expect((await hub.row(id)).erp_customer_id).toBeNull();
});
