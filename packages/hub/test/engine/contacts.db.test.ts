import type { Customer } from '@bangqiao/core';
import type { Faults } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { cancelWrite } from '../../src/desk/writes.ts';
import { explainCustomer } from '../../src/explain/index.ts';
import { planWrite } from '../../src/journal/journal.ts';
import { thisHolder } from '../../src/store/index.ts';
import { company, dump, type Engine, engine, listed, named, partsAddUp } from './support.ts';

const NAME = company(1).company_name!;
const IMPATIENT = { timeoutMs: 400, maxAttempts: 2 };

/** A company that a WeChat person brought in, and that person's number here. */
async function withCompany(
  options: Parameters<typeof engine>[0] = {},
): Promise<{ hub: Engine; ord: number }> {
  const hub = await engine({ customers: 30, erp: IMPATIENT, ...options });
  const [id] = await hub.bring([company(1, { real_name: '周示例' })]);
  await hub.run();
  return { hub, ord: (await hub.row(id!)).erp_customer_id! };
}

/** Somebody else of the same company, with a phone and a WeChat id of their own. */
function colleague(number: number, more: Partial<Customer> = {}): Partial<Customer> {
  return company(number, { company_name: NAME, real_name: `同事${number}`, ...more });
}

/** Typed into the ERP by somebody. */
async function addContact(hub: Engine, company: number, fields: Record<string, string>): Promise<number> {
  const { ord } = await hub.erp.client.contacts.allocate(company);
  await hub.erp.client.contacts.save({ ord, company, fields });
  return ord;
}

/** What a run leaves that dies right after its create became a contact. */
async function planned(hub: Engine, id: number, ord: number): Promise<void> {
  const at = '2026-03-01T02:30:00.000Z';
  const rule = { rule: 'mandatory_has_order', rule_set_version: 1, reason: '有订单' };
  const place = {
    run_id: null,
    customer_id: id,
    subject: String(ord),
    ord: null,
    field_names: ['real_name'],
  };
  await hub.store.transaction((trx) =>
    planWrite(
      trx,
      { kind: 'contact', ...place, ...rule, passed_at: at },
      { by: 'test', at, note: 'planned' },
    ),
  );
}

/** Contact persons of a company but its main one. */
function others(hub: Engine, ord: number) {
  return hub.sim.contacts(ord).filter(({ main }) => !main);
}

async function expectQuiet(hub: Engine): Promise<void> {
  await hub.run();
  const { erp_mirror: _mirror, ...before } = await dump(hub.store);
  hub.sim.resetStats();
  const report = await hub.run();
  expect(partsAddUp(report)).toBe(true);
  expect(hub.sim.stats.writes).toEqual({});
  const { erp_mirror: _later, ...after } = await dump(hub.store);
  expect(after).toEqual(before);
}

async function steps(hub: Engine, journalId: number): Promise<string[]> {
  const rows = await hub.store.db
    .selectFrom('journal_audit')
    .select('to_state')
    .where('journal_id', '=', journalId)
    .orderBy('id')
    .execute();
  return rows.map(({ to_state }) => to_state);
}

test('a phone that a colleague says while the contact person is under way is looked up before it is saved', async () => {
  const { hub } = await withCompany({ erp: {} });
  const theirs = listed(hub.sim).find(({ fields }) => fields.intsort === '1' && fields.mobile)!;
  const [id] = await hub.bring([colleague(2, { phone: null })]);
  hub.sim.faults.slowMs = 20;
  const pushing = hub.run('push');
  while (!hub.sim.stats.calls['contact.allocate']) await new Promise((go) => setTimeout(go, 2));
  await hub.edit(id!, { phone: theirs.fields.mobile! });
  expect((await pushing).push).toMatchObject({ waiting: 1, linked: 0 });
  hub.sim.faults.slowMs = 0;
  await hub.run('push');
  expect(hub.sim.stats.writes['contact.save']).toBeUndefined();
});

