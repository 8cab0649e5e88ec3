import type { SimCustomer } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { resolveConflict } from '../../src/desk/conflicts.ts';
import { cancelWrite } from '../../src/desk/writes.ts';
import { unmergeCustomer } from '../../src/identity/unmerge.ts';
import { company, dump, type Engine, type EngineOptions, engine, justBefore, listed } from './support.ts';

/** A linked company of the ERP that has mobile and e-mail. */
async function linkedCustomer(
  options: EngineOptions = {},
  wanted: (customer: SimCustomer) => boolean = () => true,
): Promise<{ hub: Engine; ord: number; id: number; fields: Record<string, string> }> {
  const hub = await engine(options);
  const { ord, fields } = listed(hub.sim).find(
    (customer) =>
      customer.fields.intsort === '1' && customer.fields.mobile && customer.fields.email && wanted(customer),
  )!;
  await hub.run();
  hub.sim.resetStats();
  return { hub, ord, id: (await hub.rowOf(ord)).id, fields };
}

const filled = (fields: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== ''));

async function openConflicts(hub: Engine) {
  return await hub.store.db.selectFrom('conflicts').selectAll().where('state', '=', 'open').execute();
}

test.each([true, false])(
  'an e-mail edited in the hub is written, and no other field is touched (the ERP keeps what is left out: %s)',
  async (editKeepsAbsent) => {
    const { hub, ord, id, fields } = await linkedCustomer({ oddities: { editKeepsAbsent } });
    await hub.edit(id, { email: 'edited.here@example.com' });
    const { push } = await hub.run();
    expect(push).toMatchObject({ considered: 1, updated: 1 });
    expect(filled(hub.sim.customer(ord)?.fields)).toEqual(
      filled({ ...fields, email: 'edited.here@example.com' }),
    );
    expect(hub.sim.stats.stored).toEqual({ 'customer.save': 1 });
    expect(await hub.row(id)).toMatchObject({ erp_sync_status: 'synced', local_dirty: false });
  },
);

test('an edit that the ERP would refuse is parked before any call, told once, and goes in once corrected', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { company_name: `${'长'.repeat(99)}公司`, company_name_verified: true });
  const first = await hub.run('push');
  expect(first).toMatchObject({ exitCode: 1, push: { considered: 1, parked: 1, newlyParked: 1 } });
  expect(hub.sim.stats.calls).toEqual({});
  expect((await hub.writes(id))[0]).toMatchObject({ state: 'parked', error_code: 'too_long', saves: 0 });
  expect(await hub.run('push')).toMatchObject({ exitCode: 0, push: { parked: 1, newlyParked: 0 } });
  await hub.edit(id, { company_name: '杭州改正样本有限公司', company_name_verified: true });
  expect((await hub.run('push')).push).toMatchObject({ updated: 1, parked: 0 });
  expect(hub.sim.customer(ord)?.fields.name).toBe('杭州改正样本有限公司');
});

test('an edit that the ERP would refuse, and that is put back as the ERP has it, is nobody’s task any more', async () => {
  const { hub, id, fields } = await linkedCustomer();
  await hub.edit(id, { company_name: `${'长'.repeat(99)}公司`, company_name_verified: true });
  expect((await hub.run('push')).push).toMatchObject({ parked: 1 });
  await hub.edit(id, { company_name: fields.name! });
  expect((await hub.run('push')).push).toMatchObject({ parked: 0 });
  expect((await hub.writes(id)).map(({ state }) => state)).toEqual(['cancelled']);
  expect(await hub.row(id)).toMatchObject({ erp_sync_status: 'synced', local_dirty: false });
});

test('an edit that a person cancels while it is being parked stops nobody else', async () => {
  const { hub, id } = await linkedCustomer();
  await hub.bring([company(1)]);
  await hub.edit(id, { company_name: `${'长'.repeat(99)}公司`, company_name_verified: true });
  const person = { by: 'person', at: '2026-03-01T05:00:00.000Z' };
  const happened = justBefore(hub, 'push/settle.ts', async () => {
    const [write] = await hub.writes(id);
    await cancelWrite(hub.store, write!.id, person);
  });
  expect((await hub.run('push')).push).toMatchObject({ created: 1, newlyParked: 0 });
  expect(happened()).toBe(true);
});

