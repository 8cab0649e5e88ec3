import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { compileRuleSet } from '@bangqiao/core';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { readRuleSet } from '../src/admit/rule-rows.ts';
import { loadConfig } from '../src/config/index.ts';
import { liveSettings } from '../src/config/live.ts';
import { findByKey } from '../src/customers/index.ts';
import { takeOverPython } from '../src/migrate/index.ts';
import type { Store } from '../src/store/index.ts';
import { testStore } from './support/database.ts';
import { makePythonDatabase, put } from './support/python-database.ts';

const AT = '2026-01-02T03:04:05.678Z';
const clock = () => new Date(AT);

let folder: string;
let source: string;
let python: DatabaseSync;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangqiao-python-'));
  source = join(folder, 'customer_manager.db');
  python = makePythonDatabase(source);
  return async () => {
    if (python.isOpen) python.close();
    await rm(folder, { recursive: true });
  };
});

const customer = (row: Record<string, SQLInputValue>) => put(python, 'customers_unified', row);
const customers = (store: Store) =>
  store.db.selectFrom('customers_unified').selectAll().orderBy('id').execute();
const mended = (report: Awaited<ReturnType<typeof takeOverPython>>) =>
  Object.fromEntries(report.mended.map(({ rule, count }) => [rule, count]));

test('a customer keeps its number and its values', async () => {
  const store = await testStore();
  customer({
    id: 41,
    erp_customer_id: 9001,
    erp_customer_code: 'KH2025001',
    wechat_id: 'wxid_a',
    company_name: '深圳甲乙科技有限公司',
    company_name_source: 'erp',
    company_name_verified: 1,
    phone: '13800000001',
    phone_source: 'wechat',
    phone_verified: 1,
    phone_verified_at: '2025-10-18 12:00:00.250000',
    intent_score: 66.5,
    message_count: 12,
    has_order: 1,
    erp_sync_status: 'synced',
  });
  const report = await takeOverPython(source, store, clock);
  expect(report).toMatchObject({ customers: 1, mended: [], skipped: [] });
  expect(await customers(store)).toMatchObject([
    {
      id: 41,
      erp_customer_id: 9001,
      erp_customer_code: 'KH2025001',
      wechat_id: 'wxid_a',
      company_name: '深圳甲乙科技有限公司',
      company_name_source: 'erp',
      company_name_verified: true,
      phone: '13800000001',
      phone_verified: true,
      phone_verified_at: '2025-10-18T04:00:00.250Z',
      intent_score: 66.5,
      intent_level: 'high',
      message_count: 12,
      has_order: true,
      stage: 'customer',
      erp_sync_status: 'synced',
      local_dirty: false,
      marked_as_invalid: false,
    },
  ]);
});

test('the next customer gets a number of its own', async () => {
  const store = await testStore();
  customer({ id: 41, company_name: '深圳甲乙科技有限公司' });
  await takeOverPython(source, store, clock);
  const { id } = await store.db
    .insertInto('customers_unified')
    .values({ created_at: AT, updated_at: AT })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(id).toBe(42);
});

test('a taken-over customer is found by its keys, and no phone stands in them', async () => {
  const store = await testStore();
  customer({ id: 1, phone: '13800000001', wechat_id: 'wxid_a', company_name: '深圳甲乙科技有限公司' });
  await takeOverPython(source, store, clock);
  const keys = await store.db.selectFrom('customer_keys').select(['kind', 'value']).orderBy('kind').execute();
  expect(keys.map(({ kind }) => kind)).toEqual(['company', 'wechat']);
  expect(JSON.stringify(keys)).not.toContain('13800000001');
  expect(await findByKey(store.db, 'phone', '+86 138 0000 0001')).toHaveLength(1);
});

