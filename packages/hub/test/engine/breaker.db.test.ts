import { stat } from 'node:fs/promises';
import { ZhibangError } from '@bangqiao/zhibang';
import { expect, test } from 'vitest';
import { applyPassage, breakerPassage, planOnlyPassage } from '../../src/plan/passage.ts';
import { readPlan } from '../../src/plan/plan-file.ts';
import { readStatus } from '../../src/status/index.ts';
import { companies, company, type Engine, engine, listed, named } from './support.ts';

const TIGHT = { breaker: { number: 5, share: 0.3, min_rows: 20 } };

const count = (hub: Engine, number: number) => named(hub.sim, company(number).company_name).length;

/** Let through by the breaker, and waiting since: nothing is created before the first full sweep. */
async function passedAndWaiting(hub: Engine, number: number): Promise<number> {
  const [id] = await hub.bring([company(number)]);
  await hub.run('push');
  expect((await hub.writes(id as number))[0]).toMatchObject({ state: 'waiting', saves: 0 });
  expect((await hub.writes(id as number))[0]?.passed_at).not.toBeNull();
  return id as number;
}

/** Saved without an answer, as often as a run saves: nobody knows whether it is in the ERP. */
async function inDoubt(hub: Engine, number: number): Promise<number> {
  const [id] = await hub.bring([company(number)]);
  hub.sim.faults.dropBeforeSave = 1;
  await hub.run();
  hub.sim.faults.dropBeforeSave = 0;
  const [write] = await hub.writes(id as number);
  expect(write?.saves).toBeGreaterThan(0);
  expect(write?.state).not.toBe('confirmed');
  return id as number;
}

async function plan(hub: Engine) {
  const { asked } = await hub.run('sync', { passage: planOnlyPassage(null) });
  return readPlan(asked?.file as string);
}

test('a run that asks begins nothing, not even what had passed before; the answer to it brings all in', async () => {
  const hub = await engine();
  await passedAndWaiting(hub, 1);
  await hub.bring(companies(6, 10));
  hub.sim.resetStats();

  const report = await hub.run('sync', { settings: TIGHT });

  expect(report).toMatchObject({ exitCode: 3, push: { created: 0, waiting: 7, considered: 7 } });
  expect(hub.sim.stats.writes).toEqual({});
  const accepted = await readPlan(report.asked?.file as string);
  const answered = await hub.run('sync', { settings: TIGHT, passage: breakerPassage(accepted) });
  expect(answered.push?.created).toBe(7);
});

test('what may stand in the ERP already is settled by a run that asks, and once', async () => {
  const hub = await engine();
  const id = await inDoubt(hub, 1);
  await hub.bring(companies(6, 10));

  const report = await hub.run('sync', { settings: TIGHT });

  expect(report).toMatchObject({ exitCode: 3, push: { created: 1, waiting: 6 } });
  expect((await hub.writes(id))[0]?.state).toBe('confirmed');
  expect(count(hub, 1)).toBe(1);
});

test('plan writes nothing to the ERP, whatever had passed or was left in doubt', async () => {
  const hub = await engine();
  await passedAndWaiting(hub, 1);
  await inDoubt(hub, 2);
  await hub.bring([company(3)]);
  hub.sim.resetStats();

  const made = await plan(hub);

  expect(hub.sim.stats.writes).toEqual({});
  expect(made.rows.map(({ name }) => name)).toEqual([company(3).company_name]);
  expect((await hub.run()).exitCode).toBe(0);
  expect([count(hub, 1), count(hub, 2), count(hub, 3)]).toEqual([1, 1, 1]);
});

test('apply leaves alone what waits beside the plan', async () => {
  const hub = await engine();
  await passedAndWaiting(hub, 1);
  await hub.bring([company(2)]);
  const made = await plan(hub);

  const report = await hub.run('sync', { passage: applyPassage(made, false) });

  expect(report.push).toMatchObject({ created: 1, waiting: 1 });
  expect([count(hub, 1), count(hub, 2)]).toEqual([0, 1]);
});

test('an apply that was broken off goes on where it stood', async () => {
  const hub = await engine();
  await hub.bring(companies(3));
  const made = await plan(hub);
  hub.sim.faults.dropBeforeSave = 1;
  expect((await hub.run('sync', { passage: applyPassage(made, false) })).push?.created).toBe(0);
  hub.sim.faults.dropBeforeSave = 0;

  const report = await hub.run('sync', { passage: applyPassage(made, false) });

  expect(report).toMatchObject({ exitCode: 0, push: { created: 3 } });
  expect([1, 2, 3].map((number) => count(hub, number))).toEqual([1, 1, 1]);
});

