import type { Customer } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { expect, test } from 'vitest';
import { retryWrite } from '../../src/desk/writes.ts';
import { company, dump, type Engine, engine, listed } from './support.ts';

/** As `migrate --from-python` leaves it: linked by number, never read from the ERP. */
async function takeOver(hub: Engine, ord: number, customer: Partial<Customer>): Promise<number> {
  const [id] = await hub.bring([{ erp_customer_id: ord, stage: 'customer', ...customer }]);
  return id!;
}

const hubRows = async (hub: Engine) =>
  (await hub.store.db.selectFrom('customers_unified').select('id').execute()).length;

test('a customer taken over with its ERP number gets its ERP side at the first pull, and stays one row', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '1' && fields.mobile)!;
  const id = await takeOver(hub, theirs.ord, {
    wechat_id: 'wx_taken_over',
    company_name: theirs.fields.name!,
    erp_customer_code: theirs.fields.khid!,
    message_count: 12,
  });
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ failed: 0, updated: 1, created: listed(hub.sim).length - 1, complete: true });
  expect(await hub.rowOf(theirs.ord)).toMatchObject({
    id,
    wechat_id: 'wx_taken_over',
    phone: theirs.fields.mobile,
    message_count: 12,
    erp_sync_status: 'synced',
  });
  const again = await hub.run('pull');
  expect(again.pull).toMatchObject({ failed: 0, updated: 0, created: 0 });
});

test('a number that means another customer in this ERP is given up, and both customers stay', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '1' && fields.mobile)!;
  const id = await takeOver(hub, theirs.ord, {
    wechat_id: 'wx_elsewhere',
    company_name: '杭州另一家示例有限公司',
    erp_customer_code: 'OLD-0001',
    phone: '13800000077',
  });
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ failed: 0, created: listed(hub.sim).length, complete: true });
  expect(await hubRows(hub)).toBe(listed(hub.sim).length + 1);
  expect(await hub.row(id)).toMatchObject({
    erp_customer_id: null,
    erp_customer_code: null,
    company_name: '杭州另一家示例有限公司',
    phone: '13800000077',
    erp_sync_status: 'pending',
  });
  expect(await hub.rowOf(theirs.ord)).toMatchObject({
    company_name: theirs.fields.name,
    wechat_id: theirs.fields.weixinAcc || null,
  });
  const history = await hub.store.db
    .selectFrom('field_change_history')
    .selectAll()
    .where('customer_id', '=', id)
    .where('field_name', '=', 'erp_customer_id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(history.change_reason).toContain('another customer');
});

test('one whose record the list does not show is judged by that record, and gets its ERP side once it shows', async () => {
  const hub = await engine();
  const [deleted, pooled, hidden] = listed(hub.sim).filter(
    ({ fields }) => fields.intsort === '1' && fields.mobile,
  );
  const all = [deleted!, pooled!, hidden!];
  const ids: number[] = [];
  for (const { ord, fields } of all) ids.push(await takeOver(hub, ord, { company_name: fields.name! }));
  hub.sim.remove(deleted!.ord);
  hub.sim.moveToPool(pooled!.ord);
  hub.sim.hide(hidden!.ord);

  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ failed: 0, absent: { gone: 1, pool: 1, hidden: 1 } });
  expect(await hub.row(ids[0]!)).toMatchObject({ erp_presence: 'gone', phone: null });
  expect(await hub.row(ids[1]!)).toMatchObject({ erp_presence: 'pool', phone: pooled!.fields.mobile });
  expect(await hub.row(ids[2]!)).toMatchObject({ erp_presence: 'hidden', phone: null });

  const before = await dump(hub.store);
  expect((await hub.run('pull')).pull?.absent).toMatchObject({ gone: 0, pool: 0, hidden: 0 });
  expect(await dump(hub.store)).toEqual(before);

  for (const { ord } of all) hub.sim.show(ord);
  await hub.run('pull');
  for (const [index, { fields }] of all.entries()) {
    expect(await hub.row(ids[index]!)).toMatchObject({ erp_presence: 'present', phone: fields.mobile });
  }
});

test('more of them missing than the breaker lets through are judged by nobody unasked', async () => {
  const hub = await engine();
  const going = listed(hub.sim).slice(0, 25);
  for (const { ord, fields } of going) await takeOver(hub, ord, { company_name: fields.name! });
  for (const { ord } of going) hub.sim.remove(ord);
  const { pull, exitCode } = await hub.run('pull');
  expect(exitCode).toBe(3);
  expect(pull?.absent).toMatchObject({ gone: 0, unjudged: 25 });
});

test('an ERP that does not tell where thousands of them are is asked about some at a time, others each time', async () => {
  const hub = await engine({ customers: 6 });
  await hub.bring(
    Array.from({ length: 260 }, (_, at) => ({
      erp_customer_id: 900_000 + at,
      stage: 'customer' as const,
      company_name: `绍兴接管示例${at}号有限公司`,
    })),
  );
  const { customers } = hub.erp.client;
  const asked = new Set<number>();
  let calls = 0;
  customers.exists = async (ord) => {
    asked.add(ord);
    calls += 1;
    return 'unknown';
  };
  await hub.run('pull');
  expect(calls).toBe(200);
  await hub.run('pull');
  expect(calls).toBe(400);
  expect(asked.size).toBeGreaterThan(200);
});

const ofCompanies = (hub: Engine, count: number) =>
  listed(hub.sim)
    .filter(({ fields }) => fields.intsort === '1' && fields.mobile)
    .slice(0, count);

