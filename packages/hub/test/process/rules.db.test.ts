import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_RULES } from '@bangqiao/core';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { activateRules } from '../../src/admit/activate.ts';
import { acquireLease, thisHolder } from '../../src/store/index.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { inProcess, office, start } from './command.ts';

test('rules that are put in force while a sync waits for another one are those it decides by', async () => {
  const sim = createSim({ customers: 20, seed: 5 });
  onTestFinished(() => sim.close());
  const database = await testDatabase();
  const { folder } = office(await sim.listen(), database);
  writeFileSync(
    join(folder, 'people.csv'),
    '微信号,公司名称,手机,已下单\nwxid_rules,宁波规则一号机电有限公司,13700000001,1',
  );
  expect((await inProcess(folder, 'import', 'people.csv', '--json')).code).toBe(0);
  const store = await openTestStore(database);
  const lease = await acquireLease(store, 'sync', thisHolder('test'), { waitMs: 0, onWait() {} });

  const { child, ended } = start(folder, ['sync', '--json']);
  await new Promise<void>((waits) => {
    child.stderr?.on('data', (chunk) => String(chunk).includes(String(process.pid)) && waits());
  });
  const rules = DEFAULT_RULES.filter(({ rule_action }) => rule_action === 'SKIP');
  const who = { by: 'test', at: new Date().toISOString(), thresholds: {} };
  await activateRules(store, { rules, note: 'nobody' }, who);
  await lease.release();

  const { code, stdout, stderr } = await ended;
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout).push).toMatchObject({ created: 0, skipped: 1 });
});
