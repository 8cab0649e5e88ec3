import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { inProcess, office } from './command.ts';

const PEOPLE = 6;

async function set() {
  const sim = createSim({ customers: 30, seed: 4 });
  const place = office(await sim.listen(), await testDatabase());
  onTestFinished(() => sim.close());
  writeFileSync(
    place.config,
    readFileSync(place.config, 'utf8').replace(
      'erp_integration:',
      'erp_integration:\n  sync:\n    breaker: {number: 5}',
    ),
  );
  const rows = Array.from(
    { length: PEOPLE },
    (_, at) => `wxid_plan_0${at},客户0${at},宁波计划0${at}号机电有限公司,1370000000${at},1`,
  );
  writeFileSync(join(place.folder, 'people.csv'), ['微信号,昵称,公司名称,手机,已下单', ...rows].join('\n'));
  expect((await inProcess(place.folder, 'import', 'people.csv', '--json')).code).toBe(0);
  const saves = () => sim.stats.stored['customer.save'] ?? 0;
  return { sim, saves, ...place };
}

test('sync asks with exit code 3 and its usual figures; the plan beside the database answers', async () => {
  const { saves, folder } = await set();

  const asked = await inProcess(folder, 'sync', '--json');

  expect(asked.code, asked.stderr).toBe(3);
  expect(Object.keys(JSON.parse(asked.stdout)).sort()).toEqual(['followUps', 'pull', 'push']);
  expect(asked.stderr).toContain('mandatory_has_order');
  expect(saves()).toBe(0);
  const file = /bangqiao apply (\S+\.json)/.exec(asked.stderr)?.[1] as string;
  expect(file).toContain(join('storage', 'plans'));
  const answered = await inProcess(folder, 'sync', '--json', '--accept', file);
  expect(answered.code, answered.stderr).toBe(0);
  expect(JSON.parse(answered.stdout).push.created).toBe(PEOPLE);
});

test('plan, an edit in the ERP, apply names it and writes nothing, the rest with --skip-moved, then a second time', async () => {
  const { sim, saves, folder } = await set();

  const planned = await inProcess(folder, 'plan', '--out', 'plan.json', '--json');

  expect(planned.code, planned.stderr).toBe(0);
  const said = JSON.parse(planned.stdout);
  expect(said).toMatchObject({ rows: PEOPLE, totals: { byKind: { create: PEOPLE } } });
  expect(said.file).toBe(join(folder, 'plan.json'));
  expect(statSync(said.file).mode & 0o777).toBe(0o600);
  sim.insert({ name: '宁波计划03号机电有限公司', mobile: '13700000003' });
  const refused = await inProcess(folder, 'apply', 'plan.json', '--json');
  expect(refused.code, refused.stderr).toBe(3);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    created: 0,
    asked: 'plan_moved',
    moved: [{ name: '宁波计划03号机电有限公司' }],
  });
  expect(refused.stderr).toContain('--skip-moved');
  expect(saves()).toBe(0);

  const rest = await inProcess(folder, 'apply', 'plan.json', '--skip-moved', '--json');
  expect(rest.code, rest.stderr).toBe(0);
  expect(JSON.parse(rest.stdout)).toMatchObject({ created: PEOPLE - 1, asked: null });
  expect(saves()).toBe(PEOPLE - 1);
});

test('an apply that the ERP stops in the middle says in --json what waits, and beside it why', async () => {
  const { sim, folder } = await set();
  await inProcess(folder, 'plan', '--out', 'plan.json', '--json');
  // From the first save on no session lives, and the ERP shows its login page.
  sim.oddities.deadTokenAs = 'html';
  Object.defineProperty(sim.faults, 'dropBeforeSave', {
    get() {
      sim.faults.tokenDeath = 1;
      return 0;
    },
  });

  const applied = await inProcess(folder, 'apply', 'plan.json', '--json');

  expect(applied.code, applied.stderr).toBe(1);
  const { created, waiting, inDoubt, ...said } = JSON.parse(applied.stdout);
  expect(created + waiting + inDoubt).toBe(PEOPLE);
  expect(waiting).toBeGreaterThan(0);
  expect(said).toMatchObject({ asked: null, file: null, moved: [], stopped: { code: 'session_dead' } });
  expect(applied.stderr).toContain(said.stopped.zh);
});

test('a file that is no plan is neither applied nor overwritten', async () => {
  const { saves, folder } = await set();

  const applied = await inProcess(folder, 'apply', 'people.csv', '--json');
  const planned = await inProcess(folder, 'plan', '--out', 'people.csv', '--json');

  expect([applied.code, planned.code]).toEqual([2, 2]);
  expect(JSON.parse(applied.stdout).error.code).toBe('plan_unreadable');
  expect(JSON.parse(planned.stdout).error.code).toBe('plan_file_exists');
  expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toContain('微信号');
  expect(saves()).toBe(0);
});
