import { readFileSync, writeFileSync } from 'node:fs';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { bangqiao, office } from './command.ts';

async function set() {
  const sim = createSim({ customers: 30, seed: 2 });
  const place = office(await sim.listen(), await testDatabase());
  onTestFinished(() => sim.close());
  return { sim, ...place };
}

test('three processes that need a session at once log in once', async () => {
  const { sim, folder } = await set();
  sim.faults.slowMs = 150;

  const ended = await Promise.all([1, 2, 3].map(() => bangqiao(folder, 'doctor', '--json')));

  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(sim.stats.logins).toBe(1);
});

test('a password that was refused to one process is sent by no other, nor after a restart', async () => {
  const { sim, folder, config } = await set();
  sim.faults.slowMs = 150;
  writeFileSync(config, readFileSync(config, 'utf8').replace('demo-pass', 'wrong-pass'));

  await Promise.all([1, 2, 3].map(() => bangqiao(folder, 'pull', '--json')));
  await bangqiao(folder, 'doctor', '--json');

  expect(sim.stats.badCredentials).toBe(1);
});
