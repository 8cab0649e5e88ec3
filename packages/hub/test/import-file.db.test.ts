import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Customer, compileRuleSet, DEFAULT_RULES, decide } from '@bangqiao/core';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findByKey, insertCustomer } from '../src/customers/index.ts';
import { importFile } from '../src/ingest/index.ts';
import type { Store } from '../src/store/index.ts';
import { testStore } from './support/database.ts';

const AT = new Date('2026-03-01T02:00:00.000Z');
const PEOPLE = fileURLToPath(new URL('../../../examples/people.csv', import.meta.url));
const MORE_PEOPLE = fileURLToPath(new URL('../../../examples/people.jsonl', import.meta.url));

function jsonl(...rows: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}
function bring(store: Store, file: string, at = AT) {
  return importFile(store, file, { by: 'import', now: () => at });
}
async function everyone(store: Store): Promise<Customer[]> {
  return await store.db.selectFrom('customers_unified').selectAll().orderBy('id').execute();
}
function linked(store: Store, patch: Partial<Customer>) {
  const context = { by: 'test', reason: 'pull', source: 'erp', runId: null, now: AT.toISOString() } as const;
  return store.transaction((trx) => insertCustomer(trx, { erp_sync_status: 'synced', ...patch }, context));
}
async function historyCount(store: Store): Promise<number> {
  return (await store.db.selectFrom('field_change_history').select('id').execute()).length;
}

/** Who of examples/people.csv may enter, and by which rule. */
const VERDICTS: Record<string, [action: 'CREATE' | 'SKIP', rule: string]> = {
  wx_demo_01: ['CREATE', 'mandatory_has_order'],
  wx_demo_02: ['CREATE', 'mandatory_has_order'],
  wx_demo_03: ['CREATE', 'mandatory_has_contract'],
  wx_demo_04: ['CREATE', 'mandatory_has_contract'],
  wx_demo_05: ['CREATE', 'mandatory_has_payment'],
  wx_demo_06: ['CREATE', 'mandatory_has_payment'],
  wx_demo_07: ['CREATE', 'mandatory_marked_important'],
  wx_demo_08: ['CREATE', 'mandatory_marked_important'],
  wx_demo_09: ['CREATE', 'high_quality_verified'],
  wx_demo_10: ['CREATE', 'high_quality_verified'],
  wx_demo_11: ['CREATE', 'high_quality_license'],
  wx_demo_12: ['CREATE', 'high_quality_license'],
  wx_demo_13: ['CREATE', 'high_quality_score'],
  wx_demo_14: ['CREATE', 'high_quality_score'],
  wx_demo_15: ['CREATE', 'medium_phone_quote'],
  wx_demo_16: ['CREATE', 'medium_phone_quote'],
  wx_demo_17: ['CREATE', 'medium_company_license'],
  wx_demo_18: ['CREATE', 'medium_company_license'],
  wx_demo_19: ['CREATE', 'medium_deep_engagement'],
  wx_demo_20: ['CREATE', 'medium_deep_engagement'],
  wx_demo_21: ['SKIP', 'low_marked_invalid'],
  wx_demo_22: ['SKIP', 'low_no_info'],
  wx_demo_23: ['SKIP', 'low_intent'],
  wx_demo_24: ['SKIP', 'low_engagement'],
  wx_demo_25: ['SKIP', 'default'],
};

describe('the example people', () => {
  test('are twenty-five, of whom exactly these twenty qualify, each by its rule', async () => {
    const store = await testStore();
    const report = await bring(store, PEOPLE);
    expect(report).toMatchObject({ read: 25, created: 25, updated: 0, unchanged: 0, bad: [], notes: [] });
    const compiled = compileRuleSet({ version: 1, rules: [...DEFAULT_RULES] });
    if (!compiled.ok) throw new Error('the default rules do not compile');
    const decisions = (await everyone(store)).map((customer) => {
      const { action, rule } = decide(compiled.ruleSet, customer);
      return [customer.wechat_id, [action, rule]] as const;
    });
    expect(Object.fromEntries(decisions)).toEqual(VERDICTS);
    expect(decisions.filter(([, [action]]) => action === 'CREATE')).toHaveLength(20);
  });

  test('change nothing when they come a second time', async () => {
    const store = await testStore();
    await bring(store, PEOPLE);
    await bring(store, MORE_PEOPLE);
    const before = await everyone(store);
    const history = await historyCount(store);
    const later = new Date('2026-04-01T00:00:00.000Z');
    expect(await bring(store, PEOPLE, later)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 25,
      bad: [],
    });
    expect(await bring(store, MORE_PEOPLE, later)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
      bad: [],
    });
    expect(await everyone(store)).toEqual(before);
    expect(await historyCount(store)).toBe(history);
  });

  test('of the second file are three, one of them known by phone with another WeChat id', async () => {
    const store = await testStore();
    await bring(store, PEOPLE);
    expect(await bring(store, MORE_PEOPLE)).toMatchObject({ read: 4, created: 3, updated: 1, bad: [] });
    const [known] = await findByKey(store.db, 'wechat', 'wx_demo_01_work');
    expect(known?.wechat_id).toBe('wx_demo_01');
  });
});

