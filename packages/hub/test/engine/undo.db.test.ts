import { expect, test } from 'vitest';
import { formerValues, restoreValue } from '../../src/desk/restore.ts';
import { company, type Engine, engine, listed, named } from './support.ts';

const fieldsOf = (hub: Engine, ord: number) =>
  hub.sim.customers().find((one) => one.ord === ord)?.fields as Record<string, string>;

/** Linked customers with their e-mails as the ERP held them, each changed here and pushed by one run. */
async function pushed(count: number, options = {}) {
  const hub = await engine({ customers: 200, ...options });
  await hub.run('pull');
  const some = listed(hub.sim).slice(0, count);
  const before = new Map(some.map(({ ord, fields }) => [ord, fields.email ?? '']));
  for (const [index, { ord }] of some.entries()) {
    await hub.edit((await hub.rowOf(ord)).id, { email: `changed${index}@example.com` });
  }
  const { runId, push } = await hub.run();
  expect(push?.updated).toBe(count);
  return { hub, before, runId };
}

async function isQuiet(hub: Engine): Promise<boolean> {
  const before = JSON.stringify(hub.sim.stats.writes);
  await hub.run();
  return before === JSON.stringify(hub.sim.stats.writes);
}

test('an undo puts every value of the run back on both sides, empty ones too, and then there is quiet', async () => {
  const { hub, before, runId } = await pushed(40);
  expect([...before.values()].some((email) => email === '')).toBe(true);
  expect([...before.values()].some((email) => email !== '')).toBe(true);

  const { undo, exitCode } = await hub.run('undo', { undo: { run: runId } });

  expect(exitCode).toBe(0);
  expect(undo).toMatchObject({ putBack: 40, confirmed: 40, waiting: 0, failed: 0 });
  for (const [ord, email] of before) {
    expect(fieldsOf(hub, ord).email ?? '').toBe(email);
    expect((await hub.rowOf(ord)).email).toBe(email === '' ? null : email);
  }
  expect(await isQuiet(hub)).toBe(true);
});

test('an undo can itself be undone', async () => {
  const { hub, before, runId } = await pushed(40);
  const { runId: undoId } = await hub.run('undo', { undo: { run: runId } });

  const { undo } = await hub.run('undo', { undo: { run: undoId } });

  expect(undo).toMatchObject({ putBack: 40, confirmed: 40 });
  for (const [index, ord] of [...before.keys()].entries()) {
    expect(fieldsOf(hub, ord).email).toBe(`changed${index}@example.com`);
    expect((await hub.rowOf(ord)).email).toBe(`changed${index}@example.com`);
  }
  expect(await isQuiet(hub)).toBe(true);
});

test('an undo of what a run read leaves what was changed here meanwhile to be sent', async () => {
  const hub = await engine();
  const typed = { intsort: '1', person_name: '周全', ly: '171', address: '老路 1 号' };
  const ord = hub.sim.insert({ name: '宁波示例贸易公司', email: 'was@example.com', ...typed });
  await hub.run('pull');
  hub.sim.edit(ord, { email: 'is@example.com' });
  const { runId } = await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { address: '新路 2 号' });

  const { undo } = await hub.run('undo', { undo: { run: runId } });
  await hub.run();

  expect(undo?.putBack).toBe(1);
  expect(await hub.store.db.selectFrom('conflicts').select('field').execute()).toEqual([]);
  expect(fieldsOf(hub, ord)).toMatchObject({ email: 'was@example.com', address: '新路 2 号' });
  expect(await isQuiet(hub)).toBe(true);
});

test('an undo to a value that the ERP would refuse counts as failed, and parks nobody else', async () => {
  const hub = await engine();
  const typed = { intsort: '1', person_name: '周全', ly: '171', address: '老路 1 号' };
  const ord = hub.sim.insert({ name: '宁波示例贸易公司', mobile: '0571-88888888', ...typed });
  await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { phone: '13800000001', phone_verified: true });
  const { runId, push } = await hub.run();
  expect(push?.updated).toBe(1);
  const other = await hub.rowOf(listed(hub.sim).find((one) => one.ord !== ord)!.ord);
  await hub.edit(other.id, { company_name: `${'长'.repeat(99)}公司`, company_name_verified: true });

  const { undo, exitCode } = await hub.run('undo', { undo: { run: runId } });

  expect({ undo, exitCode }).toMatchObject({ exitCode: 1, undo: { waiting: 0, failed: 1, confirmed: 0 } });
  expect((await hub.writes(id)).at(-1)).toMatchObject({ state: 'parked', error_code: 'wrong_phone' });
  expect(await hub.writes(other.id)).toEqual([]);
  expect((await hub.run('push')).push).toMatchObject({ newlyParked: 1 });
});

