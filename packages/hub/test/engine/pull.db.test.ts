import { createSim, type SimCustomer } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { HubError } from '../../src/errors.ts';
import { between, type Change } from './between.ts';
import {
  companies,
  company,
  dump,
  type Engine,
  engine,
  justBefore,
  listed,
  named,
  partsAddUp,
} from './support.ts';

async function count(hub: Engine, table: 'field_change_history' | 'erp_sync_logs'): Promise<number> {
  const row = await hub.store.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function mobiles(hub: Engine): Promise<(string | null)[]> {
  const rows = await hub.store.db
    .selectFrom('customers_unified')
    .select(['erp_customer_id', 'phone'])
    .where('erp_customer_id', 'is not', null)
    .orderBy('erp_customer_id')
    .execute();
  return rows.map((row) => row.phone);
}

const theirMobiles = (hub: Engine) => listed(hub.sim).map(({ fields }) => fields.mobile || null);

test('the first pull takes every listed customer over once, with one history row and one log row each', async () => {
  const hub = await engine({ customers: 120 });
  const { pull } = await hub.run('pull');
  const there = listed(hub.sim);
  expect(pull).toMatchObject({ total: there.length, created: there.length, unchanged: 0, failed: 0 });
  expect(pull?.complete).toBe(true);
  const rows = await hub.store.db.selectFrom('customers_unified').selectAll().execute();
  expect(rows.map((row) => row.erp_customer_id).sort()).toEqual(there.map(({ ord }) => ord).sort());
  expect(await count(hub, 'field_change_history')).toBe(there.length);
  expect(await count(hub, 'erp_sync_logs')).toBe(there.length);
  expect(await mobiles(hub)).toEqual(theirMobiles(hub));
});

test('a second pull with nothing changed writes no customer, history, base or mirror row', async () => {
  const hub = await engine({ customers: 120 });
  await hub.run('pull');
  const before = await dump(hub.store);
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ created: 0, updated: 0, failed: 0, complete: true });
  expect(pull?.unchanged).toBe(pull?.total);
  expect(await dump(hub.store)).toEqual(before);
});

test('an edit in the ERP arrives, and only that customer is written', async () => {
  const hub = await engine();
  await hub.run('pull');
  const { ord } = listed(hub.sim)[7]!;
  hub.sim.edit(ord, { email: 'new.address@example.com', address: '杭州市滨江区新路 8 号' });
  const report = await hub.run('pull');
  expect(report.pull).toMatchObject({ created: 0, updated: 1 });
  expect(partsAddUp(report)).toBe(true);
  expect(await hub.rowOf(ord)).toMatchObject({
    email: 'new.address@example.com',
    address: '杭州市滨江区新路 8 号',
  });
});

test('a value erased in the ERP stays in the hub and is not sent back', async () => {
  const hub = await engine();
  const { ord, fields } = listed(hub.sim).find((customer) => customer.fields.email)!;
  await hub.run('pull');
  hub.sim.edit(ord, { email: '' });
  await hub.run('sync');
  await hub.run('sync');
  expect((await hub.rowOf(ord)).email).toBe(fields.email);
  expect(hub.sim.customer(ord)?.fields.email).toBe('');
});

test('a sweep stopped in the middle is gone on with, and ends as if it had not been stopped', async () => {
  const hub = await engine({ customers: 150 });
  const stop = new AbortController();
  const stopAt = () => (hub.sim.stats.calls['customer.list'] ?? 0) >= 4 && stop.abort();
  const watch = setInterval(stopAt, 1);
  hub.sim.faults.slowMs = 10;
  await hub
    .run('pull', { signal: stop.signal, settings: { pageSize: 10, concurrency: 1 } })
    .catch(() => undefined);
  clearInterval(watch);
  const half = (await mobiles(hub)).length;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(listed(hub.sim).length);
  hub.sim.faults.slowMs = 0;
  const report = await hub.run('pull', { settings: { pageSize: 10, concurrency: 1 } });
  expect(report.pull).toMatchObject({ complete: true, total: listed(hub.sim).length });
  expect(partsAddUp(report)).toBe(true);
  expect(await mobiles(hub)).toEqual(theirMobiles(hub));
  const before = await dump(hub.store);
  await hub.run('pull');
  expect(await dump(hub.store)).toEqual(before);
});

