import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { retryWrite } from '../../src/desk/writes.ts';
import { moveWrite, touchWrite, WriteMoved } from '../../src/journal/journal.ts';
import { TRANSITIONS, type WriteState } from '../../src/journal/states.ts';
import { type Holder, thisHolder } from '../../src/store/index.ts';
import { companies, type Engine, engine, listed, named } from './support.ts';

/** A holder whose process has ended. */
async function deadHolder(): Promise<Holder> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return { ...thisHolder('sync (killed)'), pid: child.pid!, started: 'long ago' };
}

/** A holder whose process lives: this one, by another name. */
const livingHolder = (): Holder => thisHolder('service');

async function claimedBy(hub: Engine, id: number, holder: Holder): Promise<void> {
  await hub.store.db
    .updateTable('write_journal')
    .set({ state: 'claimed', holder: JSON.stringify(holder), retry_at: null })
    .where('customer_id', '=', id)
    .execute();
}

/** Companies with planned creates, kept from going in by a mirror that is not known. */
async function waitingCreates(count: number): Promise<{ hub: Engine; ids: number[] }> {
  const hub = await engine();
  const ids = await hub.bring(companies(count));
  await hub.run('push');
  await hub.run('pull');
  return { hub, ids };
}

test('every change of state has its audit row, in an unbroken chain that the table of transitions allows', async () => {
  const hub = await engine({ erp: { maxAttempts: 1, timeoutMs: 400 } });
  const ids = await hub.bring([...companies(8), { ...companies(1, 8)[0]!, phone: '123' }]);
  await hub.run('push');
  Object.assign(hub.sim.faults, { dropAfterSave: 0.3, dropBeforeSave: 0.3, lieSuccess: 0.3 });
  await hub.run().catch(() => undefined);
  Object.assign(hub.sim.faults, { dropAfterSave: 0, dropBeforeSave: 0, lieSuccess: 0 });
  await hub.run();
  await hub.edit(ids[0]!, { email: 'edited@example.com' });
  await hub.run();
  const writes = await hub.store.db.selectFrom('write_journal').select(['id', 'state']).execute();
  expect(writes.length).toBeGreaterThanOrEqual(10);
  for (const { id, state } of writes) {
    const steps = await hub.store.db
      .selectFrom('journal_audit')
      .selectAll()
      .where('journal_id', '=', id)
      .orderBy('id')
      .execute();
    let now: WriteState | null = null;
    for (const step of steps) {
      expect(step.from_state).toBe(now);
      const stays = step.to_state === now;
      if (now !== null && !stays) expect(TRANSITIONS[now]).toContain(step.to_state);
      expect(step.note).not.toBe('');
      now = step.to_state;
    }
    expect(now).toBe(state);
  }
});

test('a row that somebody moved first is not moved a second time, and leaves no audit row', async () => {
  const { hub, ids } = await waitingCreates(1);
  const [write] = await hub.writes(ids[0]!);
  const note = { by: 'test', at: '2026-03-01T03:00:00.000Z', note: 'test' };
  await hub.store.transaction((trx) => moveWrite(trx, write!, 'claimed', {}, note));
  const count = async () => (await hub.store.db.selectFrom('journal_audit').selectAll().execute()).length;
  const before = await count();
  await expect(
    hub.store.transaction((trx) => moveWrite(trx, write!, 'claimed', {}, note)),
  ).rejects.toBeInstanceOf(WriteMoved);
  await expect(hub.store.transaction((trx) => touchWrite(trx, write!, {}, note))).rejects.toBeInstanceOf(
    WriteMoved,
  );
  expect(await count()).toBe(before);
});

test('a transition that the table does not know is refused', async () => {
  const { hub, ids } = await waitingCreates(1);
  const [write] = await hub.writes(ids[0]!);
  const note = { by: 'test', at: '2026-03-01T03:00:00.000Z', note: 'test' };
  await expect(hub.store.transaction((trx) => moveWrite(trx, write!, 'sent', {}, note))).rejects.toThrow(
    'cannot go from waiting to sent',
  );
});

test('the claim of a process that died is taken over, and its row goes in', async () => {
  const { hub, ids } = await waitingCreates(2);
  await claimedBy(hub, ids[0]!, await deadHolder());
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: 2, failed: 0 });
});

test('the claim of a living process is left alone', async () => {
  const { hub, ids } = await waitingCreates(2);
  await claimedBy(hub, ids[0]!, livingHolder());
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: 1 });
  expect((await hub.writes(ids[0]!))[0]).toMatchObject({ state: 'claimed' });
  expect(named(hub.sim, companies(1)[0]!.company_name)).toEqual([]);
});

