import { expect, test } from 'vitest';
import { listConflicts, resolveConflict } from '../../src/desk/conflicts.ts';
import { eraseField } from '../../src/desk/erase.ts';
import { formerValues, restoreValue } from '../../src/desk/restore.ts';
import { auditOf, cancelWrite, listWrites, retryWrite } from '../../src/desk/writes.ts';
import { type Explanation, explainCustomer } from '../../src/explain/index.ts';
import { planOnlyPassage } from '../../src/plan/passage.ts';
import { company, type Engine, engine, listed, named } from './support.ts';

const PERSON = { by: 'li (test)', at: '2026-03-02T02:00:00.000Z' };
/** What the ERP demands of a company beside its name. */
const TYPED = { intsort: '1', person_name: '周全', ly: '171' };
const HERE = 'here@example.com';
const THERE = 'there@example.com';

/** One linked customer whose e-mail both sides changed, and the run that saw it. */
async function disputed(options = {}) {
  const hub = await engine(options);
  await hub.run();
  const ord = (listed(hub.sim)[3] as { ord: number }).ord;
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { email: HERE });
  hub.sim.edit(ord, { email: THERE });
  await hub.run();
  return { hub, id, ord };
}

const inErp = (hub: Engine, ord: number) => hub.sim.customers().find((one) => one.ord === ord)?.fields.email;

async function theOne(hub: Engine) {
  const open = await listConflicts(hub.store.db);
  expect(open).toHaveLength(1);
  return open[0] as (typeof open)[number];
}

/** Nothing is sent by a further run. */
async function isQuiet(hub: Engine): Promise<boolean> {
  const before = { ...hub.sim.stats.writes };
  await hub.run();
  return JSON.stringify(before) === JSON.stringify(hub.sim.stats.writes);
}

test('both sides edit one e-mail: both values and their evidence, the ERP untouched until it is settled', async () => {
  const { hub, id, ord } = await disputed();
  const conflict = await theOne(hub);
  expect(conflict).toMatchObject({ customer_id: id, field: 'email', hub_value: HERE, erp_value: THERE });
  expect(conflict.evidence).toMatchObject({
    erp: { ord },
    hub: { changed_by: 'person', change_reason: 'edited', value_source: 'manual' },
  });
  await hub.run();
  expect(inErp(hub, ord)).toBe(THERE);
  expect((await hub.row(id)).email).toBe(HERE);
});

test("taking the hub's value sends it with the next sync, and then there is quiet", async () => {
  const { hub, id, ord } = await disputed();
  const settled = await resolveConflict(hub.store, (await theOne(hub)).id, { take: 'hub' }, PERSON);
  expect(settled).toMatchObject({
    state: 'resolved',
    resolution: 'hub',
    resolved_by: PERSON.by,
    loser: THERE,
  });
  expect(inErp(hub, ord)).toBe(THERE);

  const { push } = await hub.run();

  expect(push?.updated).toBe(1);
  expect(inErp(hub, ord)).toBe(HERE);
  expect((await hub.row(id)).email).toBe(HERE);
  expect(await isQuiet(hub)).toBe(true);
  expect(await listConflicts(hub.store.db)).toEqual([]);
});

test("taking the ERP's value changes the hub alone, and the loser can be restored", async () => {
  const { hub, id, ord } = await disputed();
  await resolveConflict(hub.store, (await theOne(hub)).id, { take: 'erp' }, PERSON);
  expect((await hub.row(id)).email).toBe(THERE);
  expect(await isQuiet(hub)).toBe(true);

  const values = await formerValues(hub.store.db, id, 'email');
  expect(values.map(({ value }) => value)).toContain(HERE);
  await restoreValue(hub.store, id, 'email', HERE, PERSON);
  await hub.run();

  expect(inErp(hub, ord)).toBe(HERE);
  expect(await isQuiet(hub)).toBe(true);
});

test('whatever was lost of somebody who is not in the ERP is put back, and that verifies nothing', async () => {
  const hub = await engine();
  const was = { real_name: '周示例甲', phone: '13800000001', company_name: '宁波示例密封件有限公司' };
  const [id] = (await hub.bring([was])) as [number];
  await hub.edit(id, { real_name: '周示例乙', phone: '13800000002', company_name: '宁波示例阀门有限公司' });

  for (const [field, value] of Object.entries(was))
    await restoreValue(hub.store, id, field as keyof typeof was, value, PERSON);

  const none = { phone_verified: false, company_name_verified: false, erp_customer_id: null };
  expect(await hub.row(id)).toMatchObject({ ...was, ...none });
});