test('a further field that a person changes after the plan moves the row, and the next plan has it', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [first] = listed(hub.sim);
  const { id } = await hub.rowOf(first?.ord as number);
  await hub.edit(id, { email: 'planned@example.com' });
  const made = await plan(hub);
  await hub.edit(id, { address: '杭州市样本路 7 号' });
  hub.sim.resetStats();

  const report = await hub.run('sync', { passage: applyPassage(made, false) });

  expect(report).toMatchObject({ exitCode: 3, asked: { code: 'plan_moved' } });
  expect(report.asked?.moved[0]?.what.en).toContain('address');
  expect(hub.sim.stats.writes).toEqual({});
  const [row] = (await plan(hub)).rows;
  expect(Object.keys(row?.fields ?? {}).sort()).toEqual(['address', 'email']);
});

test('an edit that a person takes back is planned no longer', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [first] = listed(hub.sim);
  const before = await hub.rowOf(first?.ord as number);
  await hub.edit(before.id, { address: '杭州市样本路 8 号' });
  expect((await plan(hub)).rows).toHaveLength(1);
  await hub.edit(before.id, { address: before.address });

  expect((await plan(hub)).rows).toHaveLength(0);
});

test('a customer that the rules let in no longer is named by apply', async () => {
  const hub = await engine();
  const [id] = await hub.bring([company(1)]);
  await hub.bring([company(2)]);
  const made = await plan(hub);
  await hub.edit(id as number, { has_order: false, intent_score: 0, message_count: 0 });

  const report = await hub.run('sync', { passage: applyPassage(made, false) });

  expect(report).toMatchObject({ exitCode: 3, push: { created: 0 } });
  expect(report.asked?.moved.map(({ customer }) => customer)).toEqual([id]);
});

test('too many missing at once: nothing is written either, and one answer covers both', async () => {
  const hub = await engine({ customers: 60 });
  await hub.run('pull');
  for (const { ord } of listed(hub.sim).slice(0, 25)) hub.sim.remove(ord);
  await hub.bring([company(1)]);
  hub.sim.resetStats();

  const report = await hub.run();

  expect(report).toMatchObject({ exitCode: 3, asked: { code: 'breaker_gone', gone: 25 } });
  expect(hub.sim.stats.writes).toEqual({});
  expect((await readStatus(hub.store.db, new Date())).runs[0]?.state).toBe('stopped');
  const made = await readPlan(report.asked?.file as string);
  expect([made.rows.length, made.gone.length]).toEqual([1, 25]);
  const settings = { acceptedGone: new Set(made.gone) };
  const answered = await hub.run('sync', { settings, passage: breakerPassage(made) });
  expect(answered).toMatchObject({ exitCode: 0, pull: { absent: { gone: 25 } }, push: { created: 1 } });
});

test('a schedule that asks again and again keeps one plan, its own alone to read, and status says what it asks', async () => {
  const hub = await engine();
  await hub.bring(companies(6));

  const first = await hub.run('sync', { settings: TIGHT, byHand: false });
  const second = await hub.run('push', { settings: TIGHT, byHand: false });

  const file = first.asked?.file as string;
  expect(second.asked?.file).toBe(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const [last] = (await readStatus(hub.store.db, new Date())).runs;
  expect(last).toMatchObject({ state: 'stopped', error: { message: first.asked?.userMessage } });
});

test('a question stands while somebody who was named goes in alone, and ends with the push that it lets through', async () => {
  const hub = await engine();
  const [id] = (await hub.bring(companies(7))) as [number];
  const plans = async () => (await readStatus(hub.store.db, new Date())).for_people.plans;
  const { asked } = await hub.run('sync', { settings: TIGHT });

  const alone = await hub.run('push', { settings: TIGHT, only: [id] });

  expect([alone.push?.created, await plans()]).toEqual([1, 1]);
  const passage = breakerPassage(await readPlan(asked?.file as string));
  expect((await hub.run('push', { settings: TIGHT, passage })).push?.created).toBe(6);
  expect(await plans()).toBe(0);
});

test('a question about missing customers ends with the pull that sees them again, though nobody may be created', async () => {
  const hub = await engine({ customers: 60 });
  await hub.run('pull');
  const away = listed(hub.sim).slice(0, 25);
  const plans = async () => (await readStatus(hub.store.db, new Date())).for_people.plans;
  for (const { ord } of away) hub.sim.hide(ord);
  expect((await hub.run()).exitCode).toBe(3);
  expect(await plans()).toBe(1);

  for (const { ord } of away) hub.sim.show(ord);
  await hub.bring([company(1)]);
  hub.erp.client.customers.allocate = async () => {
    throw new ZhibangError('no_permission', { endpoint: 'custom/add', operation: 'customer.allocate' });
  };
  expect(await hub.run()).toMatchObject({ exitCode: 1, asked: null, stopped: { code: 'no_permission' } });
  expect(await plans()).toBe(0);
});