test('empty text becomes no value, and spelled-out phones become eleven digits', async () => {
  const store = await testStore();
  customer({ id: 1, wechat_id: '', company_name: '  ', email: '', phone: '+86 138-0000-0001' });
  customer({ id: 2, wechat_id: '', phone: '138****0001' });
  customer({ id: 3, phone: '0755-8000001', phone_verified: 1 });
  customer({ id: 4, phone: '13800000004.0', phone_verified: 1 });
  const report = await takeOverPython(source, store, clock);
  expect(await customers(store)).toMatchObject([
    { wechat_id: null, company_name: null, company_name_source: null, email: null, phone: '13800000001' },
    { wechat_id: null, phone: null, phone_source: null },
    { phone: '0755-8000001', phone_verified: false },
    { phone: '13800000004', phone_verified: true },
  ]);
  expect(await findByKey(store.db, 'phone', '13800000004')).toMatchObject([{ id: 4 }]);
  expect(mended(report)).toMatchObject({ phone_normalised: 2, phone_masked: 1, phone_not_mobile: 1 });
  expect(report.mended.find(({ rule }) => rule === 'phone_normalised')?.examples).toEqual([
    'customers_unified 1: 138****0001',
    'customers_unified 4: 138****0004',
  ]);
});

test('of two rows with one ERP number the better keeps it and the other stays', async () => {
  const store = await testStore();
  customer({ id: 1, erp_customer_id: 9001, company_name: '深圳甲乙科技有限公司', erp_sync_status: 'synced' });
  customer({
    id: 2,
    erp_customer_id: 9001,
    company_name: '深圳甲乙科技有限公司',
    phone: '13800000001',
    erp_sync_status: 'synced',
  });
  const report = await takeOverPython(source, store, clock);
  expect(mended(report)).toMatchObject({ duplicate_erp_id: 1 });
  expect(await customers(store)).toMatchObject([
    { id: 1, erp_customer_id: null, erp_sync_status: 'pending', stage: 'lead', local_dirty: true },
    { id: 2, erp_customer_id: 9001, erp_sync_status: 'synced', stage: 'customer' },
  ]);
});

test('of two rows with one WeChat id the better keeps it, and the other still answers to it', async () => {
  const store = await testStore();
  customer({ id: 1, wechat_id: 'wxid_a ' });
  customer({ id: 2, wechat_id: 'wxid_a', erp_customer_id: 9001 });
  const report = await takeOverPython(source, store, clock);
  expect(mended(report)).toMatchObject({ duplicate_wechat_id: 1 });
  expect(await customers(store)).toMatchObject([
    { id: 1, wechat_id: null },
    { id: 2, wechat_id: 'wxid_a' },
  ]);
  const keys = await store.db
    .selectFrom('customer_keys')
    .select('customer_id')
    .where('kind', '=', 'wechat')
    .orderBy('customer_id')
    .execute();
  expect(keys).toEqual([{ customer_id: 1 }, { customer_id: 2 }]);
});

test('a time without a zone is China’s, unless the database itself wrote it', async () => {
  const store = await testStore();
  customer({
    id: 1,
    created_at: '2025-10-18 12:00:00',
    updated_at: '2025-10-18 12:00:00.500000',
    last_contact_time: '2025-10-18 12:00:00',
    erp_last_pushed: '2025-10-18T12:00:00+00:00',
  });
  customer({ id: 2, created_at: null, updated_at: null, last_contact_time: '2025-02-30 10:00:00' });
  const report = await takeOverPython(source, store, clock);
  expect(await customers(store)).toMatchObject([
    {
      created_at: '2025-10-18T12:00:00.000Z',
      updated_at: '2025-10-18T04:00:00.500Z',
      last_contact_time: '2025-10-18T04:00:00.000Z',
      erp_last_pushed: '2025-10-18T12:00:00.000Z',
    },
    { created_at: AT, updated_at: AT, last_contact_time: null },
  ]);
  expect(mended(report)).toMatchObject({ time_unreadable: 1 });
});

