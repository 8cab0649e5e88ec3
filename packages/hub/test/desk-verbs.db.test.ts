import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../src/store/index.ts';
import { leaveOpen } from './api-support.ts';
import { type DatabaseAddress, openTestStore, testDatabase } from './support/database.ts';
import { typed, variablesOf } from './support/typed.ts';

/** An ERP that does not answer. */
const NOWHERE = {
  BANGQIAO_BASE_URL: 'http://127.0.0.1:1',
  BANGQIAO_AUTH_USERNAME: 'demo',
  BANGQIAO_AUTH_PASSWORD: 'demo-pass',
};

test('an undo of what is no number is refused before a run begins', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  for (const run of ['abc', '0', '1.5']) {
    const refused = await typed(['undo', run], {
      cwd: tmpdir(),
      env: { ...variablesOf(address), ...NOWHERE },
    });
    expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining(`没有编号为 ${run} 的同步`)]);
  }
  expect(await store.db.selectFrom('sync_runs').select('id').execute()).toEqual([]);
});

/** A database with one customer and writes of theirs that are still open. */
async function withOpenWrites(): Promise<{ address: DatabaseAddress; store: Store }> {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const at = new Date().toISOString();
  const values = { wechat_id: 'wx_1', created_at: at, updated_at: at };
  await store.db.insertInto('customers_unified').values(values).execute();
  await leaveOpen(store);
  return { address, store };
}

test('of many numbers that are typed those that are there are done, and each other one is named', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const at = new Date().toISOString();
  for (const wechat_id of ['wx_1', 'wx_2']) {
    const values = { wechat_id, address: '这里的地址', created_at: at, updated_at: at };
    await store.db.insertInto('customers_unified').values(values).execute();
  }
  await leaveOpen(store);
  const ids = async (table: 'conflicts' | 'write_journal') =>
    (await store.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);
  const run = (...words: string[]) => typed(words, { cwd: tmpdir(), env: variablesOf(address) });

  const [first, second] = await ids('conflicts');
  expect((await run('conflicts', 'resolve', `${first}`, '--take', 'erp')).exitCode).toBe(0);
  const many = await run('conflicts', 'resolve', `${first},${second},99999`, '--take', 'erp', '--json');
  expect(many.exitCode).toBe(1);
  expect(many.json()).toMatchObject({
    resolved: [{ id: second }],
    refused: [
      { id: first, code: 'conflict_settled' },
      { id: 99_999, code: 'conflict_settled' },
    ],
  });
  expect((await run('conflicts', 'resolve', '99999', '--take', 'erp')).exitCode).toBe(2);

  const [parked, waiting, doubtful] = await ids('write_journal');
  const retried = await run('journal', 'retry', `${doubtful},${parked},99999,${waiting}`, '--json');
  expect(retried.exitCode).toBe(1);
  expect(retried.json()).toMatchObject({
    writes: [{ id: parked }, { id: waiting }],
    refused: [
      { id: doubtful, code: 'write_not_open' },
      { id: 99_999, code: 'no_write' },
    ],
  });
  const cancelled = await run('journal', 'cancel', `${parked},${doubtful}`);
  expect(cancelled.exitCode).toBe(1);
  expect(cancelled.out).toContain(`✗ ${doubtful}：`);
});