test('a value that changed since is left as it is, here and in the ERP', async () => {
  const { hub, before, runId } = await pushed(3);
  const [here, there, still] = [...before.keys()] as [number, number, number];
  await hub.edit((await hub.rowOf(here)).id, { email: 'mine@example.com' });
  await hub.run();
  hub.sim.edit(there, { email: 'theirs@example.com' });

  const { undo } = await hub.run('undo', { undo: { run: runId } });

  const kept = undo?.not.filter(({ field }) => field === 'email');
  expect(kept).toMatchObject([
    { why: { en: 'changed again since: left as it is' } },
    { why: { en: expect.stringContaining('changed in the ERP since') } },
  ]);
  expect(undo).toMatchObject({ putBack: 1, confirmed: 1, waiting: 0, failed: 0 });
  expect(fieldsOf(hub, here).email).toBe('mine@example.com');
  expect(fieldsOf(hub, there).email).toBe('theirs@example.com');
  expect(fieldsOf(hub, still).email ?? '').toBe(before.get(still));
});

test('where the ERP changed after the run its value and the one of before meet in a conflict', async () => {
  const hub = await engine();
  const typed = { intsort: '1', person_name: '周全', ly: '171', address: '老路 1 号' };
  const ord = hub.sim.insert({ name: '宁波示例贸易公司', email: 'was@example.com', ...typed });
  await hub.run('pull');
  await hub.edit((await hub.rowOf(ord)).id, { email: 'run@example.com' });
  const { runId } = await hub.run();
  hub.sim.edit(ord, { email: 'theirs@example.com' });

  const { undo } = await hub.run('undo', { undo: { run: runId } });

  expect(undo).toMatchObject({ putBack: 0, not: [{ field: 'email' }] });
  const open = await hub.store.db.selectFrom('conflicts').select(['hub_value', 'erp_value']).execute();
  expect(open).toEqual([{ hub_value: 'was@example.com', erp_value: 'theirs@example.com' }]);
  expect(fieldsOf(hub, ord).email).toBe('theirs@example.com');
});

test('what an undo left because it changed since is no conflict: the former value is restored, and goes to both sides', async () => {
  const hub = await engine();
  const typed = { intsort: '1', person_name: '周全', ly: '171', address: '老路 1 号' };
  const ord = hub.sim.insert({ name: '宁波示例贸易公司', email: 'was@example.com', ...typed });
  await hub.run('pull');
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { email: 'run@example.com' });
  const { runId } = await hub.run();
  await hub.edit(id, { email: 'later@example.com' });
  await hub.run();

  const { undo } = await hub.run('undo', { undo: { run: runId } });

  expect(undo).toMatchObject({ putBack: 0, not: [{ customer: id, field: 'email' }] });
  expect(await hub.store.db.selectFrom('conflicts').select('field').execute()).toEqual([]);
  const former = await formerValues(hub.store.db, id, 'email');
  expect(former.map(({ value }) => value)).toContain('was@example.com');
  const person = { by: 'li (test)', at: '2026-03-02T02:00:00.000Z' };
  await restoreValue(hub.store, id, 'email', 'was@example.com', person);
  await hub.run();
  expect(fieldsOf(hub, ord).email).toBe('was@example.com');
  expect(await isQuiet(hub)).toBe(true);
});