test('values that cannot be are brought back to ones that can', async () => {
  const store = await testStore();
  customer({
    id: 1,
    intent_score: 150,
    erp_sync_confidence: -1,
    message_count: -3,
    has_order: 'True',
    has_quote_request: 'maybe',
    intent_signals: "['报价']",
    erp_sync_status: 'done',
    erp_customer_type: 1,
    phone: '13800000001',
    phone_source: 'crm',
  });
  customer({ id: 2, erp_sync_status: 'synced', company_name: '深圳甲乙科技有限公司' });
  customer({ id: 3, erp_customer_id: -5, wechat_id: '***' });
  const report = await takeOverPython(source, store, clock);
  const [first, second, third] = await customers(store);
  expect(first).toMatchObject({
    intent_score: 100,
    erp_sync_confidence: 0,
    message_count: 0,
    has_order: true,
    has_quote_request: false,
    erp_sync_status: 'pending',
    erp_customer_type: null,
    phone_source: 'unknown',
  });
  expect(JSON.parse(first!.intent_signals!)).toBe("['报价']");
  expect(second).toMatchObject({ erp_sync_status: 'pending', erp_customer_type: 1 });
  expect(third).toMatchObject({ erp_customer_id: null, wechat_id: null });
  expect(mended(report)).toEqual({
    score_out_of_range: 2,
    boolean_unreadable: 1,
    json_wrapped: 1,
    status_unknown: 1,
    type_unknown: 1,
    source_unknown: 1,
    synced_without_erp_id: 1,
    erp_id_unusable: 1,
    wechat_id_unusable: 1,
  });
});

test('logs and history come along, without secrets and with phones masked where they must be', async () => {
  const store = await testStore();
  customer({ id: 7, phone: '13800000001' });
  const log = { sync_direction: 'local_to_erp', sync_type: 'push', sync_result: 'failed' };
  put(python, 'erp_sync_logs', {
    ...log,
    customer_id: 7,
    erp_request: '{"mobile": "13800000001"}',
    error_message: 'no',
  });
  put(python, 'erp_sync_logs', {
    ...log,
    customer_id: 99,
    sync_direction: 'bidirectional',
    changed_fields: '[13800000001]',
  });
  put(python, 'field_change_history', { customer_id: 7, field_name: 'phone', new_value: '13800000001' });
  put(python, 'field_change_history', { customer_id: 99, field_name: 'phone' });
  put(python, 'erp_api_logs', {
    api_endpoint: '/login?session=abc',
    request_params: '{"password": "hunter2"}',
    is_success: 1,
    response_status: 200,
  });
  const report = await takeOverPython(source, store, clock);
  expect(report).toMatchObject({ logs: 2, history: 1, apiLogs: 1 });
  expect(report.skipped.map(({ table, reason, count }) => [table, reason, count])).toEqual([
    ['field_change_history', 'customer_unknown', 1],
    ['erp_api_logs', 'bodies_left_out', 1],
  ]);
  const logs = await store.db.selectFrom('erp_sync_logs').selectAll().orderBy('id').execute();
  expect(logs).toMatchObject([
    { customer_id: 7, erp_request: '{"mobile": "138****0001"}', error_message: 'no', sync_result: 'failed' },
    { customer_id: null, sync_direction: 'erp_to_local', changed_fields: '"[138****0001]"' },
  ]);
  expect(await store.db.selectFrom('field_change_history').selectAll().execute()).toMatchObject([
    { customer_id: 7, field_name: 'phone', new_value: '13800000001' },
  ]);
  expect(await store.db.selectFrom('erp_api_logs').selectAll().execute()).toMatchObject([
    { api_endpoint: '/login', request_params: null, is_success: true, response_status: 200 },
  ]);
});