test('a second WeChat person of a linked company becomes its contact person, never a second customer', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  const there = listed(hub.sim).length;
  const report = await hub.run('push');
  expect(report.push).toMatchObject({ considered: 1, linked: 1, created: 0, parked: 0, waiting: 0 });
  expect(partsAddUp(report)).toBe(true);
  expect(report.exitCode).toBe(0);
  expect(listed(hub.sim)).toHaveLength(there);
  const [contact, ...more] = others(hub, ord);
  expect(more).toEqual([]);
  expect(contact?.fields).toMatchObject({
    person_name: '同事2',
    mobile: company(2).phone,
    weixinAcc: company(2).wechat_id,
    email: company(2).email,
  });
  expect(await hub.row(id!)).toMatchObject({
    erp_customer_id: null,
    erp_contact_id: contact!.ord,
    erp_contact_of: ord,
    erp_sync_status: 'synced',
    erp_sync_action: 'CONTACT',
    stage: 'customer',
    local_dirty: false,
  });
  const [create, write] = await hub.writes(id!);
  expect(create).toMatchObject({ kind: 'create', state: 'confirmed', outcome: 'contact', saves: 0 });
  expect(write).toMatchObject({
    kind: 'contact',
    state: 'confirmed',
    outcome: 'created',
    saves: 1,
    fields: null,
  });
  expect(await steps(hub, write!.id)).toEqual(['planned', 'claimed', 'allocated', 'sent', 'confirmed']);
  // The company and its main contact stay as they were.
  expect(hub.sim.customer(ord)?.fields).toMatchObject({ person_name: '周示例', mobile: company(1).phone });
  await expectQuiet(hub);
});

test('nobody is saved under a company record that is another customer by now (a restored backup)', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  hub.sim.edit(ord, {
    name: '宁波另一家示例有限公司',
    khid: 'KH-RESTORED-1',
    mobile: '13800000077',
    weixinAcc: 'wx_somebody_else',
    email: 'else@example.com',
  });
  expect((await hub.run('push')).push).toMatchObject({ created: 0, linked: 0, parked: 1 });
  expect((await hub.writes(id!)).at(-1)).toMatchObject({
    kind: 'contact',
    state: 'parked',
    error_code: 'another_customer',
  });
  expect(others(hub, ord)).toEqual([]);
});

test('its log shows no phone, and the rule that let the contact person in is credited once', async () => {
  const { hub, ord } = await withCompany();
  const before = await credits(hub);
  const [id] = await hub.bring([colleague(2)]);
  await hub.run('push');
  const logs = await hub.store.db
    .selectFrom('erp_sync_logs')
    .selectAll()
    .where('customer_id', '=', id!)
    .execute();
  expect(logs).toHaveLength(1);
  expect(logs[0]).toMatchObject({ sync_action: 'create', sync_result: 'success', erp_customer_id: ord });
  expect(JSON.stringify(logs)).not.toContain(company(2).phone);
  expect(logs[0]?.erp_request).toContain('138****0002');
  expect(JSON.parse(logs[0]!.erp_response!)).toEqual({
    real_name: '同事2',
    phone: '138****0002',
    email: company(2).email,
    wechat_id: company(2).wechat_id,
  });
  expect(await credits(hub)).toBe(before + 1);
});

async function credits(hub: Engine): Promise<number> {
  const rows = await hub.store.db.selectFrom('erp_sync_rules').select('success_count').execute();
  return rows.reduce((sum, row) => sum + Number(row.success_count), 0);
}

test.each([2, 9])(
  'of %i colleagues who come at once, one brings the company in and the others become its contact persons',
  async (count) => {
    const hub = await engine({ customers: 30 });
    hub.sim.oddities.duplicateCheck = [];
    hub.sim.faults.slowJitterMs = 5;
    const ids = await hub.bring(Array.from({ length: count }, (_, at) => colleague(at + 1)));
    const { push } = await hub.run();
    expect(push).toMatchObject({ created: 1, linked: count - 1, parked: 0, waiting: 0 });
    const [theirs, ...twins] = named(hub.sim, NAME);
    expect(twins).toEqual([]);
    expect(others(hub, theirs!.ord)).toHaveLength(count - 1);
    const phones = hub.sim.contacts(theirs!.ord).map(({ fields }) => fields.mobile);
    expect(phones.sort()).toEqual(ids.map((_, at) => company(at + 1).phone).sort());
    await expectQuiet(hub);
  },
);

