import { ZhibangError } from '@bangqiao/zhibang';
import { expect, test } from 'vitest';
import { companies, engine, listed } from './support.ts';

test('a write that the account has no right to make is for a person, and is written once the right is there', async () => {
  const hub = await engine();
  await hub.run('pull');
  const ord = listed(hub.sim)[0]?.ord as number;
  const { id } = await hub.rowOf(ord);
  await hub.edit(id, { address: '杭州市样本路 9 号' });
  hub.sim.hide(ord);

  const report = await hub.run('push');

  expect(report).toMatchObject({ exitCode: 1, push: { parked: 1, waiting: 0 } });
  const [write] = await hub.writes(id);
  expect(write).toMatchObject({ state: 'parked', error_code: 'no_permission' });
  expect(write?.next_step).toContain('/');
  hub.sim.show(ord);
  await hub.edit(id, { address: '杭州市样本路 10 号' });
  expect((await hub.run('push')).push?.updated).toBe(1);
});

test.each(['no_permission', 'missing_handler'] as const)(
  'where nobody may be created (%s) the creates wait and it is said once, what linked customers need is written, and all goes on by itself',
  async (code) => {
    const hub = await engine();
    await hub.run('pull');
    const { id: linked } = await hub.rowOf(listed(hub.sim)[0]!.ord);
    await hub.bring(companies(12));
    await hub.edit(linked, { address: '杭州市样本路 9 号' });
    const { customers } = hub.erp.client;
    const { allocate } = customers;
    let asked = 0;
    customers.allocate = async () => {
      asked += 1;
      throw new ZhibangError(code, { endpoint: 'custom/add', operation: 'customer.allocate' });
    };

    const report = await hub.run('push');

    expect(report).toMatchObject({ exitCode: 1, stopped: { code } });
    expect(report.push).toMatchObject({ waiting: 12, updated: 1, parked: 0, newlyParked: 0, failed: 0 });
    expect(asked).toBeLessThanOrEqual(4);
    const { result } = await hub.store.db
      .selectFrom('sync_runs')
      .select('result')
      .where('id', '=', report.runId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(String(result))).toMatchObject({ barred: true });
    customers.allocate = allocate;
    expect(await hub.run('push')).toMatchObject({ exitCode: 0, stopped: null, push: { created: 12 } });
  },
);