test('configuration is taken where it is usable, rules are converted and not put in force', async () => {
  const store = await testStore();
  put(python, 'erp_sync_config', {
    config_key: 'erp_pull_interval',
    config_value: '7200',
    config_type: 'int',
  });
  put(python, 'erp_sync_config', { config_key: 'batch_size', config_value: 'many', config_type: 'int' });
  put(python, 'erp_sync_config', {
    config_key: 'erp_push_interval',
    config_value: '0',
    config_type: 'int',
  });
  put(python, 'erp_sync_config', { config_key: 'other', config_value: '1' });
  put(python, 'erp_sync_rules', {
    rule_name: 'low_intent',
    rule_type: 'low_quality',
    rule_conditions: '{"max_intent_score": 30}',
    rule_action: 'SKIP',
    description: '意向过低',
  });
  const report = await takeOverPython(source, store, clock);
  expect(report).toMatchObject({ config: 1, rules: 1, notes: [{ zh: expect.stringMatching(/默认规则/) }] });
  expect(mended(report)).toEqual({ config_unusable: 2 });
  const config = await store.db
    .selectFrom('erp_sync_config')
    .select(['config_key', 'config_value'])
    .execute();
  expect(config).toContainEqual({ config_key: 'erp_pull_interval', config_value: '7200' });
  expect(config).toContainEqual({ config_key: 'batch_size', config_value: '50' });
  expect(config).toContainEqual({ config_key: 'erp_push_interval', config_value: '1800' });
  const rules = await store.db.selectFrom('erp_sync_rules').selectAll().execute();
  expect(rules).toMatchObject([
    { rule_set_version: 0, rule_conditions: 'intent_score < 30.0', is_active: true },
  ]);
  expect(await store.db.selectFrom('rule_sets').select(['version', 'is_active']).execute()).toEqual([
    { version: 0, is_active: false },
  ]);
});

test('the Python file is not touched, and what only its write-ahead log holds is taken too', async () => {
  const store = await testStore();
  customer({ id: 1, wechat_id: 'wxid_a' });
  const before = await contents();
  expect(Object.keys(before)).toContain('customer_manager.db-wal');
  expect(await takeOverPython(source, store, clock)).toMatchObject({ customers: 1 });
  expect(await contents()).toEqual(before);
});

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('-shm'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
}

test('a take-over fills an empty database only, and a failed one leaves it empty', async () => {
  const store = await testStore();
  customer({ id: 1, wechat_id: 'wxid_a' });
  python.exec("insert into field_change_history (id, customer_id, field_name) values (1, 1, 'phone')");
  await store.db
    .insertInto('field_change_history')
    .values({ id: 1, customer_id: 1, field_name: 'x', changed_at: AT })
    .execute();
  await expect(takeOverPython(source, store, clock)).rejects.toThrow(/unique/i);
  expect(await customers(store)).toEqual([]);
  await store.db.deleteFrom('field_change_history').execute();
  await takeOverPython(source, store, clock);
  await expect(takeOverPython(source, store, clock)).rejects.toMatchObject({ code: 'target_not_empty' });
  expect(await customers(store)).toHaveLength(1);
});

test('a file that is not the Python system’s is refused', async () => {
  const store = await testStore();
  const other = await mkdtemp(join(tmpdir(), 'bangqiao-other-'));
  onTestFinished(() => rm(other, { recursive: true }));
  await expect(takeOverPython(join(other, 'none.db'), store, clock)).rejects.toMatchObject({
    code: 'cannot_open',
  });
  const page = join(other, 'page.db');
  await writeFile(
    page,
    'This is a text, and long enough to hold the header of a database: no such file is one.',
  );
  await expect(takeOverPython(page, store, clock)).rejects.toMatchObject({ code: 'not_python_database' });
  python.exec('alter table customers_unified rename to customers');
  await expect(takeOverPython(source, store, clock)).rejects.toMatchObject({ code: 'not_python_database' });
});

