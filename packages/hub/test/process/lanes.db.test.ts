import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { acquireLease, type Store, thisHolder } from '../../src/store/index.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { inProcess, office, start } from './command.ts';

const PEOPLE = 25;

function people(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(4, '0');
    return `wxid_lane_${number},客户${number},绍兴示例${number}机电有限公司,1380001${number},1`;
  });
  return ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n');
}

async function isHeld(store: Store, name: string): Promise<boolean> {
  const rows = await store.db.selectFrom('leases').select('name').where('name', '=', name).execute();
  return rows.length > 0;
}

test('a person’s push of one customer goes before a sync of many in another process; the sync goes on, and nobody is doubled', async () => {
  const sim = createSim({ customers: 30, seed: 5 });
  const database = await testDatabase();
  const { folder } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  writeFileSync(join(folder, 'people.csv'), people(PEOPLE));
  expect((await inProcess(folder, 'import', 'people.csv', '--json')).code).toBe(0);
  const store = await openTestStore(database);
  const many = start(folder, ['sync', '--json', '--lang', 'en']);
  while ((sim.stats.stored['customer.save'] ?? 0) === 0) await sleep(5);
  // So slow that the rest of it cannot be done before the other one asks.
  sim.faults.slowMs = 1500;

  const urgent = start(folder, ['push', `wxid_lane_00${PEOPLE}`, '--json', '--lang', 'en']);
  while (!(await isHeld(store, 'sync next'))) await sleep(5);
  sim.faults.slowMs = 150;
  const first = await Promise.race([urgent.ended.then(() => 'urgent'), many.ended.then(() => 'many')]);
  sim.faults.slowMs = 0;
  const [one, rest] = await Promise.all([urgent.ended, many.ended]);

  expect(first).toBe('urgent');
  expect([one.code, rest.code], one.stderr + rest.stderr).toEqual([0, 0]);
  expect(JSON.parse(one.stdout).push).toMatchObject({ considered: 1, created: 1 });
  expect(one.stderr).toMatch(/Waiting for another run to end: sync \(cli\), process \d+/);
  expect(JSON.parse(rest.stdout).push.created).toBe(PEOPLE - 1);
  const names = sim
    .customers()
    .flatMap(({ fields }) => (fields.name?.startsWith('绍兴示例') ? fields.name : []));
  expect(names).toHaveLength(PEOPLE);
  expect(new Set(names).size).toBe(PEOPLE);
}, 120_000);

test('whoever is in a hurry and dies while it waits holds nobody up', async () => {
  const sim = createSim({ customers: 30, seed: 5 });
  const database = await testDatabase();
  const { folder } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  writeFileSync(join(folder, 'one.csv'), people(1));
  await inProcess(folder, 'import', 'one.csv', '--json');
  const store = await openTestStore(database);
  // The first look-up of the sync stands still, so that it reaches no border while the other waits.
  sim.faults.slowMs = 1500;
  const first = start(folder, ['sync', '--json']);
  while (
    (await store.db.selectFrom('leases').select('name').where('name', '=', 'sync').execute()).length === 0
  )
    await sleep(20);
  const hasty = start(folder, ['push', 'wxid_lane_0001']);
  while (!(await isHeld(store, 'sync next'))) await sleep(5);
  hasty.child.kill('SIGKILL');
  await hasty.ended;
  sim.faults.slowMs = 0;

  expect((await first.ended).code).toBe(0);
}, 120_000);

test('a plan or an undo that another run holds up says for whom it waits', async () => {
  const sim = createSim({ customers: 3, seed: 5 });
  const database = await testDatabase();
  const { folder } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  const store = await openTestStore(database);
  for (const words of [['plan'], ['undo', '1']]) {
    const lease = await acquireLease(store, 'sync', thisHolder('sync (another)'), { waitMs: 0 });
    let said = '';
    await main([...words, '--json', '--lang', 'en'], {
      stdout: { write: () => true },
      stderr: {
        write: (text) => {
          said += text;
          if (said.includes('Waiting for another run to end: sync (another)')) void lease.release();
        },
      },
      stdin: { isTTY: false } as NodeJS.ReadStream,
      env: {},
      cwd: folder,
    });
    expect(said).toContain('Waiting for another run to end: sync (another)');
  }
});
