import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/plan-file.ts';
import { company, dump, type Engine, engine, listed } from './support.ts';

async function presenceOf(hub: Engine, ord: number): Promise<string | null> {
  return (await hub.rowOf(ord)).erp_presence;
}

test('a customer deleted in the ERP is marked gone, kept here, and not created anew', async () => {
  const hub = await engine();
  const [id] = await hub.bring([company(1)]);
  await hub.run();
  const { erp_customer_id: ord } = await hub.row(id!);
  await hub.run();
  hub.sim.remove(ord!);
  const { pull } = await hub.run();
  expect(pull?.absent).toMatchObject({ gone: 1, pool: 0, hidden: 0 });
  expect(await hub.row(id!)).toMatchObject({
    erp_presence: 'gone',
    erp_customer_id: ord,
    company_name: company(1).company_name,
  });
  hub.sim.resetStats();
  await hub.edit(id!, { email: 'edited.after@example.com' });
  const before = await dump(hub.store);
  await hub.run();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  expect(await dump(hub.store)).toEqual(before);
});

test.each(['单据不存在', '数据不存在', '该客户不存在或已被删除', 'empty', 'blank'] as const)(
  'a deleted record that answers "%s" is gone',
  async (recordMissingAs) => {
    const hub = await engine({ oddities: { recordMissingAs } });
    await hub.run('pull');
    const { ord } = listed(hub.sim)[5]!;
    hub.sim.remove(ord);
    await hub.run('pull');
    expect(await presenceOf(hub, ord)).toBe('gone');
  },
);

test('a customer given back to the pool, and one out of sight, are not called deleted', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [pooled, hidden] = listed(hub.sim);
  hub.sim.moveToPool(pooled!.ord);
  hub.sim.hide(hidden!.ord);
  const { pull } = await hub.run('pull');
  expect(pull?.absent).toMatchObject({ gone: 0, pool: 1, hidden: 1 });
  expect(await presenceOf(hub, pooled!.ord)).toBe('pool');
  expect(await presenceOf(hub, hidden!.ord)).toBe('hidden');
  const before = await dump(hub.store);
  await hub.run('pull');
  expect(await dump(hub.store)).toEqual(before);
});

test('who comes back is present again, with what was edited meanwhile', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [deleted, pooled, hidden] = listed(hub.sim).map(({ ord }) => ord);
  hub.sim.remove(deleted!);
  hub.sim.moveToPool(pooled!);
  hub.sim.hide(hidden!);
  await hub.run('pull');
  for (const ord of [deleted!, pooled!, hidden!]) {
    hub.sim.show(ord);
    hub.sim.edit(ord, { address: '回来后的地址 1 号' });
  }
  await hub.run('pull');
  for (const ord of [deleted!, pooled!, hidden!]) {
    expect(await hub.rowOf(ord)).toMatchObject({ erp_presence: 'present', address: '回来后的地址 1 号' });
  }
});

test('an incomplete sweep calls nobody gone', async () => {
  const hub = await engine({ customers: 100 });
  await hub.run('pull');
  const { ord } = listed(hub.sim)[40]!;
  hub.sim.remove(ord);
  hub.sim.faults.shiftRows = 1;
  const { pull } = await hub.run('pull', { settings: { pageSize: 15 } });
  expect(pull?.complete).toBe(false);
  expect(await presenceOf(hub, ord)).toBe('present');
  hub.sim.faults.shiftRows = 0;
  await hub.run('pull');
  expect(await presenceOf(hub, ord)).toBe('gone');
});

test('more missing than the breaker lets through are judged by nobody', async () => {
  const hub = await engine({ customers: 60 });
  await hub.run('pull');
  const going = listed(hub.sim).slice(0, 25);
  for (const { ord } of going) hub.sim.remove(ord);
  const { pull } = await hub.run('pull');
  expect(pull?.absent).toMatchObject({ gone: 0, unjudged: 25 });
  for (const { ord } of going) expect(await presenceOf(hub, ord)).toBe('present');
});

test('missing customers that a person accepts are judged, and the run had asked with exit code 3', async () => {
  const hub = await engine({ customers: 200 });
  await hub.run('pull');
  const some = listed(hub.sim).slice(-110);
  for (const { ord } of some) hub.sim.remove(ord);

  const asking = await hub.run('pull');
  expect(asking.exitCode).toBe(3);
  expect(asking.asked).toMatchObject({ code: 'breaker_gone', rows: 110 });
  const plan = await readPlan(asking.asked?.file as string);
  const judged = await hub.run('pull', { settings: { acceptedGone: new Set(plan.gone) } });

  expect(judged.exitCode).toBe(0);
  expect(judged.pull?.absent.gone).toBe(110);
});
