import type { Customer } from '@bangqiao/core';
import { describe, expect, test } from 'vitest';
import {
  addKey,
  CustomerMoved,
  findByErpId,
  findByKey,
  findCustomer,
  insertCustomer,
  insertCustomers,
  keysOf,
  keyValue,
  updateCustomer,
  WHOLE_CUSTOMER,
  type WriteContext,
} from '../src/customers/index.ts';
import type { Store } from '../src/store/index.ts';
import { testStore } from './support/database.ts';

const AT = '2026-03-01T02:00:00.000Z';
const LATER = '2026-03-02T02:00:00.000Z';
const PHONE = '13800000001';

function wechat(now = AT): WriteContext {
  return { by: 'test', reason: 'said so in the chat', source: 'wechat', runId: null, now };
}
function erp(now = AT): WriteContext {
  return { ...wechat(now), source: 'erp', reason: 'read from the ERP' };
}
async function history(store: Store, id: number) {
  return await store.db
    .selectFrom('field_change_history')
    .selectAll()
    .where('customer_id', '=', id)
    .orderBy('id')
    .execute();
}
async function keyRows(store: Store, id: number) {
  const rows = await store.db
    .selectFrom('customer_keys')
    .select(['kind', 'value'])
    .where('customer_id', '=', id)
    .orderBy('kind')
    .orderBy('value')
    .execute();
  return rows.map(({ kind, value }) => `${kind} ${value}`);
}
function insert(store: Store, patch: Partial<Customer>, context = wechat()) {
  return store.transaction((trx) => insertCustomer(trx, patch, context));
}
function update(store: Store, before: Customer, changes: Partial<Customer>, context = wechat(LATER)) {
  return store.transaction((trx) => updateCustomer(trx, before, changes, context));
}

