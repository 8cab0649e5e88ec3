import { expect, test } from 'vitest';
import { companies, dump, engine, named } from './support.ts';

const PEOPLE = 60;

test('an ERP that fails a fifth of its calls, kills tokens every fortieth and lies on a twentieth of its saves has each of sixty people once after six rounds and three calm ones', async () => {
  const hub = await engine({ customers: 40, erp: { maxAttempts: 2, backoffMs: 1 } });
  const ids = await hub.bring(companies(PEOPLE));
  Object.assign(hub.sim.faults, { error500: 0.2, tokenDeathEvery: 40, lieSuccess: 0.05 });
  for (let round = 0; round < 6; round += 1) await hub.run('sync', { settings: BULK }).catch(() => undefined);
  const { error500 = 0, lieSuccess = 0 } = hub.sim.stats.struck;
  expect(error500).toBeGreaterThan(60);
  expect(lieSuccess).toBeGreaterThan(0);

  Object.assign(hub.sim.faults, { error500: 0, tokenDeathEvery: 0, lieSuccess: 0 });
  await hub.run('sync', { settings: BULK });
  await hub.run('sync', { settings: BULK });
  const before = await dump(hub.store);
  hub.sim.resetStats();
  await hub.run('sync', { settings: BULK });

  expect(hub.sim.stats.writes).toEqual({});
  expect(await dump(hub.store)).toEqual(before);
  for (const id of ids) {
    const { company_name, erp_customer_id } = await hub.row(id);
    expect(named(hub.sim, company_name).map(({ ord }) => ord)).toEqual([erp_customer_id]);
  }
}, 120_000);

const BULK = { breaker: { number: 1000, share: 1, min_rows: 1000 } };
