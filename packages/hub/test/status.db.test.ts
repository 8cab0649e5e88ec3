import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readStatus, statusText } from '../src/status/index.ts';
import { acquireLease, thisHolder } from '../src/store/index.ts';
import { PEOPLE, startWorld, type World } from './explain-world.ts';
import { startHelper } from './support/process.ts';

function rows(...people: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-people-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'people.jsonl');
  writeFileSync(file, people.map((one) => JSON.stringify(one)).join('\n'));
  return file;
}
const status = (world: World) => readStatus(world.store.db, world.now());

test('an empty hub says that nothing was synced and how to begin', async () => {
  const world = await startWorld({ customers: 3 });
  const empty = await status(world);
  expect(empty).toMatchObject({
    erp: null,
    under_way: null,
    runs: [],
    success: { last_24_hours: { tried: 0, succeeded: 0, share: null } },
    customers: { total: 0, in_erp: 0 },
    quality: { mean: null },
    mirror: { present: 0, last_complete_sweep: null },
  });
  expect(statusText(empty, 'zh')).toContain('还没有同步过');
  expect(statusText(empty, 'zh')).toContain('运行 bangqiao sync');
  expect(statusText(empty, 'en')).toContain('Nothing was synced yet');
});

test('after the examples the figures are those of the run, and add up', async () => {
  const world = await startWorld({ customers: 30 });
  const inErp = world.sim.customers().filter(({ place }) => place === 'plain').length;
  await world.bring(PEOPLE);
  const report = await world.sync();
  const after = await status(world);
  expect(report.push).toMatchObject({ created: 20, skipped: 5 });
  expect(after.headline.zh).toBe('一切正常');
  expect(after.erp).toMatchObject({ kind: 'stand-in', account: 'demo' });
  expect(after.rules).toEqual({ version: 1, active: 14 });
  expect(after.runs).toMatchObject([
    { kind: 'sync', trigger: 'cli', by: 'sync (test)', state: 'done', error: null, push: { created: 20 } },
  ]);
  expect(after.success.last_24_hours).toEqual({ tried: 20, succeeded: 20, share: 1 });
  expect(after.customers).toMatchObject({
    total: inErp + 25,
    in_erp: inErp + 20,
    outside: { pending: 0, failed: 0, skipped: 5, synced: 0 },
  });
  const { contact, lead, customer } = after.customers.by_stage;
  expect(contact + lead + customer).toBe(after.customers.total);
  const { at_least_80, from_60, from_30, less } = after.quality;
  expect(at_least_80 + from_60 + from_30 + less).toBe(after.customers.total);
  expect(at_least_80).toBeGreaterThanOrEqual(4);
  expect(after.mirror).toMatchObject({ present: inErp + 20, gone: 0, without_phone: 0 });
  const text = statusText(after, 'zh');
  expect(text).toContain(`从 ERP 读到 ${inErp} 位（新 ${inErp}）`);
  expect(text).toContain('写入 ERP：新建 20；没有写 5 位');
  expect(text).toContain('最近 24 小时 100%（20 次中 20 次）');
  expect(text).toContain('演示用的模拟 ERP');
  expect(statusText(after, 'en')).toContain('100% (20 of 20) in 24 hours');
});