test("a person's name that the ERP owns is restored there", async () => {
  const { hub, id } = await disputed();
  await expect(restoreValue(hub.store, id, 'real_name', '周示例甲', PERSON)).rejects.toMatchObject({
    code: 'erp_owns_field',
  });
});

test('a typed value goes to both sides; a wrong one is refused and nothing changes', async () => {
  const { hub, id, ord } = await disputed();
  const conflict = await theOne(hub);
  await expect(
    resolveConflict(hub.store, conflict.id, { value: 'no address' }, PERSON),
  ).rejects.toMatchObject({ code: 'wrong_value' });
  expect((await theOne(hub)).state).toBe('open');

  await resolveConflict(hub.store, conflict.id, { value: 'third@example.com' }, PERSON);
  await hub.run();

  expect(inErp(hub, ord)).toBe('third@example.com');
  expect((await hub.row(id)).email).toBe('third@example.com');
  await expect(resolveConflict(hub.store, conflict.id, { take: 'erp' }, PERSON)).rejects.toMatchObject({
    code: 'conflict_settled',
  });
});

test('an ERP value that moved after the answer is not overwritten: it is a conflict again', async () => {
  const { hub, ord } = await disputed();
  await resolveConflict(hub.store, (await theOne(hub)).id, { take: 'hub' }, PERSON);
  hub.sim.edit(ord, { email: 'newer@example.com' });

  await hub.run();

  expect(inErp(hub, ord)).toBe('newer@example.com');
  expect(await theOne(hub)).toMatchObject({ hub_value: HERE, erp_value: 'newer@example.com' });
});

test('an open conflict follows both values, and closes itself once they agree', async () => {
  const { hub, id, ord } = await disputed();
  hub.sim.edit(ord, { email: 'second@example.com' });
  await hub.run();
  expect((await theOne(hub)).erp_value).toBe('second@example.com');

  hub.sim.edit(ord, { email: HERE });
  await hub.run();

  expect(await listConflicts(hub.store.db)).toEqual([]);
  const [closed] = await listConflicts(hub.store.db, { all: true });
  expect(closed).toMatchObject({ customer_id: id, state: 'resolved', resolution: 'agreed' });
});

test('an unverified phone that a person restores is vouched for, and travels', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  const ord = (await hub.row(id)).erp_customer_id as number;
  hub.sim.edit(ord, { mobile: '13900009999' });
  await hub.run();
  expect((await hub.row(id)).phone).toBe('13900009999');

  await restoreValue(hub.store, id, 'phone', '13800000001', PERSON);
  await hub.run();

  expect(hub.sim.customers().find((one) => one.ord === ord)?.fields.mobile).toBe('13800000001');
  expect(await isQuiet(hub)).toBe(true);
});

test.each<[string, (hub: Engine, id: number) => Promise<unknown>, string]>([
  ['restored', (hub, id) => restoreValue(hub.store, id, 'address', '示例路 9 号', PERSON), '示例路 9 号'],
  ['emptied', (hub, id) => eraseField(hub.store, id, 'address', PERSON), ''],
])(
  'while one field is %s, what was changed here of another still goes to the ERP',
  async (_what, act, address) => {
    const hub = await engine();
    const ord = hub.sim.insert({
      name: '宁波示例贸易公司',
      address: '老路 1 号',
      email: THERE,
      ...TYPED,
    });
    await hub.run('pull');
    const { id } = await hub.rowOf(ord);
    await hub.edit(id, { email: HERE });
    await act(hub, id);
    await hub.run();
    expect(await listConflicts(hub.store.db)).toEqual([]);
    expect(inErp(hub, ord)).toBe(HERE);
    expect(hub.sim.customer(ord)?.fields.address ?? '').toBe(address);
    expect(await isQuiet(hub)).toBe(true);
  },
);

test("a field is emptied on both sides only on a person's word, and can be restored", async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  const ord = (await hub.row(id)).erp_customer_id as number;
  const before = { ...hub.sim.customers().find((one) => one.ord === ord)?.fields };

  expect(await eraseField(hub.store, id, 'email', PERSON)).toEqual({ inErp: true });
  expect(inErp(hub, ord)).toBe('sample0001@example.com');
  const { push } = await hub.run();

  expect(push?.updated).toBe(1);
  expect(hub.sim.customers().find((one) => one.ord === ord)?.fields).toEqual({ ...before, email: '' });
  expect((await hub.row(id)).email).toBeNull();
  expect(await isQuiet(hub)).toBe(true);
  await expect(eraseField(hub.store, id, 'company_name', PERSON)).rejects.toMatchObject({
    code: 'erase_refused',
  });

  await restoreValue(hub.store, id, 'email', 'sample0001@example.com', PERSON);
  await hub.run();
  expect(inErp(hub, ord)).toBe('sample0001@example.com');
});