test('a value that would never be sent holds up no other edit, though the ERP would refuse it', async () => {
  const { hub, ord, id } = await linkedCustomer({ oddities: { missingColumns: ['person_name'] } });
  // As an import leaves it: nobody verified the name, and the ERP's own is read only before the save.
  await hub.edit(id, { real_name: '王**', address: '杭州市改后的地址 9 号' });
  expect((await hub.run('push')).push).toMatchObject({ updated: 1, parked: 0 });
  expect(hub.sim.customer(ord)?.fields.address).toBe('杭州市改后的地址 9 号');
});

test('a person stays a person in an edit where no form says who is one, and a company a company', async () => {
  const hub = await engine({
    oddities: { missingFields: ['intsort'], missingColumns: ['intsort'], editKeepsAbsent: false },
  });
  await hub.run();
  for (const type of ['1', '2']) {
    const { ord, fields } = listed(hub.sim).find((each) => each.fields.intsort === type)!;
    const { id } = await hub.rowOf(ord);
    await hub.edit(id, { email: 'edited.here@example.com' });
    expect((await hub.run()).push).toMatchObject({ updated: 1, parked: 0 });
    expect(filled(hub.sim.customer(ord)?.fields)).toEqual(
      filled({ ...fields, email: 'edited.here@example.com' }),
    );
    expect(await hub.row(id)).toMatchObject({ erp_customer_type: Number(type) });
  }
});

const STRANGER = {
  name: '宁波另一家示例有限公司',
  khid: 'KH-RESTORED-1',
  mobile: '13800000077',
  weixinAcc: 'wx_somebody_else',
  email: 'else@example.com',
};

test.each([[{}], [{ missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] }]])(
  'a record that is another customer since (a restored backup) is neither taken over nor written to: a person is asked (%j)',
  async (oddities) => {
    const { hub, ord, id } = await linkedCustomer({ oddities });
    const before = await hub.row(id);
    hub.sim.edit(ord, STRANGER);
    await hub.edit(id, { address: '杭州市改后的地址 9 号' });
    for (let round = 0; round < 3; round++) await hub.run();
    expect(hub.sim.customer(ord)?.fields).toMatchObject(STRANGER);
    expect(hub.sim.stats.stored).toEqual({});
    expect(await hub.row(id)).toMatchObject({
      erp_customer_code: before.erp_customer_code,
      company_name: before.company_name,
      phone: before.phone,
      email: before.email,
    });
    const [conflict, ...others] = await openConflicts(hub);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ customer_id: id, field: 'erp_customer_code', erp_value: STRANGER.khid });

    const person = { by: 'person', at: '2026-03-02T05:00:00.000Z' };
    await resolveConflict(hub.store, conflict!.id, { take: 'erp' }, person);
    await hub.run();
    expect(await hub.row(id)).toMatchObject({ email: STRANGER.email, erp_customer_code: STRANGER.khid });
  },
);

test('a record that only got another number and another name is still this customer', async () => {
  const { hub, ord, id } = await linkedCustomer();
  hub.sim.edit(ord, { khid: 'KH-NEW-1', name: '杭州改名示例有限公司' });
  await hub.run();
  expect(await hub.row(id)).toMatchObject({
    erp_customer_code: 'KH-NEW-1',
    company_name: '杭州改名示例有限公司',
  });
  expect(await openConflicts(hub)).toEqual([]);
});

test('a customer who only got another number is written to, also where the list shows none', async () => {
  const { hub, ord, id } = await linkedCustomer({ oddities: { missingColumns: ['khid'] } });
  hub.sim.edit(ord, { khid: 'KH-NEW-9' });
  await hub.edit(id, { address: '杭州市改后的地址 9 号' });
  expect((await hub.run('push')).push).toMatchObject({ updated: 1, parked: 0 });
  expect(hub.sim.customer(ord)?.fields).toMatchObject({ address: '杭州市改后的地址 9 号', khid: 'KH-NEW-9' });
  expect(await hub.row(id)).toMatchObject({ erp_customer_code: 'KH-NEW-9' });
});

