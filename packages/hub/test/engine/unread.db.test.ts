import { expect, test } from 'vitest';
import { checkPhones } from '../../src/doctor/own-checks.ts';
import { applyPassage, planOnlyPassage } from '../../src/plan/passage.ts';
import { readPlan } from '../../src/plan/plan-file.ts';
import { readStatus } from '../../src/status/index.ts';
import { type Line, SETTINGS, say } from '../followup/talks.ts';
import { between, isDetail, type Passing, refusal } from './between.ts';
import { company, type Engine, type EngineOptions, engine, listed, named } from './support.ts';

// What a detail that does not come proves: nothing. Neither is its customer gone, nor may anybody be created in its place.

const WORDS = '请联系管理员处理';

/** A hub whose calls pass a place where answers can be changed, and a company of the ERP with a mobile. */
async function through(options: EngineOptions = {}) {
  const first = await engine(options);
  const passage = await between(first.url);
  const hub: Engine = { ...first, ...(await first.another({ baseUrl: passage.url })) };
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '1' && fields.mobile)!;
  return { hub, passage, ord: theirs.ord, fields: theirs.fields };
}

const EMPTY_FORM = JSON.stringify({
  header: { status: 0, message: '' },
  body: { model: 'bill', bill: { id: 'custom', value: 0, groups: [] } },
});

const SILENT: [string, string][] = [
  ['is refused in words that nobody knows', refusal(WORDS)],
  ['comes as an empty form', EMPTY_FORM],
  ['the account may not read', refusal('您没有查看该客户的权限')],
];

test.each(SILENT)(
  'a record whose detail %s is no reason to create nobody: only whom the ERP finds there waits',
  async (_what, answer) => {
    const { hub, passage, ord, fields } = await through({
      oddities: { missingColumns: ['mobile'], searchKeyReaches: ['name', 'mobile'] },
    });
    passage.change = (call) => (isDetail(call, ord) ? answer : undefined);
    expect((await hub.run('pull')).pull).toMatchObject({ withoutPhone: 1, unreadable: 1 });
    expect((await readStatus(hub.store.db, new Date())).mirror).toMatchObject({
      without_phone: 1,
      unreadable: 1,
    });
    expect((await checkPhones(hub.store))?.said.en).toContain('of 1 customers');
    const [same, other] = await hub.bring([company(1, { phone: fields.mobile! }), company(2)]);

    expect((await hub.run()).push).toMatchObject({ created: 1, waiting: 1, parked: 0 });

    expect((await hub.writes(same!))[0]).toMatchObject({ state: 'waiting', error_code: 'phone_hidden' });
    expect((await hub.row(other!)).erp_customer_id).not.toBeNull();
    expect(await hub.rowOf(ord)).toMatchObject({ erp_presence: 'present' });
    passage.change = () => undefined;
    await hub.run();
    expect(await hub.row(same!)).toMatchObject({ erp_customer_id: ord });
  },
);

test('the rows of a plan that the ERP does not show just now are named, and the others can be written without them', async () => {
  const { hub, passage, ord, fields } = await through({
    oddities: { missingColumns: ['mobile'], searchKeyReaches: ['name', 'mobile'] },
  });
  const barred = new Set([ord]);
  passage.change = (call) =>
    isDetail(call) && barred.has(Number(call.datas.ord)) ? refusal('您没有查看该客户的权限') : undefined;
  await hub.run('pull');
  const [same, other] = await hub.bring([company(1, { phone: fields.mobile! }), company(2)]);
  const [first, second] = listed(hub.sim).filter((one) => one.ord !== ord && one.fields.email);
  const edited = [await hub.rowOf(first!.ord), await hub.rowOf(second!.ord)] as const;
  for (const { id } of edited) await hub.edit(id, { email: `edited${id}@example.com` });
  const { asked } = await hub.run('push', { passage: planOnlyPassage(null) });
  const plan = await readPlan(asked?.file as string);
  barred.add(first!.ord);

  const refused = await hub.run('push', { passage: applyPassage(plan, false) });

  expect(refused).toMatchObject({ exitCode: 3, push: { created: 0, updated: 0 } });
  expect(refused.asked?.moved.map(({ customer }) => customer)).toEqual(
    [edited[0].id, same!].sort((a, b) => a - b),
  );
  for (const { what } of refused.asked?.moved ?? []) expect(what.zh).toMatch(/无权|权限/);
  const rest = await hub.run('push', { passage: applyPassage(plan, true) });
  expect(rest.push).toMatchObject({ created: 1, updated: 1 });
  expect((await hub.row(other!)).erp_customer_id).not.toBeNull();
});