test('a value that the ERP changed after the erasure stays there', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  const ord = (await hub.row(id)).erp_customer_id as number;
  await eraseField(hub.store, id, 'email', PERSON);
  hub.sim.edit(ord, { email: THERE });

  await hub.run();

  expect(inErp(hub, ord)).toBe(THERE);
  expect(await isQuiet(hub)).toBe(true);
});

test("a parked create is tried again on a person's word, each step with its name", async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  hub.sim.insert({ name: 'A', mobile: '13800000001' });
  hub.sim.insert({ name: 'B', weixinAcc: 'wxid_engine_0001' });
  await hub.run();
  const [parked] = await listWrites(hub.store.db, { states: ['parked'] });
  expect(parked).toMatchObject({ customer_id: id, error_code: 'ambiguous' });
  for (const name of ['A', 'B']) for (const { ord } of named(hub.sim, name)) hub.sim.remove(ord);
  await hub.run();
  await hub.run();

  await retryWrite(hub.store, parked?.id as number, PERSON);
  const report = await hub.run();

  expect(report.push?.created).toBe(1);
  expect(named(hub.sim, company(1).company_name)).toHaveLength(1);
  const steps = await auditOf(hub.store.db, parked?.id as number);
  expect(steps.find(({ from_state }) => from_state === 'parked')).toMatchObject({
    to_state: 'planned',
    by: PERSON.by,
  });
});

test('a cancelled create stays out until its customer changes', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  hub.sim.faults.dropBeforeSave = 0;
  await hub.run('pull');
  await hub.run('push', { settings: { breaker: { number: 1, share: 1, min_rows: 20 } } });
  const [second] = (await hub.bring([company(2)])) as [number];
  await hub.bring([company(3)]);
  const asking = await hub.run('sync', { settings: { breaker: { number: 1, share: 1, min_rows: 20 } } });
  expect(asking.exitCode).toBe(3);
  const [write] = await listWrites(hub.store.db, { customerId: second });
  await cancelWrite(hub.store, write?.id as number, { ...PERSON, at: new Date('2026-04-01').toISOString() });

  await hub.run();
  await hub.run();
  expect((await hub.row(id)).erp_customer_id).not.toBeNull();
  expect((await hub.row(second)).erp_customer_id).toBeNull();
  expect(named(hub.sim, company(3).company_name)).toHaveLength(1);
  const { standing } = (await explainCustomer(hub.store.db, `#${second}`)) as Explanation;
  expect(standing.en).toContain(`${PERSON.by} cancelled the write`);
  expect(standing.zh).toContain('取消');

  hub.wait(60 * 24 * 3_600_000);
  await hub.edit(second, { email: 'again@example.com' });
  await hub.run();
  expect((await hub.row(second)).erp_customer_id).not.toBeNull();
});

test('a write that may have reached the ERP is never cancelled', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run('sync', {
    settings: { breaker: { number: 1, share: 1, min_rows: 20 } },
    passage: planOnlyPassage(null),
  });
  const [write] = await hub.writes(id);
  const refusals = [
    ['waiting', 'write_may_be_there'],
    ['in_doubt', 'write_not_open'],
    ['sent', 'write_not_open'],
  ] as const;
  for (const [state, code] of refusals) {
    await hub.store.db.updateTable('write_journal').set({ state, saves: 1 }).execute();
    await expect(cancelWrite(hub.store, write?.id as number, PERSON)).rejects.toMatchObject({ code });
    expect((await hub.writes(id))[0]?.state).toBe(state);
  }
});

test('a create that the ERP refused as a duplicate can be cancelled, and stays out', async () => {
  const hub = await engine();
  const hidden = hub.sim.insert({ name: '看不见的客户', mobile: '13800000001' });
  hub.sim.hide(hidden);
  hub.sim.oddities.duplicateCheck = ['mobile'];
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  const [write] = await hub.writes(id);
  expect(write).toMatchObject({ state: 'parked', error_code: 'duplicate', saves: 1 });

  await cancelWrite(hub.store, write?.id as number, { ...PERSON, at: '2026-04-01T02:00:00.000Z' });

  const { push } = await hub.run();
  expect(push).toMatchObject({ considered: 1, skipped: 1 });
  expect(await hub.writes(id)).toMatchObject([{ state: 'cancelled' }]);
});

