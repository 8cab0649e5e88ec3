import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyPassage, breakerPassage, planOnlyPassage } from '../../src/plan/passage.ts';
import { type Plan, readPlan } from '../../src/plan/plan-file.ts';
import { companies, company, type Engine, engine, listed, named, partsAddUp } from './support.ts';

const TIGHT = { breaker: { number: 5, share: 0.3, min_rows: 20 } };

/** Customers that the ERP has and a person changed here: each wants an update. */
async function editedHere(hub: Engine, count: number) {
  await hub.run('pull');
  const some = listed(hub.sim).slice(0, count);
  for (const [index, { ord }] of some.entries()) {
    const row = await hub.rowOf(ord);
    await hub.edit(row.id, { email: `changed${index}@example.com` });
  }
  return some;
}

async function planned(hub: Engine): Promise<Plan> {
  const { asked } = await hub.run('sync', { passage: planOnlyPassage(null) });
  return readPlan(asked?.file as string);
}

const emailOf = (hub: Engine, ord: number) =>
  hub.sim.customers().find((one) => one.ord === ord)?.fields.email;

test('more creates than the breaker lets through: none is written, and the run asks', async () => {
  const hub = await engine();
  await hub.bring(companies(6));
  const saves = { ...hub.sim.stats.stored };

  const report = await hub.run('sync', { settings: TIGHT });

  expect(report.exitCode).toBe(3);
  expect(report.asked).toMatchObject({ code: 'breaker', rows: 6, totals: { byKind: { create: 6 } } });
  expect(report.asked?.totals.byRule).toEqual({ mandatory_has_order: 6 });
  expect(report.push).toMatchObject({ created: 0, waiting: 6 });
  expect(partsAddUp(report)).toBe(true);
  expect(hub.sim.stats.stored).toEqual(saves);
});

test('the answer to the breaker lets through what the plan names, and nothing beyond it', async () => {
  const hub = await engine();
  await hub.bring(companies(6));
  const { asked } = await hub.run('sync', { settings: TIGHT });
  const plan = await readPlan(asked?.file as string);
  await hub.bring(companies(6, 50));

  const beyond = await hub.run('sync', { settings: TIGHT, passage: breakerPassage(plan) });
  expect(beyond.exitCode).toBe(3);
  const within = await hub.run('sync', {
    settings: { breaker: { ...TIGHT.breaker, number: 6 } },
    passage: breakerPassage(plan),
  });

  expect(within.exitCode).toBe(0);
  expect(within.push?.created).toBe(12);
});

test('changes of too large a share of the linked customers stop as well, from the least number of rows on', async () => {
  const hub = await engine({ customers: 60 });
  await editedHere(hub, 19);
  const few = await hub.run();
  expect(few).toMatchObject({ exitCode: 0, push: { updated: 19 } });

  for (const [index, { ord }] of listed(hub.sim).slice(20, 45).entries()) {
    await hub.edit((await hub.rowOf(ord)).id, { email: `again${index}@example.com` });
  }
  const many = await hub.run();

  expect(many).toMatchObject({ exitCode: 3, asked: { rows: 25 }, push: { updated: 0 } });
});

test('newcomers count by number only: a small ERP takes its first customers unasked', async () => {
  const hub = await engine({ customers: 10 });
  await hub.bring(companies(25));

  expect((await hub.run()).push?.created).toBe(25);
});

test('what waited once passed the breaker and is not counted again', async () => {
  const hub = await engine();
  await hub.bring(companies(4));
  hub.sim.faults.dropBeforeSave = 1;
  await hub.run('sync', { settings: TIGHT });
  hub.sim.faults.dropBeforeSave = 0;
  await hub.bring(companies(4, 10));

  const report = await hub.run('sync', { settings: TIGHT });

  expect(report.push?.created).toBe(8);
});

test('a plan names every field, from and to, and writes nothing', async () => {
  const hub = await engine();
  const [first] = await editedHere(hub, 3);
  const before = emailOf(hub, first?.ord as number) || null;
  const saves = { ...hub.sim.stats.stored };

  const plan = await planned(hub);

  expect(plan.rows).toHaveLength(3);
  expect(plan.rows[0]).toMatchObject({
    kind: 'update',
    ord: first?.ord,
    fields: { email: [before, 'changed0@example.com'] },
  });
  expect(plan.totals.byField).toEqual({ email: 3 });
  expect(plan.cost.calls).toBeGreaterThan(0);
  expect(hub.sim.stats.stored).toEqual(saves);
});

