import { DEEDS } from '@bangqiao/api';
import { expect, test } from 'vitest';
import { type Desk, leaveOpen, ownedOnly, refusal, startDesk } from './api-support.ts';
import { PEOPLE, startWorld } from './explain-world.ts';

/** A hub with the examples synced into a stand-in ERP, and the API on it. */
async function working(): Promise<Desk> {
  const world = await startWorld({ customers: 30 });
  await world.bring(PEOPLE);
  await world.sync();
  return startDesk({ store: world.store });
}

test('the list goes on page by page, in order, and shows everybody once', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const { count } = await desk.store.db
    .selectFrom('customers_unified')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  for (const sort of ['id', 'updated', 'quality', 'intent'] as const) {
    const seen: { id: number; quality: number; intent: number; updated_at: string }[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await manager.ask('customers.list', {
        query: { sort, limit: 7, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(Number(count));
    const key = { id: 'id', updated: 'updated_at', quality: 'quality', intent: 'intent' } as const;
    const values = seen.map((row) => row[key[sort]]);
    expect(values).toEqual([...values].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  }
});

test('filters narrow, and a made-up cursor is refused', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const out = await manager.ask('customers.list', { query: { in_erp: 'false', status: 'skipped' } });
  expect(out.items.length).toBe(5);
  expect(
    out.items.every(({ erp_customer_id, status }) => erp_customer_id === null && status === 'skipped'),
  ).toBe(true);
  const made = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
  const wrong = [
    ['id', 'x'],
    ['id', made(['2026-01-01T00:00:00.000Z', 1])],
    ['updated', made([5, 1])],
    ['updated', made(['2026-13-01T00:00:00.000Z', 1])],
    ['updated', made(['2026-02-30T00:00:00.000Z', 1])],
    ['last_contact', made([0.5, 1])],
    ['quality', made(['2026-01-01T00:00:00.000Z', 1])],
    ['intent', made(['60', 1])],
  ] as const;
  for (const [sort, cursor] of wrong) {
    const asked = manager.ask('customers.list', { query: { sort, cursor } });
    expect([sort, cursor, await refusal(asked)]).toEqual([sort, cursor, '400 bad_cursor']);
  }
  const half = manager.ask('customers.list', { query: { sort: 'intent', cursor: made([0.5, 1]) } });
  expect(await refusal(half)).toBe('not refused');
});

test('of so many to whom something happened today that they are not named, the list finds each page all the same', async () => {
  const desk = await startDesk();
  const manager = await desk.user('manager');
  const now = new Date().toISOString();
  const yesterday = new Date(Date.now() - 48 * 3_600_000).toISOString();
  const many = 2050;
  const customers = Array.from({ length: many + 10 }, (_, at) => ({ id: at + 1, wechat_id: `wx_${at}` }));
  for (let at = 0; at < customers.length; at += 500)
    await desk.store.db
      .insertInto('customers_unified')
      .values(customers.slice(at, at + 500).map((one) => ({ ...one, created_at: now, updated_at: now })))
      .execute();
  for (const { id } of customers)
    await desk.store.db
      .insertInto('erp_sync_logs')
      .values({
        customer_id: id,
        sync_direction: 'erp_to_local',
        sync_type: 'pull',
        sync_action: 'update',
        sync_result: 'success',
        synced_at: id > many ? yesterday : now,
        synced_by: 'test',
      })
      .execute();
  const seen: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { today: 'pulled', limit: 200, sort: 'id', ...(cursor ? { cursor } : {}) } as const;
    const page = await manager.ask('customers.list', { query });
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(many);
  expect(Math.max(...seen)).toBe(many);
  expect((await manager.ask('overview.show')).today.pulled).toBe(many);
  const found = await manager.ask('customers.list', { query: { today: 'pulled', q: `wx_${many + 3}` } });
  expect(found.items).toEqual([]);
});

test('one customer: both sides, why, what is missing and what to ask next', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const [skipped] = (await manager.ask('customers.list', { query: { status: 'skipped' } })).items;
  const page = await manager.ask('customers.show', { params: { id: skipped!.id } });
  expect(page.decision).toMatchObject({ action: 'SKIP' });
  expect(page.decision?.missing.length).toBeGreaterThan(0);
  expect(page.standing.zh).not.toBe('');
  const [linked] = (await manager.ask('customers.list', { query: { in_erp: 'true', sort: 'quality' } }))
    .items;
  const both = await manager.ask('customers.show', { params: { id: linked!.id } });
  const phone = both.fields.find(({ field }) => field === 'phone');
  expect(phone).toMatchObject({ label: { zh: '手机号' }, differs: false, policy: 'erp_unless_verified' });
  expect(phone?.hub).toMatch(/^1\d{10}$/);
  expect(phone?.erp).toBe(phone?.hub);
  expect(await refusal(manager.ask('customers.show', { params: { id: 999_999 } }))).toBe('404 not_there');
});

test('who may not see phones finds none, wherever they stand', async () => {
  const desk = await working();
  const reader = await desk.user('read_only');
  const list = await reader.ask('customers.list', { query: { limit: 200 } });
  const pages = await Promise.all(
    list.items.slice(0, 10).map(({ id }) => reader.ask('customers.show', { params: { id } })),
  );
  expect(JSON.stringify([list, pages])).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
  expect(await refusal(reader.ask('customers.export'))).toBe('403 not_allowed');
});

test('who sees phones masked finds nobody by guessing what is hidden, also in a WeChat id', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const reader = await desk.user('read_only');
  const { id, phone } = (await manager.ask('customers.list', { query: { limit: 200 } })).items.find(
    (row) => row.phone !== null,
  )!;
  const set = (values: object) =>
    desk.store.db.updateTable('customers_unified').set(values).where('id', '=', id).execute();
  await set({ wechat_id: `wx_${phone}` });
  await desk.store.db
    .insertInto('customer_keys')
    .values({ kind: 'wechat', value: `wx_${phone}`, customer_id: id })
    .execute();
  const find = async (by: typeof reader, q: string) =>
    (await by.ask('customers.list', { query: { q } })).items.map((row) => row.id);
  const ways = [
    phone!,
    `+86 ${phone}`,
    phone!.replace(/^(\d{3})(\d{4})/, '$1 - $2-'),
    `wx_${phone}`,
    `wx_\u200B${phone}`,
  ];
  expect(await find(manager, phone!)).toContain(id);
  expect(await find(manager, `wx_${phone}`)).toEqual([id]);
  for (const way of ways) expect([way, await find(reader, way)]).toEqual([way, []]);
  expect(await find(reader, `#${id}`)).toEqual([id]);
});

test('a seller sees the customers that are theirs in the ERP, and not that others exist', async () => {
  const desk = await working();
  const linked = await desk.store.db.selectFrom('erp_mirror').selectAll().orderBy('ord').limit(2).execute();
  const [mine, others] = linked;
  await ownedOnly(desk.store, [mine!.customer_id], '7');
  const seller = await desk.user('seller', { erp: '7' });
  const stranger = await desk.user('seller', { name: 'stranger' });
  expect((await seller.ask('customers.list')).items.map(({ id }) => id)).toEqual([mine!.customer_id]);
  expect((await stranger.ask('customers.list')).items).toEqual([]);
  const show = (id: number) => seller.ask('customers.show', { params: { id } });
  expect((await show(mine!.customer_id)).customer.owner).toBe('7');
  expect(await refusal(show(others!.customer_id))).toBe('404 not_there');
  const lines = (await seller.ask('customers.export')).split('\r\n');
  expect(lines.length).toBe(3);
});

test('the overview of a seller tells of open writes to their own customers alone, by name and by number', async () => {
  const desk = await working();
  const [, mine] = await desk.store.db
    .selectFrom('erp_mirror')
    .select('customer_id')
    .orderBy('ord')
    .execute();
  await ownedOnly(desk.store, [mine!.customer_id], '7');
  await leaveOpen(desk.store);
  const manager = await desk.user('manager');
  const seller = await desk.user('seller', { erp: '7' });
  const stranger = await desk.user('seller', { name: 'stranger' });
  const all = (await manager.ask('overview.show')).writes;
  const own = (await seller.ask('overview.show')).writes;
  const none = (await stranger.ask('overview.show')).writes;
  for (const pile of ['waiting', 'parked', 'in_doubt'] as const) {
    expect(all[pile].count).toBeGreaterThan(5);
    expect(own[pile]).toMatchObject({ count: 1, first: [{ customer_id: mine!.customer_id }] });
    expect(none[pile]).toEqual({ count: 0, first: [] });
  }
});

test('each number of a seller’s overview is that of the list behind it', async () => {
  const desk = await working();
  const rows = await desk.store.db.selectFrom('customers_unified').select('id').orderBy('id').execute();
  const some = rows.map(({ id }) => id).filter((_id, at) => at % 4 === 0);
  await ownedOnly(desk.store, some, '7');
  const seller = await desk.user('seller', { erp: '7' });
  const { customers, today, quality } = await seller.ask('overview.show');
  const listed = async (query: object) =>
    (await seller.ask('customers.list', { query: { limit: 200, ...query } })).items.length;
  expect(customers.total).toBe(some.length);
  expect(customers.in_erp).toBe(await listed({ in_erp: 'true' }));
  expect(customers.outside.skipped).toBe(await listed({ in_erp: 'false', status: 'skipped' }));
  for (const stage of ['contact', 'lead', 'customer'] as const)
    expect([stage, customers.by_stage[stage]]).toEqual([stage, await listed({ stage })]);
  for (const deed of DEEDS) expect([deed, today[deed]]).toEqual([deed, await listed({ today: deed })]);
  expect(quality.at_least_80).toBe(await listed({ quality_from: 80 }));
});

test('an export is a table that a spreadsheet takes as text, never as a formula', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  await desk.store.db
    .updateTable('customers_unified')
    .set({ company_name: '=HYPERLINK("http://example.com")' })
    .where('id', '=', 1)
    .execute();
  const text = await manager.ask('customers.export');
  expect(text.startsWith('id,erp_customer_code,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`);
});

test('a person puts a former value back, and the audit says which', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const [linked] = (await manager.ask('customers.list', { query: { in_erp: 'true' } })).items;
  const params = { id: linked!.id, field: 'address' };
  await desk.store.db
    .insertInto('field_change_history')
    .values({
      run_id: null,
      customer_id: linked!.id,
      field_name: 'address',
      old_value: '示例路 1 号',
      new_value: '示例路 2 号',
      value_source: 'manual',
      change_type: 'update',
      change_reason: 'test',
      changed_at: new Date().toISOString(),
      evidence: null,
    })
    .execute();
  const { values } = await manager.ask('customers.former', { params });
  const former = values.find(({ value }) => value === '示例路 1 号');
  const { number, value } = former!;
  const another = values.find((one) => one.value !== value)!.value;
  expect(await refusal(manager.ask('customers.restore', { params, body: { number, value: another } }))).toBe(
    '409 former_moved',
  );
  await manager.ask('customers.restore', { params, body: { number, value } });
  const page = await manager.ask('customers.show', { params: { id: linked!.id } });
  expect(page.fields.find(({ field }) => field === 'address')?.hub).toBe('示例路 1 号');
  // A second press, sent before the page knew of the first: the same number is another value now.
  expect(await refusal(manager.ask('customers.restore', { params, body: { number, value } }))).toBe(
    '409 former_moved',
  );
  expect(
    (
      await desk.store.db
        .selectFrom('customers_unified')
        .select('address')
        .where('id', '=', linked!.id)
        .executeTakeFirst()
    )?.address,
  ).toBe(value);
  const done = desk.store.db.selectFrom('audit').selectAll().where('outcome', '=', 'done');
  const row = await done.orderBy('id', 'desc').executeTakeFirst();
  expect(row).toMatchObject({
    who: 'manager',
    action: 'customers.restore',
    subject: `${linked!.id}/address`,
    outcome: 'done',
  });
});

test('two characters of a name find, whole phones find, parts of phones do not, and changes are found at once', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const find = async (q: string) =>
    (await manager.ask('customers.list', { query: { q } })).items.map(({ id }) => id);
  const [one] = (await manager.ask('customers.list', { query: { sort: 'quality' } })).items;
  const set = (values: object) =>
    desk.store.db.updateTable('customers_unified').set(values).where('id', '=', one!.id).execute();
  await set({ company_name: '𠮷祥甪直示例阀门厂', wechat_remark: '老客户 13800009999' });
  expect(await find('甪直')).toEqual([one!.id]);
  expect(await find('𠮷祥')).toEqual([one!.id]);
  expect(await find('甪')).toEqual([one!.id]);
  expect(await find(`#${one!.id}`)).toEqual([one!.id]);
  expect(await find('138 0000 9999')).toEqual([]);
  if (one!.phone !== null) expect(await find(`+86 ${one!.phone}`)).toContain(one!.id);
  await set({ company_name: '改了名字' });
  expect(await find('甪直')).toEqual([]);
  expect(await find('%_"\'')).toEqual([]);
});

