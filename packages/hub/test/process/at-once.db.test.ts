import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Store } from '../../src/store/index.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { bangqiao, inProcess, office, start } from './command.ts';

/** A service that runs beside an ERP, with its first round done and the next one far away. */
async function service(settings: object = {}) {
  const sim = createSim({ customers: 30, seed: 8 });
  const database = await testDatabase();
  const { folder, config } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  const file = parse(readFileSync(config, 'utf8'));
  Object.assign(file.erp_integration, { http: { port: 0 }, ...settings });
  writeFileSync(config, stringify(file));
  const store = await openTestStore(database);
  const running = start(folder, ['start', '--lang', 'en']);
  return { sim, store, folder, ...running };
}

/** The file comes in by a process of its own. */
async function bringIn(folder: string, people: number, from: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, at) => {
    const number = String(from + at).padStart(4, '0');
    return `wxid_once_${number},客户${number},嘉兴示例${number}机电有限公司,1380002${number},1`;
  });
  writeFileSync(join(folder, 'people.csv'), ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n'));
  expect((await inProcess(folder, 'import', 'people.csv', '--json')).code).toBe(0);
}

async function runs(store: Store, trigger: string) {
  const query = store.db.selectFrom('sync_runs').selectAll().where('trigger', '=', trigger);
  return (await query.execute()).filter((run) => run.ended_at !== null);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

test('people who come in by another process are in the ERP without waiting for the schedule; a flood waits for it', async () => {
  const { sim, store, folder } = await service({ sync: { breaker: { number: 5 } } });
  const saved = () => sim.stats.stored['customer.save'] ?? 0;
  await until(async () => (await runs(store, 'start')).length > 0);

  await bringIn(folder, 2, 1);
  await until(async () => (await runs(store, 'change')).length > 0);
  expect(saved()).toBe(2);

  await bringIn(folder, 9, 100);
  const open = () => store.db.selectFrom('push_requests').selectAll().execute();
  await until(async () => (await open()).length === 0);
  await until(async () => (await runs(store, 'change')).length > 1);
  expect(saved()).toBe(2);
  const planned = await store.db
    .selectFrom('write_journal')
    .selectAll()
    .where('state', '=', 'planned')
    .execute();
  expect(planned).toHaveLength(9);
  expect(planned.every((write) => write.passed_at === null)).toBe(true);
}, 120_000);

test('in quiet hours nobody is pushed at once, and a service that starts then does not even log in', async () => {
  const { sim, store, folder, ended, child } = await service({
    limits: { quiet_hours: ['00:00-12:00', '12:00-00:00'] },
  });
  const people = 2;
  await once(child.stderr as Readable, 'data');
  await bringIn(folder, people, 1);
  await sleep(1500);
  child.kill('SIGTERM');

  expect((await ended).stderr).toContain('Quiet hours: it syncs after them.');
  expect(await runs(store, 'change')).toEqual([]);
  expect(await store.db.selectFrom('push_requests').selectAll().execute()).toHaveLength(people);
  expect(sim.stats.logins).toBe(0);
}, 120_000);

test('a service that is not to log in by itself uses the session of a command, and stops where there is none', async () => {
  const auth = { username: 'demo', password: 'demo-pass', auto_login: false };
  const { sim, store, folder } = await service({ auth });
  await until(async () => (await runs(store, 'start')).length > 0);
  expect((await runs(store, 'start'))[0]?.error).toContain('a login by itself is not allowed');
  expect(sim.stats.logins).toBe(0);

  expect((await bangqiao(folder, 'pull', '--json')).code).toBe(0);
  await bringIn(folder, 1, 1);
  await until(async () => (await runs(store, 'change')).length > 0);
  expect(sim.stats.stored['customer.save']).toBe(1);
  expect(sim.stats.logins).toBe(1);
}, 120_000);