test('apply refuses the whole plan when one row moved in the ERP, and says which', async () => {
  const hub = await engine({ customers: 200 });
  const some = await editedHere(hub, 150);
  const plan = await planned(hub);
  const one = some[77] as { ord: number };
  hub.sim.edit(one.ord, { email: 'erp-person@example.com' });
  const saves = { ...hub.sim.stats.stored };

  const report = await hub.run('sync', { passage: applyPassage(plan, false) });

  expect(report.exitCode).toBe(3);
  expect(report.asked?.moved.map(({ ord }) => ord)).toEqual([one.ord]);
  expect(report.asked?.moved[0]?.what.en).toContain('email');
  expect(hub.sim.stats.stored).toEqual(saves);

  const skipped: number[] = [];
  const passage = applyPassage(plan, true, (rows) => skipped.push(...rows.map((row) => row.ord as number)));
  const rest = await hub.run('sync', { passage });
  expect(skipped).toEqual([one.ord]);
  expect(rest.push?.updated).toBe(149);
  expect(emailOf(hub, one.ord)).toBe('erp-person@example.com');
  expect(emailOf(hub, some[0]?.ord as number)).toBe('changed0@example.com');
});

test('apply writes the rows of the plan only, and a second time says that they are done', async () => {
  const hub = await engine();
  const some = await editedHere(hub, 3);
  const plan = await planned(hub);
  await hub.bring([company(900)]);

  const report = await hub.run('sync', { passage: applyPassage(plan, false) });

  expect(report.push).toMatchObject({ updated: 3, created: 0 });
  expect(named(hub.sim, company(900).company_name)).toHaveLength(0);
  expect(emailOf(hub, some[2]?.ord as number)).toBe('changed2@example.com');
  const again = await hub.run('sync', { passage: applyPassage(plan, false) });
  expect(again).toMatchObject({ exitCode: 0, asked: { code: 'plan_done', rows: 3 }, push: { updated: 0 } });
});

test('a plan that names the follow level of a customer lets no update of it through', async () => {
  const hub = await engine();
  const settings = { levels: { white: '重点客户', gray: '潜在客户', black: '暂不跟进' } };
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run('sync', { settings });
  await hub.edit(id, { phone_verified: true, company_name_verified: true });
  const { asked } = await hub.run('sync', { settings, passage: planOnlyPassage(null) });
  const plan = await readPlan(asked?.file as string);
  expect(plan.rows.map(({ kind }) => kind)).toEqual(['level']);
  await hub.edit(id, { email: 'since@example.com' });

  const { push } = await hub.run('sync', { settings, passage: applyPassage(plan, false) });

  expect(push).toMatchObject({ updated: 0, waiting: 1 });
  const { erp_customer_id: ord, erp_follow_level } = await hub.row(id);
  expect(erp_follow_level).toBe('重点客户');
  expect(emailOf(hub, ord as number)).toBe(company(1).email);
});

test('a customer that somebody put into the ERP since the plan is named, not doubled', async () => {
  const hub = await engine();
  await hub.bring(companies(2));
  const plan = await planned(hub);
  const { company_name, phone } = company(1) as { company_name: string; phone: string };
  hub.sim.insert({ name: company_name, mobile: phone });

  const report = await hub.run('sync', { passage: applyPassage(plan, false) });

  expect(report.exitCode).toBe(3);
  expect(report.asked?.moved.map(({ name }) => name)).toEqual([company_name]);
  expect(named(hub.sim, company(2).company_name)).toHaveLength(0);
});

test('a plan that was changed by hand, cut short or made elsewhere is refused', async () => {
  const hub = await engine();
  await editedHere(hub, 2);
  const { asked } = await hub.run('sync', { passage: planOnlyPassage(null) });
  const file = asked?.file as string;
  const text = await readFile(file, 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-plan-'));
  const changed = join(folder, 'changed.json');
  await writeFile(changed, text.replace('changed0@example.com', 'other@example.com'));
  await expect(readPlan(changed)).rejects.toMatchObject({ code: 'plan_unreadable' });
  await writeFile(changed, text.slice(0, text.length / 2));
  await expect(readPlan(changed)).rejects.toMatchObject({ code: 'plan_unreadable' });

  const other = await engine();
  await expect(
    other.run('sync', { passage: applyPassage(await readPlan(file), false) }),
  ).rejects.toMatchObject({ code: 'plan_of_another' });
});