test('a number with blanks in it is the same number', async () => {
  const { hub, ord, id } = await linkedCustomer();
  hub.sim.edit(ord, { khid: 'KH  2025  7' });
  await hub.run();
  const gone = { mobile: '', weixinAcc: '', name: '杭州改名示例有限公司' };
  hub.sim.edit(ord, gone);
  await hub.edit(id, { address: '杭州市改后的地址 9 号' });
  expect((await hub.run('push')).push).toMatchObject({ updated: 1, parked: 0 });
});

test("another person of the same name under the ord is not written to: a person's name tells nothing beside another number", async () => {
  const hub = await engine();
  await hub.run();
  const { ord } = listed(hub.sim).find(({ fields }) => fields.intsort === '2')!;
  const { id } = await hub.rowOf(ord);
  hub.sim.edit(ord, { khid: 'KH-STRANGER', mobile: '13700000001', weixinAcc: '' });
  await hub.edit(id, { address: '杭州市改后的地址 9 号' });
  expect((await hub.run('push')).push).toMatchObject({ parked: 1, updated: 0 });
  expect((await hub.writes(id)).at(-1)).toMatchObject({ error_code: 'another_customer' });
});

test('a save that was stored is an update, whatever the words beside it sound like', async () => {
  const { hub, ord, id } = await linkedCustomer({ oddities: { savedWords: '已提交，审核通过前不可修改' } });
  await hub.edit(id, { email: 'edited.here@example.com' });
  expect((await hub.run()).push).toMatchObject({ updated: 1, parked: 0 });
  expect(hub.sim.customer(ord)?.fields.email).toBe('edited.here@example.com');
  expect(hub.sim.stats.stored).toEqual({ 'customer.save': 1 });
});

test('what we wrote comes back and is no edit: the next runs write nothing', async () => {
  const { hub, id } = await linkedCustomer({ oddities: { rewriteValues: true, trimValues: true } });
  await hub.edit(id, { email: 'Edited.Here@Example.com', address: '杭州市（滨江区）江南大道 1 号' });
  await hub.run();
  const before = await dump(hub.store);
  hub.sim.resetStats();
  await hub.run();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  const { erp_mirror: _before, ...kept } = before;
  const { erp_mirror: _after, ...after } = await dump(hub.store);
  expect(after).toEqual(kept);
});

test('a phone edited in the ERP stands against an unverified one of the hub', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { phone: '13811112222' });
  hub.sim.edit(ord, { mobile: '13833334444' });
  await hub.run();
  expect(await hub.row(id)).toMatchObject({ phone: '13833334444' });
  expect(hub.sim.customer(ord)?.fields.mobile).toBe('13833334444');
  expect(await openConflicts(hub)).toEqual([]);
});

test('an unverified phone edited in the hub alone gives way to the one of the ERP, and is kept in the history', async () => {
  const { hub, ord, id, fields } = await linkedCustomer();
  await hub.edit(id, { phone: '13811112222' });
  await hub.run();
  await hub.run();
  expect(await hub.row(id)).toMatchObject({ phone: fields.mobile });
  expect(hub.sim.customer(ord)?.fields.mobile).toBe(fields.mobile);
  const history = await hub.store.db
    .selectFrom('field_change_history')
    .select(['old_value', 'new_value'])
    .where('customer_id', '=', id)
    .where('field_name', '=', 'phone')
    .execute();
  expect(history).toContainEqual({ old_value: '13811112222', new_value: fields.mobile });
});

test('a verified phone edited in the hub alone is written', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { phone: '13811112222', phone_verified: true });
  await hub.run();
  expect(hub.sim.customer(ord)?.fields.mobile).toBe('13811112222');
});

