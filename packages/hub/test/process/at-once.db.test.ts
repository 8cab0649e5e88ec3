import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bangqiao, inProcess } from './command.ts';
import { endedRuns, service, until } from './service.ts';

/** The file comes in by a process of its own. */
async function bringIn(folder: string, people: number, from: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, at) => {
    const number = String(from + at).padStart(4, '0');
    return `wxid_once_${number},客户${number},嘉兴示例${number}机电有限公司,1380002${number},1`;
  });
  writeFileSync(join(folder, 'people.csv'), ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n'));
  expect((await inProcess(folder, 'import', 'people.csv', '--json')).code).toBe(0);
}

test('people who come in by another process are in the ERP without waiting for the schedule; a flood waits for it', async () => {
  const { sim, store, folder } = await service({ sync: { breaker: { number: 5 } } });
  const saved = () => sim.stats.stored['customer.save'] ?? 0;
  await until(async () => (await endedRuns(store, 'start')).length > 0);

  await bringIn(folder, 2, 1);
  await until(async () => (await endedRuns(store, 'change')).length > 0);
  expect(saved()).toBe(2);

  await bringIn(folder, 9, 100);
  const open = () => store.db.selectFrom('push_requests').selectAll().execute();
  await until(async () => (await open()).length === 0);
  await until(async () => (await endedRuns(store, 'change')).length > 1);
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
  expect(await endedRuns(store, 'change')).toEqual([]);
  expect(await store.db.selectFrom('push_requests').selectAll().execute()).toHaveLength(people);
  expect(sim.stats.logins).toBe(0);
}, 120_000);

test('a service that is not to log in by itself uses the session of a command, and stops where there is none', async () => {
  const auth = { username: 'demo', password: 'demo-pass', auto_login: false };
  const { sim, store, folder } = await service({ auth });
  await until(async () => (await endedRuns(store, 'start')).length > 0);
  expect((await endedRuns(store, 'start'))[0]?.error).toContain('a login by itself is not allowed');
  expect(sim.stats.logins).toBe(0);

  expect((await bangqiao(folder, 'pull', '--json')).code).toBe(0);
  await bringIn(folder, 1, 1);
  await until(async () => (await endedRuns(store, 'change')).length > 0);
  expect(sim.stats.stored['customer.save']).toBe(1);
  expect(sim.stats.logins).toBe(1);
}, 120_000);
