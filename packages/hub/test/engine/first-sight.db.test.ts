import { expect, test } from 'vitest';
import { explainCustomer } from '../../src/explain/index.ts';
import { company, type Engine, engine, listed } from './support.ts';

/** ERP customers with everything that these tests look at. */
const full = ({ fields }: { fields: Record<string, string | undefined> }) =>
  fields.intsort === '1' && fields.mobile && fields.email && fields.weixinAcc;

async function historyOf(hub: Engine, id: number) {
  const told = await explainCustomer(hub.store.db, `#${id}`);
  if (told === null || !('history' in told)) throw new Error(`customer ${id} cannot be explained`);
  return told.history;
}

test('first sight in the ERP is one history row, and explain tells what was known then, whatever changed since', async () => {
  const hub = await engine();
  const { ord, fields } = listed(hub.sim).find(full)!;
  await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  hub.sim.edit(ord, { email: 'later@example.com' });
  await hub.run('pull');
  hub.sim.edit(ord, { email: 'latest@example.com' });
  await hub.run('pull');
  const rows = await hub.store.db
    .selectFrom('field_change_history')
    .select(['field_name', 'change_type'])
    .where('customer_id', '=', id)
    .orderBy('id')
    .execute();
  expect(rows.map(({ field_name }) => field_name)).toEqual(['*', 'email', 'email']);
  const history = await historyOf(hub, id);
  expect(history.at(-1)?.first).toMatchObject({
    erp_customer_id: ord,
    erp_customer_type: 1,
    company_name: fields.name,
    email: fields.email,
    wechat_id: fields.weixinAcc,
  });
});

test('when an ERP customer becomes one with a newcomer, what was known of it at first stays told', async () => {
  const hub = await engine();
  const { ord, fields } = listed(hub.sim).find(full)!;
  await hub.run('pull');
  const [id] = await hub.bring([company(1, { phone: fields.mobile! })]);
  await hub.run('push');
  expect((await hub.rowOf(ord)).id).toBe(id);
  const history = await historyOf(hub, id!);
  const firsts = history.filter(({ first }) => first !== null);
  expect(firsts.map(({ source }) => source).sort()).toEqual(['erp', 'wechat']);
  expect(firsts.find(({ source }) => source === 'erp')?.first).toMatchObject({
    company_name: fields.name,
    wechat_id: fields.weixinAcc,
  });
  expect(firsts.find(({ source }) => source === 'wechat')?.first).toMatchObject({
    company_name: company(1).company_name,
  });
});

test('of ERP customers with one WeChat id, on one page or on two, the first has it and the others keep it as a key', async () => {
  const hub = await engine({ oddities: { maxPageSize: 10 } });
  const all = listed(hub.sim);
  const same = [all[0]!, all[1]!, all[25]!];
  for (const { ord } of same) hub.sim.edit(ord, { weixinAcc: 'shared_example' });
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ created: all.length, failed: 0 });
  const rows = await Promise.all(same.map(({ ord }) => hub.rowOf(ord)));
  expect(rows.map(({ wechat_id }) => wechat_id)).toEqual(['shared_example', null, null]);
  const keys = await hub.store.db
    .selectFrom('customer_keys')
    .select('customer_id')
    .where('kind', '=', 'wechat')
    .where('value', '=', 'shared_example')
    .execute();
  expect(keys.map((key) => key.customer_id).sort()).toEqual(rows.map(({ id }) => id).sort());
  hub.sim.resetStats();
  const again = await hub.run();
  expect(again.pull).toMatchObject({ created: 0, updated: 0 });
  expect(hub.sim.stats.writes).toEqual({});
});