test('a connection that breaks during the sweep fails the run, and the next one ends the same', async () => {
  const hub = await engine({ customers: 150, erp: { maxAttempts: 1 } });
  hub.sim.faults.dropRead = 0.5;
  hub.sim.faults.limit = 6;
  for (let tries = 0; tries < 8; tries += 1) {
    await hub.run('pull', { settings: { pageSize: 20 } }).catch(() => undefined);
  }
  hub.sim.faults.dropRead = 0;
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ complete: true, total: listed(hub.sim).length });
  expect(await mobiles(hub)).toEqual(theirMobiles(hub));
});

test('columns that the list lacks are filled from the details', async () => {
  const hub = await engine({ oddities: { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] } });
  const { pull } = await hub.run('pull');
  expect(pull?.withoutPhone).toBe(0);
  for (const { ord, fields } of listed(hub.sim)) {
    const row = await hub.rowOf(ord);
    expect(row.phone).toBe(fields.mobile || null);
    expect(row.email).toBe(fields.email || null);
    expect(row.erp_customer_type).toBe(Number(fields.intsort));
  }
});

test('masked and shortened cells never become values', async () => {
  const hub = await engine({ oddities: { maskPhones: true, shortenCells: 8 } });
  await hub.run('pull');
  await hub.run('pull');
  for (const { ord, fields } of listed(hub.sim)) {
    const row = await hub.rowOf(ord);
    expect(row.phone).toBe(fields.mobile || null);
    expect(row.company_name ?? row.real_name).toBe(fields.name);
    expect(row.address).toBe(fields.address || null);
  }
  const history = await hub.store.db.selectFrom('field_change_history').select('new_value').execute();
  for (const { new_value } of history) expect(new_value ?? '').not.toMatch(/\*\*\*\*|\.\.\./);
});

test('a person whom the list shows without a type is no company', async () => {
  const hub = await engine({ oddities: { missingColumns: ['intsort', 'mobile'] } });
  await hub.run('pull');
  for (const { ord, fields } of listed(hub.sim)) {
    const row = await hub.rowOf(ord);
    expect(fields.intsort === '2' ? row.real_name : row.company_name).toBe(fields.name);
    if (fields.intsort === '2') expect(row.company_name).toBeNull();
  }
});

test.each([
  ['that clamps its pages', { maxPageSize: 20 }],
  ['that ignores the sort', { ignoreSort: true }],
  ['that tells no counts', { noPage: true }],
  ['that repeats its last page and tells no counts', { noPage: true, repeatLastPage: true, maxPageSize: 20 }],
])('a list %s is read to its end, and said to be complete', async (_what, oddities) => {
  const hub = await engine({ customers: 90, oddities });
  const report = await hub.run('pull');
  expect(report.pull).toMatchObject({ complete: true, created: listed(hub.sim).length });
  expect(partsAddUp(report)).toBe(true);
  const again = await hub.run('pull');
  expect(again.pull).toMatchObject({ complete: true, unchanged: listed(hub.sim).length });
});

test('while rows move between pages, "complete" is never said of a sweep that missed one', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const hub = await engine({ customers: 120, seed });
    hub.sim.faults.shiftRows = 0.3;
    const standing = new Set(listed(hub.sim).map(({ ord }) => ord));
    const report = await hub.run('pull', { settings: { pageSize: 15 } });
    hub.sim.faults.shiftRows = 0;
    expect(partsAddUp(report)).toBe(true);
    const stayed = listed(hub.sim).filter(({ ord }) => standing.has(ord));
    const rows = await hub.store.db.selectFrom('erp_mirror').select('ord').execute();
    const known = new Set(rows.map((row) => row.ord));
    const missed = stayed.filter(({ ord }) => !known.has(ord));
    if (report.pull?.complete) expect(missed).toEqual([]);
    const last = await hub.run('pull');
    expect(last.pull?.complete).toBe(true);
    const presence = await hub.store.db.selectFrom('erp_mirror').select(['ord', 'presence']).execute();
    for (const { ord, presence: where } of presence) {
      const expected = { plain: 'present', deleted: 'gone', pool: 'pool', hidden: 'hidden' } as const;
      expect(where).toBe(expected[hub.sim.customer(ord)!.place]);
    }
  }
}, 120_000);