/** Those details do not come; what is taken off the map comes again. */
function keepShut(hub: Engine, ords: readonly number[], how: 'barred' | 'unopened' | 'timed_out') {
  const { customers } = hub.erp.client;
  const { get } = customers;
  const shut = new Set(ords);
  customers.get = async (ord) => {
    if (!shut.has(ord)) return get.call(customers, ord);
    if (how === 'unopened') return { found: false, why: 'unclear', message: '该客户在公海中，请先领取' };
    const code = how === 'barred' ? 'no_permission' : how;
    throw new ZhibangError(code, { endpoint: 'custom/detail', operation: 'customer.get' });
  };
  return shut;
}

test.each(['barred', 'unopened', 'timed_out'] as const)(
  'one in the pool whose record stays shut (%s) is tried again by each pull in silence, and read once it opens',
  async (how) => {
    const hub = await engine();
    const [theirs] = ofCompanies(hub, 1);
    const id = await takeOver(hub, theirs!.ord, { company_name: theirs!.fields.name! });
    hub.sim.moveToPool(theirs!.ord);
    const shut = keepShut(hub, [theirs!.ord], how);
    expect((await hub.run('pull')).pull?.absent).toMatchObject({ pool: 1, hidden: 0, unjudged: 0 });
    expect(await hub.row(id)).toMatchObject({ erp_presence: 'pool', phone: null });
    const before = await dump(hub.store);
    expect((await hub.run('pull')).pull?.absent).toMatchObject({ pool: 0, hidden: 0, unjudged: 0 });
    expect(await dump(hub.store)).toEqual(before);
    shut.clear();
    await hub.run('pull');
    expect(await hub.row(id)).toMatchObject({ erp_presence: 'pool', phone: theirs!.fields.mobile });
    const read = await dump(hub.store);
    await hub.run('pull');
    expect(await dump(hub.store)).toEqual(read);
  },
);

test('the breaker counts those whose record is not there, and none of the pool', async () => {
  const hub = await engine();
  const all = listed(hub.sim).slice(0, 40);
  const [pooled, deleted] = [all.slice(0, 25), all.slice(25)];
  for (const { ord, fields } of all) await takeOver(hub, ord, { company_name: fields.name! });
  for (const { ord } of pooled) hub.sim.moveToPool(ord);
  for (const { ord } of deleted) hub.sim.remove(ord);
  keepShut(
    hub,
    pooled.map(({ ord }) => ord),
    'unopened',
  );
  const { exitCode, pull } = await hub.run('pull');
  expect(exitCode).toBe(0);
  expect(pull?.absent).toMatchObject({ gone: 15, pool: 25, unjudged: 0 });
  const before = await dump(hub.store);
  expect(await hub.run('pull')).toMatchObject({ exitCode: 0, pull: { absent: { unjudged: 0 } } });
  expect(await dump(hub.store)).toEqual(before);
});

test('whoever may be one whose record does not open waits once, then is a person’s, and is linked once it opens', async () => {
  const hub = await engine();
  const [pooled, hidden] = ofCompanies(hub, 2);
  const theirs = [pooled!, hidden!];
  for (const { ord, fields } of theirs) await takeOver(hub, ord, { phone: fields.mobile! });
  hub.sim.moveToPool(pooled!.ord);
  hub.sim.hide(hidden!.ord);
  const shut = keepShut(hub, [pooled!.ord], 'barred');
  const ids = await hub.bring(theirs.map(({ fields }, n) => ({ ...company(n), phone: fields.mobile! })));
  const ofNewcomers = async () => (await Promise.all(ids.map((id) => hub.writes(id)))).flat();

  await hub.run();
  const unread = { error_code: 'record_unread' };
  expect(await ofNewcomers()).toMatchObject([
    { state: 'waiting', ...unread },
    { state: 'parked', ...unread },
  ]);
  expect(await hub.run()).toMatchObject({ exitCode: 1, push: { newlyParked: 1 } });
  const parked = await ofNewcomers();
  expect(parked).toMatchObject([
    { state: 'parked', ...unread },
    { state: 'parked', ...unread },
  ]);

  shut.clear();
  hub.sim.show(hidden!.ord);
  for (const { id } of parked) {
    await retryWrite(hub.store, id, { by: 'person', at: '2026-03-02T02:00:00.000Z' });
  }
  expect((await hub.run('push')).push).toMatchObject({ linked: 2, created: 0 });
  expect(await hub.row(ids[0]!)).toMatchObject({ erp_customer_id: pooled!.ord, erp_presence: 'pool' });
  expect(await hub.row(ids[1]!)).toMatchObject({ erp_customer_id: hidden!.ord });
});

test('whoever may be one that is out of sight is a person’s; one that is gone keeps nobody out', async () => {
  const hub = await engine();
  const [hidden, deleted] = listed(hub.sim);
  await takeOver(hub, hidden!.ord, { phone: company(1).phone! });
  await takeOver(hub, deleted!.ord, { phone: company(2).phone! });
  const ids = await hub.bring([company(1), company(2)]);
  hub.sim.hide(hidden!.ord);
  hub.sim.remove(deleted!.ord);

  const { push } = await hub.run();
  expect(push).toMatchObject({ failed: 0, parked: 1, newlyParked: 1, created: 1 });
  expect(await hub.writes(ids[0]!)).toMatchObject([{ state: 'parked', error_code: 'record_unread' }]);
});