test('a write that is over keeps no value that a person ordered about: it may be a phone', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  await eraseField(hub.store, id, 'phone', PERSON);
  const orders = async () => (await hub.writes(id)).at(-1)?.orders;
  expect(await orders()).toEqual({ phone: { expect: '13800000001' } });

  await hub.run();

  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'confirmed', orders: null });
  const ord = (await hub.row(id)).erp_customer_id;
  expect(hub.sim.customers().find((one) => one.ord === ord)?.fields.mobile).toBe('');
});

test('a write that a person cancels while a sync is at work on others is left, and the sync goes on', async () => {
  const hub = await engine({ erp: { concurrency: 1 } });
  const [first, last] = await hub.bring([company(1), company(2)]);
  await hub.run('pull');
  const { customers } = hub.erp.client;
  const save = customers.save.bind(customers);
  customers.save = async (record) => {
    const [open] = await listWrites(hub.store.db, { customerId: last as number });
    if (open?.state === 'planned') await cancelWrite(hub.store, open.id, PERSON);
    return save(record);
  };

  const { push } = await hub.run('push', { settings: { concurrency: 1 } });

  expect(push).toMatchObject({ created: 1, failed: 0 });
  expect((await hub.row(first as number)).erp_customer_id).not.toBeNull();
  expect((await hub.writes(last as number))[0]).toMatchObject({ state: 'cancelled' });
  expect(named(hub.sim, company(2).company_name)).toEqual([]);
});

test('a person who cancels a write while a sync plans it does not end the sync: it looks again, and the others go in', async () => {
  const hub = await engine();
  const [, cancelled, other] = (await hub.bring([company(1), company(2), company(3)])) as [
    number,
    number,
    number,
  ];
  await hub.run('sync', { passage: planOnlyPassage(null) });
  // The next run decides about her anew, and would end her write itself.
  await hub.edit(cancelled, { marked_as_invalid: true });
  const [write] = await hub.writes(cancelled);
  const { transaction } = hub.store;
  const decided = await decisionsOf(hub, cancelled);
  let isOnce = true;
  hub.store.transaction = async (work, options) => {
    if (isOnce && (await decisionsOf(hub, cancelled)) > decided) {
      isOnce = false;
      await cancelWrite({ ...hub.store, transaction }, write?.id as number, PERSON);
    }
    return transaction(work, options);
  };

  const { push, exitCode } = await hub.run();

  expect(isOnce).toBe(false);
  expect(exitCode).toBe(0);
  expect(push).toMatchObject({ considered: 3, created: 2, skipped: 1 });
  expect((await hub.writes(cancelled)).map(({ state }) => state)).toEqual(['cancelled']);
  expect((await hub.writes(other)).map(({ outcome }) => outcome)).toEqual(['created']);
});

async function decisionsOf(hub: Engine, id: number): Promise<number> {
  const rows = await hub.store.db
    .selectFrom('decisions')
    .select('id')
    .where('customer_id', '=', id)
    .execute();
  return rows.length;
}

test('an update that a person cancelled stays away, whatever else changes, until its own field does', async () => {
  const hub = await engine();
  await hub.run();
  const [some, none] = [true, false].map(
    (has) => listed(hub.sim).find(({ fields }) => fields.mobile && Boolean(fields.email) === has)!,
  );
  const rows = [await hub.rowOf(some!.ord), await hub.rowOf(none!.ord)];
  for (const { id } of rows) {
    await hub.edit(id, { email: HERE });
    await hub.run('sync', { passage: planOnlyPassage(null) });
    const [write] = await hub.writes(id);
    expect(write).toMatchObject({ kind: 'update', state: 'planned' });
    await cancelWrite(hub.store, write!.id, PERSON);
  }
  expect(await isQuiet(hub)).toBe(true);
  for (const { ord } of [some!, none!]) hub.sim.edit(ord, { address: '杭州市示例路 8 号' });
  expect(await isQuiet(hub)).toBe(true);
  expect(await isQuiet(hub)).toBe(true);
  expect([inErp(hub, some!.ord), inErp(hub, none!.ord)]).toEqual([some!.fields.email, '']);
  expect((await hub.row(rows[0]!.id)).email).toBe(HERE);

  await hub.edit(rows[0]!.id, { email: 'third@example.com' });
  await hub.run();
  expect(inErp(hub, some!.ord)).toBe('third@example.com');
});