describe('a row is matched', () => {
  test('by its erp_customer_id before anything else', async () => {
    const store = await testStore();
    const one = await linked(store, { erp_customer_id: 501, real_name: '测试甲' });
    await linked(store, { erp_customer_id: 502, wechat_id: 'wx_b', phone: '13800000002' });
    const file = jsonl({ erp_customer_id: 501, wechat_id: 'wx_a', phone: '13800000002' });
    expect(await bring(store, file)).toMatchObject({ updated: 1, created: 0 });
    expect((await everyone(store)).find(({ id }) => id === one.id)).toMatchObject({
      wechat_id: 'wx_a',
      phone: '13800000002',
      local_dirty: true,
      erp_sync_status: 'pending',
      version: 2,
    });
  });

  test('never by an erp_customer_id that nobody has: that row is bad, and the others go in', async () => {
    const store = await testStore();
    const file = jsonl({ erp_customer_id: 999, wechat_id: 'wx_a' }, { wechat_id: 'wx_b' }, { nickname: 'x' });
    const report = await bring(store, file);
    expect(report).toMatchObject({ read: 3, created: 1 });
    expect(report.bad.map(({ line }) => line)).toEqual([1, 3]);
    expect(report.bad[0]?.reason.en).toContain('999');
    expect(report.notes[0]?.en).toContain('nickname');
  });

  test('and a column that a closer one outdid is told', async () => {
    const file = jsonl({ wechat_id: 'wx_a', 客户名称: '王老板', 公司名称: '星河测试公司' });
    const report = await bring(await testStore(), file);
    expect(report).toMatchObject({
      created: 1,
      notes: [{ zh: expect.stringContaining('没有采用：客户名称') }],
    });
  });

  test('by phone, and another WeChat id is added and replaces none', async () => {
    const store = await testStore();
    const file = jsonl(
      { wechat_id: 'wx_a', phone: '13800000001', real_name: '测试甲' },
      { wechat_id: 'wx_b', phone: '138 0000 0001', address: '测试路1号' },
      { wechat_id: 'wx_b', email: 'a@example.com' },
    );
    expect(await bring(store, file)).toMatchObject({ created: 1, updated: 2 });
    const customers = await everyone(store);
    expect(customers).toHaveLength(1);
    expect(customers[0]).toMatchObject({ wechat_id: 'wx_a', address: '测试路1号', email: 'a@example.com' });
  });

  test('by nothing when several customers have its phone', async () => {
    const store = await testStore();
    await linked(store, { erp_customer_id: 1, phone: '13800000001' });
    await linked(store, { erp_customer_id: 2, phone: '13800000001' });
    const report = await bring(store, jsonl({ wechat_id: 'wx_a', phone: '13800000001' }));
    expect(report).toMatchObject({ created: 0, updated: 0 });
    expect(report.bad[0]?.reason.zh).toContain('多个客户');
  });
});

describe('what a row says', () => {
  test('leaves everything else of the customer alone, and null clears', async () => {
    const store = await testStore();
    await bring(
      store,
      jsonl({ wechat_id: 'wx_a', email: 'a@example.com', address: '测试路1号', intent_score: 70 }),
    );
    await bring(store, jsonl({ wechat_id: 'wx_a', email: '', address: null, message_count: 12 }));
    const [customer] = await everyone(store);
    expect(customer).toMatchObject({
      email: 'a@example.com',
      address: null,
      address_source: null,
      intent_score: 70,
      intent_level: 'high',
      message_count: 12,
      stage: 'lead',
    });
  });

  test('comes from WeChat unless it names another source, and may be verified', async () => {
    const store = await testStore();
    const row = {
      wechat_id: 'wx_a',
      phone: '13800000001',
      phone_verified: true,
      company_name: '星河测试科技有限公司',
    };
    await bring(store, jsonl({ ...row, company_name_source: 'manual' }));
    expect((await everyone(store))[0]).toMatchObject({
      phone_source: 'wechat',
      phone_verified: true,
      phone_verified_at: AT.toISOString(),
      company_name_source: 'manual',
      company_name_verified: false,
      data_quality_score: 50,
    });
  });

  test('is the same when it comes again, also where a text ends in half an emoji', async () => {
    const store = await testStore();
    const file = jsonl({ wechat_id: 'wx_a', wechat_nickname: 'x\ud83d', notes: '\ude00y', '13800000001': 1 });
    const first = await bring(store, file);
    expect(first).toMatchObject({ created: 1 });
    expect(first.notes[0]?.en).toContain('138****0001');
    expect(await bring(store, file)).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await everyone(store))[0]).toMatchObject({ wechat_nickname: 'x', notes: 'y' });
  });

  test('of a file larger than a batch goes in whole, with its bad rows told by line', async () => {
    const store = await testStore();
    const rows = Array.from({ length: 450 }, (_, index) =>
      index % 100 === 99 ? { wechat_id: `wx_${index}`, phone: '12345' } : { wechat_id: `wx_${index}` },
    );
    const report = await bring(store, jsonl(...rows));
    expect(report).toMatchObject({ read: 450, created: 446 });
    expect(report.bad.map(({ line }) => line)).toEqual([100, 200, 300, 400]);
    expect(await everyone(store)).toHaveLength(446);
  });
});

test('a row that the database refuses is told and does not take its batch with it', async () => {
  const store = await testStore();
  await sql`create unique index only_one_of_each_name on customers_unified (real_name)`.execute(store.db);
  const rows = ['wx_a', 'wx_b', 'wx_c'].map((wechat_id) => ({ wechat_id, real_name: '测试甲' }));
  const report = await bring(store, jsonl(...rows, { wechat_id: 'wx_d' }));
  expect(report).toMatchObject({ read: 4, created: 2 });
  expect(report.bad.map(({ line }) => line)).toEqual([2, 3]);
  expect((await everyone(store)).map(({ wechat_id: id }) => id)).toEqual(['wx_a', 'wx_d']);
});

test('a file that is not there is told as such', async () => {
  const store = await testStore();
  await expect(bring(store, '/nowhere/people.csv')).rejects.toMatchObject({
    code: 'no_import_file',
    exitCode: 2,
  });
});