test('an e-mail edited on both sides is a conflict with both values, and neither side is written', async () => {
  const { hub, ord, id, fields } = await linkedCustomer();
  await hub.edit(id, { email: 'from.hub@example.com' });
  hub.sim.edit(ord, { email: 'from.erp@example.com' });
  await hub.run();
  await hub.run();
  expect(hub.sim.customer(ord)?.fields.email).toBe('from.erp@example.com');
  expect((await hub.row(id)).email).toBe('from.hub@example.com');
  expect(hub.sim.stats.stored).toEqual({});
  const conflicts = await openConflicts(hub);
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]).toMatchObject({
    customer_id: id,
    field: 'email',
    hub_value: 'from.hub@example.com',
    erp_value: 'from.erp@example.com',
    base_hub: fields.email,
    base_erp: fields.email,
  });
});

test('an edit made in the ERP after the pull is seen before the update leaves, and merged first', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { email: 'from.hub@example.com', address: '杭州市余杭区新址 9 号' });
  hub.sim.edit(ord, { email: 'from.erp@example.com', person_name: '新联系人' });
  await hub.run('push');
  expect(hub.sim.customer(ord)?.fields).toMatchObject({
    email: 'from.erp@example.com',
    address: '杭州市余杭区新址 9 号',
    person_name: '新联系人',
  });
  expect(await hub.row(id)).toMatchObject({ email: 'from.hub@example.com', real_name: '新联系人' });
  expect(await openConflicts(hub)).toHaveLength(1);
});

test('an erasure in the hub is not sent, and nothing erased comes back by itself', async () => {
  const { hub, ord, id, fields } = await linkedCustomer();
  await hub.edit(id, { email: null });
  await hub.run();
  await hub.run();
  expect(hub.sim.customer(ord)?.fields.email).toBe(fields.email);
  expect((await hub.row(id)).email).toBeNull();
  expect(hub.sim.stats.stored).toEqual({});
});

test('where the list lacks the e-mail, an edit of it in the hub reads the detail first, and is written', async () => {
  const { hub, ord, id, fields } = await linkedCustomer({
    oddities: { missingColumns: ['email', 'mobile'] },
  });
  await hub.edit(id, { email: 'edited.here@example.com' });
  await hub.run();
  expect(filled(hub.sim.customer(ord)?.fields)).toEqual(
    filled({ ...fields, email: 'edited.here@example.com' }),
  );
});

test('where the list lacks only the e-mail, an edit of it never overwrites one that nobody here has seen', async () => {
  const { hub, ord, id, fields } = await linkedCustomer({ oddities: { missingColumns: ['email'] } });
  // The detail may or may not have been read by now; what the ERP holds must not be lost either way.
  const seen = (await hub.row(id)).email !== null;
  await hub.edit(id, { email: 'edited.here@example.com' });
  await hub.run();
  const now = hub.sim.customer(ord)?.fields.email;
  expect(now).toBe(seen ? 'edited.here@example.com' : fields.email);
  if (!seen) expect(await openConflicts(hub)).toHaveLength(1);
});

test('a record that the ERP masks is parked, and nothing is written over what is hidden', async () => {
  const { hub, ord, id } = await linkedCustomer();
  hub.sim.edit(ord, { mobile: '138****8888' });
  await hub.edit(id, { email: 'edited.here@example.com' });
  const { push, exitCode } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, updated: 0 });
  expect(exitCode).toBe(1);
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'masked_record' });
  expect(hub.sim.stats.stored).toEqual({});
  expect((await hub.row(id)).phone).not.toContain('*');
});

test('asterisks that somebody typed into a note hide nothing: the note is read and the record can be edited', async () => {
  const { hub, ord, id } = await linkedCustomer({ oddities: { editKeepsAbsent: false } });
  hub.sim.edit(ord, { intro: '**VIP** 客户', c4: '*** 先打电话' });
  await hub.edit(id, { email: 'edited.here@example.com' });
  expect((await hub.run()).push).toMatchObject({ parked: 0, updated: 1 });
  expect(hub.sim.customer(ord)?.fields).toMatchObject({
    intro: '**VIP** 客户',
    c4: '*** 先打电话',
    email: 'edited.here@example.com',
  });
  expect(await hub.row(id)).toMatchObject({ notes: '**VIP** 客户' });
});

