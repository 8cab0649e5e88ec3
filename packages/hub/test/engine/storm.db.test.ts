import { expect, test } from 'vitest';
import { companies, dump, engine, named } from './support.ts';

const PEOPLE = 60;

test('an ERP that fails a fifth of its calls, kills tokens every fortieth and lies on a twentieth of its saves has each of sixty people once after six rounds and three calm ones', async () => {
  const hub = await engine({ customers: 40, erp: { maxAttempts: 2, backoffMs: 1 } });
  const ids = await hub.bring(companies(PEOPLE));
  Object.assign(hub.sim.faults, { error500: 0.2, tokenDeathEvery: 40, lieSuccess: 0.05 });
  const lies = () => hub.sim.stats.struck.lieSuccess ?? 0;
  // Of sixty saves that lie at one in twenty none may: then ten more people come, until one did.
  for (let round = 0; round < 6 || lies() === 0; round += 1) {
    if (round >= 6) ids.push(...(await hub.bring(companies(ids.length + 10).slice(ids.length))));
    await hub.run('sync', { settings: BULK }).catch(() => undefined);
  }
  expect(hub.sim.stats.struck.error500).toBeGreaterThan(60);

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
