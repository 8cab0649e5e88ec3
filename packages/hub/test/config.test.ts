import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configurationMarkdown, describeFaults, type LoadedConfig, loadConfig } from '../src/config/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangqiao-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(yaml: string, env: Record<string, string> = {}): LoadedConfig {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, yaml);
  return loadConfig({ file, env });
}
function good(loaded: LoadedConfig) {
  if (!loaded.ok) throw new Error(describeFaults(loaded.faults, 'en'));
  return loaded;
}
function faultsOf(loaded: LoadedConfig) {
  if (loaded.ok) throw new Error('no fault was found');
  return loaded.faults;
}
const LOGIN = `  auth:
    username: bangqiao
    password: secret-of-test
`;

describe('without a file', () => {
  test('everything has its default, there is no ERP, and files lie in the current folder', () => {
    const { config } = good(loadConfig({ env: {}, cwd: folder }));
    expect(config.erp).toBeNull();
    expect(config.file).toBeNull();
    expect(config.fixed.size).toBe(0);
    expect(config.erp_pull).toEqual({ enabled: true, interval: 3600, batch_size: 500, incremental: true });
    expect(config.erp_push).toEqual({ enabled: true, interval: 1800, batch_size: 50, auto_sync: true });
    expect(config.sync.breaker).toEqual({ number: 100, share: 0.3, min_rows: 20 });
    expect(config.database.file).toBe(join(folder, 'storage/customer_manager.db'));
    expect(config.logging.file).toBe(join(folder, 'logs/erp_sync.log'));
  });

  test('a file that was asked for by name is a fault', () => {
    const [fault] = faultsOf(loadConfig({ file: join(folder, 'none.yaml'), env: {} }));
    expect(fault?.path).toBe(join(folder, 'none.yaml'));
    expect(fault?.hint.en).toContain('bangqiao init');
    writeFileSync(join(folder, 'file'), '');
    const [below] = faultsOf(loadConfig({ file: join(folder, 'file', 'none.yaml'), env: {} }));
    expect(below?.hint.en).toContain('bangqiao init');
  });

  test('what is there and cannot be read is a fault, whether it was named or not', () => {
    const [named] = faultsOf(loadConfig({ file: folder, env: {} }));
    expect(named).toMatchObject({ path: folder, problem: { en: expect.stringContaining('EISDIR') } });
    mkdirSync(join(folder, 'config.yaml'));
    expect(faultsOf(loadConfig({ env: {}, cwd: folder }))[0]?.path).toBe(join(folder, 'config.yaml'));
  });
});

