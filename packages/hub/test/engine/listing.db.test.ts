import { expect, test } from 'vitest';
import { between, isDetail } from './between.ts';
import { type Engine, engine, listed } from './support.ts';

/** Pages of ten rows, so that what leaves and comes back takes a page with it. */
const SMALL_PAGES = { oddities: { maxPageSize: 10 } };

test('a customer alone on the last page that goes to the pool and returns is present again', async () => {
  const hub = await engine({ ...SMALL_PAGES, customers: 40 });
  await hub.run('pull');
  const over = listed(hub.sim).length % 10;
  for (let left = over; left > 0; left -= 1) hub.sim.remove(listed(hub.sim).at(-1)!.ord);
  const ord = hub.sim.insert({
    ...listed(hub.sim)[0]!.fields,
    name: '无锡末页示例有限公司',
    khid: 'LAST1',
    mobile: '13700009902',
  });
  await hub.run('pull');
  hub.sim.moveToPool(ord);
  await hub.run('pull');
  const presence = () =>
    hub.store.db.selectFrom('erp_mirror').select('presence').where('ord', '=', ord).executeTakeFirstOrThrow();
  expect((await presence()).presence).toBe('pool');
  hub.sim.show(ord);
  await hub.run('pull');
  expect((await presence()).presence).toBe('present');
});

test('a value that a detail brought and the ERP takes back at once is not kept here', async () => {
  const hub = await engine({ customers: 40 });
  await hub.run('pull');
  const { ord, fields } = listed(hub.sim).find((one) => one.fields.intsort === '1' && one.fields.email)!;
  const row = () =>
    hub.store.db
      .selectFrom('customers_unified')
      .selectAll()
      .where('erp_customer_id', '=', ord)
      .executeTakeFirstOrThrow();
  // The push reads the record again and takes over the new e-mail; then somebody puts the old one back.
  hub.sim.edit(ord, { email: 'between@example.com' });
  await hub.edit((await row()).id, { address: '无锡市示例路 99 号' });
  await hub.run('push');
  expect((await row()).email).toBe('between@example.com');
  hub.sim.edit(ord, { email: fields.email!, address: fields.address! });
  await hub.run('pull');
  expect((await row()).email).toBe(fields.email);
  expect((await row()).address).toBe(fields.address || '无锡市示例路 99 号');
});

test('details that were read to judge the columns are kept: of a short list nothing is left to come by and by', async () => {
  // The form of a person tells a name that the list does not: its column is never trusted, so only details tell names.
  const hub = await engine({ customers: 4, oddities: { personNameEcho: true } });
  await hub.run('pull');
  const mirror = () => hub.store.db.selectFrom('erp_mirror').select(['ord', 'needs_detail']).execute();
  expect((await mirror()).filter(({ needs_detail }) => needs_detail !== null)).toEqual([]);
  const { fields, ord } = listed(hub.sim).find((one) => one.fields.intsort === '1')!;
  expect((await hub.rowOf(ord)).real_name).toBe(fields.person_name);
  const before = await hub.store.db.selectFrom('field_change_history').select('id').execute();
  for (let round = 0; round < 3; round += 1) await hub.run('pull');
  expect(await hub.store.db.selectFrom('field_change_history').select('id').execute()).toEqual(before);
});

const LONG_NAME = '苏州特别长名称示例精密机械设备制造集团有限公司华东分公司';
const OTHER_NAME = '常州另一个长名称示例精密机械设备制造集团有限公司华北分公司';

/** A list that cuts names without a sign, at a length that no customer of the first pull reaches. */
async function cuttingNames(names = [LONG_NAME, OTHER_NAME]) {
  const first = await engine({ customers: 40 });
  const longest = Math.max(...listed(first.sim).map(({ fields }) => fields.name!.length));
  expect(longest).toBeLessThan(LONG_NAME.length);
  const passage = await between(first.url);
  const cut = LONG_NAME.slice(0, longest);
  passage.change = ({ path }, answer) => {
    const cuts = names.map((name) => name.slice(0, longest));
    if (!path.includes('custom/list')) return undefined;
    return cuts.reduce((text, some) => text.replaceAll(new RegExp(`${some}[^"]*`, 'g'), some), answer);
  };
  const hub: Engine = { ...first, ...(await first.another({ baseUrl: passage.url })) };
  await hub.run('pull');
  const ords = names.map((name, at) =>
    hub.sim.insert({ name, mobile: `1370000990${at + 3}`, email: `long${at}@example.com` }),
  );
  await hub.run('pull');
  await hub.store.db
    .updateTable('erp_mirror')
    .set({ needs_detail: 'changed' })
    .where('ord', 'in', ords)
    .execute();
  return { hub, ord: ords[0]!, cut };
}

async function differingNames(hub: Engine): Promise<number> {
  const { differ_samples } = await hub.store.db
    .selectFrom('erp_list_columns')
    .select('differ_samples')
    .where('column_name', '=', 'name')
    .executeTakeFirstOrThrow();
  return differ_samples;
}

