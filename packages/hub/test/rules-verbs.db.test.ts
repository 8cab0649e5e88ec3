import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_RULES } from '@bangqiao/core';
import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { rulesVerb } from '../src/cli/rules.ts';
import type { CliContext } from '../src/cli/session.ts';
import { insertCustomers } from '../src/customers/index.ts';
import { failureOf } from '../src/failure.ts';
import { takeOverPython } from '../src/migrate/index.ts';
import type { Store } from '../src/store/index.ts';
import { company } from './engine/support.ts';
import { openTestStore, testDatabase } from './support/database.ts';
import { makePythonDatabase, put } from './support/python-database.ts';

const AT = '2026-03-01T02:00:00.000Z';

interface Desk {
  store: Store;
  folder: string;
  rules(...argv: string[]): Promise<{ exitCode: number; out: string; code?: string }>;
  write(name: string, text: string): void;
}

async function desk(lang: 'zh' | 'en' = 'zh'): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const address = await testDatabase();
  const env: Record<string, string> = address.file
    ? { BANGQIAO_DATABASE_FILE: address.file }
    : { DATABASE_URL: address.databaseUrl ?? '' };
  return {
    store: await openTestStore(address),
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    rules: async (...argv) => {
      const out: string[] = [];
      const context: CliContext = {
        lang,
        exitCode: 0,
        io: {
          stdout: { write: (text) => out.push(text) },
          stderr: { write: () => {} },
          stdin: { isTTY: false } as NodeJS.ReadStream,
          env,
          cwd: folder,
        },
      };
      const program = new Command('bangqiao').exitOverride().configureOutput({ outputError: () => {} });
      rulesVerb(program, context);
      try {
        await program.parseAsync(['rules', ...argv], { from: 'user' });
        return { exitCode: context.exitCode, out: out.join('') };
      } catch (error) {
        const { exitCode, code } = failureOf(error);
        return { exitCode, code, out: out.join('') };
      }
    },
  };
}

const OWN = `
- rule_name: asked
  rule_type: mandatory
  rule_priority: 150
  rule_conditions: has_quote_request && phone != ""
  rule_action: CREATE
  description: { zh: 问过价, en: asked }
`;

test('rules are exported, changed, checked, tried, compared, put in force and taken back', async () => {
  const { store, folder, rules, write } = await desk();
  const people = [company(1), company(2, { has_order: false, message_count: 1, has_quote_request: true })];
  const context = { by: 'import', reason: 'import', source: 'wechat', runId: null, now: AT } as const;
  await store.transaction((trx) => insertCustomers(trx, people, context));

  expect(await rules('export', 'mine.yaml')).toMatchObject({ exitCode: 0 });
  expect(await rules('export', 'mine.yaml')).toMatchObject({ exitCode: 2, code: 'rules_file_exists' });
  const exported = readFileSync(join(folder, 'mine.yaml'), 'utf8');
  write('mine.yaml', exported + OWN.trimStart());
  expect((await rules('check', 'mine.yaml')).out).toBe('规则文件 mine.yaml 可以使用：15 条规则\n');

  const trial = JSON.parse((await rules('test', 'mine.yaml', '--json')).out);
  expect(trial).toMatchObject({
    against: 1,
    considered: 2,
    counts: { admitted: 0, dropped: 0, otherRule: 1 },
    names: { otherRule: [{ id: 2, from: 'medium_phone_quote', to: 'asked' }] },
  });
  expect(await store.db.selectFrom('rule_sets').selectAll().execute()).toEqual([]);

  expect((await rules('diff', 'active', 'mine.yaml')).out).toMatch(
    /规则集 1 → 规则文件 mine\.yaml\n新增 {2}asked\n/,
  );
  expect((await rules('activate', 'mine.yaml')).out).toContain('规则集 2（新版本）已启用，代替 1');
  expect((await rules('activate', 'mine.yaml')).out).toContain('已经在使用，没有改动');
  write('less.yaml', exported);
  expect(JSON.parse((await rules('activate', 'less.yaml', '--json')).out)).toMatchObject({
    version: 1,
    previous: 2,
    isNew: false,
    followsConfig: true,
  });
  expect(JSON.parse((await rules('activate', '--version', '2', '--json')).out)).toMatchObject({
    version: 2,
    previous: 1,
    isNew: false,
    followsConfig: false,
  });
  const [active] = await store.db.selectFrom('rule_activations').selectAll().orderBy('id', 'desc').execute();
  expect(active?.activated_by).toMatch(/ \(cli\)$/);

  const list = await rules('list');
  expect(list.out).toContain('规则集 2（正在使用）');
  expect(list.out).toContain('asked：问过报价，并且有手机号：准入（必须同步，置信度 1）');
  expect(list.out.indexOf('low_marked_invalid')).toBeLessThan(list.out.indexOf('asked'));
  expect(list.out).toContain('from mine.yaml');
  expect((await rules('list', '--version', '1')).out).toContain('规则集 1（未在使用）');
  expect((await rules('diff', '1', '2')).out).toMatch(/新增 {2}asked/);
});

