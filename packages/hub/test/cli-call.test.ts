import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AnyRow, catalogue, exampleRequest, findEntry, type TypedPage } from '@bangqiao/zhibang';
import { createSim } from '@bangqiao/zhibang-sim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AllRows } from '../src/cli/all-rows.ts';
import { main } from '../src/cli/main.ts';

const sim = createSim({ customers: 60, seed: 5 });
const folder = mkdtempSync(join(tmpdir(), 'bangqiao-call-'));

beforeAll(async () => {
  const url = await sim.listen();
  writeFileSync(join(folder, 'pw'), 'demo-pass\n');
  await run('init', '--base-url', url, '--username', 'demo', '--password-file', 'pw');
});
afterAll(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await main(argv, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    stdin: { isTTY: false } as NodeJS.ReadStream,
    env: {},
    cwd: folder,
  });
  return { exitCode, out: out.join(''), err: err.join('') };
}

const call = (...argv: string[]) => run('call', ...argv);
const documentOf = ({ out }: { out: string }) => JSON.parse(out);

describe('reading', () => {
  test('a list comes as a table, and as one JSON document with --json', async () => {
    const { out, exitCode } = await call('customer.list', 'pagesize=5', 'pageindex=1');
    expect(exitCode).toBe(0);
    expect(out).toContain('5 行');
    const found = documentOf(await call('19', 'pagesize=5', '--json'));
    expect(found.rows).toHaveLength(5);
    expect(found.rows[0].name).not.toBe('');
  });

  test('--all reads every page and says whether all was seen', async () => {
    const all = documentOf(await call('customer.list', '--all', '--json'));
    expect(all).toMatchObject({ complete: true, reason: null });
    expect(all.rows).toHaveLength(sim.customers().filter(({ place }) => place === 'plain').length);
    const cut = await call('warehouse.list', '--all', '--lang', 'en');
    expect(cut.err).toContain('It may not be all: the list has no pages');
  });

  describe('a page that comes again replaces itself, and', () => {
    const page = (pass: number, index: number, names: string, recordCount: number | null = null) => ({
      ...{ pass, index, columns: ['name'], captions: ['name'], unusable: 0, digest: null, cursor: null },
      ...{ recordCount, pageCount: null },
      rows: [...names].map((name) => ({ ord: name.charCodeAt(0), values: [name] })),
      records: [...names].map((name) => ({ name })),
    });
    const gathered = (complete: boolean, ...pages: TypedPage<AnyRow>[]) => {
      const all = new AllRows();
      for (const one of pages) all.take(one);
      return all
        .rows(complete)
        .map(({ name }) => name)
        .join('');
    };

    test('rows that are alike on two pages are two, complete or not', () => {
      const pages = [page(1, 1, 'xa'), page(2, 1, 'ab'), page(2, 2, 'ca'), page(2, 2, 'da'), page(2, 3, 'd')];
      expect([gathered(true, ...pages), gathered(false, ...pages)]).toEqual(['abda', 'xcabda']);
    });

    test('a counted page of nothing but rows seen before is a page', () => {
      const pages = [page(1, 1, 'ab', 3), page(1, 2, 'a', 3)];
      expect([gathered(true, ...pages), gathered(false, ...pages)]).toEqual(['aba', 'aba']);
    });
  });

  test('a record and a tree come as text for people', async () => {
    expect((await call('customer.get', 'ord=1001')).out).toContain('客户名称');
    expect((await call('loan.people')).out).toMatch(/^ +\d+ {2}\S/m);
  });
});