test('a number that is masked inside a note is hidden: nothing is written over it', async () => {
  const { hub, ord, id } = await linkedCustomer();
  hub.sim.edit(ord, { intro: '老板电话 138****8888' });
  await hub.edit(id, { email: 'edited.here@example.com' });
  expect((await hub.run()).push).toMatchObject({ parked: 1, updated: 0 });
});

test('an edit of a company whose record lacks what the ERP requires carries what a create would', async () => {
  const hub = await engine();
  const ord = hub.sim.insert({ name: '绍兴缺项示例纺织有限公司', sort1: '', mobile: '13700009911' });
  await hub.run();
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { email: 'edited.here@example.com', wechat_nickname: '老陈' });
  expect((await hub.run()).push).toMatchObject({ updated: 1, parked: 0 });
  const { email, person_name, sort1 } = hub.sim.customer(ord)!.fields;
  expect({ email, person_name }).toEqual({ email: 'edited.here@example.com', person_name: '老陈' });
  expect(sort1).toBe(hub.erp.options.id('sort1', hub.erp.options.firstLeaf('sort1')!.path_label));
  // The save that was refused counts, and the journal tells of the second.
  expect((await hub.writes(id)).find(({ kind }) => kind === 'update')).toMatchObject({ saves: 2 });
});

test('what a form leaves out and the ERP requires is sent as the list shows it', async () => {
  const { hub, ord, id, fields } = await linkedCustomer({
    oddities: { missingFields: ['sort1', 'person_name'], editKeepsAbsent: false },
  });
  await hub.edit(id, { email: 'edited.here@example.com' });
  expect((await hub.run()).push).toMatchObject({ updated: 1, parked: 0 });
  const { sort1, person_name } = hub.sim.customer(ord)!.fields;
  expect({ sort1, person_name }).toEqual({ sort1: fields.sort1, person_name: fields.person_name });
});

test('another customer behind the ord is not written to', async () => {
  const { hub, ord, id } = await linkedCustomer();
  const stranger = { name: '苏州陌生实业有限公司', khid: 'KH-STRANGER', mobile: '13700000001', email: '' };
  await hub.edit(id, { email: 'edited.here@example.com' });
  hub.sim.edit(ord, stranger);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, updated: 0 });
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'another_customer' });
  expect(hub.sim.customer(ord)?.fields).toMatchObject(stranger);
  expect((await hub.row(id)).company_name).not.toBe(stranger.name);
});

test('a customer that is marked invalid is not written any more', async () => {
  const { hub, id } = await linkedCustomer();
  await hub.edit(id, { email: 'edited.here@example.com', marked_as_invalid: true });
  await hub.run();
  expect(hub.sim.stats.stored).toEqual({});
});

test('an update that nobody began is taken back when its customer is marked invalid, and planned again once the mark is off', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { email: 'edited.here@example.com' });
  const asks = { breaker: { number: 0, share: 1, min_rows: 20 } };
  expect((await hub.run('push', { settings: asks })).asked?.code).toBe('breaker');
  await hub.edit(id, { marked_as_invalid: true });
  expect((await hub.run()).asked).toBeNull();
  expect(hub.sim.stats.stored).toEqual({});
  expect((await hub.writes(id)).map(({ state }) => state)).toEqual(['cancelled']);
  await hub.edit(id, { marked_as_invalid: false });
  await hub.run();
  expect(hub.sim.customer(ord)?.fields.email).toBe('edited.here@example.com');
});

test('an update whose saves were lost is not saved once more when its customer is marked invalid meanwhile', async () => {
  const { hub, id } = await linkedCustomer();
  await hub.edit(id, { email: 'edited.here@example.com' });
  hub.sim.faults.dropBeforeSave = 1;
  expect((await hub.run('push')).push).toMatchObject({ inDoubt: 1 });
  hub.sim.faults.dropBeforeSave = 0;
  await hub.edit(id, { marked_as_invalid: true });
  expect((await hub.run()).push).toMatchObject({ updated: 0, skipped: 1 });
  expect(hub.sim.stats.stored).toEqual({});
});