test('a colleague whose company another process is just creating waits and becomes its contact person', async () => {
  const hub = await engine({ customers: 30 });
  hub.sim.oddities.duplicateCheck = [];
  await hub.run('pull');
  await hub.bring(Array.from({ length: 6 }, (_, at) => colleague(at + 1)));
  hub.sim.faults.slowJitterMs = 20;
  const other = await hub.another();
  await Promise.all([hub.run('push', { waitMs: 20_000 }), other.run('push', { waitMs: 20_000 })]);
  const [theirs, ...twins] = named(hub.sim, NAME);
  expect(twins).toEqual([]);
  expect(others(hub, theirs!.ord)).toHaveLength(5);
});

const SECOND = { phone: company(2).phone!, wechat: company(2).wechat_id! };

test.each<[string, Record<string, string>]>([
  ['phone', { person_name: '老同事', mobile: `+86 ${SECOND.phone}` }],
  ['WeChat id', { person_name: '老同事', weixinAcc: SECOND.wechat }],
  ['exact name, where no phone contradicts', { person_name: '同事2' }],
])('a contact person who is there already, found by %s, is linked and not saved', async (_by, fields) => {
  const { hub, ord } = await withCompany();
  const there = await addContact(hub, ord, fields);
  hub.sim.resetStats();
  const [id] = await hub.bring([colleague(2)]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ linked: 1, created: 0 });
  expect(hub.sim.stats.writes).toEqual({});
  expect(others(hub, ord)).toHaveLength(1);
  expect(await hub.row(id!)).toMatchObject({ erp_contact_id: there, erp_contact_of: ord });
  await expectQuiet(hub);
});

test('an equal name with another phone is somebody else', async () => {
  const { hub, ord } = await withCompany();
  const there = await addContact(hub, ord, { person_name: '同事2', mobile: '13900000000' });
  const [id] = await hub.bring([colleague(2)]);
  await hub.run('push');
  expect(others(hub, ord)).toHaveLength(2);
  expect((await hub.row(id!)).erp_contact_id).not.toBe(there);
});

test.each<[string, Record<string, string>[]]>([
  [
    'two with the phone',
    [
      { person_name: '甲', mobile: SECOND.phone },
      { person_name: '乙', mobile: SECOND.phone },
    ],
  ],
  ['an equal name beside another WeChat id', [{ person_name: '同事2', weixinAcc: 'somebody_else' }]],
])('%s: parked with the candidates, nothing is saved; said which, it goes on', async (_what, contacts) => {
  const { hub, ord } = await withCompany();
  const ords: number[] = [];
  for (const fields of contacts) ords.push(await addContact(hub, ord, fields));
  hub.sim.resetStats();
  const [id] = await hub.bring([colleague(2)]);
  const { push, exitCode } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, linked: 0, created: 0 });
  expect(exitCode).toBe(1);
  const write = (await hub.writes(id!)).at(-1)!;
  expect(write).toMatchObject({ kind: 'contact', state: 'parked', error_code: 'ambiguous', saves: 0 });
  for (const each of ords) expect(write.error_message).toContain(String(each));
  expect(hub.sim.stats.writes).toEqual({});
  const again = await hub.run('push');
  expect(again.push).toMatchObject({ parked: 1, newlyParked: 0 });
  expect(again.exitCode).toBe(0);
  // The person is corrected here: looked up anew.
  await hub.edit(id!, { phone: '13800000077', real_name: '同事七七', wechat_id: 'wxid_other_77' });
  expect((await hub.run('push')).push).toMatchObject({ linked: 1, parked: 0 });
  expect(others(hub, ord)).toHaveLength(contacts.length + 1);
});