test('a seller’s own stand in order, page by page, whether the ERP shows the name or the number', async () => {
  const desk = await working();
  const linked = await desk.store.db.selectFrom('erp_mirror').select('customer_id').execute();
  const ids = linked.map(({ customer_id }) => customer_id).slice(0, 12);
  await ownedOnly(desk.store, ids, '7');
  await desk.store.db
    .updateTable('customers_unified')
    .set({ erp_owner: '销售7', last_contact_time: '2026-02-01T00:00:00.000Z' })
    .where('id', 'in', ids.slice(0, 6))
    .execute();
  const seller = await desk.user('seller', { erp: '7' });
  const manager = await desk.user('manager');
  const everybody = (await manager.ask('customers.list', { query: { limit: 200 } })).items;
  for (const sort of ['id', 'updated', 'quality', 'intent', 'last_contact'] as const)
    for (const order of ['asc', 'desc'] as const) {
      const seen: typeof everybody = [];
      for (let cursor: string | undefined; ; ) {
        const page: { items: typeof seen; next: string | null } = await seller.ask('customers.list', {
          query: { sort, order, limit: 5, ...(cursor ? { cursor } : {}) },
        });
        seen.push(...page.items);
        if (page.next === null) break;
        cursor = page.next;
      }
      const expected = sort === 'last_contact' ? ids.slice(0, 6) : ids;
      const key = { updated: 'updated_at', last_contact: 'last_contact_at' } as const;
      const of = (row: (typeof everybody)[number]) => {
        const value = row[sort === 'updated' || sort === 'last_contact' ? key[sort] : sort];
        return [value, row.id] as const;
      };
      const sign = order === 'asc' ? 1 : -1;
      const inOrder = everybody
        .filter(({ id }) => expected.includes(id))
        .map(of)
        .sort(([a, i], [b, j]) => sign * (a === b ? i - j : (a ?? '') < (b ?? '') ? -1 : 1));
      expect(seen.map(of)).toEqual(inOrder);
    }
});