test.each<[string, WriteState, 'stored' | 'lost']>([
  ['had sent its save, which was stored', 'sent', 'stored'],
  ['had sent its save, which was lost', 'sent', 'lost'],
  ['was in doubt about a save that was stored', 'in_doubt', 'stored'],
  ['was in doubt about a save that was lost', 'in_doubt', 'lost'],
  ['had just allocated an ord', 'allocated', 'lost'],
])(
  'a process that died when it %s leaves nobody twice and nobody missing, and no failure',
  async (_when, state, fate) => {
    const { hub, ids } = await waitingCreates(1);
    hub.sim.faults.lieSuccess = 1;
    await hub.run('push');
    hub.sim.faults.lieSuccess = 0;
    const [write] = await hub.writes(ids[0]!);
    expect(write).toMatchObject({ state: 'in_doubt', holder: null });
    if (fate === 'stored') {
      // The answer of the last save was a lie only for the journal: a colleague's ERP has it after all.
      const { ord, fields } = write!;
      await hub.erp.client.customers.save({ ord: ord!, kind: 1, fields: fields!.erp });
    }
    await hub.store.db
      .updateTable('write_journal')
      .set({
        state,
        holder: JSON.stringify(await deadHolder()),
        ...(state === 'allocated' ? { saves: 0, fields: null } : {}),
      })
      .where('id', '=', write!.id)
      .execute();
    const { push, exitCode } = await hub.run('push');
    expect(push).toMatchObject({ created: 1, failed: 0, inDoubt: 0 });
    expect(exitCode).toBe(0);
    expect(named(hub.sim, companies(1)[0]!.company_name)).toHaveLength(1);
    expect((await hub.row(ids[0]!)).erp_customer_id).toBe(write!.ord);
  },
);

test('a save in doubt whose record a pull meets first is that customer, once here and once there', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  await hub.erp.client.customers.save({ ord: write!.ord!, kind: 1, fields: write!.fields!.erp });
  // A list that tells nothing by which the customer could be known.
  hub.sim.oddities.missingColumns = ['name', 'khid', 'mobile', 'weixinAcc', 'email', 'intsort'];
  await hub.run('pull');
  expect((await hub.row(ids[0]!)).erp_customer_id).toBe(write!.ord);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: 1, parked: 0, failed: 0 });
  expect((await hub.writes(ids[0]!))[0]).toMatchObject({ state: 'confirmed', outcome: 'created' });
  const rows = await hub.store.db.selectFrom('customers_unified').select('id').execute();
  expect(rows).toHaveLength(listed(hub.sim).length);
});

test('a save in doubt whose record a pull took for a stranger’s, under a number of the ERP’s own, ends as one customer', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  const numbered = { ...write!.fields!.erp, khid: 'ERP-7' };
  await hub.erp.client.customers.save({ ord: write!.ord!, kind: 1, fields: numbered });
  // The number is all that the list shows of whose record it is.
  hub.sim.oddities.missingColumns = ['name', 'mobile', 'weixinAcc', 'email', 'intsort'];
  await hub.run('pull');
  const stranger = await hub.rowOf(write!.ord!);
  expect(stranger!.id).not.toBe(ids[0]);
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: 1, parked: 0, failed: 0, inDoubt: 0 });
  const row = await hub.row(ids[0]!);
  expect(row).toMatchObject({ erp_customer_id: write!.ord, erp_customer_code: 'ERP-7' });
  const rows = await hub.store.db.selectFrom('customers_unified').select('id').execute();
  expect(rows).toHaveLength(listed(hub.sim).length);
  const { push: calm } = await hub.run();
  expect(calm).toMatchObject({ created: 0, updated: 0, waiting: 0, failed: 0 });
});

test('another customer behind the ord of a save in doubt is left alone, and a person is told', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  const stranger = {
    name: '苏州陌生实业有限公司',
    khid: 'KH-STRANGER',
    mobile: '13700000001',
    person_name: '周全',
    sort1: '3,7',
    ly: '171',
  };
  await hub.erp.client.customers.save({ ord: write!.ord!, kind: 1, fields: stranger });
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ parked: 1, created: 0, inDoubt: 0 });
  expect((await hub.writes(ids[0]!))[0]).toMatchObject({ state: 'parked', error_code: 'another_customer' });
  expect(hub.sim.customer(write!.ord!)?.fields).toMatchObject(stranger);
  await hub.run();
  expect(await hub.rowOf(write!.ord!)).toMatchObject({ company_name: stranger.name });
  expect((await hub.row(ids[0]!)).erp_customer_id).toBeNull();
});

test('a save in doubt whose record is out of sight says so; where a sweep has seen somebody else there it is a person’s', async () => {
  for (const isSeen of [false, true]) {
    const { hub, ids } = await waitingCreates(1);
    hub.sim.faults.lieSuccess = 1;
    await hub.run('push');
    hub.sim.faults.lieSuccess = 0;
    const [write] = await hub.writes(ids[0]!);
    hub.sim.insert({ name: '苏州陌生实业有限公司', mobile: '13700000001' }, write!.ord!);
    if (isSeen) await hub.run('pull');
    hub.sim.hide(write!.ord!);

    await hub.run('push');

    const [after] = await hub.writes(ids[0]!);
    if (isSeen) expect(after).toMatchObject({ state: 'parked', error_code: 'another_customer' });
    else {
      expect(after).toMatchObject({ state: 'in_doubt', error_code: 'no_permission' });
      await hub.run('push');
      const told = hub.store.db.selectFrom('journal_audit').select('note').where('note', 'like', 'still in%');
      expect(await told.execute()).toEqual([{ note: 'still in doubt: no_permission' }]);
    }
    expect(named(hub.sim, companies(1)[0]!.company_name)).toHaveLength(0);
  }
});

