import { expect, test } from 'vitest';
import { engine, listed } from './support.ts';

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
