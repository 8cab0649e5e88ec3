import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZhibangError } from '@bangqiao/zhibang';
import { createSim, type Sim, type SimOptions } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../src/config/index.ts';
import { checkLine, diagnose, verdict } from '../src/doctor/index.ts';
import { rebind } from '../src/erp/binding.ts';
import { nextOf } from '../src/failure.ts';
import { openTestStore, testDatabase } from './support/database.ts';

interface Patient {
  folder: string;
  env: Record<string, string>;
  sim: Sim;
  /** The calls that came to the ERP since the last look. */
  logins(): number;
}

async function patient(options: SimOptions = {}, env: Record<string, string> = {}): Promise<Patient> {
  const sim = createSim({ customers: 20, seed: 1, ...options });
  const url = await sim.listen();
  onTestFinished(() => sim.close());
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { file, databaseUrl } = await testDatabase();
  const database: Record<string, string> = file
    ? { BANGQIAO_DATABASE_FILE: file }
    : { DATABASE_URL: databaseUrl ?? '' };
  const erp = { BANGQIAO_BASE_URL: url, BANGQIAO_AUTH_USERNAME: 'demo', BANGQIAO_AUTH_PASSWORD: 'demo-pass' };
  return {
    folder,
    env: { ...database, ...erp, ...env },
    sim,
    logins: () =>
      Object.entries(sim.stats.calls).reduce(
        (sum, [path, count]) => sum + (/login/.test(path) ? count : 0),
        0,
      ),
  };
}
async function examine(
  { folder, env }: Patient,
  more: { loginAgain?: boolean; env?: Record<string, string> } = {},
) {
  const told: string[] = [];
  const diagnosis = await diagnose({
    loaded: loadConfig({ env: { ...env, ...more.env }, cwd: folder }),
    now: () => new Date('2026-03-01T02:00:00.000Z'),
    loginAgain: more.loginAgain ?? false,
    by: 'doctor (test)',
    onCheck: ({ id }) => told.push(id),
  });
  const check = (id: string) => {
    const found = diagnosis.checks.find((one) => one.id === id);
    if (!found) throw new Error(`no line for ${id}`);
    return found;
  };
  return { ...diagnosis, told, check, text: diagnosis.checks.map((one) => checkLine(one, 'zh')).join('\n') };
}
const session = ({ folder }: Patient) => join(folder, 'storage', 'session');

test('a healthy installation has a tick on every line, and nothing is written to the ERP', async () => {
  const one = await patient();
  const { checks, exitCode, told, check, text } = await examine(one);
  expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual(
    [
      'config',
      'disk',
      'database',
      'rules',
      'session',
      'binding',
      'reachable',
      'clock',
      'login',
      'list',
      'options',
    ].map((id) => `${id} ok`),
  );
  expect(told).toEqual(checks.map(({ id }) => id));
  expect(exitCode).toBe(0);
  expect(verdict({ checks, exitCode }).zh).toContain('一切正常');
  expect(check('rules').said.zh).toContain('第 1 版，启用 14 条');
  expect(check('list').said.zh).toMatch(/共 \d+ 位，认出 \d+ 列/);
  expect(check('options').said.zh).toMatch(/来源 \d+、行业 \d+、价值评估 \d+、区域 \d+、分类 \d+/);
  expect(check('options').said.zh).toContain('分类“工业客户/生产企业”，来源“网站注册”');
  expect(Object.values(one.sim.stats.writes).reduce((sum, count) => sum + count, 0)).toBe(0);
  expect(text).not.toContain('demo-pass');
});

test('a catalogue of the company that cannot be read is a line of its own, a good one too', async () => {
  const one = await patient();
  mkdirSync(join(one.folder, 'storage'), { recursive: true });
  const file = join(one.folder, 'storage', 'catalogue.json');
  writeFileSync(file, '{"entr');
  const broken = await examine(one);
  expect(broken.exitCode).toBe(1);
  expect(broken.check('catalogue')).toMatchObject({ state: 'bad', said: { zh: `${file} 读不出接口目录。` } });
  writeFileSync(file, '{"entries":[]}');
  expect((await examine(one)).check('catalogue').state).toBe('ok');
});