test('records that never open are let go a dozen at a time, so that many of them hold nobody up either', async () => {
  const { hub, passage } = await through({ oddities: { missingColumns: ['mobile'] } });
  const never = new Set(
    listed(hub.sim)
      .slice(0, 20)
      .map(({ ord }) => ord),
  );
  passage.change = (call) => (isDetail(call) && never.has(Number(call.datas.ord)) ? EMPTY_FORM : undefined);
  await hub.run('pull');
  const { pull } = await hub.run('pull');
  expect(pull?.unreadable).toBeGreaterThan(12);
  expect(pull?.withoutPhone).toBe(pull?.unreadable);
  await hub.bring([company(1)]);
  expect((await hub.run('push')).push).toMatchObject({ created: 1, waiting: 0 });
});

test('while no detail at all opens every phone stays wanted', async () => {
  const { hub, passage } = await through({ customers: 8, oddities: { missingColumns: ['mobile'] } });
  passage.change = (call) => (isDetail(call) ? refusal(WORDS) : undefined);
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ withoutPhone: listed(hub.sim).length, unreadable: 0 });
});

test('a phone whose detail broke off stays wanted: nobody is created before it is known, and the ERP is not searched each time', async () => {
  const { hub, passage, ord, fields } = await through({
    oddities: { missingColumns: ['mobile'] },
    erp: { maxAttempts: 1 },
  });
  const broken = '<html><body>Runtime Error</body></html>';
  passage.change = (call) => (isDetail(call, ord) ? broken : undefined);
  expect((await hub.run('pull')).pull).toMatchObject({ withoutPhone: 1, unreadable: 0 });
  const [id] = await hub.bring([company(1, { phone: fields.mobile! })]);
  passage.calls.length = 0;

  expect((await hub.run('push')).push).toMatchObject({ created: 0, waiting: 1, parked: 0 });

  expect(passage.calls.filter(({ datas }) => datas.searchKey === fields.mobile)).toEqual([]);
  passage.change = () => undefined;
  await hub.run();
  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: ord });
});

test('details that break off give the others their turn first in the next run', async () => {
  const { hub, passage } = await through({
    oddities: { missingColumns: ['mobile'] },
    erp: { maxAttempts: 1, concurrency: 1 },
  });
  const newest = listed(hub.sim)
    .map(({ ord }) => ord)
    .sort((a, b) => b - a)
    .slice(0, 12);
  const broken = '<html><body>Runtime Error</body></html>';
  passage.change = (call) => (isDetail(call) && newest.includes(Number(call.datas.ord)) ? broken : undefined);
  await hub.run('pull');
  expect((await hub.run('pull')).pull).toMatchObject({ withoutPhone: newest.length });
});

test('a record of the weekly rotation whose detail broke off is read a day later, neither a week later nor at every run', async () => {
  const { hub, passage, ord } = await through({
    customers: 8,
    oddities: { missingColumns: ['address'] },
    erp: { maxAttempts: 1 },
  });
  await hub.run('pull', { byHand: false });
  hub.wait(8 * 86_400_000);
  hub.sim.edit(ord, { address: '杭州市新址路 1 号' });
  passage.change = (call) => (isDetail(call, ord) ? '<html><body>Runtime Error</body></html>' : undefined);
  await hub.run('pull', { byHand: false });
  passage.calls.length = 0;
  await hub.run('pull', { byHand: false });
  expect(passage.calls.filter((call) => isDetail(call))).toEqual([]);
  passage.change = () => undefined;
  hub.wait(86_400_000);

  await hub.run('pull', { byHand: false });

  expect((await hub.rowOf(ord)).address).toBe('杭州市新址路 1 号');
  expect(passage.calls.filter((call) => isDetail(call))).toHaveLength(1);
});