test('a list that cuts names without a sign is found out by a detail, and cuts none again', async () => {
  const { hub, ord } = await cuttingNames();
  await hub.run('pull');
  expect(await hub.rowOf(ord)).toMatchObject({ company_name: LONG_NAME });
  for (let round = 0; round < 2; round += 1) await hub.run('pull');
  expect(await hub.rowOf(ord)).toMatchObject({ company_name: LONG_NAME });
  expect(await differingNames(hub)).toBeGreaterThan(0);
  const names = await hub.store.db
    .selectFrom('field_change_history')
    .select('new_value')
    .where('customer_id', '=', (await hub.rowOf(ord)).id)
    .where('field_name', '=', 'company_name')
    .execute();
  expect(names.map(({ new_value }) => new_value)).toEqual([LONG_NAME]);
  await hub.run('pull');
  hub.sim.resetStats();
  await hub.run('pull');
  expect(hub.sim.stats.calls['customer.get'] ?? 0).toBe(0);
});

test('the beginning of a name is a reason to read the detail: cut it is no news, edited it is', async () => {
  const { hub, ord, cut } = await cuttingNames();
  await hub.run('pull');
  hub.sim.edit(ord, { email: 'moved@example.com' });
  await hub.run('pull');
  expect(await hub.rowOf(ord)).toMatchObject({ company_name: LONG_NAME, email: 'moved@example.com' });
  hub.sim.edit(ord, { name: cut, email: 'again@example.com' });
  await hub.run('pull');
  expect(await hub.rowOf(ord)).toMatchObject({ company_name: cut, email: 'again@example.com' });
});

test('one row that contradicts its detail keeps what the detail said, and takes the trust of no column', async () => {
  const { hub, ord } = await cuttingNames([LONG_NAME]);
  for (let round = 0; round < 3; round += 1) await hub.run('pull');
  expect(await hub.rowOf(ord)).toMatchObject({ company_name: LONG_NAME });
  expect(await differingNames(hub)).toBe(0);
  hub.sim.resetStats();
  await hub.run('pull');
  expect(hub.sim.stats.calls['customer.get'] ?? 0).toBe(0);
});

test('details that came without a value once take the trust of no column, and the value is there again', async () => {
  const first = await engine({ customers: 40 });
  const passage = await between(first.url);
  const hub: Engine = { ...first, ...(await first.another({ baseUrl: passage.url })) };
  await hub.run('pull');
  const some = listed(hub.sim)
    .filter(({ fields }) => fields.intsort === '1' && fields.address)
    .slice(0, 3);
  const ords = some.map(({ ord }) => ord);
  const want = () =>
    hub.store.db
      .updateTable('erp_mirror')
      .set({ needs_detail: 'changed' })
      .where('ord', 'in', ords)
      .execute();
  await want();
  passage.change = (call, answer) =>
    isDetail(call)
      ? some.reduce((text, { fields }) => text.replaceAll(fields.address!, ''), answer)
      : undefined;
  await hub.run('pull');
  passage.change = () => undefined;
  await hub.run('pull');
  const { differ_samples } = await hub.store.db
    .selectFrom('erp_list_columns')
    .select('differ_samples')
    .where('column_name', '=', 'address')
    .executeTakeFirstOrThrow();
  expect(differ_samples).toBe(0);
  for (const { ord, fields } of some) expect(await hub.rowOf(ord)).toMatchObject({ address: fields.address });
});

test('a value that moved while pages were read again, and was put back afterwards, is as the ERP has it', async () => {
  const hub = await engine({ ...SMALL_PAGES, customers: 40, erp: { concurrency: 1 } });
  await hub.run('pull');
  const { ord } = listed(hub.sim).find((one) => one.fields.address)!;
  const last = listed(hub.sim).at(-1)!.ord;
  hub.sim.edit(ord, { address: '宁波市旧路 1 号' });
  const { customers } = hub.erp.client;
  const { list } = customers;
  customers.list = (...given) => {
    const pages = list(...given);
    return {
      outcome: () => pages.outcome(),
      async *[Symbol.asyncIterator]() {
        for await (const page of pages) {
          yield page;
          // The count changes, so pages are read again, and by then it is as it was.
          if (page.index === 1) hub.sim.hide(last);
          if (page.index === 4) {
            hub.sim.show(last);
            hub.sim.edit(ord, { address: '宁波市新路 2 号' });
          }
        }
      },
    };
  };
  await hub.run('pull');
  customers.list = list;
  expect((await hub.rowOf(ord)).address).toBe('宁波市新路 2 号');
  hub.sim.edit(ord, { address: '宁波市旧路 1 号' });
  await hub.run('pull');
  expect((await hub.rowOf(ord)).address).toBe('宁波市旧路 1 号');
});
