// How many exported messages a second are read, and with how much memory, from a file far larger than the memory it may take?
//
// Writes one file per layout under the temporary folder, reads it in a process of its own, prints rows/s and peak memory.
//   node bench/chat-export.ts [megabytes]          default 500
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChatExport } from '@bangqiao/wechat';

const MEGABYTE = 1024 * 1024;
const START = 1_700_000_000;

interface Layout {
  head: string;
  row: (n: number) => string;
  tail: string;
}

const words = (n: number) => `第${n}句：请问这个型号的价格和交货期，谢谢。`;
const clock = (n: number) =>
  new Date((START + n + 28_800) * 1000).toISOString().slice(0, 19).replace('T', ' ');

const LAYOUTS: Record<string, Layout> = {
  memotrace_csv: {
    head: '\ufefflocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n',
    row: (n) =>
      `${n},${n % 500},1,0,${n % 2},${START + n},2,"${words(n)}",${clock(n)},备注${n % 500},昵称,${n % 2 ? '' : `wxid_${n % 500}`}\n`,
    tail: '',
  },
  chatlog_json: {
    head: '[\n',
    row: (n) =>
      `${n ? ',' : ''}${JSON.stringify({ seq: n, time: `${clock(n).replace(' ', 'T')}+08:00`, talker: `wxid_${n % 500}`, talkerName: '昵称', isChatRoom: false, sender: `wxid_${n % 500}`, senderName: '昵称', isSelf: n % 2 === 1, type: 1, subType: 0, content: words(n) })}\n`,
    tail: ']\n',
  },
  memotrace_txt: { head: '', row: (n) => `${clock(n)} 小周\n${words(n)}\n\n`, tail: '' },
};

const [role = '500', path = ''] = process.argv.slice(2);
if (role === 'read') await read(path);
else await all(Number(role));

async function all(megabytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-bench-'));
  try {
    for (const [name, layout] of Object.entries(LAYOUTS)) {
      const file = join(folder, name);
      await write(file, layout, megabytes * MEGABYTE);
      const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, 'read', file], {
        encoding: 'utf8',
      });
      console.log(`${name}, ${Math.round(statSync(file).size / MEGABYTE)} MB: ${stdout.trim() || stderr}`);
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(file: string, { head, row, tail }: Layout, bytes: number): Promise<void> {
  const out = createWriteStream(file);
  out.write(head);
  for (let n = 0; out.bytesWritten < bytes; ) {
    let block = '';
    for (const end = n + 1000; n < end; n++) block += row(n);
    if (!out.write(block)) await once(out, 'drain');
  }
  out.end(tail);
  await once(out, 'finish');
}

async function read(file: string): Promise<void> {
  const begun = performance.now();
  let events = 0;
  let others = 0;
  for await (const item of readChatExport(file)) 'event' in item ? events++ : others++;
  const seconds = (performance.now() - begun) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${events} events, ${others} others, ${Math.round(events / seconds)} rows/s, ${seconds.toFixed(1)} s, peak ${peak} MB`,
  );
}