test('a broken file is shown with its place, a caret and a hint, and the active rules stay', async () => {
  const { store, rules, write } = await desk();
  write('good.yaml', OWN);
  await rules('activate', 'good.yaml');
  write('bad.yaml', OWN.replace('phone !=', 'fone !='));
  const check = await rules('check', 'bad.yaml');
  expect(check).toMatchObject({ exitCode: 2 });
  const lines = check.out.split('\n');
  expect(lines[1]).toBe('  bad.yaml:5:41  规则 asked：没有这一列：fone');
  expect(lines[3]?.indexOf('^')).toBe(lines[2]?.indexOf('fone'));
  expect(lines[4]).toBe('    → 是不是想写 phone？');
  for (const verb of ['test', 'activate']) {
    expect(await rules(verb, 'bad.yaml')).toMatchObject({ exitCode: 2 });
    const document = JSON.parse((await rules(verb, 'bad.yaml', '--json')).out);
    expect(document).toMatchObject({ error: { code: 'rules_broken' }, faults: [{ rule: 'asked', line: 5 }] });
  }
  expect(await rules('diff', 'active', 'bad.yaml')).toMatchObject({ exitCode: 2, code: 'rules_broken' });
  expect(
    await store.db.selectFrom('rule_sets').select(['version', 'is_active']).orderBy('version').execute(),
  ).toEqual([
    { version: 1, is_active: false },
    { version: 2, is_active: true },
  ]);
});

test('a condition that somebody broke in the table is shown by check and list', async () => {
  const { store, rules, write } = await desk('en');
  write('good.yaml', OWN);
  await rules('activate', 'good.yaml');
  await store.db.updateTable('erp_sync_rules').set({ rule_conditions: 'fone != ""' }).execute();
  const check = await rules('check');
  expect(check).toMatchObject({ exitCode: 2 });
  expect(check.out).toContain('line 1, character 1, rule asked: Unknown variable: fone');
  expect((await rules('list')).out).toContain('did you mean phone?');
  expect(await rules('test', 'good.yaml')).toMatchObject({ exitCode: 2, code: 'rules_broken' });
});

test.each([
  [['activate'], 'rules_nothing_chosen'],
  [['activate', '--version', '9'], 'rules_unknown'],
  [['check', 'none.yaml'], 'rules_no_file'],
  [['check', 'none.yaml', '--version', '1'], 'rules_two_choices'],
  [['diff', '3', 'active'], 'rules_unknown'],
])('rules %j is refused with a reason', async (argv, code) => {
  const { rules } = await desk();
  expect(await rules(...argv)).toMatchObject({ exitCode: 2, code });
});

test('the rules of the Python system can be seen, tried and used as rule set 0', async () => {
  const { store, folder, rules } = await desk();
  const source = join(folder, 'python.db');
  const python = makePythonDatabase(source);
  const rule = (name: string, type: string, priority: number, conditions: string, action: string) =>
    put(python, 'erp_sync_rules', {
      rule_name: name,
      rule_type: type,
      rule_priority: priority,
      rule_conditions: conditions,
      rule_action: action,
    });
  rule(
    'high_quality_verified',
    'high_quality',
    80,
    '{"phone_verified": true, "min_intent_score": 60}',
    'CREATE',
  );
  rule('vip', 'mandatory', 90, '{"vip": true}', 'CREATE');
  rule('keep', 'mandatory', 85, '{"has_order": true}', 'UPDATE');
  rule('low_marked_invalid', 'low_quality', 0, '{"marked_as_invalid": true}', 'SKIP');
  python.close();
  const report = await takeOverPython(source, store, () => new Date(AT));
  expect(report.mended.map(({ rule: kind, count }) => [kind, count])).toEqual([
    ['rule_not_converted', 2],
    ['invalid_mark_first', 1],
  ]);
  const list = (await rules('list', '--version', '0')).out;
  expect(list).toContain(
    'high_quality_verified：手机号已验证，并且意向分 ≥ 60：准入（高质量，置信度按资料质量分）',
  );
  expect(list).toContain('［停用］vip：{"vip": true}');
  expect(list).toContain('vip: 邦桥没有这一项');
  expect(list).toContain('UPDATE 没有对应');
  expect(await rules('check', '--version', '0')).toMatchObject({ exitCode: 0 });
  expect(await rules('test', '--version', '0')).toMatchObject({ exitCode: 0 });
  const done = JSON.parse((await rules('activate', '--version', '0', '--json')).out);
  expect(done).toMatchObject({ version: 0, isNew: false, followsConfig: false });
  expect((await rules('list')).out).toContain('规则集 0（正在使用）');
  await rules('export', 'zero.yaml', '--version', '0');
  const check = await rules('check', 'zero.yaml');
  expect(check).toMatchObject({ exitCode: 0 });
  expect(check.out).toMatch(/规则 vip：[\s\S]*规则 keep：/);
});

test('every default rule stands in the list as a sentence in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const { rules } = await desk(lang);
    const { out } = await rules('list');
    for (const { rule_name } of DEFAULT_RULES) expect(out).toContain(rule_name);
    expect(out).toContain(lang === 'zh' ? '都不满足：不准入' : 'none holds: not admitted');
    expect(out).not.toContain('&&');
  }
});