test('a person of the ERP has no contact persons: who has the same phone is for a person', async () => {
  const hub = await engine({ customers: 30 });
  const [first] = await hub.bring([company(1, { company_name: null, real_name: '周示例' })]);
  await hub.run();
  expect((await hub.row(first!)).erp_customer_type).toBe(2);
  const [second] = await hub.bring([company(1, { company_name: null, wechat_id: 'wxid_second' })]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, created: 0, linked: 0 });
  expect((await hub.writes(second!)).at(-1)).toMatchObject({
    kind: 'create',
    error_code: 'belongs_to_another',
    error_message: expect.stringContaining('（按手机号找到）'),
  });
});

test('the same phone under another company name is for a person', async () => {
  const { hub } = await withCompany();
  const [id] = await hub.bring([
    colleague(2, { phone: company(1).phone!, company_name: '杭州别家样本有限公司' }),
  ]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, created: 0, linked: 0 });
  expect((await hub.writes(id!)).at(-1)).toMatchObject({ error_code: 'belongs_to_another' });
});

test.each<[string, Parameters<typeof engine>[0]]>([
  ['phones in lists are masked', { oddities: { maskPhones: true } }],
  ['the list shows neither phone nor WeChat id', { oddities: { missingColumns: ['mobile', 'weixinAcc'] } }],
  ['the list does not say whose contact it is', { oddities: { missingColumns: ['company'] } }],
  ['ids come in capitals', { oddities: { upperCaseKeys: true } }],
  [
    'rows are objects, one comes bare, numbers are strings, empty is null',
    { oddities: { rowsAsObjects: 'ord', bareSingleRow: true, numbersAsStrings: true, nullForEmpty: true } },
  ],
  ['lists have no page and stop at two rows', { oddities: { noPage: true, maxPageSize: 2 } }],
  ['an edit blanks what it leaves out', { oddities: { editKeepsAbsent: false } }],
  ['the filter by company is ignored', { oddities: { ignoreFilters: ['company'] } }],
  [
    'the filter is ignored and nothing says whose contact it is',
    { oddities: { ignoreFilters: ['company'], missingColumns: ['company', 'mobile'] } },
  ],
])('where %s, who is there is linked and who is not is added, each once', async (_what, options) => {
  const { hub, ord } = await withCompany(options);
  const there = await addContact(hub, ord, { person_name: '老同事', mobile: SECOND.phone });
  // The same phone at another company is another company's business.
  const elsewhere = listed(hub.sim).find((each) => each.ord !== ord && each.fields.intsort === '1')!;
  await addContact(hub, elsewhere.ord, { person_name: '同事3', mobile: company(3).phone! });
  const [second, third] = await hub.bring([colleague(2), colleague(3)]);
  expect((await hub.run('push')).push).toMatchObject({ linked: 2, parked: 0 });
  expect((await hub.row(second!)).erp_contact_id).toBe(there);
  expect(
    others(hub, ord)
      .map((each) => each.ord)
      .sort(),
  ).toEqual([there, (await hub.row(third!)).erp_contact_id!].sort());
  await expectQuiet(hub);
});

test('a create that passed the breaker passes as a contact person too', async () => {
  const { hub, ord } = await withCompany();
  const tight = { breaker: { number: 1, share: 0.3, min_rows: 20 } };
  const ids = await hub.bring([colleague(2), colleague(3)]);
  expect((await hub.run('push', { settings: tight })).exitCode).toBe(3);
  expect(others(hub, ord)).toEqual([]);
  expect((await hub.run('push')).push).toMatchObject({ linked: 2 });
  for (const id of ids) expect((await hub.row(id)).erp_contact_of).toBe(ord);
  // What has passed once is not counted again as a contact.
  const [, write] = await hub.writes(ids[0]!);
  expect(write).toMatchObject({ kind: 'contact', state: 'confirmed', passed_at: expect.any(String) });
});

