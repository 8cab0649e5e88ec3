import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { findEntry } from '@bangqiao/zhibang';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { audited } from '../src/cli/audited.ts';
import { thisPerson } from '../src/cli/person.ts';
import { Session } from '../src/cli/session.ts';
import { loadConfig } from '../src/config/index.ts';
import { typed } from './support/typed.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/bangqiao.mjs', import.meta.url));
const PEOPLE = fileURLToPath(new URL('../../../examples/people.csv', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangqiao-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** One command line in `folder`, without a terminal. */
const bangqiao = (...argv: string[]) => typed(argv, { cwd: folder, env: {} });

function onlyDocument(out: string) {
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out);
}

describe('a command line', () => {
  test('that is not understood exits with 2 and names the verb or option that was meant', async () => {
    const verb = await bangqiao('imprt', 'x.csv');
    expect(verb).toMatchObject({ exitCode: 2, out: '' });
    expect(verb.err).toContain('import');
    const option = await bangqiao('import', 'x.csv', '--jsn');
    expect(option.exitCode).toBe(2);
    expect(option.err).toContain('--json');
    expect((await bangqiao('import')).exitCode).toBe(2);
    expect((await bangqiao()).exitCode).toBe(2);
  });

  test('speaks Chinese unless it is told otherwise', async () => {
    expect((await bangqiao('nothing')).err).toContain('没有');
    expect((await bangqiao('nothing', '--lang', 'en')).err).toContain('unknown command');
    expect((await bangqiao('--help')).out).toContain('导入');
    expect((await bangqiao('import', '--help', '--lang=en')).out).toContain('bring customers in');
  });

  test('of every verb in the help is understood by itself as it is among all', async () => {
    const help = await bangqiao('--help', '--lang', 'en');
    const [, list = ''] = help.out.split('Commands:');
    const verbs = [...list.matchAll(/^ {2}([a-z-]+) /gm)].map(([, verb]) => verb!);
    expect(verbs.length).toBeGreaterThan(30);
    for (const verb of verbs.filter((each) => each !== 'help'))
      expect((await bangqiao(verb, '--help')).out, verb).toMatch(new RegExp(`bangqiao ${verb}\\b`));
  });

  test('that fails gives exactly one JSON document with --json, and the words on standard error', async () => {
    const { exitCode, out, err } = await bangqiao('import', 'nowhere.csv', '--json', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(onlyDocument(out)).toMatchObject({ exitCode: 2, error: { code: 'no_import_file' } });
    expect(err).toContain('There is no such file');
  });

  test('of an option tells its words and what holds without it in the language of the help', async () => {
    const help = async (...words: string[]) => (await bangqiao(...words, '--help')).out.replace(/\s+/g, '');
    expect(await help('journal', 'list')).toContain('只看这种状态（可选：planned、');
    expect(await help('catalogue', 'markdown')).toContain('写到哪个目录（默认docs/zhibang）');
    expect(await help('journal', 'list', '--lang', 'en')).toContain('onlyinthisstate(choices:"planned",');
  });

  test('that names a choice which is none is told those there are, and whose help to read', async () => {
    for (const verb of ['journal', 'followups']) {
      const { exitCode, err } = await bangqiao(verb, 'list', '--state', 'offen');
      expect([verb, exitCode]).toEqual([verb, 2]);
      expect(err).toMatch(/只能是 .*waiting, parked/);
      expect(err).toContain(`bangqiao ${verb} list --help`);
    }
    expect((await bangqiao('journal')).err).toContain('bangqiao journal --help');
    expect((await bangqiao('jornal')).err).toContain('bangqiao --help');
  });

  test('with a wrong configuration tells every fault at once and exits with 2', async () => {
    writeFileSync(join(folder, 'config.yaml'), 'erp_integration:\n  erp_pull: {interval: x}\n  retrry: {}\n');
    const { exitCode, err, out } = await bangqiao('import', PEOPLE, '--json', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(err).toContain('erp_pull.interval:');
    expect(err).toContain('did you mean retry?');
    expect(onlyDocument(out).error.faults).toHaveLength(2);
    expect(existsSync(join(folder, 'storage'))).toBe(false);
  });
});

test('a service whose configuration is spoilt while it runs tells so and stays with what it had', () => {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, 'erp_integration:\n  http: {port: 9001}\n');
  const err: string[] = [];
  const stderr = { write: (text: string) => err.push(text) };
  const io = { stdout: { write() {} }, stderr, stdin: process.stdin, env: {}, cwd: folder };
  const session = new Session(io, 'en', {});
  const former = session.config();
  writeFileSync(file, 'erp_integration:\n  http: {port: 99999}\n');
  expect(session.configOr(former)).toBe(former);
  expect(err.join('')).toContain('http.port');
  writeFileSync(file, 'erp_integration:\n  http: {port: 9002}\n');
  expect(session.configOr(former).http.port).toBe(9002);
});

describe('what was typed', () => {
  /** Of the database of this folder: action and how it ended. */
  function audit(): string[] {
    const db = new DatabaseSync(join(folder, 'storage', 'customer_manager.db'));
    const rows = db.prepare('select action, outcome, code from audit order by id').all();
    db.close();
    return rows.map(({ action, outcome, code }) =>
      [action, outcome, code].filter((one) => one !== null).join(' '),
    );
  }

  test('and changes something stands in the audit, whatever came of it, without a phone', async () => {
    writeFileSync(join(folder, 'pw'), 'four-unrelated-words\n');
    writeFileSync(join(folder, 'people.csv'), '微信号,手机号\nwx_1,13800000001\nwx_2,1380\n');
    const erp = [
      '--base-url',
      'http://127.0.0.1:1',
      '--username',
      'u',
      '--password-file',
      'pw',
      '--config',
      'other.yaml',
    ];
    for (const words of [
      ['import', 'people.csv'],
      ['people', 'apart', '13800000001', '#2'],
      ['people', 'merge', '13800000001', '#9'],
      ['people', 'unmerge', '#9'],
      ['followups', 'there', '9'],
      ['license', 'add', '13800000001', 'nothing.png'],
      ['import-chats', 'nothing.csv'],
      ['events', 'retry'],
      ['doctor', '--login-again'],
      ['doctor'],
      ['people', 'list'],
      ['init', ...erp],
    ])
      await bangqiao(...words);
    expect(audit()).toEqual([
      'import done exit 1',
      'people apart refused nobody',
      'people merge refused nobody',
      'people unmerge refused not_merged',
      'followups there refused no_follow_up',
      'license add refused no_import_file',
      'import-chats refused no_import_file',
      'events retry done',
      'doctor done',
      'init done',
    ]);
    const db = new DatabaseSync(join(folder, 'storage', 'customer_manager.db'));
    const kept = JSON.stringify(db.prepare('select * from audit').all());
    db.close();
    expect(kept).toContain('138****0001');
    expect(kept).not.toContain('13800000001');
  });

  test('by an account without a name, as in a container, is told by its number', () => {
    const nameless = () => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };
    expect(thisPerson(nameless).by).toBe(`uid ${process.getuid?.()} (cli)`);
    expect(thisPerson(() => ({ username: 'li' })).by).toBe('li (cli)');
  });

  test('and broke down on the way is told as failed, not as refused', async () => {
    await bangqiao('events', 'retry');
    const io = { stdout: { write() {} }, stderr: { write() {} }, stdin: process.stdin, env: {}, cwd: folder };
    const typed = { verb: 'sync', args: [], options: {} };
    const broken = audited(new Session(io, 'en', {}), typed, () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(audit()).toEqual(['events retry done', 'sync failed unexpected']);
  });

  test('as a user or a token that the API would not take is refused with its place, and nothing is kept', async () => {
    writeFileSync(join(folder, 'pw'), 'four-unrelated-words\n');
    writeFileSync(join(folder, 'long'), `${'four-unrelated-words '.repeat(11)}\n`);
    const add = (name: string, password: string, ...more: string[]) =>
      bangqiao('user', 'add', name, '--role', 'seller', '--password-file', password, '--lang', 'en', ...more);
    const [longName, longPassword, half] = [
      await add('x'.repeat(61), 'pw'),
      await add('li', 'long'),
      await add('li', 'pw', '--erp-name', '李示例'),
    ];
    expect(longName).toMatchObject({ exitCode: 2, err: expect.stringContaining('name: Too big') });
    expect(longPassword).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('--password-file: Too big'),
    });
    expect(half).toMatchObject({ exitCode: 2, err: expect.stringContaining('--erp-user: ') });
    expect(JSON.parse((await bangqiao('user', 'list', '--json')).out)).toEqual({ users: [] });
    expect((await add('li', 'pw', '--erp-user', '7')).exitCode).toBe(0);
    const change = await bangqiao('user', 'password', 'li', '--password-file', 'long');
    expect(change).toMatchObject({ exitCode: 2, err: expect.stringContaining('--password-file：太长') });
    for (const days of ['7d', '0', '-1', '1.5', '3651', '']) {
      const made = await bangqiao(
        'token',
        'add',
        't',
        '--user',
        'li',
        '--scopes',
        'customers.read',
        `--days=${days}`,
      );
      expect([days, made.exitCode, made.out]).toEqual([days, 2, '']);
      expect(made.err).toContain('--days');
    }
    expect(JSON.parse((await bangqiao('token', 'list', '--json')).out)).toEqual({ tokens: [] });
  });
});

