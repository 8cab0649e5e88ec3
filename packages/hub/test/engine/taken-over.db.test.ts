import type { Customer } from '@bangqiao/core';
import { expect, test } from 'vitest';
import { type Engine, engine, listed } from './support.ts';

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