test('a customer of the ERP whom the hub knows from WeChat becomes one row with that person', async () => {
  const hub = await engine();
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '1' && fields.mobile)!;
  const [id] = await hub.bring([
    { wechat_id: 'wxid_known', phone: theirs.fields.mobile!, real_name: '王样本' },
  ]);
  await hub.run('pull');
  expect((await hub.row(id!)).erp_customer_id).toBe(theirs.ord);
  expect(await hub.rowOf(theirs.ord)).toMatchObject({ id, wechat_id: 'wxid_known' });
  expect(named(hub.sim, theirs.fields.name)).toHaveLength(1);
});

test('a database that belongs to one ERP refuses another one, before anything is written', async () => {
  const hub = await engine();
  await hub.run('pull');
  const strange = createSim({ customers: 60, seed: 99 });
  const url = await strange.listen();
  onTestFinished(() => strange.close());
  const refusal = await hub.another({ baseUrl: url, kind: 'erp' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HubError);
  expect(refusal).toMatchObject({ code: 'other_erp', exitCode: 2 });
});

test('another ERP behind the same address is known by its customers', async () => {
  const hub = await engine();
  await hub.run('pull');
  const before = await dump(hub.store);
  const strange = createSim({ customers: 60, seed: 99 });
  const url = await strange.listen();
  onTestFinished(() => strange.close());
  // A stand-in is the same one whatever its port, so only its customers can tell.
  const other = await hub.another({ baseUrl: url });
  await expect(other.run('pull')).rejects.toMatchObject({ code: 'other_erp', exitCode: 2 });
  expect(await dump(hub.store)).toEqual(before);
});

test('another ERP with customers of the same towns is known by the rest of their names', async () => {
  const hub = await engine({ customers: 12 });
  await hub.run('pull');
  const strange = createSim({ customers: 12, seed: 99 });
  const url = await strange.listen();
  onTestFinished(() => strange.close());
  for (const [at, { ord, fields }] of listed(hub.sim).entries()) {
    if (strange.customer(ord))
      strange.edit(ord, { name: `${fields.name!.slice(0, 4)}别家示例${at}号纺织厂` });
  }
  const other = await hub.another({ baseUrl: url });
  await expect(other.run('pull')).rejects.toMatchObject({ code: 'other_erp' });
});

test('the same stand-in ERP on another port is the same ERP', async () => {
  const hub = await engine();
  await hub.run('pull');
  const same = createSim({ customers: 60, seed: 1 });
  const url = await same.listen();
  onTestFinished(() => same.close());
  const other = await hub.another({ baseUrl: url });
  const { pull } = await other.run('pull', {});
  expect(pull).toMatchObject({ created: 0, updated: 0, complete: true });
});

test('WeChat people who are not in the ERP are not touched by a pull', async () => {
  const hub = await engine();
  const ids = await hub.bring(companies(2));
  const before = await Promise.all(ids.map((id) => hub.row(id)));
  await hub.run('pull');
  expect(await Promise.all(ids.map((id) => hub.row(id)))).toEqual(before);
});

test('a list that loses its column of names, or gains one, is still of the same ERP', async () => {
  const hub = await engine({ oddities: { missingColumns: ['name'] } });
  await hub.run('pull');
  hub.sim.oddities.missingColumns = [];
  const gained = await hub.run('pull');
  expect(gained.pull).toMatchObject({ created: 0, complete: true });
  hub.sim.oddities.missingColumns = ['name'];
  const lost = await hub.run('pull');
  expect(lost.pull).toMatchObject({ created: 0, complete: true });
});

test('an edit in the ERP right after our own write is seen, though the list cuts the column it is in', async () => {
  const hub = await engine({ oddities: { shortenCells: 12 } });
  const [id] = await hub.bring([company(1, { address: '杭州市滨江区江南大道示例路 100 号' })]);
  await hub.run();
  const { erp_customer_id: ord } = await hub.row(id!);
  hub.sim.edit(ord!, { address: '杭州市拱墅区示例新路 200 号' });

  await hub.run('pull');

  expect((await hub.row(id!)).address).toBe('杭州市拱墅区示例新路 200 号');
});

test('a row that shows no more than our own write told is not read in detail again', async () => {
  const hub = await engine({ oddities: { shortenCells: 12, maskPhones: true } });
  await hub.bring([company(1, { address: '杭州市滨江区江南大道示例路 100 号' })]);
  await hub.run();
  hub.sim.resetStats();

  await hub.run('pull');

  expect(hub.sim.stats.calls['customer.get'] ?? 0).toBe(0);
});

test("another customer under the ord of a create that was never stored does not become that create's customer", async () => {
  const hub = await engine();
  const [id] = await hub.bring(companies(1));
  await hub.run('pull');
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  const [write] = await hub.writes(id!);
  hub.sim.faults.lieSuccess = 0;
  hub.sim.insert({ name: '嘉兴他人示例纺织有限公司', mobile: '13500000001' }, write!.ord!);

  await hub.run();

  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: null });
  expect(await hub.rowOf(write!.ord!)).toMatchObject({ company_name: '嘉兴他人示例纺织有限公司' });
  expect((await hub.writes(id!))[0]).toMatchObject({ state: 'parked', error_code: 'another_customer' });
});