test('a phone that the detail masks holds up only those who may have it, and is not asked for again each time', async () => {
  const { hub, passage, ord } = await through({ oddities: { missingColumns: ['mobile'] } });
  hub.sim.edit(ord, { mobile: '138****0001' });
  await hub.run('pull');
  expect((await hub.run('pull')).pull).toMatchObject({ withoutPhone: 1 });
  const [same, other, nobody] = await hub.bring([company(1), company(2), company(3, { phone: null })]);
  passage.calls.length = 0;

  expect((await hub.run()).push).toMatchObject({ created: 2, waiting: 1 });

  expect((await hub.writes(same!))[0]).toMatchObject({ state: 'waiting', error_code: 'phone_hidden' });
  for (const id of [other!, nobody!]) expect((await hub.row(id)).erp_customer_id).not.toBeNull();
  expect(passage.calls.filter((call) => isDetail(call, ord))).toEqual([]);
  hub.sim.edit(ord, { mobile: '13800000001', email: 'shown.now@example.com' });
  await hub.run();
  expect((await hub.row(same!)).erp_customer_id).toBe(ord);
});

test('a phone that is masked wholly holds nobody up, and of two in one field each holds up whoever may have it', async () => {
  const { hub, ord } = await through({ oddities: { missingColumns: ['mobile'] } });
  hub.sim.edit(ord, { mobile: '***********' });
  hub.sim.edit(listed(hub.sim).find((each) => each.ord !== ord)!.ord, { mobile: '138****0001/139****0002' });
  const phones = ['13800000001', '13900000002', '13800000002', '13700000003'];
  await hub.bring(phones.map((phone, index) => company(index + 1, { phone })));

  expect((await hub.run()).push).toMatchObject({ created: 2, waiting: 2 });
});

test.each([
  ['a refusal', refusal(WORDS)],
  ['an empty form', EMPTY_FORM],
])(
  'before an update %s alone is asked again, and the update leaves in the same run',
  async (_what, answer) => {
    const { hub, passage, ord } = await through();
    await hub.run('pull');
    const { id } = await hub.rowOf(ord);
    await hub.edit(id, { address: '杭州市样本路 9 号' });
    let left = 1;
    passage.change = (call) => (isDetail(call, ord) && left-- > 0 ? answer : undefined);

    expect((await hub.run('push')).push).toMatchObject({ updated: 1, parked: 0, waiting: 0 });
  },
);

test('an update of a record that is there, and does not open, waits; the second time it asks a person', async () => {
  const { hub, passage, ord } = await through();
  await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { address: '杭州市样本路 9 号' });
  passage.change = (call) => (isDetail(call, ord) ? refusal(WORDS) : undefined);

  expect((await hub.run('push')).push).toMatchObject({ updated: 0, parked: 0, waiting: 1 });

  expect((await hub.writes(id))[0]).toMatchObject({ state: 'waiting', error_code: 'record_unread' });
  passage.change = () => undefined;
  expect((await hub.run('push')).push).toMatchObject({ updated: 1 });

  await hub.edit(id, { address: '杭州市样本路 10 号' });
  passage.change = (call) => (isDetail(call, ord) ? EMPTY_FORM : undefined);
  expect((await hub.run('push')).push).toMatchObject({ waiting: 1 });
  expect((await hub.run('push')).push).toMatchObject({ waiting: 0, parked: 1 });
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'record_unread' });
});

test('a follow-up for a record that does not open says so, and comes again after longer and longer times', async () => {
  const { hub, passage, ord } = await through();
  await hub.run('pull');
  const customer = await hub.rowOf(ord);
  const lines: Line[] = [
    ['c', '请报个价，DN50 的球阀要二十台'],
    ['s', '好的，稍后给您报价单'],
  ];
  await say(hub.store, [{ customer, at: '2026-02-28T01:00:00.000Z', lines }]);
  passage.change = (call) => (isDetail(call, ord) ? refusal(WORDS) : undefined);
  const settings = { followUps: SETTINGS, retryInterval: 600 };
  const round = (byHand: boolean) => hub.run('followups', { byHand, settings });

  expect((await round(true)).followUps).toMatchObject({ planned: 1, waiting: 1, parked: 0 });

  expect(await hub.writes(customer.id)).toMatchObject([
    { state: 'waiting', error_code: 'record_unread', attempts: 1, retry_at: expect.any(String) },
  ]);
  passage.calls.length = 0;
  await round(false);
  expect(passage.calls.filter((call) => isDetail(call, ord))).toEqual([]);
  passage.change = () => undefined;
  expect((await round(true)).followUps).toMatchObject({ sent: 1, waiting: 0 });
});