test('a contact person who comes again under another WeChat id is no second customer and no second contact', async () => {
  const { hub, ord } = await withCompany();
  await hub.bring([colleague(2)]);
  await hub.run('push');
  const there = listed(hub.sim).length;
  await hub.bring([
    colleague(2, { wechat_id: 'wxid_again', company_name: null }),
    colleague(2, { wechat_id: 'wxid_third' }),
  ]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 2, created: 0, linked: 0 });
  expect(listed(hub.sim)).toHaveLength(there);
  expect(others(hub, ord)).toHaveLength(1);
});

test.each<[string, Partial<Faults>]>([
  ['the connection drops before half of the saves', { dropBeforeSave: 0.5 }],
  ['the connection drops before every save, eight times', { dropBeforeSave: 1, limit: 8 }],
  ['the connection drops after every save', { dropAfterSave: 1 }],
  ['no answer comes to saves that were stored', { stallAfterSave: 1, limit: 3 }],
  ['half of the saves say success and store nothing', { lieSuccess: 0.5 }],
  ['every save says success and stores nothing', { lieSuccess: 1 }],
  ['every save meets an internal error', { error500: 1, on: ['write'] }],
  ['the server fails at a fifth of the calls', { error500: 0.2 }],
  ['a third of the answers are empty', { emptyBody: 0.3 }],
  ['a third of the answers are web pages', { htmlPage: 0.3 }],
  ['a fifth of the reads break', { dropRead: 0.2 }],
  ['tokens die at every seventeenth call', { tokenDeathEvery: 17 }],
  ['everything goes wrong a little', { dropAfterSave: 0.2, lieSuccess: 0.2, error500: 0.1, emptyBody: 0.1 }],
])(
  'when %s, each colleague is a contact person once when it is well again',
  async (_what, faults) => {
    const { hub, ord } = await withCompany();
    const ids = await hub.bring(Array.from({ length: 5 }, (_, at) => colleague(at + 2)));
    Object.assign(hub.sim.faults, faults);
    await hub.run('push').catch(() => undefined);
    await hub.run('sync').catch(() => undefined);
    Object.assign(
      hub.sim.faults,
      Object.fromEntries(Object.keys(faults).map((name) => [name, name === 'on' ? ['read', 'write'] : 0])),
    );
    for (let round = 0; round < 2; round += 1) expect(partsAddUp(await hub.run())).toBe(true);
    expect(named(hub.sim, NAME)).toHaveLength(1);
    const names = others(hub, ord).map(({ fields }) => fields.person_name);
    expect(names.sort()).toEqual(['同事2', '同事3', '同事4', '同事5', '同事6']);
    const claimed = new Set<number | null>();
    for (const id of ids) {
      const row = await hub.row(id);
      expect(row).toMatchObject({ erp_customer_id: null, erp_contact_of: ord, erp_sync_status: 'synced' });
      claimed.add(row.erp_contact_id);
      expect((await hub.writes(id)).every(({ state }) => state === 'confirmed')).toBe(true);
    }
    expect(claimed.size).toBe(5);
    await expectQuiet(hub);
  },
  120_000,
);

test('at most three saves of one contact in a run; what stays in doubt reads its own ord first', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  hub.sim.faults.lieSuccess = 1;
  hub.sim.resetStats();
  const first = await hub.run('push');
  expect(first.push).toMatchObject({ inDoubt: 1 });
  expect(hub.sim.stats.writes).toEqual({ 'contact.save': 3 });
  const held = (await hub.writes(id!)).at(-1)!;
  expect(held).toMatchObject({ kind: 'contact', state: 'in_doubt', saves: 3 });
  hub.sim.faults.lieSuccess = 0;
  expect((await hub.run('push')).push).toMatchObject({ linked: 1 });
  expect((await hub.writes(id!)).at(-1)).toMatchObject({ state: 'confirmed', ord: held.ord, saves: 4 });
  expect(others(hub, ord).map((contact) => contact.ord)).toEqual([held.ord]);
});

