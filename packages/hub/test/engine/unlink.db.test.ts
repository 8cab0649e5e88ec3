import type { Customer } from '@bangqiao/core';
import { expect, test } from 'vitest';
import { explainCustomer } from '../../src/explain/index.ts';
import { unmergeCustomer } from '../../src/identity/unmerge.ts';
import { company, dump, type Engine, engine, listed } from './support.ts';

const AT = '2026-03-02T05:00:00.000Z';
const PERSON = {
  by: 'person',
  reason: 'parted by a person',
  source: 'manual',
  runId: null,
  now: AT,
} as const;

const part = (hub: Engine, id: number) =>
  hub.store.transaction((trx) => unmergeCustomer(trx, id, PERSON), { durable: true });

const keysOf = async (hub: Engine, id: number) =>
  (
    await hub.store.db
      .selectFrom('customer_keys')
      .select(['kind', 'value'])
      .where('customer_id', '=', id)
      .execute()
  )
    .map(({ kind, value }) => `${kind}:${value}`)
    .sort();

/** A WeChat person whom a push took for a customer of the ERP, by the phone. */
async function linked(more: Partial<Customer> = {}) {
  const hub = await engine();
  const theirs = listed(hub.sim).find(
    ({ fields }) => fields.intsort === '1' && fields.mobile && fields.email && fields.address,
  )!;
  await hub.run('pull');
  const erpRow = await hub.rowOf(theirs.ord);
  const erpKeys = await keysOf(hub, erpRow.id);
  const someone = {
    phone: theirs.fields.mobile!,
    email: null,
    company_name: '杭州别的名称有限公司',
    ...more,
  };
  const [id] = (await hub.bring([company(1, someone)])) as [number];
  const before = await hub.row(id);
  const ownKeys = await keysOf(hub, id);
  await hub.run('push');
  expect(erpRow.erp_owner).not.toBeNull();
  expect(await hub.row(id)).toMatchObject({ erp_customer_id: theirs.ord, erp_owner: erpRow.erp_owner });
  return { hub, theirs, erpRow, erpKeys, id, before, ownKeys };
}

test('a person taken for a customer of the ERP is parted from it: both are there again, each with its own, and nobody joins them again', async () => {
  const { hub, theirs, erpRow, erpKeys, id, before, ownKeys } = await linked();
  const { kept, parted } = await part(hub, erpRow.id);

  expect([kept.id, parted.id]).toEqual([id, erpRow.id]);
  const person = await hub.row(id);
  expect(person).toMatchObject({
    erp_customer_id: null,
    erp_customer_code: null,
    erp_owner: null,
    stage: before.stage,
    company_name: before.company_name,
    company_name_source: before.company_name_source,
    phone: before.phone,
    wechat_id: before.wechat_id,
    address: before.address,
    data_quality_score: before.data_quality_score,
  });
  const record = await hub.row(erpRow.id);
  expect(record).toMatchObject({
    erp_customer_id: theirs.ord,
    erp_customer_code: erpRow.erp_customer_code,
    erp_owner: erpRow.erp_owner,
    company_name: theirs.fields.name,
    phone: theirs.fields.mobile,
    stage: 'customer',
  });
  expect(await keysOf(hub, id)).toEqual(ownKeys);
  expect(await keysOf(hub, erpRow.id)).toEqual(
    expect.arrayContaining(erpKeys.filter((key) => !key.startsWith('wechat'))),
  );
  const said = await hub.store.db
    .selectFrom('field_change_history')
    .select('change_reason')
    .where('customer_id', '=', id)
    .where('field_name', '=', 'company_name')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(said?.change_reason).toBe('parted by a person');
  expect(await explainCustomer(hub.store.db, `#${erpRow.id}`)).toMatchObject({ customer: { id: erpRow.id } });

  const { push } = await hub.run();
  expect(push).toMatchObject({ created: 1, linked: 0 });
  const now = (await hub.row(id)).erp_customer_id;
  expect(now).not.toBe(theirs.ord);
  expect((await hub.rowOf(theirs.ord)).id).toBe(erpRow.id);
  // The newcomer's own record is seen in the list for the first time.
  await hub.run();
  const quiet = await dump(hub.store);
  await hub.run();
  expect(await dump(hub.store)).toEqual(quiet);
});

test("the ERP's row comes back as the ERP holds it now, and what somebody set here before still waits to be sent", async () => {
  const hub = await engine();
  const ord = hub.sim.insert({ name: '杭州样本泵业有限公司', mobile: '13900000001', person_name: '周全' });
  await hub.run('pull');
  const { id: erpRow } = await hub.rowOf(ord);
  await hub.edit(erpRow, { email: 'here@example.com' });
  const [id] = (await hub.bring([company(1, { phone: '13900000001', email: null })])) as [number];
  await hub.run('push');
  hub.sim.edit(ord, { address: '示例路 8 号' });
  await hub.run('pull');
  expect((await hub.row(id)).address).toBe('示例路 8 号');

  await part(hub, id);

  expect(await hub.row(id)).toMatchObject({ erp_customer_id: null, address: null });
  expect(await hub.row(erpRow)).toMatchObject({ erp_customer_id: ord, address: '示例路 8 号' });
  const { push } = await hub.run();
  expect(push).toMatchObject({ failed: 0 });
  expect(hub.sim.customer(ord)?.fields).toMatchObject({ email: 'here@example.com', address: '示例路 8 号' });
});

test('what the person said after the link stays with the person, and a write that has not left is given up', async () => {
  const { hub, erpRow, id } = await linked();
  await hub.edit(id, { email: 'said.later@example.com' });
  await hub.run('pull');
  await hub.store.db
    .insertInto('write_journal')
    .values({
      customer_id: id,
      kind: 'update',
      subject: '',
      state: 'planned',
      ord: erpRow.erp_customer_id,
      field_names: '["email"]',
      reason: 'email changed here',
      attempts: 0,
      saves: 0,
      created_at: AT,
      updated_at: AT,
    })
    .execute();
  await part(hub, id);
  expect((await hub.row(id)).email).toBe('said.later@example.com');
  expect((await hub.writes(id)).at(-1)).toMatchObject({ kind: 'update', state: 'cancelled' });
});

test('while a write of the person is under way nothing is parted', async () => {
  const { hub, id } = await linked();
  await hub.store.db
    .updateTable('write_journal')
    .set({ state: 'in_doubt', kind: 'update' })
    .where('customer_id', '=', id)
    .execute();
  await expect(part(hub, id)).rejects.toMatchObject({ code: 'write_under_way' });
  expect((await hub.row(id)).erp_customer_id).not.toBeNull();
});