describe('import', () => {
  test('prints its figures, and a second time says that nothing changed', async () => {
    const first = await bangqiao('import', PEOPLE);
    expect(first).toMatchObject({ exitCode: 0, out: '读取 25 行：新建 25，更新 0，未变 0，有问题 0\n' });
    const second = await bangqiao('import', PEOPLE, '--json');
    expect(second.exitCode).toBe(0);
    expect(onlyDocument(second.out)).toMatchObject({ read: 25, created: 0, unchanged: 25, bad: [] });
    expect(second.err).toBe('');
    expect(existsSync(join(folder, 'storage', 'customer_manager.db'))).toBe(true);
  });

  test('exits with 1 and names line and reason when a row is bad', async () => {
    writeFileSync(join(folder, 'x.csv'), '微信号,手机\nwx_a,12345\nwx_b,13800000001\n');
    const { exitCode, out } = await bangqiao('import', 'x.csv', '--lang', 'en');
    expect(exitCode).toBe(1);
    expect(out).toContain('1 created');
    expect(out).toMatch(/line 2: 手机 “12345”: not a mainland mobile/);
  });
});

describe('init', () => {
  const flags = ['--base-url', 'http://erp.example.com/', '--username', 'bangqiao', '--password-file', 'pw'];
  beforeEach(() => writeFileSync(join(folder, 'pw'), '0123 secret\n'));

  test('writes a configuration that loads, with the password in a file of its owner’s alone', async () => {
    const { exitCode, out, err } = await bangqiao('init', ...flags);
    expect(exitCode).toBe(0);
    expect(out + err + readFileSync(join(folder, 'config.yaml'), 'utf8')).not.toContain('0123 secret');
    expect(statSync(join(folder, 'storage', 'erp_password')).mode & 0o777).toBe(0o600);
    const loaded = loadConfig({ env: {}, cwd: folder });
    expect(loaded.ok && loaded.config.erp).toEqual({
      base_url: 'http://erp.example.com',
      username: 'bangqiao',
      password: '0123 secret',
      auto_login: true,
    });
  });

  test('overwrites nothing unless told to', async () => {
    writeFileSync(join(folder, 'config.yaml'), '# mine\n');
    expect((await bangqiao('init', ...flags)).exitCode).toBe(2);
    expect(readFileSync(join(folder, 'config.yaml'), 'utf8')).toBe('# mine\n');
    expect((await bangqiao('init', ...flags, '--yes')).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'config.yaml'), 'utf8')).toContain('erp.example.com');
  });

  test('told to, changes the ERP alone in a file that holds more, and keeps one that it cannot change', async () => {
    const file = join(folder, 'config.yaml');
    const words = '很长的一句话 '.repeat(30).trim();
    const text = `wechat:\n  poll: 3 # kept\n  words: ${words}\nerp_integration:\n  base_url: http://old.example.com\n  http: {port: 9001}\n`;
    writeFileSync(file, text);
    expect(await bangqiao('init', ...flags, '--yes')).toMatchObject({ exitCode: 0, err: '' });
    const now = readFileSync(file, 'utf8');
    for (const line of ['  poll: 3 # kept', `  words: ${words}`]) expect(now).toContain(line);
    const loaded = loadConfig({ env: {}, cwd: folder });
    expect(loaded).toMatchObject({
      ok: true,
      config: { erp: { base_url: 'http://erp.example.com' }, http: { port: 9001 } },
    });
    writeFileSync(file, 'erp_integration: [\n');
    expect(await bangqiao('init', ...flags, '--yes')).toMatchObject({
      exitCode: 0,
      err: expect.stringContaining('config.yaml.old'),
    });
    expect(readFileSync(`${file}.old`, 'utf8')).toBe('erp_integration: [\n');
    expect(loadConfig({ env: {}, cwd: folder })).toMatchObject({ ok: true });
  });

  test('leaves a file that it cannot change as it is where the password cannot be kept, and overwrites no former one', async () => {
    const file = join(folder, 'config.yaml');
    writeFileSync(file, 'erp_integration: [ # second\n');
    writeFileSync(`${file}.old`, '# first\n');
    writeFileSync(join(folder, 'storage'), 'no folder');
    expect((await bangqiao('init', ...flags, '--yes')).exitCode).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('erp_integration: [ # second\n');
    rmSync(join(folder, 'storage'));
    const { exitCode, err } = await bangqiao('init', ...flags, '--yes');
    expect([exitCode, err]).toEqual([0, expect.stringContaining('config.yaml.old-')]);
    expect(readFileSync(`${file}.old`, 'utf8')).toBe('# first\n');
    expect(readFileSync(`${file}.old-2`, 'utf8')).toBe('erp_integration: [ # second\n');
  });

  test('without a terminal and without all flags says which are needed', async () => {
    const { exitCode, err } = await bangqiao('init', '--yes', '--username', 'x');
    expect(exitCode).toBe(2);
    expect(err).toContain('--base-url');
    expect(existsSync(join(folder, 'config.yaml'))).toBe(false);
  });

  test('takes no address that is none', async () => {
    const wrong = ['init', '--base-url', 'erp.example.com', '--username', 'x', '--password-file', 'pw'];
    expect((await bangqiao(...wrong)).exitCode).toBe(2);
  });
});