test('an edit made in the hub while its update is under way is not lost', async () => {
  const { hub, ord, id } = await linkedCustomer();
  await hub.edit(id, { email: 'first@example.com' });
  hub.sim.faults.slowMs = 30;
  const running = hub.run('push');
  while (!hub.sim.stats.writes['customer.save']) await new Promise((go) => setTimeout(go, 2));
  await hub.edit(id, { email: 'second@example.com' });
  await running;
  hub.sim.faults.slowMs = 0;
  await hub.run();
  expect(hub.sim.customer(ord)?.fields.email).toBe('second@example.com');
  expect((await hub.row(id)).email).toBe('second@example.com');
});

test.each([
  ['drops the connection after each save', { dropAfterSave: 1 }],
  ['drops the connection before each save', { dropBeforeSave: 1 }],
  ['says yes and stores nothing', { lieSuccess: 1 }],
  ['answers each save with a web page', { htmlPage: 1, on: ['write' as const] }],
])(
  'an update of an ERP that %s arrives once it is well again, and nothing else changes',
  async (_what, faults) => {
    const { hub, ord, id, fields } = await linkedCustomer({ erp: { maxAttempts: 2, timeoutMs: 400 } });
    await hub.edit(id, { email: 'edited.here@example.com' });
    Object.assign(hub.sim.faults, faults);
    await hub.run('push');
    if (!('lieSuccess' in faults)) await hub.run('push');
    const none = { dropAfterSave: 0, dropBeforeSave: 0, lieSuccess: 0, htmlPage: 0 };
    Object.assign(hub.sim.faults, none);
    await hub.run();
    await hub.run();
    expect(filled(hub.sim.customer(ord)?.fields)).toEqual(
      filled({ ...fields, email: 'edited.here@example.com' }),
    );
    expect((await hub.row(id)).email).toBe('edited.here@example.com');
    hub.sim.resetStats();
    await hub.run();
    expect(hub.sim.stats.writes).toEqual({});
  },
);

test('a tenant that never takes the new value gets no save without end: a person is told', async () => {
  const { hub, id } = await linkedCustomer({ oddities: { droppedFields: ['email'] } });
  await hub.edit(id, { email: 'edited.here@example.com' });
  for (let round = 0; round < 4; round += 1) await hub.run('push');
  expect(hub.sim.stats.stored['customer.save']).toBeLessThanOrEqual(6);
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'not_taken' });
  hub.sim.resetStats();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
});

test('a customer that the hub created is edited there by its own number afterwards', async () => {
  const hub = await engine();
  const [id] = await hub.bring([company(1)]);
  await hub.run();
  await hub.edit(id!, { email: 'edited.here@example.com' });
  const { push } = await hub.run();
  expect(push).toMatchObject({ updated: 1, created: 0 });
  const { erp_customer_id: ord } = await hub.row(id!);
  expect(hub.sim.customer(ord!)?.fields.email).toBe('edited.here@example.com');
});

test('saves that never arrive do not make a field "not kept": its value is sent once the ERP is back', async () => {
  const hub = await engine();
  await hub.run('pull');
  const { ord } = listed(hub.sim).find(({ fields }) => fields.email === '') as { ord: number };
  await hub.edit((await hub.rowOf(ord)).id, { email: 'into.empty@example.com' });
  Object.assign(hub.sim.faults, { dropBeforeSave: 1, on: ['write'] });

  for (let run = 0; run < 3; run += 1)
    expect((await hub.run()).push).toMatchObject({ updated: 0, inDoubt: 1 });
  hub.sim.faults.dropBeforeSave = 0;

  expect((await hub.run()).push).toMatchObject({ updated: 1 });
  expect(hub.sim.customer(ord)?.fields.email).toBe('into.empty@example.com');
});