test('a parked write is the first thing said, by name, with its reason and what to do', async () => {
  const world = await startWorld({ customers: 3 });
  const long = `${'长'.repeat(99)}公司`;
  await world.bring(
    rows({
      wechat_id: 'wx_long',
      real_name: '长示例',
      company_name: long,
      phone: '13800000071',
      has_order: true,
    }),
  );
  await world.sync();
  const after = await status(world);
  expect(after.headline.zh).toBe('有 1 件事需要您处理');
  expect(after.writes.parked).toMatchObject({ count: 1, first: [{ name: long, kind: 'create' }] });
  expect(after.writes.parked.first[0]?.why?.zh).not.toBe(after.writes.parked.first[0]?.why?.en);
  expect(after.success.last_24_hours).toMatchObject({ tried: 1, succeeded: 0, share: 0 });
  expect(statusText(after, 'zh')).toMatch(/需要您处理的写入：1\n {2}#\d+ 长+公司：.*请改正后重新导入/);
});

test('writes that wait are counted apart, with the time of the next try, and the stop is said in words', async () => {
  const world = await startWorld({ customers: 3 });
  await world.bring(PEOPLE);
  await world.sync('pull');
  await world.sim.close();
  await world.sync('push');
  const after = await status(world);
  expect(after.headline.zh).toMatch(/^同步已停：.*ERP/);
  expect(after.runs[0]).toMatchObject({ kind: 'push', state: 'stopped' });
  expect(after.writes.waiting.count).toBeGreaterThan(0);
  expect(after.writes.waiting.first.length).toBeLessThanOrEqual(5);
  expect(after.writes.waiting.first[0]?.retry_at).toMatch(/Z$/);
  expect(after.writes.parked.count).toBe(0);
  expect(statusText(after, 'zh')).toMatch(/等待重试的写入（系统会自动再试）：\d+\n.*后自动再试/);
});

test('a run that the ERP ended is told in Chinese too, with what to do', async () => {
  const world = await startWorld({ customers: 3 });
  await world.sim.close();
  await expect(world.sync('pull')).rejects.toThrow();
  const after = await status(world);
  expect(after.runs[0]).toMatchObject({ state: 'failed', pull: null });
  expect(after.runs[0]?.error?.message.zh).toMatch(/ERP 服务器/);
  expect(after.headline.zh).toContain('程序会自动再试');
  expect(after.headline.zh).not.toMatch(/cannot be reached|refuses/);
});

test('a sync under way is named; one whose process died is not, and its run counts as broken off', async () => {
  const world = await startWorld({ customers: 3 });
  const lease = await acquireLease(world.store, 'sync', thisHolder('service'), { waitMs: 0 });
  expect((await status(world)).under_way).toMatchObject({ label: 'service', pid: process.pid });
  expect(statusText(await status(world), 'zh')).toContain('正在同步：service');
  await lease.release();
  expect((await status(world)).under_way).toBeNull();

  const helper = startHelper(new URL('support/idle-helper.ts', import.meta.url));
  const holder = await helper.line();
  const started_at = world.now().toISOString();
  await world.store.db
    .insertInto('sync_runs')
    .values({ kind: 'sync', trigger: 'cli', holder, started_at })
    .execute();
  expect((await status(world)).runs[0]).toMatchObject({ state: 'running' });
  await helper.kill();
  const after = await status(world);
  expect(after.runs[0]).toMatchObject({ state: 'broken_off', by: 'idle' });
  expect(statusText(after, 'zh')).toContain('中断了，下次同步会接着做');
});

test('an open conflict is something to do', async () => {
  const world = await startWorld({ customers: 3 });
  await world.bring(PEOPLE);
  await world.sync();
  const [record] = world.sim.customers().filter(({ fields }) => fields.mobile === '13800000009');
  await world.bring(rows({ wechat_id: 'wx_demo_09', address: '南京市新示例路2号' }));
  world.sim.edit(record?.ord ?? 0, { address: '南京市别处3号' });
  await world.sync();
  const after = await status(world);
  expect(after.conflicts).toBe(1);
  expect(after.headline.en).toBe('1 thing to do for you');
  expect(statusText(after, 'zh')).toContain('等您决定的字段：1 处');
});

test('old failures leave the rate of the last day, and no phone is shown', async () => {
  const world = await startWorld({ customers: 3 });
  const at = (days: number) => new Date(world.now().getTime() - days * 86_400_000).toISOString();
  const line = {
    sync_direction: 'local_to_erp',
    sync_type: 'push',
    sync_action: 'create',
    synced_by: 'test',
  } as const;
  await world.store.db
    .insertInto('erp_sync_logs')
    .values([
      { ...line, sync_result: 'failed', synced_at: at(3) },
      { ...line, sync_result: 'success', synced_at: at(3) },
      { ...line, sync_result: 'success', synced_at: at(0.5) },
      { ...line, sync_result: 'failed', synced_at: at(8) },
      { ...line, sync_action: 'skip', sync_result: 'success', synced_at: at(0.5) },
    ] as never)
    .execute();
  await world.bring(
    rows({
      wechat_id: 'wx_phone',
      wechat_nickname: '13800000061',
      phone: '13800000061',
      company_name: '短',
      has_order: true,
    }),
  );
  await world.sync('push');
  const { success, ...rest } = await status(world);
  expect(success.last_7_days.tried - success.last_24_hours.tried).toBe(2);
  expect(success.last_7_days.succeeded - success.last_24_hours.succeeded).toBe(1);
  expect(JSON.stringify(rest)).not.toMatch(/1[3-9]\d{9}/);
});
