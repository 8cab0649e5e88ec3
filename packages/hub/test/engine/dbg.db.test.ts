import { test } from 'vitest';
import { company, engine } from './support.ts';
test('dbg', async () => {
  const hub = await engine();
  await hub.run('pull');
  hub.sim.insert({ name: '样本（杭州）电子有限公司', intsort: '1', khid: 'KH-NEW', person_name: '周全' });
  const [id] = await hub.bring([company(1, { company_name: '样本(杭州)电子有限公司' })]);
  await hub.run('push');
  console.log(await hub.writes(id!));
});