test('an ERP whose first customers go one after the other over the years stays the same ERP', async () => {
  const hub = await engine({ customers: 12 });
  await hub.run('pull');
  for (const { ord } of listed(hub.sim).slice(0, 10)) {
    hub.sim.insert({ name: `宁波新客户${ord}号贸易有限公司`, mobile: `1350000${ord}` });
    hub.sim.remove(ord);
    expect((await hub.run('pull')).pull).toMatchObject({ complete: true });
  }
  const strange = createSim({ customers: 60, seed: 99 });
  const url = await strange.listen();
  onTestFinished(() => strange.close());
  const other = await hub.another({ baseUrl: url });
  await expect(other.run('pull')).rejects.toMatchObject({ code: 'other_erp' });
});

test('another ERP is known although its first page shows few of the customers, and some by the same name', async () => {
  const hub = await engine({ customers: 30 });
  const small = { settings: { pageSize: 5 } };
  await hub.run('pull', small);
  for (const { ord } of listed(hub.sim).slice(1, 4)) hub.sim.remove(ord);
  await hub.run('pull', small);
  const known = listed(hub.sim).slice(0, 5);
  const strange = createSim({ customers: 60, seed: 99 });
  const url = await strange.listen();
  onTestFinished(() => strange.close());
  const first = new Set(
    listed(strange)
      .slice(0, 5)
      .map(({ ord }) => ord),
  );
  const both = known.filter(({ ord }) => first.has(ord));
  expect(both.length).toBeLessThan(4);
  for (const { ord, fields } of both.slice(0, -1)) strange.edit(ord, { name: fields.name! });
  const other = await hub.another({ baseUrl: url });

  await expect(other.run('pull', small)).rejects.toMatchObject({ code: 'other_erp' });
});

test('a customer of the first page that is out of sight by now does not stop a pull', async () => {
  const hub = await engine({ customers: 30 });
  const small = { settings: { pageSize: 5 } };
  await hub.run('pull', small);
  const [first] = listed(hub.sim);
  hub.sim.hide(first!.ord);

  expect((await hub.run('pull', small)).pull).toMatchObject({ complete: true, absent: { hidden: 1 } });
});

/** A list of this tenant that shows names as `杭**司`. */
const maskedNames: Change = ({ path }, answer) => {
  if (!path.includes('custom/list')) return undefined;
  const { header, body } = JSON.parse(answer);
  const { cols, rows } = body.source.table;
  const at = cols.findIndex(({ id }: { id: string }) => id === 'name');
  for (const row of rows) if (row[at]) row[at] = `${row[at][0]}**${row[at].at(-1)}`;
  return JSON.stringify({ header, body });
};

test('an ERP whose list masks names is the same ERP after its first page is full of newcomers', async () => {
  const first = await engine({ customers: 40, oddities: { ignoreSort: true, maxPageSize: 20 } });
  const passage = await between(first.url);
  passage.change = maskedNames;
  const hub = await first.another({ baseUrl: passage.url });
  await hub.run('pull');
  for (let number = 1; number <= 20; number += 1)
    first.sim.insert({ name: `宁波新客户${number}号贸易有限公司`, mobile: `135000000${10 + number}` });

  expect((await hub.run('pull')).pull).toMatchObject({ created: 20, complete: true });

  const strange = createSim({ customers: 60, seed: 99 });
  onTestFinished(() => strange.close());
  const other = await first.another({ baseUrl: await strange.listen() });
  await expect(other.run('pull')).rejects.toMatchObject({ code: 'other_erp' });
});