test('of two runs at once on one database the second waits, is told for whom, and doubles nobody', async () => {
  const hub = await engine();
  const other = await hub.another();
  await hub.bring(companies(12));
  await hub.run('pull');
  hub.sim.faults.slowMs = 5;
  const waitedFor: string[] = [];
  const onWait = (holder: Holder) => waitedFor.push(holder.label);
  const runs = await Promise.all([
    hub.run('push', { self: thisHolder('first'), onWait, waitMs: 30_000 }),
    other.run('push', { self: thisHolder('second'), onWait, waitMs: 30_000 }),
  ]);
  expect(waitedFor).toHaveLength(1);
  expect(['first', 'second']).toContain(waitedFor[0]);
  expect(runs.map(({ push }) => push!.created).sort((a, b) => a - b)).toEqual([0, 12]);
  expect(hub.sim.stats.stored['customer.save']).toBe(12);
  for (const { company_name } of companies(12)) expect(named(hub.sim, company_name)).toHaveLength(1);
});

test('a run that finds another one at work and may not wait ends without touching anything', async () => {
  const hub = await engine();
  const other = await hub.another();
  await hub.bring(companies(4));
  await hub.run('pull');
  hub.sim.faults.slowMs = 20;
  const first = hub.run('push', { self: thisHolder('first') });
  while (!hub.sim.stats.calls['customer.allocate']) await new Promise((go) => setTimeout(go, 2));
  await expect(other.run('push', { self: thisHolder('second') })).rejects.toMatchObject({
    code: 'lease_held',
  });
  expect((await first).push).toMatchObject({ created: 4 });
});

test('an ord that a dead process left unused, and that another customer holds by now, gives way to a fresh one', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  const holder = JSON.stringify(await deadHolder());
  await hub.store.db
    .updateTable('write_journal')
    .set({ state: 'allocated', saves: 0, fields: null, holder })
    .where('id', '=', write!.id)
    .execute();
  const stranger = { name: '苏州陌生实业有限公司', mobile: '13700000001' };
  hub.sim.insert(stranger, write!.ord!);

  const { push } = await hub.run('push');

  expect(push).toMatchObject({ created: 1, parked: 0 });
  expect(hub.sim.customer(write!.ord!)?.fields).toMatchObject(stranger);
  const { erp_customer_id: ord } = await hub.row(ids[0]!);
  expect(ord).not.toBe(write!.ord);
  expect(hub.sim.customer(ord!)?.fields.name).toBe(companies(1)[0]!.company_name);
});

test('what people changed in a new record before its lost answer was made up for stands: their words are merged', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  const { mobile, ...sent } = write!.fields!.erp;
  const theirs = { email: 'from.erp@example.com', address: '杭州市示例路 8 号' };
  await hub.erp.client.customers.save({ ord: write!.ord!, kind: 1, fields: { ...sent, ...theirs } });

  expect((await hub.run('push')).push).toMatchObject({ created: 1, parked: 0 });
  await hub.run();

  expect(hub.sim.customer(write!.ord!)?.fields).toMatchObject({ ...theirs, mobile });
  expect(await hub.row(ids[0]!)).toMatchObject({ email: sent.email, address: theirs.address });
  const conflicts = await hub.store.db.selectFrom('conflicts').selectAll().execute();
  expect(conflicts).toMatchObject([
    { state: 'open', field: 'email', hub_value: sent.email, erp_value: theirs.email },
  ]);
  hub.sim.resetStats();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
});

test('a save in doubt that stands beside the record which its customer was linked to is told to a person, until one is gone', async () => {
  const { hub, ids } = await waitingCreates(1);
  hub.sim.faults.lieSuccess = 1;
  await hub.run('push');
  hub.sim.faults.lieSuccess = 0;
  const [write] = await hub.writes(ids[0]!);
  const { wechat_id } = companies(1)[0]!;
  const theirs = { name: '杭州同事录入有限公司', weixinAcc: wechat_id!, khid: 'KH-TYPED', intsort: '1' };
  const linked = hub.sim.insert({ ...write!.fields!.erp, ...theirs, mobile: '' });
  await hub.run('pull');
  expect((await hub.row(ids[0]!)).erp_customer_id).toBe(linked);
  await hub.erp.client.customers.save({ ord: write!.ord!, kind: 1, fields: write!.fields!.erp });

  expect((await hub.run('push')).push).toMatchObject({ parked: 1, newlyParked: 1 });
  await hub.run();
  const [parked] = await hub.writes(ids[0]!);
  expect(parked).toMatchObject({ state: 'parked', error_code: 'saved_beside' });
  expect(parked!.error_message).toContain(String(write!.ord));

  hub.sim.remove(write!.ord!);
  await retryWrite(hub.store, write!.id, { by: 'li (test)', at: '2026-03-02T02:00:00.000Z' });
  await hub.run();
  expect((await hub.writes(ids[0]!))[0]).toMatchObject({
    state: 'confirmed',
    outcome: 'linked',
    ord: linked,
  });
});