test('a hit of the duplicate check whose record does not open may be this customer: nothing is created', async () => {
  const { hub, passage } = await through();
  await hub.run('pull');
  const person = company(1);
  const ord = hub.sim.insert({ name: person.company_name!, mobile: '13900000001' });
  passage.change = (call) => (isDetail(call, ord) ? refusal(WORDS) : undefined);
  const [id] = await hub.bring([person]);

  expect((await hub.run('push')).push).toMatchObject({ created: 0, waiting: 1 });

  passage.change = () => undefined;
  await hub.run('push');
  expect(named(hub.sim, person.company_name)).toHaveLength(1);
  expect((await hub.row(id!)).erp_customer_id).toBe(ord);
});

test('a customer of the pool that the search brings along, and that never opens, holds nobody of another name', async () => {
  const { hub, passage } = await through();
  await hub.run('pull');
  const person = company(1);
  const ord = hub.sim.insert({ name: `${person.company_name}第二分店`, mobile: '13900000001' });
  hub.sim.moveToPool(ord);
  passage.change = (call) => (isDetail(call, ord) ? refusal(WORDS) : undefined);
  await hub.bring([person]);
  expect((await hub.run('push')).push).toMatchObject({ created: 1, waiting: 0 });
});

test('a person who waives the full mirror waives a hit that does not open, too', async () => {
  const { hub, passage } = await through({ oddities: { searchKeyReaches: ['name', 'mobile'] } });
  await hub.run('pull');
  const person = company(1);
  const ord = hub.sim.insert({ name: '别家样本商行', mobile: person.phone! });
  passage.change = (call) => (isDetail(call, ord) ? refusal(WORDS) : undefined);
  const [id] = await hub.bring([person]);
  expect((await hub.run('push')).push).toMatchObject({ created: 0, waiting: 1 });
  expect((await hub.writes(id!))[0]).toMatchObject({ error_code: 'hits_incomplete' });

  expect((await hub.run('push', { settings: { waiveMirror: true } })).push).toMatchObject({ created: 1 });
});

test('an update that the ERP refuses as a duplicate leaves once, whatever the record lacks', async () => {
  const { hub, passage } = await through();
  const ord = hub.sim.insert({ name: '绍兴缺项示例纺织有限公司', sort1: '', mobile: '13700009911' });
  await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { email: 'edited.here@example.com', wechat_nickname: '老陈' });
  const isSave = ({ path }: Passing) => path.includes('custom/add') && path.includes('apihelptype=save');
  passage.change = (call) => (isSave(call) ? refusal('客户编号已存在') : undefined);
  passage.calls.length = 0;

  expect((await hub.run('push')).push).toMatchObject({ updated: 0, parked: 1 });

  expect(passage.calls.filter(isSave)).toHaveLength(1);
});

test('an own save that cannot be told, of a customer who is linked by now, is nobody’s and waits for the next run', async () => {
  const { hub, passage } = await through();
  await hub.run('pull');
  const [id] = await hub.bring([company(1)]);
  const known = new Set(listed(hub.sim).map(({ ord }) => ord));
  passage.change = (call) =>
    isDetail(call) && !known.has(Number(call.datas.ord)) ? refusal(WORDS) : undefined;
  expect((await hub.run('push')).push).toMatchObject({ inDoubt: 1 });
  const [left] = await hub.writes(id!);
  hub.sim.remove(left!.ord!);
  const link = { erp_customer_id: 987_654 };
  await hub.store.db.updateTable('customers_unified').set(link).where('id', '=', id!).execute();
  await hub.store.db.updateTable('write_journal').set({ state: 'allocated' }).execute();
  passage.change = (call) => (isDetail(call, left!.ord!) ? refusal(WORDS) : undefined);

  expect((await hub.run('push')).push).toMatchObject({ failed: 0 });

  expect((await hub.writes(id!))[0]).toMatchObject({ state: 'allocated', holder: null, error_code: null });
});

