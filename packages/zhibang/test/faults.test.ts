import { cell } from '@bangqiao/zhibang';
import { allOddities, createSim } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { drain, testClient } from './support/client.ts';

test('with every oddity on at once all customers are listed, read, saved and told apart from missing ones', async () => {
  const sim = createSim({ customers: 250, oddities: allOddities() });
  const { client } = testClient(await sim.listen());
  const plain = sim.customers().filter(({ place }) => place === 'plain');
  const { pages, ords, outcome } = await drain(client.customers.list());
  expect(outcome).toMatchObject({ complete: true, ascending: false, recordCount: null });
  expect(ords).toEqual(new Set(plain.map(({ ord }) => ord)));
  const page = pages[0]!;
  expect(cell(page, page.rows[0]!, 'mobile')).toBeUndefined();

  const one = plain[3]!;
  const reading = await client.customers.get(one.ord);
  expect(reading).toMatchObject({ found: true, bill: { fields: { mobile: one.fields.mobile } } });
  const { ord, khid } = await client.customers.allocate(2);
  expect(khid).toBeNull();
  const fields = {
    name: '测试乙',
    khid: `WX${ord}`,
    sort1: '7',
    mobile: '13800000001',
    weixinAcc: 'wx_test',
  };
  await client.customers.save({ ord, kind: 2, fields });
  expect(sim.customer(ord)?.fields).toMatchObject(fields);
  const twin = await client.customers.allocate(2);
  const again = client.customers.save({
    ord: twin.ord,
    kind: 2,
    fields: { ...fields, name: '测试丙', khid: 'WX0' },
  });
  await expect(again).rejects.toMatchObject({ code: 'duplicate', field: 'mobile', effect: 'none' });
  expect(await client.customers.exists(twin.ord)).toBe('no');
  const helper = '/webapi/apiHelper/stock/Stock/GetWarehouses';
  const alias = '/webapi/api/ZBServices/webapi/Store/Stock/StockHandler/GetWarehouses';
  expect(await client.helper(helper, {}, { writes: false, alias })).toMatchObject({
    code: expect.anything(),
  });
  sim.killTokens();
  expect((await client.customers.get(one.ord)).found).toBe(true);
  await client.close();
  await sim.close();
});

test('reading comes through drops, 500s, empty bodies, web pages, broken strings, dead tokens and clamped pages', async () => {
  const sim = createSim({
    customers: 1200,
    faults: {
      dropRead: 0.05,
      error500: 0.05,
      emptyBody: 0.05,
      htmlPage: 0.05,
      controlChars: 0.2,
      tokenDeathEvery: 17,
      clampPage: 0.05,
    },
  });
  const { client } = testClient(await sim.listen(), { maxAttempts: 8, timeoutMs: 2000 });
  const plain = sim.customers().filter(({ place }) => place === 'plain');
  const { ords, outcome } = await drain(client.customers.list({}, { pageSize: 30 }));
  expect(outcome).toMatchObject({ complete: true, distinct: plain.length });
  expect(ords).toEqual(new Set(plain.map(({ ord }) => ord)));
  for (const fault of ['dropRead', 'error500', 'emptyBody', 'htmlPage', 'controlChars', 'clampPage'] as const)
    expect(sim.stats.struck[fault]).toBeGreaterThan(0);
  expect(client.stats().retries).toBeGreaterThan(0);
  await client.close();
  await sim.close();
});

test('rows that come and go while pages are read never make an untrue claim of completeness', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const sim = createSim({ customers: 400, seed, faults: { shiftRows: 0.05 } });
    const { client } = testClient(await sim.listen());
    const before = new Set(
      sim
        .customers()
        .filter(({ place }) => place === 'plain')
        .map(({ ord }) => ord),
    );
    const { ords, outcome } = await drain(client.customers.list({}, { pageSize: 20 }));
    const stayed = sim.customers().filter(({ ord, place }) => place === 'plain' && before.has(ord));
    if (outcome.complete) for (const { ord } of stayed) expect(ords.has(ord)).toBe(true);
    else expect(outcome.reason).toMatch(/rows/);
    await client.close();
    await sim.close();
  }
});

test('a save whose answer was lost is told as such, whether it was stored or not', async () => {
  for (const fault of ['dropBeforeSave', 'dropAfterSave', 'stallAfterSave'] as const) {
    const sim = createSim({ customers: 20 });
    const { client } = testClient(await sim.listen(), { timeoutMs: 300 });
    const { ord, khid } = await client.customers.allocate(2);
    sim.faults[fault] = 1;
    const fields = { name: '测试丁', khid: khid!, sort1: '7', mobile: '13800000001' };
    const saving = client.customers.save({ ord, kind: 2, fields });
    await expect(saving).rejects.toMatchObject({ effect: 'unknown', blame: 'transient' });
    expect(await client.customers.exists(ord)).toBe(fault === 'dropBeforeSave' ? 'no' : 'yes');
    await client.close();
    await sim.close();
  }
});