test('a second look uses the session of the first, whose file is its owner’s alone', async () => {
  const one = await patient();
  await examine(one);
  expect(statSync(session(one)).mode & 0o777).toBe(0o600);
  const { check } = await examine(one);
  expect(one.logins()).toBe(1);
  expect(check('login').said.zh).toContain('已有登录可用');
  chmodSync(session(one), 0o644);
  const open = await examine(one);
  expect(open.check('session')).toMatchObject({ state: 'bad' });
  expect(open.check('session').next?.zh).toContain('chmod 600');
  expect(open.exitCode).toBe(1);
});

test('a refused password is not sent a second time until a person asks for it', async () => {
  const one = await patient();
  const wrong = { env: { BANGQIAO_AUTH_PASSWORD: 'wrong-pass' } };
  const first = await examine(one, wrong);
  expect(first.check('login')).toMatchObject({ state: 'bad' });
  expect(first.check('list').state).toBe('skipped');
  expect(first.exitCode).toBe(1);
  const second = await examine(one, wrong);
  expect(one.logins()).toBe(1);
  expect(second.check('login').said.zh).toContain('没有再次提交');
  expect(second.check('login').next?.zh).toBe('改正密码（密码没错时：bangqiao doctor --login-again）');
  await examine(one, { ...wrong, loginAgain: true });
  expect(one.logins()).toBe(2);
  expect((await examine(one)).check('login').state).toBe('ok');
});

test('a captcha asks for a login in a browser, and says nothing of a password', () => {
  const { zh, en } = nextOf(
    new ZhibangError('captcha_demanded', { operation: 'login', endpoint: '/login', effect: 'none' }),
  );
  expect(zh).toMatch(/浏览器里登录一次.*（bangqiao doctor --login-again）$/);
  expect(en).toMatch(/in a browser.* \(bangqiao doctor --login-again\)$/);
  expect(zh).not.toContain('密码');
});

test('an ERP that is away is one red line; what needs it is not looked at', async () => {
  const one = await patient();
  await one.sim.close();
  const { check, exitCode } = await examine(one);
  expect(check('reachable').said.zh).toContain('拒绝连接');
  expect(['clock', 'login', 'list', 'options'].map((id) => check(id).state)).toEqual(
    Array(4).fill('skipped'),
  );
  expect(['database', 'rules', 'binding'].map((id) => check(id).state)).toEqual(Array(3).fill('ok'));
  expect(exitCode).toBe(1);
});

test('a broken configuration shows every fault at once, and nothing else is looked at', async () => {
  const one = await patient({}, { BANGQIAO_ERP_PULL_INTERVAL: 'soon', BANGQIAO_HTTP_PORT: '99999' });
  const { checks, exitCode, text } = await examine(one);
  expect(checks).toHaveLength(1);
  expect(exitCode).toBe(2);
  expect(text).toContain('BANGQIAO_ERP_PULL_INTERVAL');
  expect(text).toContain('BANGQIAO_HTTP_PORT');
});

test('without an ERP the rest is looked at, and that is no fault', async () => {
  const one = await patient();
  const env = Object.fromEntries(Object.entries(one.env).filter(([name]) => !/BASE_URL|AUTH/.test(name)));
  const { check, exitCode } = await examine({ ...one, env });
  expect(check('reachable').state).toBe('skipped');
  expect(check('reachable').said.zh).toContain('bangqiao init');
  expect(exitCode).toBe(0);
});

test('a database of another ERP is refused with 2, and no login is tried', async () => {
  const one = await patient();
  const store = await openTestStore({
    file: one.env.BANGQIAO_DATABASE_FILE,
    databaseUrl: one.env.DATABASE_URL,
  });
  const other = { kind: 'erp', base_url: 'http://erp.example.com', account: 'demo' } as const;
  await rebind(store, other, '2026-03-01T02:00:00.000Z');
  const { check, exitCode } = await examine(one);
  expect(check('binding')).toMatchObject({ state: 'bad' });
  expect(check('binding').next?.zh).toContain('rebind --same-erp');
  expect(exitCode).toBe(2);
  expect(one.logins()).toBe(0);
});