describe('a new customer', () => {
  test('is answered exactly as the database holds it', async () => {
    const store = await testStore();
    const customer = await insert(store, {
      phone: PHONE,
      phone_verified: true,
      company_name: '星河测试科技有限公司',
      intent_score: 82,
      business_license_info: '{"name": "星河"}',
      wechat_remark: '',
    });
    expect(await findCustomer(store.db, customer.id)).toEqual(customer);
    expect(customer).toMatchObject({
      data_quality_score: 80,
      intent_level: 'high',
      stage: 'lead',
      phone_source: 'wechat',
      phone_verified_at: AT,
      wechat_remark: null,
      local_dirty: true,
      erp_sync_status: 'pending',
      version: 1,
    });
  });

  test('makes one history row, whatever it brings', async () => {
    const store = await testStore();
    const customer = await insert(store, { phone: PHONE, real_name: '测试甲' });
    const rows = await history(store, customer.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ field_name: WHOLE_CUSTOMER, change_type: 'create', changed_by: 'test' });
    expect(JSON.parse(rows[0]!.new_value!)).toMatchObject({ phone: PHONE, real_name: '测试甲' });
  });

  test('that was read from the ERP is no change of the hub', async () => {
    const store = await testStore();
    const customer = await insert(store, { erp_customer_id: 77, real_name: '测试甲' }, erp());
    expect(customer).toMatchObject({ local_dirty: false, local_updated_at: null, stage: 'customer' });
    expect((await findByErpId(store.db, 77))?.id).toBe(customer.id);
  });

  test('whose WeChat id is taken keeps it as an extra key', async () => {
    const store = await testStore();
    const first = await insert(store, { wechat_id: 'wx_test_a' });
    const second = await insert(store, { wechat_id: 'wx_test_a', erp_customer_id: 5 }, erp());
    expect(second.wechat_id).toBeNull();
    const found = await findByKey(store.db, 'wechat', 'WX_TEST_A');
    expect(found.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test('of a batch stands in the order of its patch, twins of a WeChat id included', async () => {
    const store = await testStore();
    const patches = Array.from({ length: 450 }, (_, index) => ({
      erp_customer_id: 1000 + index,
      wechat_id: index % 2 === 0 ? `wx_${index}` : `wx_${index - 1}`,
    }));
    const customers = await store.transaction((trx) => insertCustomers(trx, patches, erp()));
    expect(customers.map((customer) => customer.erp_customer_id)).toEqual(
      patches.map((patch) => patch.erp_customer_id),
    );
    expect(await findByErpId(store.db, 1301)).toEqual(customers[301]);
    expect(customers[301]!.wechat_id).toBeNull();
    expect(await keyRows(store, customers[301]!.id)).toEqual(['wechat wx_300']);
  });
});

describe('a changed customer', () => {
  test('gets one history row per changed field and none for bookkeeping', async () => {
    const store = await testStore();
    const before = await insert(store, { real_name: '测试甲', email: 'a@example.com' });
    const after = await update(store, before, { real_name: '测试乙', email: null, phone: PHONE });
    const rows = (await history(store, before.id)).slice(1);
    expect(rows.map((row) => [row.field_name, row.old_value, row.new_value, row.change_type])).toEqual([
      ['real_name', '测试甲', '测试乙', 'update'],
      ['email', 'a@example.com', null, 'clear'],
      ['phone', null, PHONE, 'fill'],
      ['stage', 'contact', 'lead', 'update'],
    ]);
    expect(after).toMatchObject({
      version: 2,
      updated_at: LATER,
      email_source: null,
      data_quality_score: 15,
    });
    expect(await findCustomer(store.db, before.id)).toEqual(after);
  });

  test('with the values that it has already is not written', async () => {
    const store = await testStore();
    const info = '{"name":"星河"}';
    const before = await insert(store, { real_name: '测试甲', business_license_info: info });
    const same = { real_name: '测试甲', business_license_info: '{ "name": "星河" }' };
    expect(await update(store, before, same)).toBe(before);
    expect(await history(store, before.id)).toHaveLength(1);
  });

  test('is refused when somebody wrote it in between', async () => {
    const store = await testStore();
    const before = await insert(store, { real_name: '测试甲' });
    await update(store, before, { real_name: '测试乙' });
    await expect(update(store, before, { real_name: '测试丙' })).rejects.toBeInstanceOf(CustomerMoved);
    expect((await findCustomer(store.db, before.id))?.real_name).toBe('测试乙');
    expect(await history(store, before.id)).toHaveLength(2);
  });

  test('loses the verification of a value that is replaced, unless the new one is verified', async () => {
    const store = await testStore();
    const before = await insert(store, { phone: PHONE, phone_verified: true });
    const replaced = await update(store, before, { phone: '13800000002' });
    expect(replaced).toMatchObject({ phone_verified: false, phone_verified_at: null });
    const again = await update(store, replaced, { phone_verified: true });
    expect(again).toMatchObject({ phone_verified: true, phone_verified_at: LATER });
    const other = await update(store, again, { phone: '13800000003', phone_verified: true });
    expect(other).toMatchObject({ phone_verified: true, phone_verified_at: LATER });
  });

  test('is found by its new phone only, and by every WeChat id it ever had', async () => {
    const store = await testStore();
    const before = await insert(store, { phone: PHONE, wechat_id: 'wx_one' });
    await addKey(store.db, before.id, 'wechat', 'wx_extra');
    await update(store, before, { phone: '13800000002', wechat_id: 'wx_two' });
    expect(await keyRows(store, before.id)).toEqual(['wechat wx_extra', 'wechat wx_one', 'wechat wx_two']);
    expect(await findByKey(store.db, 'phone', PHONE)).toEqual([]);
    expect(await findByKey(store.db, 'phone', '+86 138 0000 0002')).toHaveLength(1);
  });

  test('is found by its customer number in either letter case', async () => {
    const store = await testStore();
    const { id } = await insert(store, { erp_customer_id: 3, erp_customer_code: 'KH20260003' }, erp());
    for (const written of ['KH20260003', 'kh20260003', ' ＫＨ20260003 ']) {
      expect((await findByKey(store.db, 'khid', written)).map((found) => found.id)).toEqual([id]);
    }
  });

  test('waits for the ERP again when a shared field changed, and not for a message count', async () => {
    const store = await testStore();
    const linked = await insert(
      store,
      { erp_customer_id: 9, real_name: '测试甲', erp_sync_status: 'synced' },
      erp(),
    );
    const counted = await update(store, linked, { message_count: 4 });
    expect(counted).toMatchObject({ local_dirty: false, erp_sync_status: 'synced' });
    const edited = await update(store, counted, { email: 'b@example.com' });
    expect(edited).toMatchObject({ local_dirty: true, erp_sync_status: 'pending', local_updated_at: LATER });
    const read = await update(store, edited, { address: '测试路1号', local_dirty: false }, erp(LATER));
    expect(read).toMatchObject({ local_dirty: false, address_source: 'erp' });
  });

  test('keeps its own WeChat id when the new one belongs to somebody else', async () => {
    const store = await testStore();
    await insert(store, { wechat_id: 'wx_taken' });
    const before = await insert(store, { wechat_id: 'wx_own', real_name: '测试乙' });
    const after = await update(store, before, { wechat_id: 'wx_taken' });
    expect(after.wechat_id).toBe('wx_own');
    expect(await keyRows(store, before.id)).toEqual(['wechat wx_own', 'wechat wx_taken']);
  });
});

test('a phone key is a hash, the same for every way of writing the number, and never the number', () => {
  const value = keyValue('phone', PHONE);
  expect(value).toMatch(/^[0-9a-f]{32}$/);
  expect(keyValue('phone', '+86 138-0000-0001')).toBe(value);
  expect(keyValue('phone', '138****0001')).toBeNull();
  expect(keysOf({ phone: PHONE, company_name: '星河（测试）科技有限公司' })).toEqual([
    { kind: 'phone', value },
    { kind: 'company', value: '星河(测试)科技有限公司' },
  ]);
});