test('lists and steps are told in words and at the time of China, and --json as they are kept', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const at = '2026-11-24T18:05:00.000Z';
  await store.db
    .insertInto('customers_unified')
    .values({ wechat_id: 'wx_1', address: '这里的地址', created_at: at, updated_at: at })
    .execute();
  await leaveOpen(store);
  const [customer] = await store.db.selectFrom('customers_unified').select('id').execute();
  const customer_id = customer?.id ?? 0;
  const [write] = await store.db.selectFrom('write_journal').select('id').orderBy('id').execute();
  const [conflict] = await store.db.selectFrom('conflicts').select('id').execute();
  const parked = { code: 'not_understood', zh: '看不懂', en: 'not understood' };
  const evidence = {
    hub: { changed_by: 'import', changed_at: at, change_reason: 'said in WeChat' },
    erp: { ord: 7, read_at: at },
  };
  await store.db
    .updateTable('conflicts')
    .set({ evidence: JSON.stringify(evidence) })
    .execute();
  await store.db
    .insertInto('journal_audit')
    .values({
      journal_id: write?.id ?? 0,
      from_state: null,
      to_state: 'planned',
      note: 'a person asked for it',
      at,
      by: 'li',
    })
    .execute();
  await store.db
    .insertInto('field_change_history')
    .values({
      customer_id,
      field_name: 'address',
      old_value: '以前的地址',
      new_value: '这里的地址',
      changed_by: 'li',
      changed_at: at,
      change_reason: 'conflict 3',
    })
    .execute();
  await store.db
    .insertInto('sync_runs')
    .values({ kind: 'sync', trigger: 'cli', holder: '{}', started_at: at, ended_at: at })
    .execute();
  const event = {
    event_id: 'e1',
    channel: 'bridge',
    account: '',
    source: 'bridge',
    type: 'message',
  } as const;
  await store.db
    .insertInto('wechat_events')
    .values({ ...event, at, received_at: at, body: '{}', state: 'parked', problem: JSON.stringify(parked) })
    .execute();
  const run = (...words: string[]) => typed(words, { cwd: tmpdir(), env: variablesOf(address) });

  for (const words of [
    ['journal', 'show', `${write?.id}`],
    ['conflicts', 'show', `${conflict?.id}`],
    ['restore', `#${customer_id}`, 'address'],
    ['undo'],
    ['events', 'list'],
  ]) {
    const { exitCode, out } = await run(...words);
    expect([words, exitCode, out]).toEqual([words, 0, expect.stringContaining('2026-11-25 02:05:00')]);
    expect(out).not.toContain(at);
  }
  expect((await run('journal', 'list')).out).toMatch(/修改 .*待人处理/);
  expect((await run('journal', 'show', `${write?.id}`)).out).toContain('已计划  按人的要求  (li)');
  expect((await run('journal', 'list', '--lang', 'en')).out).toMatch(/set the follow level .*in doubt/);
  expect((await run('conflicts', 'list')).out).toMatch(/地址 address .*待裁定/);
  expect((await run('conflicts', 'show', `${conflict?.id}`)).out).toContain('微信里说的');
  const parted = { state: 'resolved', resolution: 'parted', resolved_at: at, resolved_by: 'li' } as const;
  await store.db.updateTable('conflicts').set(parted).execute();
  expect((await run('conflicts', 'list', '--all')).out).toMatch(/地址 address .*客户已拆分/);
  expect((await run('restore', `#${customer_id}`, 'address')).out).toContain('裁定冲突 3');
  expect((await run('journal', 'show', `${write?.id}`, '--json')).json()).toMatchObject({
    kind: 'update',
    steps: [{ to_state: 'planned', at }],
  });
  const open = await run('journal', 'cancel', `${(write?.id ?? 0) + 2}`);
  expect(open.err).toContain('现在是“存疑”');
});

test('the journal in --json tells no value that a write carries, nor one that a field is emptied of', async () => {
  const { address, store } = await withOpenWrites();
  const [phone, orders] = ['13800000001', JSON.stringify({ phone: { expect: '13800000001' } })];
  await store.db.updateTable('write_journal').set({ orders }).execute();
  const [first] = await store.db.selectFrom('write_journal').select('id').orderBy('id').execute();
  for (const words of [['list'], ['show', `${first?.id}`]]) {
    const said = await typed(['journal', ...words, '--json'], { cwd: tmpdir(), env: variablesOf(address) });
    expect([said.exitCode, said.out]).toEqual([0, expect.not.stringContaining(phone)]);
  }
});

test('what the ERP said with a slash of its own stands whole in the list, in one language', async () => {
  const { address, store } = await withOpenWrites();
  const error_message = 'ERP 拒绝了：税号 / 名称重复 / The ERP refused: 税号 / 名称重复';
  await store.db.updateTable('write_journal').set({ error_message }).where('state', '=', 'parked').execute();
  const list = async (...more: string[]) =>
    (
      await typed(['journal', 'list', '--state', 'parked', ...more], {
        cwd: tmpdir(),
        env: variablesOf(address),
      })
    ).out;
  expect(await list()).toContain('ERP 拒绝了：税号 / 名称重复');
  expect(await list()).not.toContain('refused');
  expect(await list('--lang', 'en')).toContain('The ERP refused: 税号 / 名称重复');
  expect(await list('--lang', 'en')).not.toContain('拒绝');
});

test('what is ignored in the configuration is said once, whatever the command needs of it', async () => {
  const address = await testDatabase();
  await openTestStore(address);
  const cwd = mkdtempSync(join(tmpdir(), 'bangqiao-notes-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(join(cwd, 'config.yaml'), 'erp_integration:\n  colour: red\n');
  writeFileSync(join(cwd, 'people.csv'), '微信号,姓名\nwx_1,甲示例\n');
  const imported = await typed(['import', 'people.csv'], { cwd, env: variablesOf(address) });
  expect(imported.exitCode).toBe(0);
  for (const words of [
    ['license', 'add', 'wx_1', 'nowhere.png'],
    ['import-chats', 'nowhere.csv'],
    ['export', 'wx_1'],
    ['erase', 'wx_1', '--yes'],
  ]) {
    const { err } = await typed(words, { cwd, env: variablesOf(address) });
    expect([words[0], err.split('colour').length - 1]).toEqual([words[0], 1]);
  }
});