test('an interval in the table that the file could not hold counts as none: 0 would pull without end', async () => {
  const store = await testStore();
  const loaded = loadConfig({ env: {}, cwd: folder });
  if (!loaded.ok) throw new Error('no configuration');
  const settingsWith = async (config_value: string) => {
    const keys = ['erp_pull_interval', 'erp_push_interval', 'batch_size'];
    await store.db
      .updateTable('erp_sync_config')
      .set({ config_value })
      .where('config_key', 'in', keys)
      .execute();
    return liveSettings(store.db, loaded.config);
  };
  const usual = { pullInterval: 3600, pushInterval: 1800, batchSize: 50 };
  for (const value of ['0', '-5', 'often', '3000000']) expect(await settingsWith(value)).toMatchObject(usual);
  expect(await settingsWith('600')).toMatchObject({ pullInterval: 600, pushInterval: 600, batchSize: 600 });
});

test('rules of one name, and one called like a decision of the system, get names of their own, and the set can be put in force', async () => {
  const store = await testStore();
  // As it is without its constraints.
  python.exec(`create table plain as select * from erp_sync_rules; drop table erp_sync_rules;
    alter table plain rename to erp_sync_rules`);
  for (const [id, rule_name] of ['big', 'big', 'big_2', 'default'].entries()) {
    const rule = {
      rule_type: 'low_quality',
      rule_conditions: '{"max_intent_score": 30}',
      rule_action: 'SKIP',
    };
    put(python, 'erp_sync_rules', { id, rule_name, is_active: 1, ...rule });
  }
  const report = await takeOverPython(source, store, clock);
  expect(report.rules).toBe(4);
  expect(mended(report)).toEqual({ rule_renamed: 3 });
  const { rules } = (await readRuleSet(store.db, 0))!;
  expect(rules.map(({ rule_name }) => rule_name)).toEqual(['big', 'big_2', 'big_2_2', 'default_2']);
  expect(compileRuleSet({ version: 0, rules }).ok).toBe(true);
});

test('settings, rules and logs that have no number of their own are taken over like any other', async () => {
  const store = await testStore();
  python.exec(`
    drop table erp_sync_logs; drop table field_change_history; drop table erp_sync_config; drop table erp_sync_rules;
    drop table erp_api_logs;
    create table erp_sync_logs (customer_id integer, sync_direction text, sync_type text, sync_result text);
    create table field_change_history (customer_id integer, field_name text, new_value text);
    create table erp_sync_config (config_key text primary key, config_value text) without rowid;
    create table erp_sync_rules (rule_name text primary key, rule_conditions text, rule_action text);
    create table erp_api_logs (id integer, api_endpoint text);`);
  customer({ id: 7, wechat_id: 'wxid_a', erp_customer_type: null });
  const log = { customer_id: 7, sync_direction: 'erp_to_local', sync_type: 'pull', sync_result: 'success' };
  put(python, 'erp_sync_logs', log);
  put(python, 'erp_sync_logs', log);
  put(python, 'field_change_history', { customer_id: 7, field_name: 'phone' });
  put(python, 'erp_sync_config', { config_key: 'batch_size', config_value: '20' });
  put(python, 'erp_sync_config', { config_key: 'erp_pull_interval', config_value: '7200' });
  const conditions = { rule_conditions: '{"max_intent_score": 30}', rule_action: 'SKIP' };
  put(python, 'erp_sync_rules', { rule_name: 'low_intent', ...conditions });
  for (const id of [4, 4, null]) put(python, 'erp_api_logs', { id, api_endpoint: '/login' });
  const report = await takeOverPython(source, store, clock);
  expect(report).toMatchObject({ customers: 1, logs: 2, history: 1, apiLogs: 3, config: 2, rules: 1 });
  expect([report.mended, report.skipped]).toEqual([[], []]);
});