test('a lost answer is settled by reading the own ord, not by another save', async () => {
  const { hub } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  hub.sim.faults.dropAfterSave = 1;
  hub.sim.resetStats();
  expect((await hub.run('push')).push).toMatchObject({ linked: 1, inDoubt: 0 });
  expect(hub.sim.stats.writes).toEqual({ 'contact.save': 1 });
  const write = (await hub.writes(id!)).at(-1)!;
  expect(await steps(hub, write.id)).toEqual([
    'planned',
    'claimed',
    'allocated',
    'sent',
    'in_doubt',
    'confirmed',
  ]);
});

test.each<[string, 'allocated' | 'sent' | 'waiting', boolean]>([
  ['between allocate and sent', 'allocated', false],
  ['with the save on its way, not stored', 'sent', false],
  ['with the save stored', 'sent', true],
  ['or put off after a save that stored nothing', 'waiting', false],
])('killed %s, the next run goes on with the same ord', async (_when, state, isStored) => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await planned(hub, id!, ord);
  const fresh = await hub.erp.client.contacts.allocate(ord);
  const erp = { person_name: '同事2', mobile: company(2).phone! };
  if (isStored) await hub.erp.client.contacts.save({ ord: fresh.ord, company: ord, fields: erp });
  await hub.store.db
    .updateTable('write_journal')
    .set({
      state,
      ord: fresh.ord,
      saves: state === 'allocated' ? 0 : 1,
      fields: state !== 'allocated' ? JSON.stringify({ erp, hub: {}, version: 1 }) : null,
      holder:
        state === 'waiting'
          ? null
          : JSON.stringify({ ...thisHolder('sync'), started: 'a process that ended' }),
    })
    .where('customer_id', '=', id!)
    .where('kind', '=', 'contact')
    .execute();
  hub.sim.resetStats();
  expect((await hub.run('push')).push).toMatchObject({ linked: 1 });
  expect(hub.sim.stats.calls['contact.allocate']).toBeUndefined();
  expect(hub.sim.stats.writes['contact.save'] ?? 0).toBe(isStored ? 0 : 1);
  expect(others(hub, ord).map((contact) => contact.ord)).toEqual([fresh.ord]);
  expect((await hub.row(id!)).erp_contact_id).toBe(fresh.ord);
  await expectQuiet(hub);
});

test('when the company disappears its contact persons are marked, nobody is created again, and they return with it', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await hub.run();
  const there = listed(hub.sim).length;
  hub.sim.remove(ord);
  await hub.run();
  expect(await hub.row(id!)).toMatchObject({ erp_presence: 'gone', erp_contact_of: ord });
  hub.sim.resetStats();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  expect(listed(hub.sim)).toHaveLength(there - 1);
  hub.sim.show(ord);
  await hub.run();
  expect(await hub.row(id!)).toMatchObject({ erp_presence: 'present' });
  await expectQuiet(hub);
});

test('a company that is added anew in the ERP does not take the contact person of the old one', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await hub.run();
  hub.sim.remove(ord);
  hub.sim.insert({ name: NAME, intsort: '1', khid: 'KH-AGAIN', person_name: '周示例' });
  await hub.run();
  expect(await hub.row(id!)).toMatchObject({ erp_customer_id: null, erp_contact_of: ord });
});

test('a company gone before its contact was written: the newcomer is looked up anew', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await planned(hub, id!, ord);
  hub.sim.remove(ord);
  await hub.run();
  await hub.run();
  expect(others(hub, ord)).toEqual([]);
  const row = await hub.row(id!);
  expect(row.erp_contact_id).toBeNull();
  expect(named(hub.sim, NAME).map((each) => each.ord)).toEqual([row.erp_customer_id]);
});

