import { allOddities } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { inOnceAndQuiet } from './in-once.ts';
import { dump } from './support.ts';

test('with all oddities at once all who qualify stand in the ERP once, and a second sync is quiet', async () => {
  const hub = await inOnceAndQuiet({ ...allOddities(), missingHandlerAs: 'loginPage' });
  const quiet = await dump(hub.store);
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  expect(await dump(hub.store)).toEqual(quiet);
});