test('customers of a copy without its primary key each get a number of their own', async () => {
  const store = await testStore();
  for (const [id, wechat_id] of ['wxid_a', 'wxid_b', 'wxid_c'].entries()) customer({ id: id + 1, wechat_id });
  python.exec(`create table plain as select * from customers_unified; drop table customers_unified;
    alter table plain rename to customers_unified`);
  customer({ id: 1, wechat_id: 'wxid_d' });
  customer({ id: null, wechat_id: 'wxid_e' });
  customer({ id: 9_007_199_254_740_993n, wechat_id: 'wxid_f' });
  customer({ id: 5, wechat_id: 'wxid_g' });
  const report = await takeOverPython(source, store, clock);
  const found = await customers(store);
  expect(found.map(({ id, wechat_id }) => `${id} ${wechat_id}`)).toEqual([
    '1 wxid_a',
    '2 wxid_b',
    '3 wxid_c',
    '4 wxid_d',
    '5 wxid_g',
    '6 wxid_e',
    '7 wxid_f',
  ]);
  expect(mended(report)).toMatchObject({ id_unusable: 3 });
});

test('a number that no column holds is told, and everybody is taken over', async () => {
  const store = await testStore();
  customer({ id: 1, erp_customer_id: 123_456_789_012_345_678n, message_count: 9_999_999_999 });
  customer({ id: 2, wechat_id: 'wxid_b', conversation_days: 9_007_199_254_740_993n });
  const log = { sync_direction: 'erp_to_local', sync_type: 'pull', sync_result: 'success' };
  put(python, 'erp_sync_logs', { ...log, sync_duration_ms: 123_456_789_012_345_678n });
  const report = await takeOverPython(source, store, clock);
  expect(await customers(store)).toMatchObject([
    { id: 1, erp_customer_id: null, message_count: 0 },
    { id: 2, wechat_id: 'wxid_b', conversation_days: 0 },
  ]);
  expect(mended(report)).toMatchObject({ erp_id_unusable: 1, number_unreadable: 3 });
  expect(await store.db.selectFrom('erp_sync_logs').select('sync_duration_ms').execute()).toEqual([
    { sync_duration_ms: null },
  ]);
});

test('None, nan and NULL are nobody’s name, company or WeChat id; a person called Nan keeps the name', async () => {
  const store = await testStore();
  customer({ id: 1, company_name: 'None', wechat_id: 'None', phone: 'nan', real_name: 'Nan' });
  customer({ id: 2, company_name: 'None', wechat_id: 'NULL ', address: 'null', wechat_nickname: 'Nonette' });
  const report = await takeOverPython(source, store, clock);
  expect(await customers(store)).toMatchObject([
    { company_name: null, company_name_source: null, wechat_id: null, phone: null, real_name: 'Nan' },
    { company_name: null, wechat_id: null, address: null, wechat_nickname: 'Nonette', data_quality_score: 0 },
  ]);
  expect(await store.db.selectFrom('customer_keys').selectAll().execute()).toEqual([]);
  expect(mended(report)).toEqual({ word_for_nothing: 6, type_unknown: 2 });
});

test('what Python wrote as bytes, in words or with slashes is read, and bytes that are no text are told', async () => {
  const store = await testStore();
  const bytes = (text: string) => new TextEncoder().encode(text);
  customer({
    id: 1,
    company_name: bytes('深圳甲乙科技有限公司'),
    real_name: new Uint8Array([0xff, 0xfe]),
    address: new Uint8Array([5, 0, 0, 0, 0, 0, 0, 0]),
    last_contact_time: '2025/10/19 9:05:00',
    has_order: '是',
    has_quote_request: '否',
  });
  const report = await takeOverPython(source, store, clock);
  expect(await customers(store)).toMatchObject([
    {
      company_name: '深圳甲乙科技有限公司',
      real_name: null,
      address: null,
      last_contact_time: '2025-10-19T01:05:00.000Z',
      has_order: true,
      has_quote_request: false,
    },
  ]);
  expect(mended(report)).toEqual({ bytes_unreadable: 2 });
});
