import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openTestStore, testDatabase } from '../support/database.ts';
import { inProcess, office, start } from './command.ts';

const PEOPLE = 60;

/** Companies with an order: every one of them qualifies. */
function people(): string {
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const number = String(at + 1).padStart(4, '0');
    return `wxid_kill_${number},客户${number},宁波示例${number}机电有限公司,1370000${number},1`;
  });
  return ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n');
}

async function set(faults: Parameters<typeof createSim>[0] = {}) {
  const sim = createSim({ customers: 80, seed: 3, ...faults });
  const database = await testDatabase();
  const place = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  writeFileSync(join(place.folder, 'people.csv'), people());
  const imported = await inProcess(place.folder, 'import', 'people.csv', '--json');
  expect(imported.code).toBe(0);
  return { sim, database, ...place };
}

/** Each costs a process that comes up; PostgreSQL gets fewer. `npm run kills` does 25. */
const KILLS = Number(process.env.KILLS ?? (inject('database').dialect === 'sqlite' ? 10 : 3));

test('a sync killed time and again at random moments of its push, at 15 ms a call, leaves nobody twice and nobody missing', async () => {
  const { sim, database, folder } = await set({ faults: { slowMs: 15 } });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, ended } = start(folder, ['sync', '--json']);
    const before = sim.stats.stored['customer.save'] ?? 0;
    // Into the push: some more saves than before, then a moment that is different each time.
    for (let waited = 0; waited < 400 && child.exitCode === null; waited += 1) {
      if ((sim.stats.stored['customer.save'] ?? 0) > before) break;
      await sleep(10);
    }
    await sleep(((kill * 37) % 11) * 9);
    child.kill('SIGKILL');
    await ended;
  }
  sim.faults.slowMs = 0;
  const last = await inProcess(folder, 'sync', '--json');
  expect(last.code, last.stderr).toBe(0);
  const names = sim
    .customers()
    .filter(({ fields }) => fields.name?.startsWith('宁波示例'))
    .map(({ fields }) => fields.name);
  expect(new Set(names).size).toBe(PEOPLE);
  expect(names).toHaveLength(PEOPLE);
  expect(Object.values(sim.stats.creates).every((times) => times === 1)).toBe(true);
  const store = await openTestStore(database);
  const rows = await store.db
    .selectFrom('customers_unified')
    .select(['erp_customer_id', 'erp_customer_code'])
    .where('wechat_id', 'like', 'wxid_kill_%')
    .execute();
  expect(new Set(rows.map((row) => row.erp_customer_id)).size).toBe(PEOPLE);
  expect(rows.every((row) => row.erp_customer_code)).toBe(true);
  const again = await inProcess(folder, 'sync', '--json');
  expect(JSON.parse(again.stdout).push.considered).toBe(0);
}, 180_000);

test('of two syncs at once the second waits, says for whom, and doubles nobody', async () => {
  const { sim, folder } = await set({ faults: { slowMs: 10 } });
  const first = start(folder, ['sync', '--json', '--lang', 'en']);
  while ((sim.stats.stored['customer.save'] ?? 0) === 0) await sleep(5);
  const second = start(folder, ['sync', '--json', '--lang', 'en']);
  const [one, two] = await Promise.all([first.ended, second.ended]);
  expect([one.code, two.code], one.stderr + two.stderr).toEqual([0, 0]);
  const waited = [one, two].filter(({ stderr }) =>
    /Waiting for another run to end: sync \(cli\), process \d+/.test(stderr),
  );
  expect(waited).toHaveLength(1);
  const figures = [one, two].map(({ stdout }) => JSON.parse(stdout).push.created as number);
  expect(figures.reduce((a, b) => a + b)).toBe(PEOPLE);
  expect(sim.stats.stored['customer.save']).toBe(PEOPLE);
}, 120_000);
