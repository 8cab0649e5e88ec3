import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim, type Sim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openTestStore, testDatabase } from '../support/database.ts';
import { bangqiao, inProcess, office, start } from './command.ts';

/** So many folders, as on so many machines, on one database and one ERP. */
async function set(folders = 1) {
  const sim = createSim({ customers: 30, seed: 2 });
  const url = await sim.listen();
  const database = await testDatabase();
  const places = Array.from({ length: folders }, () => office(url, database));
  onTestFinished(() => sim.close());
  return { sim, database, places };
}

/** Another value in an office's configuration. */
function configure({ config }: { config: string }, settings: object): void {
  const file = parse(readFileSync(config, 'utf8'));
  Object.assign(file.erp_integration, settings);
  writeFileSync(config, stringify(file));
}

const login = (password: string) => ({ auth: { username: 'demo', password } });
const calls = (sim: Sim) => Object.values(sim.stats.calls).reduce((all, one) => all + one, 0);

test('three processes that need a session at once log in once', async () => {
  const { sim, places } = await set();
  sim.faults.slowMs = 150;

  const ended = await Promise.all([1, 2, 3].map(() => bangqiao(places[0]!.folder, 'doctor', '--json')));

  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(sim.stats.logins).toBe(1);
});

test('a refused password is sent once by all processes and folders of a database, until a person says so', async () => {
  const { sim, database, places } = await set(3);
  sim.faults.slowMs = 150;
  const [first, second, third] = places as [(typeof places)[0], (typeof places)[0], (typeof places)[0]];
  for (const place of [first, second]) configure(place, login('wrong-pass'));
  configure(third, login('wrong-as-well'));

  const ended = await Promise.all([...places, first].map(({ folder }) => bangqiao(folder, 'pull', '--json')));
  const again = await inProcess(first.folder, 'pull', '--json', '--lang', 'en');

  expect([...ended, again].map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(again.stderr).toContain('bangqiao doctor --login-again');
  expect(sim.stats.badCredentials).toBe(2);
  const store = await openTestStore(database);
  expect(JSON.stringify(await store.db.selectFrom('refused_logins').selectAll().execute())).not.toContain(
    'wrong-',
  );

  configure(third, login('demo-pass'));
  expect((await inProcess(third.folder, 'pull', '--json')).code).toBe(0);
  await inProcess(second.folder, 'doctor', '--login-again', '--json');
  await inProcess(first.folder, 'pull', '--json');
  expect(sim.stats.badCredentials).toBe(3);
});

test('two processes with a cap of calls per minute keep it together', async () => {
  const cap = 12;
  const { sim, places } = await set(2);
  sim.oddities.missingColumns = ['mobile', 'weixinAcc'];
  for (const place of places) configure(place, { limits: { calls_per_minute: cap } });

  const running = places.map(({ folder }) => start(folder, ['pull', '--json']));
  for (let waited = 0; waited < 600 && calls(sim) < cap; waited += 1) await sleep(50);
  // Both have far more to ask: whoever counted for itself would go on at once.
  await sleep(1500);
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));

  expect(calls(sim)).toBe(cap);
});