test.each<[string, 'waiting' | 'sent' | 'parked']>([
  ['was refused a connection', 'waiting'],
  ['was lost with its process', 'sent'],
  ['the ERP refused', 'parked'],
])(
  'somebody who changed the company after a save that %s is not saved under the old one',
  async (_how, state) => {
    const { hub, ord } = await withCompany();
    const [id] = (await hub.bring([colleague(2)])) as [number];
    await planned(hub, id, ord);
    const fresh = await hub.erp.client.contacts.allocate(ord);
    const erp = { person_name: '同事2', mobile: company(2).phone! };
    await hub.store.db
      .updateTable('write_journal')
      .set({
        state,
        ord: fresh.ord,
        updated_at: '2026-03-01T02:00:00.000Z',
        saves: 1,
        fields: JSON.stringify({ erp, hub: {}, version: 1 }),
        holder: state === 'sent' ? JSON.stringify({ ...thisHolder('sync'), started: 'it ended' }) : null,
      })
      .where('customer_id', '=', id)
      .where('kind', '=', 'contact')
      .execute();
    const { company_name } = company(60);
    await hub.edit(id, { company_name });

    for (let round = 0; round < 3; round += 1) await hub.run();

    expect(others(hub, ord)).toEqual([]);
    expect(named(hub.sim, company_name).map((each) => each.ord)).toEqual([
      (await hub.row(id)).erp_customer_id,
    ]);
    expect((await hub.writes(id))[0]).toMatchObject({ kind: 'contact', state: 'cancelled', fields: null });
    await expectQuiet(hub);
  },
);

test('explain says of which company somebody is the contact person, and how that came', async () => {
  const { hub } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await hub.run('push');
  const told = await explainCustomer(hub.store.db, `#${id}`);
  const text = JSON.stringify(told);
  expect(text).toContain(`Stands in the ERP as contact person of ${NAME}`);
  expect(text).toContain(`在 ERP 中是 ${NAME} 的联系人`);
  expect(text).not.toContain(company(2).phone);
  const pending = await hub.store.db
    .selectFrom('v_pending_sync_customers')
    .select('id')
    .where('id', '=', id!)
    .execute();
  expect(pending).toEqual([]);
});

test('a change of a contact person here plans nothing and waits for nothing', async () => {
  const { hub } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await hub.run('push');
  await hub.edit(id!, { email: 'new@example.com', has_contract: true });
  expect(await hub.row(id!)).toMatchObject({ local_dirty: false, erp_sync_status: 'synced' });
  await expectQuiet(hub);
});

test('a parked contact that a person cancels is not planned again until its customer changes', async () => {
  const { hub, ord } = await withCompany();
  await addContact(hub, ord, { person_name: '同事2', weixinAcc: 'somebody_else' });
  const [id] = await hub.bring([colleague(2)]);
  await hub.run('push');
  const write = (await hub.writes(id!)).at(-1)!;
  hub.wait(60_000);
  await cancelWrite(hub.store, write.id, { by: 'person', at: '2026-03-01T03:00:00.000Z' });
  expect((await hub.run('push')).push).toMatchObject({ skipped: 1, parked: 0, linked: 0 });
  expect((await hub.row(id!)).erp_sync_status).toBe('skipped');
});

test('marked invalid before it is written, a contact is not written', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  await planned(hub, id!, ord);
  await hub.edit(id!, { marked_as_invalid: true });
  expect((await hub.run('push')).push).toMatchObject({ skipped: 1 });
  expect(others(hub, ord)).toEqual([]);
  expect((await hub.writes(id!)).at(-1)).toMatchObject({ kind: 'contact', state: 'cancelled' });
});

test('marked invalid after its saves were lost, a contact is not saved once more', async () => {
  const { hub, ord } = await withCompany();
  const [id] = await hub.bring([colleague(2)]);
  hub.sim.faults.dropBeforeSave = 1;
  expect((await hub.run('push')).push).toMatchObject({ inDoubt: 1 });
  hub.sim.faults.dropBeforeSave = 0;
  await hub.edit(id!, { marked_as_invalid: true });
  expect((await hub.run('push')).push).toMatchObject({ skipped: 1, created: 0 });
  expect(others(hub, ord)).toEqual([]);
  expect((await hub.writes(id!)).at(-1)).toMatchObject({ kind: 'contact', state: 'cancelled' });
});
