import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openTestStore, testDatabase } from '../support/database.ts';
import { inProcess, office, start } from './command.ts';

const COMPANIES = 8;
const COLLEAGUES = 3;
const PEOPLE = COMPANIES * COLLEAGUES;
/** Each costs a process that comes up. */
const KILLS = inject('database').dialect === 'sqlite' ? 5 : 2;

/** Three people of each company, all at once. */
function people(): string {
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const number = String(at + 1).padStart(4, '0');
    const company = `宁波同事${(at % COMPANIES) + 1}号机电有限公司`;
    return `wxid_kill_${number},客户${number},${company},1370000${number},1`;
  });
  return ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n');
}

test('a sync of colleagues killed at random moments leaves each company once and each colleague once', async () => {
  const sim = createSim({ customers: 40, seed: 5, faults: { slowMs: 5, slowJitterMs: 15 } });
  const database = await testDatabase();
  const { folder } = office(await sim.listen(), database);
  onTestFinished(() => sim.close());
  writeFileSync(join(folder, 'people.csv'), people());
  expect((await inProcess(folder, 'import', 'people.csv', '--json')).code).toBe(0);
  const saves = () => (sim.stats.stored['customer.save'] ?? 0) + (sim.stats.stored['contact.save'] ?? 0);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, ended } = start(folder, ['sync', '--json']);
    const before = saves();
    for (let waited = 0; waited < 400 && child.exitCode === null && saves() <= before; waited += 1) {
      await sleep(10);
    }
    await sleep(((kill * 37) % 11) * 9);
    child.kill('SIGKILL');
    await ended;
  }
  Object.assign(sim.faults, { slowMs: 0, slowJitterMs: 0 });
  const last = await inProcess(folder, 'sync', '--json');
  expect(last.code, last.stderr).toBe(0);

  const theirs = sim.customers().filter(({ fields }) => fields.name?.startsWith('宁波同事'));
  expect(theirs).toHaveLength(COMPANIES);
  expect(new Set(theirs.map(({ fields }) => fields.name)).size).toBe(COMPANIES);
  const phones = theirs.flatMap(({ ord }) => sim.contacts(ord).map(({ fields }) => fields.mobile));
  expect(phones).toHaveLength(PEOPLE);
  expect(new Set(phones).size).toBe(PEOPLE);
  const store = await openTestStore(database);
  const rows = await store.db
    .selectFrom('customers_unified')
    .select(['erp_customer_id', 'erp_contact_id'])
    .where('wechat_id', 'like', 'wxid_kill_%')
    .execute();
  expect(rows.filter((row) => row.erp_customer_id !== null)).toHaveLength(COMPANIES);
  expect(new Set(rows.flatMap((row) => row.erp_contact_id ?? [])).size).toBe(PEOPLE - COMPANIES);
  sim.resetStats();
  const again = await inProcess(folder, 'sync', '--json');
  expect(JSON.parse(again.stdout).push.considered).toBe(0);
  expect(sim.stats.writes).toEqual({});
  const contact = `1370000${String(COMPANIES + 1).padStart(4, '0')}`;
  const told = await inProcess(folder, 'explain', contact, '--lang', 'en');
  expect(told.stdout).toMatch(/in the ERP as (contact person of 宁波同事|customer number)/);
}, 180_000);