describe('migrate', () => {
  function pythonFile(file: string): void {
    const database = new DatabaseSync(file);
    database.exec(`create table customers_unified (id integer primary key, wechat_id text, phone text, company_name text);
      insert into customers_unified values (4, 'wx_a', '+86 138-0000-0001', ''), (9, '', '13800000002', '星河测试科技有限公司')`);
    database.close();
  }
  async function customers(): Promise<unknown[]> {
    const database = new DatabaseSync(join(folder, 'storage', 'customer_manager.db'), { readOnly: true });
    const rows = database.prepare('select id, wechat_id, phone from customers_unified order by id').all();
    database.close();
    return rows.map((row) => ({ ...row }));
  }
  const TAKEN = [
    { id: 4, wechat_id: 'wx_a', phone: '13800000001' },
    { id: 9, wechat_id: null, phone: '13800000002' },
  ];

  test('brings a database up to date', async () => {
    expect(onlyDocument((await bangqiao('migrate', '--json')).out)).toEqual({ migrated: true });
  });

  test('takes the Python system’s file over by copy and reports what it mended', async () => {
    pythonFile(join(folder, 'old.db'));
    const before = readFileSync(join(folder, 'old.db'));
    const { exitCode, out } = await bangqiao('migrate', '--from-python', 'old.db', '--json');
    expect(exitCode).toBe(0);
    expect(onlyDocument(out)).toMatchObject({ customers: 2, backup: null });
    expect(await customers()).toEqual(TAKEN);
    expect(readFileSync(join(folder, 'old.db'))).toEqual(before);
  });

  test('of the file at our own place keeps the old one under another name', async () => {
    const place = join(folder, 'storage', 'customer_manager.db');
    mkdirSync(join(folder, 'storage'));
    pythonFile(place);
    expect((await bangqiao('import', PEOPLE)).exitCode).toBe(2);
    const before = readFileSync(place);
    const backup = join(folder, 'storage', 'customer_manager.python-backup.db');
    writeFileSync(backup, '');
    const refused = await bangqiao('migrate', '--from-python', place, '--json');
    expect(onlyDocument(refused.out)).toMatchObject({ error: { code: 'python_backup_exists' } });
    rmSync(backup);
    const { exitCode, out } = await bangqiao('migrate', '--from-python', place);
    expect(exitCode).toBe(0);
    expect(out).toContain(backup);
    expect(readFileSync(backup)).toEqual(before);
    expect(await customers()).toEqual(TAKEN);
    expect((await bangqiao('import', PEOPLE)).exitCode).toBe(0);
  });

  test('names a file that is not there, and changes nothing', async () => {
    const { exitCode, err } = await bangqiao('migrate', '--from-python', 'none.db');
    expect(exitCode).toBe(2);
    expect(err).toContain('none.db');
  });
});

