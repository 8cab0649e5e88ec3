import type { Customer } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { expect, test } from 'vitest';
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

test('one in the pool whose record could not be read is asked for again; one that may not be read is out of sight', async () => {
  const hub = await engine();
  const [late, barred] = listed(hub.sim).filter(({ fields }) => fields.intsort === '1' && fields.mobile);
  const ids: number[] = [];
  for (const { ord, fields } of [late!, barred!]) {
    ids.push(await takeOver(hub, ord, { company_name: fields.name! }));
    hub.sim.moveToPool(ord);
  }
  const { customers } = hub.erp.client;
  const { get } = customers;
  const codes = new Map([
    [late!.ord, 'timed_out'],
    [barred!.ord, 'no_permission'],
  ] as const);
  customers.get = async (ord) => {
    const code = codes.get(ord);
    if (code) throw new ZhibangError(code, { endpoint: 'custom/detail', operation: 'customer.get' });
    return get.call(customers, ord);
  };
  expect((await hub.run('pull')).pull?.absent).toMatchObject({ gone: 0, pool: 0, hidden: 1 });
  expect(await hub.row(ids[1]!)).toMatchObject({ erp_presence: 'hidden' });
  customers.get = get;
  expect((await hub.run('pull')).pull?.absent).toMatchObject({ pool: 1 });
  expect(await hub.row(ids[0]!)).toMatchObject({ erp_presence: 'pool', phone: late!.fields.mobile });
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