const DEAD = refusal('会话已失效，请重新登录');

test('where the ERP lets nobody in any more the reading of details stops at once, with one login', async () => {
  const { hub, passage } = await through();
  await hub.run('pull');
  await hub.store.db.updateTable('erp_mirror').set({ needs_detail: 'phone' }).execute();
  passage.change = ({ path, datas }) => {
    if (path.includes('login')) return refusal('在线用户已满，请稍后再试');
    return isDetail({ path, datas }) ? DEAD : undefined;
  };
  passage.calls.length = 0;

  await expect(hub.run('pull')).rejects.toMatchObject({ code: 'login_unavailable' });

  expect(passage.calls.filter(({ path }) => path.includes('login')).length).toBeLessThanOrEqual(4);
  expect(passage.calls.filter((call) => isDetail(call)).length).toBeLessThanOrEqual(8);
});

test('where no detail comes, the first dozen ends their reading, and the run goes on', async () => {
  const { hub, passage } = await through({ erp: { maxAttempts: 1 } });
  await hub.run('pull');
  await hub.store.db.updateTable('erp_mirror').set({ needs_detail: 'phone' }).execute();
  passage.change = (call) => (isDetail(call) ? '<html><body>Runtime Error</body></html>' : undefined);
  passage.calls.length = 0;

  const { pull } = await hub.run('pull');

  expect(pull).toMatchObject({ complete: true, withoutPhone: listed(hub.sim).length });
  expect(passage.calls.filter((call) => isDetail(call)).length).toBeLessThanOrEqual(16);
});

test('of many named customers those that nobody tried any more, after one detail upon the other did not come, count as failed', async () => {
  const { hub, passage } = await through();
  await hub.run('pull');
  const ords = listed(hub.sim)
    .slice(0, 20)
    .map(({ ord }) => ord);
  const only = await Promise.all(ords.map(async (ord) => (await hub.rowOf(ord)).id));
  passage.change = (call) => (ords.some((ord) => isDetail(call, ord)) ? '<html></html>' : undefined);
  const { pull } = await hub.run('pull', { only });
  expect(pull).toMatchObject({ total: 20, failed: 20, unchanged: 0, updated: 0, detailsRead: 0 });
});

test('where the ERP says 系统异常 of every record that it has not, a create that it did not keep is saved again, and who is deleted there is gone', async () => {
  const { hub, passage, ord } = await through();
  passage.change = (call) =>
    isDetail(call) && !hub.sim.customers().some((one) => one.ord === Number(call.datas.ord))
      ? refusal('系统异常')
      : undefined;
  await hub.run('pull');
  const [id] = await hub.bring([company(1)]);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  hub.sim.remove(ord);

  await hub.run();

  expect((await hub.writes(id!)).map(({ state }) => state)).toEqual(['confirmed']);
  expect(await hub.row(id!)).toMatchObject({ erp_presence: 'present' });
  expect(await hub.rowOf(ord)).toMatchObject({ erp_presence: 'gone' });
});

test.each([
  ['that the account may not see', true],
  ['whose search goes wrong', false],
])(
  'of a pool %s nobody is told; only where it is closed as a whole a newcomer gets in',
  async (_what, isClosed) => {
    const { hub, passage } = await through();
    await hub.run('pull');
    const [id] = await hub.bring([company(1)]);
    passage.change = ({ path, datas }) => {
      const isOfPool = /custom\/list/.test(path) && datas.stype === '1';
      const isSearch = datas.name !== undefined || datas.searchKey !== undefined;
      return isOfPool && (isClosed || isSearch) ? refusal(WORDS) : undefined;
    };

    const { push } = await hub.run('push');

    expect(push).toMatchObject(isClosed ? { created: 1 } : { created: 0, waiting: 1 });
    passage.change = () => undefined;
    await hub.run();
    expect((await hub.row(id!)).erp_customer_id).not.toBeNull();
  },
);
