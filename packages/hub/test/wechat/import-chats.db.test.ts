import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ChatImportOptions, importChats } from '../../src/ingest/chats.ts';
import { type Side, side } from './support.ts';

async function fileOf(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-chats-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

function bring(hub: Side, file: string, more: Partial<ChatImportOptions> = {}) {
  return importChats(hub.store, hub.intake, file, {
    account: 'wxid_me',
    clock: hub.ports.clock,
    understand: hub.understand,
    ...more,
  });
}

const HEAD = '时间,微信号,方向,内容';
const row = (n: number, who: string, text: string, direction = '收') =>
  `2026-02-${String(1 + (n % 20)).padStart(2, '0')} 10:${String(n % 60).padStart(2, '0')}:00,${who},${direction},${text}`;

test('exported chats become customers with their messages; a broken row is told by its line, the same file again changes nothing', async () => {
  const hub = await side();
  const text = [
    HEAD,
    row(1, 'wx_a', '你好'),
    row(2, 'wx_a', '我的电话13800000021，多少钱'),
    'no time,wx_a,收,x',
    row(3, 'wx_b', '好的', '发'),
  ];
  const file = await fileOf('chats.csv', `\uFEFF${text.join('\r\n')}`);
  const report = await bring(hub, file);
  expect(report).toMatchObject({ format: 'plain', accepted: 3, duplicate: 0, from: 0 });
  expect(report.faults).toMatchObject([{ line: 4 }]);
  const before = await hub.customers();
  expect(before).toMatchObject([
    {
      wechat_id: 'wx_a',
      message_count: 2,
      conversation_days: 2,
      phone: '13800000021',
      has_quote_request: true,
    },
    { wechat_id: 'wx_b', message_count: 1 },
  ]);
  expect(await bring(hub, file)).toMatchObject({ accepted: 0, duplicate: 3 });
  expect(await hub.customers()).toEqual(before);
});

test('an import that was broken off goes on behind what is kept, and one with another account begins anew', async () => {
  const hub = await side();
  const rows = Array.from({ length: 2500 }, (_, n) => row(n, `wx_${n % 7}`, `第 ${n} 句`));
  const file = await fileOf('long.csv', [HEAD, ...rows].join('\n'));
  let batches = 0;
  const dying = bring(hub, file, {
    understand: async () => {
      batches++;
      if (batches === 2) throw new Error('killed');
    },
  });
  await expect(dying).rejects.toThrow('killed');
  const report = await bring(hub, file);
  expect(report).toMatchObject({ from: 2000, accepted: 500, duplicate: 0 });
  const people = await hub.customers();
  expect(people.reduce((sum, one) => sum + one.message_count, 0)).toBe(2500);
  expect((await bring(hub, file, { account: 'wxid_other' })).from).toBe(0);
});