test('a database that cannot be used ends the doctor with 2, as it ends any other verb', async () => {
  const one = await patient();
  const file = join(one.folder, 'notes.db');
  writeFileSync(file, 'A text that is long enough for the header of a database, and is none.'.repeat(3));
  const { BANGQIAO_DATABASE_FILE: _file, DATABASE_URL: _url, ...env } = one.env;
  const { check, exitCode } = await examine({ ...one, env: { ...env, BANGQIAO_DATABASE_FILE: file } });
  expect(check('database')).toMatchObject({ state: 'bad' });
  expect(exitCode).toBe(2);
});

test('the columns that a list lacks are named, and so are those that nothing has proved yet', async () => {
  const one = await patient({ oddities: { missingColumns: ['mobile', 'weixinAcc'] } });
  const { check } = await examine(one);
  expect(check('list').state).toBe('ok');
  expect(check('list').said.zh).toMatch(/没有 .*手机号/);
  expect(check('list').said.zh).toMatch(/没有 .*微信号/);
  expect(check('list').said.zh).toMatch(/尚未与详情核对一致：.*公司名/);
});

test('a category that the ERP does not have is red, and so is a rule set that does not compile', async () => {
  const one = await patient({}, { BANGQIAO_DEFAULTS_CATEGORY: '没有这个分类' });
  const { check } = await examine(one);
  expect(check('options')).toMatchObject({ state: 'bad' });
  expect(check('options').said.zh).toContain('“没有这个分类”');
  const store = await openTestStore({
    file: one.env.BANGQIAO_DATABASE_FILE,
    databaseUrl: one.env.DATABASE_URL,
  });
  await store.db
    .updateTable('erp_sync_rules')
    .set({ rule_conditions: 'phon != ""' })
    .where('rule_name', '=', 'low_intent')
    .execute();
  const broken = await examine(one);
  expect(broken.check('rules')).toMatchObject({ state: 'bad' });
  expect(broken.check('rules').said.zh).toContain('low_intent');
});

test('an ERP that gives out no category tree is no fault once its customers show a category', async () => {
  const one = await patient({ oddities: { missingHandlers: ['telsort_list'] } });
  expect((await examine(one)).check('options')).toMatchObject({ state: 'bad' });
  const store = await openTestStore({
    file: one.env.BANGQIAO_DATABASE_FILE,
    databaseUrl: one.env.DATABASE_URL,
  });
  const { ord } = one.sim.customers().find(({ place, fields }) => place === 'plain' && fields.sort1)!;
  const at = '2026-03-01T02:00:00.000Z';
  const times = { first_seen_at: at, changed_at: at };
  await store.db
    .insertInto('erp_mirror')
    .values({ ord, customer_id: 1, record: '{}', ...times })
    .execute();
  const { state, said } = (await examine(one)).check('options');
  expect(state).toBe('ok');
  expect(said.zh).toContain(`分类“${one.sim.customer(ord)?.fields.sort1}”（ERP 没有给出分类树`);
});

test('a tenant with the source 微信咨询 gets it', async () => {
  const one = await patient({ oddities: { wechatSource: true } });
  expect((await examine(one)).check('options').said.zh).toContain('来源“微信咨询”');
});

test('sellers of an ERP that gives out no list of its users are taken as they are configured', async () => {
  const oddities = { missingHandlers: ['gate_list', 'orgs/user/list'] };
  const one = await patient({ oddities }, { BANGQIAO_ASSIGN_ENABLED: 'on', BANGQIAO_ASSIGN_SELLERS: '63' });
  expect((await examine(one)).check('sellers')).toMatchObject({ state: 'ok' });
});

test('a server whose clock is off is told by how much', async () => {
  const one = await patient();
  const server = createServer((_request, response) => {
    response.sendDate = false;
    response.setHeader('date', new Date(Date.now() - 3_600_000).toUTCString());
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { check } = await examine(one, { env: { BANGQIAO_BASE_URL: url } });
  expect(check('reachable').state).toBe('ok');
  expect(check('clock').state).toBe('bad');
  expect(check('clock').said.zh).toMatch(/慢了 3(59\d|60\d) 秒/);
});