test('an ERP is the same after the first customers that are known by name are all deleted', async () => {
  const hub = await engine({ customers: 40, oddities: { ignoreSort: true, maxPageSize: 20 } });
  await hub.run('pull');
  for (const { ord } of listed(hub.sim).slice(-8)) hub.sim.remove(ord);
  for (let number = 1; number <= 20; number += 1)
    hub.sim.insert({ name: `宁波新客户${number}号贸易有限公司`, mobile: `135000000${10 + number}` });

  expect((await hub.run('pull')).pull).toMatchObject({ created: 20, complete: true, absent: { gone: 8 } });
});

test('an option list that comes empty once leaves what is known of it', async () => {
  const first = await engine({ customers: 30 });
  const passage = await between(first.url);
  const hub = { ...first, ...(await first.another({ baseUrl: passage.url })) };
  await hub.run('pull');
  const before = hub.erp.options;
  passage.change = ({ path }, answer) =>
    /source|telsort_list|area_list/.test(path)
      ? answer.replace(/"(options|nodes)":\[.*\]/, '"$1":[]')
      : undefined;

  await hub.run('pull');

  for (const list of ['ly', 'trade', 'jz', 'followup', 'area', 'sort1'] as const)
    expect(hub.erp.options.all(list)).toEqual(before.all(list));
  const [id] = await hub.bring([company(1)]);
  await hub.run();
  const { erp_customer_id: ord } = await hub.row(id!);
  expect(hub.sim.customer(ord!)?.fields).toMatchObject({ ly: '171' });
});

test.each([true, false])(
  'a row that cannot be taken over is set aside, and the others go in (light pull: %s)',
  async (light) => {
    const hub = await engine();
    await hub.run('pull');
    const [bad, good] = listed(hub.sim).sort((a, b) => b.ord - a.ord) as [SimCustomer, SimCustomer];
    for (const { ord } of [bad, good]) hub.sim.edit(ord, { name: `宁波改名${ord}号示例有限公司` });
    const { id } = await hub.rowOf(bad.ord);
    await hub.store.db.deleteFrom('customers_unified').where('id', '=', id).execute();

    const report = await hub.run('pull', { light });

    expect(report.pull).toMatchObject({ failed: 1, updated: 1 });
    expect(partsAddUp(report)).toBe(true);
    expect((await hub.rowOf(good.ord)).company_name ?? (await hub.rowOf(good.ord)).real_name).toContain(
      '改名',
    );
  },
);

test('a row that fails once and comes again in the list counts once, as created', async () => {
  const hub = await engine({ customers: 15, oddities: { noPage: true, repeatLastPage: true } });
  const { transaction } = hub.store;
  // The page as a whole, and then its first row.
  let fails = 2;
  hub.store.transaction = (work, options) => {
    if (fails === 0 || !new Error('where').stack?.includes('/src/pull/write-pages.ts:'))
      return transaction(work, options);
    fails -= 1;
    return Promise.reject(new Error('moved at this very moment'));
  };
  const { pull, exitCode } = await hub.run('pull');
  expect(fails).toBe(0);
  expect(pull).toMatchObject({ created: listed(hub.sim).length, updated: 0, unchanged: 0, failed: 0 });
  expect(exitCode).toBe(0);
});

test('a customer whom two pages of a light pull show, edited between, counts once', async () => {
  const hub = await engine({ customers: 20 });
  await hub.run('pull');
  const insert = (number: number) => hub.sim.insert({ name: `宁波新来${number}号示例有限公司` });
  const inserted = Array.from({ length: 51 }, (_, number) => insert(number));
  const lastOfFirstPage = inserted[1]!;
  const happened = justBefore(hub, 'pull/newest.ts', async () => {
    inserted.push(insert(51));
    hub.sim.edit(lastOfFirstPage, { name: '宁波改名示例有限公司' });
  });
  const { pull } = await hub.run('pull', { light: true });
  expect(happened()).toBe(true);
  expect(pull).toMatchObject({ created: inserted.length, updated: 0, failed: 0 });
  expect(pull!.unchanged).toBe(pull!.total - inserted.length);
  expect((await hub.rowOf(lastOfFirstPage)).company_name).toBe('宁波改名示例有限公司');
});