describe('a file', () => {
  test('of the Python system is taken as it is, and what has no effect is said', () => {
    const loaded = good(
      load(`wechat:
  poll: 3
unified_sync:
  base_url: http://other.example.com
erp_integration:
  enabled: true
  base_url: http://erp.example.com/
${LOGIN}  rules:
    mandatory_sync: { enabled: true, conditions: [has_order] }
    high_quality_sync: { enabled: true, min_quality_score: 85, required_fields: [phone_verified] }
    medium_quality_sync: { combinations: [[phone, quote_request]] }
    low_quality_skip: { skip_conditions: [no_basic_info] }
  conflict_resolution:
    strategy: timestamp
`),
    );
    expect(loaded.config.erp).toEqual({
      base_url: 'http://erp.example.com',
      username: 'bangqiao',
      password: 'secret-of-test',
      auto_login: true,
    });
    expect(loaded.config.rules.high_quality_sync.min_quality_score).toBe(85);
    expect([...loaded.config.fixed]).toContain('rules.high_quality_sync.min_quality_score');
    expect([...loaded.config.fixed]).not.toContain('rules.high_quality_sync.min_intent_score');
    const notes = loaded.notes.join('\n');
    expect(notes).toMatch(/ignored sections.*wechat, unified_sync/);
    for (const key of ['conditions', 'required_fields', 'combinations', 'skip_conditions', 'strategy']) {
      expect(notes).toContain(`.${key}:`);
    }
  });

  test('with many faults tells all of them at once, each with its path and a hint in both languages', () => {
    const faults = faultsOf(
      load(
        `erp_integration:
  base_url: erp.example.com
  erp_pull:
    intervall: 60
    interval: soon
  erp_push: [1, 2]
  retry: { max_attempts: 0 }
  sync: { breaker: { share: 3 } }
  conflict_resolution: { strategy: always_win }
  limits: { timeout_ms: 5 }
`,
        { BANGQIAO_HTTP_PORT: '99999', BANGQIAO_ERP_PULL_INTERVALL: '5' },
      ),
    );
    const paths = faults.map((fault) => fault.path);
    expect(paths.sort()).toEqual([
      'BANGQIAO_ERP_PULL_INTERVALL',
      'BANGQIAO_HTTP_PORT',
      'auth.password',
      'auth.username',
      'base_url',
      'conflict_resolution.strategy',
      'erp_pull.interval',
      'erp_pull.intervall',
      'erp_push',
      'limits.timeout_ms',
      'retry.max_attempts',
      'sync.breaker.share',
    ]);
    for (const { problem, hint } of faults) {
      for (const words of [problem.zh, problem.en, hint.zh, hint.en]) expect(words.length).toBeGreaterThan(3);
    }
    const told = describeFaults(faults, 'en');
    expect(told).toContain('did you mean erp_pull.interval?');
    expect(told).toContain('at least 1000 milliseconds');
    expect(told).toContain('one of priority_based | timestamp | manual');
    expect(describeFaults(faults, 'zh')).toContain('是不是想写 erp_pull.interval？');
  });

  test('with an address but no login names both missing keys', () => {
    const faults = faultsOf(load('erp_integration:\n  base_url: http://erp.example.com\n'));
    expect(faults.map((fault) => fault.path)).toEqual(['auth.username', 'auth.password']);
    expect(faults[1]?.hint.zh).toContain('BANGQIAO_AUTH_PASSWORD');
  });

  test('with a login but no address names the address, in place of a demo on somebody’s data', () => {
    for (const address of ['', '  base_url: ""\n']) {
      const [fault, ...more] = faultsOf(load(`erp_integration:\n${address}${LOGIN}`));
      expect([fault?.path, more]).toEqual(['base_url', []]);
      expect(fault?.hint.zh).toContain('BANGQIAO_BASE_URL');
    }
    expect(good(load('erp_integration:\n  auth: {auto_login: false}\n')).config.erp).toBeNull();
  });

  test('may say yes, no, on and off, as the Python system’s reader understands it', () => {
    const yaml =
      'erp_integration:\n  enabled: Off\n  auth: {auto_login: yes}\n  erp_pull: {enabled: NO}\n  run_on_start: on\n';
    const { config } = good(load(yaml));
    expect([config.enabled, config.auth.auto_login, config.erp_pull.enabled, config.run_on_start]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    const [fault] = faultsOf(load('erp_integration:\n  enabled: maybe\n'));
    expect(fault?.path).toBe('enabled');
  });

  test('lacks nothing that stands there, however wrong it is, and tells what is missing beside another fault', () => {
    const login = (auth: string) =>
      faultsOf(load(`erp_integration:\n  base_url: http://erp.example.com\n  auth: ${auth}\n`))
        .map(({ path }) => path)
        .sort();
    expect(login('{ usrname: a, password: "file:nowhere" }')).toEqual(['auth.password', 'auth.usrname']);
    expect(login('bangqiao')).toEqual(['auth']);
    expect(login('{ username: [a] }')).toEqual(['auth.password', 'auth.username']);
    const yaml = 'erp_integration:\n  wecom: {token: t}\n  llm: {enabled: true}\n  http: {port: 99999}\n';
    expect(faultsOf(load(yaml)).map(({ path }) => path)).toEqual([
      'http.port',
      'wecom.corp_id',
      'wecom.encoding_aes_key',
      'llm.base_url',
      'llm.model',
    ]);
    const env = { BANGQIAO_BASE_URL: 'http://erp.example.com', BANGQIAO_AUTH_USERNAM: 'a' };
    expect(faultsOf(load('', env)).map(({ path }) => path)).toEqual([
      'BANGQIAO_AUTH_USERNAM',
      'auth.password',
    ]);
  });

  test('with a bad list tells each part that is bad, and what form is wanted', () => {
    const yaml =
      'erp_integration:\n  limits: {quiet_hours: ["12:00-13:30", noon, "25:00-26:00"]}\n  alerts: {email_to: [me, a@example.com]}\n';
    const faults = faultsOf(load(yaml));
    expect(faults.map(({ path, problem }) => [path, problem.en])).toEqual([
      ['limits.quiet_hours[1]', 'the value "noon" does not fit: its form is not right'],
      ['limits.quiet_hours[2]', 'the value "25:00-26:00" does not fit: its form is not right'],
      ['alerts.email_to[0]', 'the value "me" does not fit: an e-mail address is expected'],
    ]);
  });

  test('that is no YAML is one fault with its line', () => {
    const env = { BANGQIAO_BASE_URL: 'http://erp.example.com' };
    const faults = faultsOf(load('erp_integration:\n  enabled: true\n  auth: {username: [\n', env));
    expect(new Set(faults.map(({ path }) => path.replace(/\d+$/, 'n')))).toEqual(
      new Set([`${join(folder, 'config.yaml')}:n`]),
    );
  });

  test('with a key that nobody knows is taken, with a note', () => {
    const loaded = good(load('erp_integration:\n  colour_of_the_button: red\n'));
    expect(loaded.notes.join()).toContain('colour_of_the_button');
  });

  test('whose section is misspelt is a fault and not a run with defaults', () => {
    const [fault] = faultsOf(load('erp_integraton:\n  base_url: http://erp.example.com\n'));
    expect(fault?.hint.en).toContain('erp_integration');
  });

  test('keeps a password of digits as it is written', () => {
    const yaml =
      'erp_integration:\n  base_url: http://erp.example.com\n  auth: {username: 007, password: 012345}\n';
    expect(good(load(yaml)).config.erp).toMatchObject({ username: '007', password: '012345' });
  });
});

describe('secrets', () => {
  const yaml = (password: string) =>
    `erp_integration:\n  base_url: http://erp.example.com\n  auth: {username: a, password: "${password}"}\n`;

  test('may stand in a file beside the configuration, with or without a last line break', () => {
    writeFileSync(join(folder, 'pw'), 'from-a-file \r\n');
    expect(good(load(yaml('file:pw'))).config.erp?.password).toBe('from-a-file ');
  });

  test('may stand in a variable', () => {
    expect(good(load(yaml('env:MY_PW'), { MY_PW: 'from-env' })).config.erp?.password).toBe('from-env');
  });

  test('that cannot be found are faults which never show another value', () => {
    expect(faultsOf(load(yaml('file:nowhere')))[0]?.path).toBe('auth.password');
    expect(faultsOf(load(yaml('env:NOT_SET')))[0]?.problem.en).toContain('NOT_SET');
    const told = describeFaults(
      faultsOf(load('', { DATABASE_URL: 'mysql://u:hidden-pw@127.0.0.1/x' })),
      'en',
    );
    expect(told).toContain('postgres://');
    expect(told).not.toContain('hidden-pw');
  });
});

describe('the environment', () => {
  test('wins over the file and fixes its keys', () => {
    const { config } = good(
      load('erp_integration:\n  erp_pull: {interval: 600}\n  http: {port: 9000}\n', {
        BANGQIAO_ERP_PULL_INTERVAL: '900',
        BANGQIAO_RUN_ON_START: 'off',
        BANGQIAO_FOLLOWUP_SYNC_EXCLUDED_KEYWORDS: '在吗, 早',
        PORT: '9100',
        DATABASE_URL: 'postgres://127.0.0.1/hub',
      }),
    );
    expect(config.erp_pull.interval).toBe(900);
    expect(config.run_on_start).toBe(false);
    expect(config.followup_sync.excluded_keywords).toEqual(['在吗', '早']);
    expect(config.http.port).toBe(9100);
    expect(config.database.url).toBe('postgres://127.0.0.1/hub');
    expect([...config.fixed].sort()).toEqual([
      'database.url',
      'erp_pull.interval',
      'followup_sync.excluded_keywords',
      'http.port',
      'run_on_start',
    ]);
  });

  test('may not hold a setting that is none without a word, unless a secret lies in it', () => {
    const login = { BANGQIAO_AUTH_USERNAME: 'a', BANGQIAO_AUTH_PASSWORD: 'env:BANGQIAO_MY_OWN_PW' };
    const env = { ...login, BANGQIAO_MY_OWN_PW: 'pw', BANGQIAO_ERP_BASE_URL: 'http://erp.example.com' };
    const wrong = load('', env);
    expect(faultsOf(wrong).map(({ path }) => path)).toEqual(['base_url']);
    const told = [expect.stringMatching(/^BANGQIAO_ERP_BASE_URL: .*不认识/)];
    expect(wrong.notes.filter((note) => note.startsWith('BANGQIAO_'))).toEqual(told);
    const { notes } = good(load('', { ...env, BANGQIAO_BASE_URL: 'http://erp.example.com' }));
    expect(notes.filter((note) => note.startsWith('BANGQIAO_'))).toEqual(told);
  });

  test('is better named by its own name than by another program’s', () => {
    expect(good(load('', { BANGQIAO_HTTP_PORT: '9001', PORT: '9002' })).config.http.port).toBe(9001);
  });
});

test('a setting from which nothing follows is told when it asks for something else, with the reason', () => {
  const text =
    'erp_integration:\n  erp_pull: { incremental: false, batch_size: 100 }\n  data_quality: { auto_fix_format: true }\n';
  const { notes } = good(load(text));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('erp_pull.incremental: Accepted without effect');
  expect(notes[0]).toContain('接受但不起作用');
});

test('docs/configuration.md is what the schema says', () => {
  const file = new URL('../../../docs/configuration.md', import.meta.url);
  if (process.env.UPDATE_DOCS) writeFileSync(file, configurationMarkdown());
  const hint =
    'docs/configuration.md differs from the schema: UPDATE_DOCS=1 npx vitest run packages/hub/test/config.test.ts';
  expect(readFileSync(file, 'utf8'), hint).toBe(configurationMarkdown());
});

test("the Python system's log levels are understood in any letter case", () => {
  for (const [given, level] of [
    ['INFO', 'info'],
    ['WARNING', 'warn'],
    ['Critical', 'error'],
  ]) {
    const { config } = good(load(`erp_integration:\n  logging: { level: ${given} }\n`));
    expect(config.logging.level).toBe(level);
  }
  expect(faultsOf(load('erp_integration:\n  logging: { level: loud }\n'))[0]?.path).toBe('logging.level');
});