describe('the session', () => {
  test('that earlier commands began is ended by a logout of its own process', async () => {
    const file = () => JSON.stringify(JSON.parse(readFileSync(join(folder, 'storage', 'session'), 'utf8')));
    await call('customer.list', 'pagesize=1');
    const { login, logout = 0 } = sim.stats.calls;
    expect(file()).toMatch(/"token":"\w/);
    expect((await call('12', '--json')).exitCode).toBe(0);
    expect(file()).toContain('"token":null');
    expect(sim.stats.calls).toMatchObject({ login, logout: logout + 1 });
  });
});

describe('writing', () => {
  const person = ['customer.savePerson', 'ord=1002', 'name=测试改名', 'sort1=3,7'];

  test('without a terminal nothing is sent before --yes, and the words say what would be written', async () => {
    const before = sim.customer(1002)?.fields.name;
    const { exitCode, err } = await call(...person);
    expect(exitCode).toBe(3);
    expect(err).toContain('将写入 ERP：添加或修改个人客户（customer.savePerson）。ERP 没有撤销。');
    expect(err).toContain('客户名称 name = 测试改名');
    expect(sim.customer(1002)?.fields.name).toBe(before);
  });

  test('with --yes it is written', async () => {
    const { exitCode, out } = await call(...person, '--yes', '--json');
    expect([exitCode, documentOf({ out }).message]).toEqual([0, '保存成功']);
    expect(sim.customer(1002)?.fields.name).toBe('测试改名');
  });

  test('records inside are given as JSON', async () => {
    const line = '[{"Priority":1,"ReProductID":1001,"unit":1,"Dosage":1,"ReplacementRatio":1}]';
    const { exitCode } = await call(
      'substitution.add',
      'ProductID=1001',
      'unit=1',
      `childtd=${line}`,
      '--yes',
    );
    expect(exitCode).toBe(0);
    const broken = await call('substitution.add', 'ProductID=1001', 'unit=1', 'childtd=[{', '--yes');
    expect(broken.exitCode).toBe(2);
    expect(broken.err).toContain('物料替代明细（childtd）应为列表');
  });
});

describe('a password or a bank account', () => {
  const SECRETS = ['Pw=Secret-2026 =x', 'ConfirmPassword=Secret-2026 =x'];
  const { Pw: _one, ConfirmPassword: _same, ...more } = exampleRequest(findEntry('user.add')!);
  const user = Object.entries(more).map(([id, value]) => `${id}=${value}`);

  /** All that a call leaves behind: what is shown, the log, and every table that could hold it. */
  function left(...shown: object[]): string {
    const db = new DatabaseSync(join(folder, 'storage', 'customer_manager.db'));
    const tables = ['audit', 'erp_api_logs', 'erp_sync_logs'].map((table) =>
      db.prepare(`select * from ${table}`).all(),
    );
    db.close();
    return JSON.stringify([shown, tables]);
  }

  test('that is typed is sent, and stands in no audit, no log of calls and on no screen', async () => {
    const asked = await call('user.add', ...user, ...SECRETS);
    const shown = await call('user.add', ...user, ...SECRETS, '--dry-run');
    const done = await call('user.add', ...user, ...SECRETS, '--yes');
    const refused = await call('user.add', ...SECRETS, 'Pw', 'Secret-2026', '--yes');
    const wrong = await call('user.add', ...SECRETS, '密码=Secret-2026', 'x={"Pw":"Secret 2"}');
    const login = await call('session.login', 'user=demo', 'password=txt:Secret-2026');
    const bank = await call('customer.saveCompany', 'name=甲', 'bank_3=6222000000000000', '--dry-run');
    expect([asked, shown, done, refused, wrong, login].map(({ exitCode }) => exitCode)).toEqual([
      3, 0, 0, 2, 2, 2,
    ]);
    expect(asked.err).toContain('密码 Pw = ***');
    expect(left(asked, shown, done, refused, wrong, login, bank)).not.toMatch(/Secret|62220/);
    expect(left()).toContain('Pw=*** ConfirmPassword=***');
  });

  test.each([
    [['Pw=', 'Secret-2026'], 2],
    [['Pw', '=', 'Secret-2026'], 1],
    [['Pw', '=Secret-2026'], 1],
    [['Pw=Good', 'Secret-2026'], 2],
    [['Pw：', 'Secret-2026'], 1],
    [['Pw＝Secret-2026'], 1],
  ])('beside which a blank or a wrong sign was typed, %j, stands nowhere either', async (typed, wrongAt) => {
    const refused = await call('user.add', ...typed, 'name=Who', '--json');
    expect(refused.exitCode).toBe(2);
    expect(left(refused)).not.toMatch(/Secret|Good/);
    expect(refused.err).toContain(`第 ${wrongAt} 个值 `);
    expect(left()).toMatch(/user\.add Pw[^"]* name=Who/);
    await call('user.add', 'Pw=', 'Secret=2026');
    expect(left()).not.toContain('Secret');
  });

  test('is looked for in calls only: a customer may be called so', async () => {
    await run('restore', '上海密码科技', 'phone', '--from', '2');
    expect(left()).toContain('上海密码科技 phone');
  });

  test('phones stand in no audit as they are: as a number in JSON, or typed as several words', async () => {
    await call('customer.savePerson', 'persons=[{"mobile":13800000001}]');
    await run('sync', '138', '0000', '0001');
    expect(left()).not.toMatch(/13800000001|138 0000 0001/);
    expect(left()).toContain('138****0001');
    expect(left()).toContain('\\"mobile\\":138****0001');
  });
});

describe('before anything is sent', () => {
  test('--dry-run shows address, headers and body, and no token', async () => {
    const calls = { ...sim.stats.calls };
    const { out, exitCode } = await call('department.add', 'name=销售部', 'pid=1', '--dry-run', '--json');
    expect(exitCode).toBe(0);
    expect(documentOf({ out })).toMatchObject({
      method: 'POST',
      path: '/webapi/v3/orgs/dept/add',
      headers: { 'ZBAPI-Token': '***' },
      body: { name: '销售部', pid: 1 },
      writes: true,
    });
    expect((await call('customer.list', '--dry-run')).out).toMatch(/^POST http:.*custom\/list\n/);
    expect(sim.stats.calls).toEqual(calls);
  });

  test('every fault is told at once, with exit code 2', async () => {
    const { exitCode, out, err } = await call(
      'department.add',
      'nmae=x',
      'pid=oben',
      '--json',
      '--lang',
      'en',
    );
    expect(exitCode).toBe(2);
    expect(documentOf({ out }).error.faults.map(({ field }: { field: string }) => field)).toEqual([
      'nmae',
      'name',
      'pid',
    ]);
    expect(err).toContain('there is no field nmae; did you mean Department name (name)?');
    expect((await call('departmnt.add')).err).toContain('是不是 department.add');
    expect((await call('department.add', 'name')).exitCode).toBe(2);
    expect((await call('department.get', 'ord=1001', '--all')).exitCode).toBe(2);
    const twice = await call('customer.list', 'name=甲', 'name=乙', '--dry-run');
    expect([twice.exitCode, twice.err]).toEqual([2, expect.stringContaining('name 写了两次')]);
  });

  test('a page of prose is told from an entry that there is not', async () => {
    for (const which of ['1', '概述', 'page.overview'])
      expect(await call(which)).toMatchObject({
        exitCode: 2,
        err: expect.stringContaining('1 概述 是一页说明，不是接口'),
      });
  });

  test('a login is the configured account’s: it needs no values, and none are passed over', async () => {
    const given = await call('11', 'user=x', 'password=y', '--json');
    expect(documentOf(given).error.faults.map(({ field }: { field: string }) => field)).toEqual([
      'user',
      'password',
    ]);
    const shown = documentOf(await call('session.login', '--dry-run', '--json'));
    expect(shown.body.datas[1]).toEqual({ id: 'password', val: '***' });
    expect((await call('session.login', '--json')).exitCode).toBe(0);
  });
});

describe("a tenant's own catalogue beside the configuration", () => {
  const file = join(folder, 'storage', 'catalogue.json');

  test('decides what a call may hold', async () => {
    const own = catalogue().map((entry) =>
      entry.call === 'department.list'
        ? { ...entry, request: [{ id: 'bmbh', type: 'string', label: '部门编号', required: true }] }
        : entry,
    );
    writeFileSync(file, JSON.stringify({ entries: own }));
    expect((await call('department.list')).err).toContain('部门编号（bmbh）必填');
    expect((await call('department.list', 'bmbh=1')).exitCode).toBe(0);
  });

  test('that cannot be read is said, not passed over', async () => {
    writeFileSync(file, '{"entr');
    expect(await call('department.list', '--lang', 'en')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('holds no catalogue'),
    });
    rmSync(file);
  });
});