describe('sim', () => {
  test('runs until it is stopped, with the oddities and faults that were asked for', async () => {
    const args = ['sim', '--json', '--port', '0', '--customers', '30'];
    const wishes = [
      '--oddity',
      'rowsAsObjects',
      '--oddity',
      'missingColumns=mobile,email',
      '--fault',
      'error500=0.5',
    ];
    const child = spawn(process.execPath, [LAUNCHER, ...args, ...wishes], { cwd: folder });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const { baseUrl } = JSON.parse(String(line));
    const state = (await (await fetch(`${baseUrl}/__sim/state`)).json()) as {
      oddities: { missingColumns: string[]; rowsAsObjects: unknown };
      faults: { error500: number };
    };
    expect(state.oddities.missingColumns).toEqual(['mobile', 'email']);
    expect(state.oddities.rowsAsObjects).toBeTruthy();
    expect(state.faults.error500).toBe(0.5);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('with --wecom a stand-in WeCom runs beside it and says how to reach it', async () => {
    const args = ['sim', '--json', '--port', '0', '--customers', '3', '--wecom', '--wecom-port', '0'];
    const callback = ['--wecom-callback', 'http://127.0.0.1:9/ingest/wecom'];
    const child = spawn(process.execPath, [LAUNCHER, ...args, ...callback], { cwd: folder });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const { wecom } = JSON.parse(String(line));
    expect(wecom.callbackUrl).toBe('http://127.0.0.1:9/ingest/wecom');
    expect(wecom.encodingAesKey).toMatch(/^[A-Za-z0-9]{43}$/);
    const query = new URLSearchParams({ corpid: wecom.corpId, corpsecret: wecom.secret });
    const answer = await fetch(`${wecom.baseUrl}/cgi-bin/gettoken?${query}`);
    expect(await answer.json()).toMatchObject({ errcode: 0 });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('refuses an oddity or fault that there is not, and lists those that there are', async () => {
    const oddity = await bangqiao('sim', '--port', '0', '--oddity', 'purple');
    expect(oddity.exitCode).toBe(2);
    expect(oddity.err).toContain('rowsAsObjects');
    const fault = await bangqiao('sim', '--port', '0', '--fault', 'error500=often');
    expect(fault.exitCode).toBe(2);
    expect((await bangqiao('sim', '--port', 'many')).exitCode).toBe(2);
  });
});

describe('catalogue', () => {
  test('lists every entry as one document, and shows one by number or name', async () => {
    const { entries, documented } = onlyDocument((await bangqiao('catalogue', 'list', '--json')).out);
    expect(entries).toHaveLength(219);
    const keys = ['id', 'name', 'category', 'style', 'path', 'operation', 'request'];
    for (const entry of entries) expect(Object.keys(entry)).toEqual(expect.arrayContaining(keys));
    expect(documented).toEqual({ full: 139, sibling: 7, partial: 8, name: 63 });
    expect((await bangqiao('catalogue', 'list')).out).toContain('139 字段齐全');
    const shown = onlyDocument((await bangqiao('catalogue', 'show', 'customer.list', '--json')).out);
    expect(shown).toMatchObject({ id: 19, name: '获取客户列表', operation: 'list' });
    expect((await bangqiao('catalogue', 'search', '客户来源')).out).toContain('customer.saveCompany');
    const words = await bangqiao('catalogue', 'search', '合同', '审批');
    expect(words.out).toEqual((await bangqiao('catalogue', 'search', '合同 审批')).out);
    expect([words.exitCode, words.out]).toEqual([0, expect.stringContaining('审批')]);
    expect((await bangqiao('catalogue', 'search', '没有这个词')).out).toContain('没有这样的接口');
    expect((await bangqiao('catalogue', 'show', '134', '--lang', 'en')).out).toContain(
      'Request: not published',
    );
  });

  test('prints the types of all calls', async () => {
    const { out } = await bangqiao('catalogue', 'typescript');
    expect(out).toContain("'customer.list': {");
    expect(out.match(/^export interface /gm)).toHaveLength(2);
  });

  test('prints the OpenAPI document as JSON or as YAML, in the reader’s language', async () => {
    const json = onlyDocument((await bangqiao('catalogue', 'openapi', '--json', '--lang', 'en')).out);
    expect(json).toMatchObject({ openapi: '3.1.0', info: { title: expect.stringContaining('Zhibang') } });
    const yaml = await bangqiao('catalogue', 'openapi', '--yaml');
    expect(parse(yaml.out)).toMatchObject({ openapi: '3.1.0', info: { title: '智邦国际 ERP 开放接口' } });
    expect(Object.keys(parse(yaml.out).paths)).toEqual(Object.keys(json.paths));
  });

  test('the OpenAPI document and the types are of the tenant’s own catalogue where there is one', async () => {
    mkdirSync(join(folder, 'storage'));
    const own = {
      ...findEntry('customer.list'),
      id: 9001,
      call: 'own.list',
      path: '/webapi/v3/ov1/own/list',
    };
    writeFileSync(join(folder, 'storage/catalogue.json'), JSON.stringify({ entries: [own] }));
    const { paths } = onlyDocument((await bangqiao('catalogue', 'openapi', '--json')).out);
    expect(Object.keys(paths)).toEqual(['/webapi/v3/ov1/own/list']);
    const { out } = await bangqiao('catalogue', 'typescript');
    expect(out).toContain("'own.list': {");
    expect(out).not.toContain("'customer.list'");
    expect((await bangqiao('catalogue', 'markdown', '--out', 'pages')).err).toContain('来自内置目录');
  });

  test('says what to do where there is no such entry', async () => {
    const unknown = await bangqiao('catalogue', 'show', 'nothing');
    expect(unknown).toMatchObject({ exitCode: 2, out: '' });
    expect(unknown.err).toContain('catalogue search');
  });
});