test('an undo leaves customers alone who are marked invalid or out of sight since, and says so', async () => {
  const { hub, before, runId } = await pushed(3);
  const [invalid, hidden, still] = [...before.keys()] as [number, number, number];
  await hub.edit((await hub.rowOf(invalid)).id, { marked_as_invalid: true });
  await hub.edit((await hub.rowOf(hidden)).id, { erp_presence: 'hidden' });

  const { undo } = await hub.run('undo', { undo: { run: runId } });

  expect(undo).toMatchObject({ putBack: 1, confirmed: 1 });
  const said = new Map(undo?.not.map(({ customer, why }) => [customer, why.zh]));
  expect(said.get((await hub.rowOf(invalid)).id)).toContain('无效');
  expect(said.get((await hub.rowOf(hidden)).id)).toContain('看不到');
  expect((await hub.rowOf(invalid)).email).toBe('changed0@example.com');
  expect(fieldsOf(hub, still).email ?? '').toBe(before.get(still));
});

test('a verified phone that a run pushed goes back, with the other fields of the record untouched', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run();
  const ord = (await hub.row(id)).erp_customer_id as number;
  const was = { ...fieldsOf(hub, ord) };
  await hub.edit(id, { phone: '13900000077', phone_verified: true });
  const { runId } = await hub.run();
  expect(fieldsOf(hub, ord).mobile).toBe('13900000077');

  await hub.run('undo', { undo: { run: runId } });

  expect(fieldsOf(hub, ord)).toEqual(was);
  expect(await isQuiet(hub)).toBe(true);
});

test('what cannot be undone is listed with what stands instead', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  const { runId } = await hub.run();

  const { undo } = await hub.run('undo', { undo: { run: runId } });

  expect(undo?.putBack).toBe(0);
  expect(undo?.not).toContainEqual(
    expect.objectContaining({
      customer: id,
      why: expect.objectContaining({ en: expect.stringContaining('by hand') }),
    }),
  );
  expect(named(hub.sim, company(1).company_name)).toHaveLength(1);
  await expect(hub.run('undo', { undo: { run: 999 } })).rejects.toMatchObject({ code: 'no_such_run' });
});

test('answers that are lost after the save undo each value once all the same', async () => {
  const { hub, before, runId } = await pushed(10);
  hub.sim.faults.dropAfterSave = 0.5;
  await hub.run('undo', { undo: { run: runId } });
  hub.sim.faults.dropAfterSave = 0;
  await hub.run();
  await hub.run();

  for (const [ord, email] of before) expect(fieldsOf(hub, ord).email ?? '').toBe(email);
  expect(await isQuiet(hub)).toBe(true);
});

test('an undo that would write back what a run only read asks first, from the breaker on', async () => {
  const hub = await engine({ customers: 60 });
  await hub.run('pull');
  const some = listed(hub.sim)
    .filter(({ fields }) => fields.email !== '')
    .slice(0, 6);
  const emails = new Map(some.map(({ ord, fields }) => [ord, fields.email]));
  for (const [index, { ord }] of some.entries()) hub.sim.edit(ord, { email: `theirs${index}@example.com` });
  const { runId } = await hub.run('pull');
  const settings = { breaker: { number: 5, share: 1, min_rows: 20 } };

  const asking = await hub.run('undo', { undo: { run: runId }, settings });

  expect(asking).toMatchObject({ exitCode: 3, undo: { asks: 6, putBack: 0 } });
  expect(fieldsOf(hub, some[0]?.ord as number).email).toBe('theirs0@example.com');
  expect((await hub.rowOf(some[0]?.ord as number)).email).toBe('theirs0@example.com');

  const done = await hub.run('undo', { undo: { run: runId, yes: true }, settings });

  expect(done).toMatchObject({ exitCode: 0, undo: { putBack: 6, confirmed: 6 } });
  for (const [ord, email] of emails) expect(fieldsOf(hub, ord).email).toBe(email);
});

test('an undo works its own writes only; what else was let through waits for its own run', async () => {
  const { hub, before, runId } = await pushed(3);
  const other = listed(hub.sim).find(({ ord }) => !before.has(ord)) as { ord: number };
  await hub.edit((await hub.rowOf(other.ord)).id, { email: 'other@example.com' });
  hub.sim.faults.on = ['write'];
  hub.sim.faults.dropBeforeSave = 1;
  await hub.run('push');
  hub.sim.faults.dropBeforeSave = 0;

  await hub.run('undo', { undo: { run: runId } });

  expect(fieldsOf(hub, other.ord).email).not.toBe('other@example.com');
  await hub.run();
  expect(fieldsOf(hub, other.ord).email).toBe('other@example.com');
});