test('a pull brings the seller of each customer along, also when it changes, and that alone is no change of the customer', async () => {
  const world = await startWorld({ customers: 10 });
  await world.sync('pull');
  const rows = () =>
    world.store.db
      .selectFrom('customers_unified')
      .select(['id', 'erp_customer_id', 'erp_owner', 'version', 'updated_at'])
      .orderBy('id')
      .execute();
  const before = await rows();
  const owned = before.filter(({ erp_owner }) => erp_owner !== null);
  expect(owned.length).toBeGreaterThan(1);
  const [mine] = owned;
  const other = owned.find(({ erp_owner }) => erp_owner !== mine!.erp_owner);
  const { cateid } = world.sim.customer(other!.erp_customer_id!)!.fields;
  world.sim.edit(mine!.erp_customer_id!, { cateid: cateid! });
  await world.sync('pull');
  const after = await rows();
  const moved = before.map((row) => (row.id === mine!.id ? { ...row, erp_owner: other!.erp_owner } : row));
  expect(after).toEqual(moved);
  await world.sync('pull');
  expect(await rows()).toEqual(after);
});

test('a view is kept by its name for its user alone, replaced by the same name, and gone when it is removed', async () => {
  const desk = await working();
  const manager = await desk.user('manager');
  const reader = await desk.user('read_only');
  const query = { in_erp: false, stage: 'lead', quality_to: 59, q: '阀门', sort: 'quality' } as const;
  const kept = await manager.ask('views.save', { body: { name: ' 待补资料 ', query } });
  expect(await manager.ask('views.list')).toEqual({ views: [{ id: kept.id, name: '待补资料', query }] });
  expect(await reader.ask('views.list')).toEqual({ views: [] });
  const again = await manager.ask('views.save', { body: { name: '待补资料', query: { quote: true } } });
  expect(again).toEqual({ id: kept.id, name: '待补资料', query: { quote: true } });
  const rows = () => desk.store.db.selectFrom('saved_views').select(['name', 'query']).execute();
  expect(await rows()).toEqual([{ name: '待补资料', query: JSON.stringify({ quote: true }) }]);
  expect(await refusal(reader.ask('views.remove', { params: { id: kept.id } }))).toBe('404 not_there');
  await manager.ask('views.remove', { params: { id: kept.id } });
  expect(await rows()).toEqual([]);
  const audit = await desk.store.db
    .selectFrom('audit')
    .select(['who', 'action', 'outcome'])
    .orderBy('id')
    .execute();
  expect(audit.filter(({ action }) => action.startsWith('views.'))).toEqual([
    { who: 'manager', action: 'views.save', outcome: 'done' },
    { who: 'manager', action: 'views.save', outcome: 'done' },
    { who: 'read_only', action: 'views.remove', outcome: 'refused' },
    { who: 'manager', action: 'views.remove', outcome: 'done' },
  ]);
});

test('a view holds no phone, and nobody keeps them without end', async () => {
  const desk = await startDesk();
  const seller = await desk.user('seller', { erp: '7' });
  const save = (name: string, q: string) => seller.ask('views.save', { body: { name, query: { q } } });
  expect(await refusal(save('张三', '+86 138 0000 0001'))).toBe('422 phone_in_view');
  expect(await refusal(save('找13800000001', '张三'))).toBe('422 phone_in_view');
  for (let at = 1; at <= 30; at += 1) await save(`视图 ${at}`, '阀门');
  expect(await refusal(save('再多一个', '阀门'))).toBe('422 too_many_views');
  await save('视图 30', '水泵');
  const { views } = await seller.ask('views.list');
  expect(views.map(({ query }) => query.q)).toEqual([...Array<string>(29).fill('阀门'), '水泵']);
});