test.each(['push', 'sync'] as const)(
  'an e-mail edited in the ERP while an unsent update of it waits is a conflict, and stays one (%s)',
  async (kind) => {
    const { hub, ord, id } = await linkedCustomer();
    await hub.edit(id, { email: 'from.hub@example.com' });
    Object.assign(hub.sim.faults, { dropBeforeSave: 1, on: ['write'] });
    expect((await hub.run('push')).push).toMatchObject({ inDoubt: 1 });
    hub.sim.faults.dropBeforeSave = 0;
    hub.sim.edit(ord, { email: 'from.erp@example.com' });
    for (const each of [kind, 'sync', 'sync'] as const) {
      await hub.run(each);
      expect(await openConflicts(hub)).toMatchObject([
        { field: 'email', hub_value: 'from.hub@example.com', erp_value: 'from.erp@example.com' },
      ]);
    }
    expect(hub.sim.customer(ord)?.fields.email).toBe('from.erp@example.com');
    expect((await hub.row(id)).email).toBe('from.hub@example.com');
    expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'confirmed', outcome: 'unchanged' });
    expect(await hub.store.db.selectFrom('erp_field_changes').selectAll().execute()).toEqual([]);
  },
);

test('a save whose answer was lost is known again by its value, also rewritten, and what changed here since follows it', async () => {
  const { hub, ord, id } = await linkedCustomer({
    oddities: { rewriteValues: true, trimValues: true },
    erp: { maxAttempts: 1 },
  });
  const { customers } = hub.erp.client;
  const { save } = customers;
  customers.save = async (record) => {
    customers.save = save;
    await save(record);
    hub.sim.faults.dropRead = 1;
    throw new Error('the line went dead');
  };
  const address = '杭州市（滨江区）江南大道 1 号';
  await hub.edit(id, { email: 'first@example.com', address });
  await hub.run('push');
  hub.sim.faults.dropRead = 0;
  expect(hub.sim.customer(ord)?.fields).toMatchObject({
    email: 'first@example.com',
    address: '杭州市(滨江区)江南大道 1 号',
  });

  await hub.edit(id, { email: 'second@example.com' });
  expect((await hub.run('push')).push).toMatchObject({ updated: 1 });

  expect(hub.sim.customer(ord)?.fields.email).toBe('second@example.com');
  expect(await hub.row(id)).toMatchObject({ email: 'second@example.com', address });
  expect(await hub.store.db.selectFrom('conflicts').selectAll().execute()).toEqual([]);
});

test('a customer who writes just as an update is planned ends no run: the others go in', async () => {
  const { hub, id, fields } = await linkedCustomer();
  await hub.edit(id, { phone: '13811112222' });
  await hub.bring([company(1)]);
  const happened = justBefore(hub, 'push/plan-updates.ts', () => hub.talk(id));
  expect((await hub.run('push')).push).toMatchObject({ created: 1 });
  expect(happened()).toBe(true);
  expect(await hub.row(id)).toMatchObject({ phone: fields.mobile, local_dirty: false });
});

test('nothing is written to a record from which its customer is parted just as the update is planned', async () => {
  const { hub, ord, id: record, fields } = await linkedCustomer();
  const [id] = await hub.bring([company(1, { phone: fields.mobile!, email: null })]);
  await hub.run('push');
  expect((await hub.row(id!)).erp_customer_id).toBe(ord);
  await hub.edit(id!, { address: '杭州市余杭区新址 9 号' });
  const at = '2026-03-02T05:00:00.000Z';
  const by = { by: 'person', reason: 'parted', source: 'manual', runId: null, now: at } as const;
  const happened = justBefore(hub, 'push/plan-updates.ts', () =>
    hub.store.transaction((trx) => unmergeCustomer(trx, record, by)),
  );
  hub.sim.resetStats();
  await hub.run('push');
  expect(happened()).toBe(true);
  expect((await hub.row(id!)).erp_customer_id).toBeNull();
  expect((await hub.writes(id!)).map(({ kind }) => kind)).toEqual(['create']);
  expect(hub.sim.customer(ord)?.fields).toEqual(fields);
});

test('an update that the ERP never takes is not begun anew for a message, but for a change', async () => {
  const { hub, id } = await linkedCustomer({ oddities: { droppedFields: ['email'] } });
  await hub.edit(id, { email: 'edited.here@example.com' });
  for (let round = 0; round < 3; round += 1) await hub.run('push');
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'not_taken' });
  hub.sim.resetStats();
  await hub.talk(id);
  await hub.run();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  await hub.edit(id, { email: 'another@example.com' });
  await hub.run();
  expect(hub.sim.stats.writes).not.toEqual({});
});
