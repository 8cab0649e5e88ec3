import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWithLongIds } from '../src/exports/json.ts';
import { EXPORT_FORMATS, readChatExport, recogniseChatExport } from '../src/index.ts';
import { gbk, utf16 } from './support/encode.ts';
import {
  CHATLOG,
  CHATLOG_CSV,
  CONTACTS,
  eventsIn,
  LINES,
  MEMOTRACE,
  MEMOTRACE_CHAT,
  MEMOTRACE_TXT,
  PLAIN,
  PYWXDUMP,
  read,
} from './support/exports.ts';
import { tempFolder } from './support/folder.ts';

const ALL = {
  memotrace_csv: MEMOTRACE,
  memotrace_chat_csv: MEMOTRACE_CHAT,
  memotrace_txt: MEMOTRACE_TXT,
  pywxdump: PYWXDUMP,
  chatlog_json: CHATLOG,
  chatlog_csv: CHATLOG_CSV,
  contacts_csv: CONTACTS,
  events: LINES,
  plain: PLAIN,
};

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

test('every format is known by its beginning', async () => {
  expect(Object.keys(ALL).sort()).toEqual([...EXPORT_FORMATS].sort());
  for (const [name, text] of Object.entries(ALL)) expect(await recogniseChatExport(bytesOf(text))).toBe(name);
});

test('memotrace_csv: whom an own message was said to is known, and groups are', async () => {
  const events = await eventsIn(MEMOTRACE, { account: 'wxid_me' });
  expect(events).toMatchObject([
    {
      direction: 'out',
      wechat_id: 'wxid_zhou',
      nickname: '周经理',
      text: '您好，我是小李',
      at: '2023-11-14T22:13:20.000Z',
    },
    {
      direction: 'in',
      wechat_id: 'wxid_zhou',
      text: '在吗？\n想问"价格"',
      account: 'wxid_me',
      channel: 'export',
    },
    { kind: 'image', wechat_id: 'wxid_zhou' },
    { wechat_id: 'wxid_san', room_id: 'talker:9', nickname: '阿三', direction: 'in' },
    { wechat_id: 'wxid_si', room_id: 'talker:9' },
    { wechat_id: null, room_id: 'talker:9', direction: 'out' },
    { kind: 'quote', text: '可以&行' },
  ]);
  expect(events[1]).not.toHaveProperty('room_id');
  expect(events[2]).not.toHaveProperty('text');
});

test('a row that cannot be read is told with its line, a system row with its reason', async () => {
  const rest = (await read(MEMOTRACE)).filter((item) => !('event' in item));
  expect(rest).toEqual([
    { position: 7, skipped: 9, reason: 'system_row' },
    { position: 9, fault: 11, reason: 'bad_time' },
  ]);
});

test('a file of one chat: nobody is taken for the customer until the operator says who is who', async () => {
  const directions = async (text: string, options = {}) =>
    (await eventsIn(text, options)).map((one) => one.type === 'message' && [one.direction, one.nickname]);
  for (const text of [MEMOTRACE_CHAT, MEMOTRACE_TXT]) {
    expect(await directions(text)).toEqual([
      ['unknown', '小周'],
      ['unknown', '小李'],
      ['unknown', '小周'],
    ]);
    const known = [
      ['in', '小周'],
      ['out', '小周'],
      ['in', '小周'],
    ];
    expect(await directions(text, { self: ['小李'] })).toEqual(known);
    expect(await directions(text, { peer: { name: '小周', wechatId: 'wxid_zhou' } })).toEqual(known);
  }
  const [first] = await eventsIn(MEMOTRACE_TXT, { peer: { name: '小周', wechatId: 'wxid_zhou' } });
  expect(first).toMatchObject({ wechat_id: 'wxid_zhou', chat: 'wxid_zhou' });
  const group = `${MEMOTRACE_TXT}\n2023-11-15 06:15:00 阿三\n我也在\n`;
  const inGroup = await eventsIn(group, { self: ['小李'], chat: '采购群', peer: { wechatId: 'wxid_zhou' } });
  expect(inGroup.every((one) => one.room_id === '采购群' && one.wechat_id === null)).toBe(true);
});

test('memotrace_txt: a heading inside a message stays part of it, and placeholders become kinds', async () => {
  const events = await eventsIn(MEMOTRACE_TXT);
  expect(events[1]).toMatchObject({ text: '引自记录：\n2023-11-15 06:14:20 小周\n在的' });
  expect(events[2]).toMatchObject({ kind: 'image' });
  expect(events).toHaveLength(3);
});

test('pywxdump: own, other, group and system rows; as JSON and in the older shape the same', async () => {
  const events = await eventsIn(PYWXDUMP);
  expect(events).toMatchObject([
    { direction: 'in', wechat_id: 'wxid_zhou', text: '在吗' },
    { direction: 'out', wechat_id: 'wxid_zhou', text: '在的' },
    { kind: 'image' },
    { room_id: '123@chatroom', wechat_id: 'wxid_san' },
    { text: '好的' },
    { text: '好的' },
  ]);
  const [header = '', ...lines] = PYWXDUMP.trim().split('\n');
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, n) => [header.split(',')[n]!, cell])),
  );
  const json = JSON.stringify(rows).replaceAll(/"MsgSvrID":"(\d+)"/g, '"MsgSvrID":$1');
  expect(json).toContain('"MsgSvrID":7284710293847561001');
  expect(await eventsIn(json)).toEqual(events);
  const older = rows.map(({ msg, src, ...row }) => ({ ...row, content: JSON.stringify({ msg, src }) }));
  expect(await eventsIn(JSON.stringify(older))).toEqual(events);
});

test('ids of 64 bits keep every digit', () => {
  expect(parseWithLongIds('{"a":7284710293847561001,"b":[-9007199254740993],"c":12,"d":1.5}')).toEqual({
    a: '7284710293847561001',
    b: ['-9007199254740993'],
    c: 12,
    d: 1.5,
  });
});

test('chatlog: JSON says everything, CSV as much as follows from it', async () => {
  expect(await eventsIn(CHATLOG)).toMatchObject([
    { direction: 'in', nickname: '小周', at: '2023-11-14T22:14:20.000Z' },
    { direction: 'out', wechat_id: 'wxid_zhou' },
    { kind: 'image' },
    { room_id: '123@chatroom', wechat_id: 'wxid_san', nickname: '阿三', direction: 'in' },
    { kind: 'file', text: '报价.xlsx' },
  ]);
  const directions = (await eventsIn(CHATLOG_CSV)).map((one) => one.type === 'message' && one.direction);
  expect(directions).toEqual(['in', 'out', 'unknown']);
  const known = (await eventsIn(CHATLOG_CSV, { account: 'wxid_me' })).map(
    (one) => one.type === 'message' && one.direction,
  );
  expect(known).toEqual(['in', 'out', 'in']);
});

test('the same chat out of different tools, or twice in a file, is the same messages', async () => {
  const texts = async (file: string) =>
    (await eventsIn(file)).filter((one) => one.type === 'message' && one.kind === 'text');
  const ids = async (file: string) => (await texts(file)).map((one) => one.id);
  const [hello, answer] = await ids(PYWXDUMP);
  expect((await ids(CHATLOG)).slice(0, 2)).toEqual([hello, answer]);
  expect((await ids(CHATLOG_CSV)).slice(0, 2)).toEqual([hello, answer]);
  expect(await ids(MEMOTRACE.replace('"在吗？\n想问""价格"""', '在吗'))).toContain(hello);
  const twice = PYWXDUMP + PYWXDUMP.slice(PYWXDUMP.indexOf('\n') + 1);
  expect(new Set(await ids(twice))).toEqual(new Set(await ids(PYWXDUMP)));
  expect(new Set(await ids(PYWXDUMP)).size).toBe(5);
});

test('a row that stands twice in a second is one message, a message said twice is two', async () => {
  const [header] = PYWXDUMP.split('\n');
  const row = (id: string) => `1,${id},文本,0,wxid_zhou,wxid_zhou,好的,,2023-11-15 06:14:34\n`;
  const count = async (...ids: string[]) =>
    new Set((await eventsIn(`${header}\n${ids.map(row).join('')}`)).map((one) => one.id)).size;
  expect(await count('71', '71')).toBe(1);
  expect(await count('71', '72')).toBe(2);
  expect(await count('1.23E+18', '1.23E+18')).toBe(2);
});

test('two accounts that write down the same chat do not share its messages', async () => {
  const [mine] = await eventsIn(PYWXDUMP, { account: 'wxid_me' });
  const [yours] = await eventsIn(PYWXDUMP, { account: 'wxid_you' });
  expect(mine?.id).not.toBe(yours?.id);
});

test('contacts: people only, filled fields only, unchanged ones the same event', async () => {
  const items = await read(CONTACTS, { readAt: 1700000000000 });
  expect(items[0]).toMatchObject({
    event: {
      wechat_id: 'wxid_zhou',
      wechat_alias: 'zhou-demo',
      wechat_nickname: '小周🌸',
      wechat_remark: '周经理',
      phone: '13800000001',
      address: '浙江 杭州',
      tags: ['重点', '杭州'],
    },
  });
  expect(items.slice(1, 3)).toEqual([
    { position: 2, skipped: 3, reason: 'not_a_person' },
    { position: 3, skipped: 4, reason: 'not_a_person' },
  ]);
  expect(items[3]).toMatchObject({ event: { wechat_id: 'wxid_bare' } });
  const later = await eventsIn(CONTACTS, { readAt: 1800000000000 });
  expect(later[0]?.id).toBe('event' in items[0]! && items[0].event.id);
});

test('a table of one’s own: Chinese headings, direction where it stands', async () => {
  const items = await read(PLAIN);
  expect(items.flatMap((item) => ('event' in item ? [item.event] : []))).toMatchObject([
    { direction: 'in', wechat_id: 'wxid_zhou', at: '2023-11-14T22:14:00.000Z', nickname: '小周' },
    { direction: 'out', wechat_id: 'wxid_zhou' },
    { direction: 'unknown' },
  ]);
  expect(items[3]).toEqual({ position: 4, fault: 5, reason: 'no_sender' });
  expect(await eventsIn(PLAIN.replaceAll(',', '\t'))).toEqual(await eventsIn(PLAIN));
  const lines =
    '{"Time":"2023-11-15 06:14","Sender":"小周","Text":"在吗"}\n{"Time":1700000060,"Sender":"我","Text":"在"}\n';
  expect(await eventsIn(lines)).toMatchObject([
    { direction: 'unknown', wechat_id: null },
    { direction: 'out' },
  ]);
  const told = [false, true].map((is_self) =>
    JSON.stringify({ time: '2023-11-15 06:14', sender: '小周', text: '在吗', is_self }),
  );
  expect(await eventsIn(told.join('\n'))).toMatchObject([{ direction: 'in' }, { direction: 'out' }]);
});

test('JSON Lines of events pass as they are; broken ones are told and the next one read', async () => {
  const items = await read(LINES);
  expect(items).toMatchObject([
    { event: { id: 'b1', at: '2023-11-14T22:14:20.000Z', text: '在吗' } },
    { event: { id: expect.stringMatching(/^export:/), direction: 'out' } },
    { fault: 3, reason: 'bad_json' },
    { event: { type: 'mark', field: 'has_order', value: true } },
    { fault: 5, reason: 'bad_event' },
  ]);
});

test.each([
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 little endian', (text: string) => utf16(text, 'le')],
  ['UTF-16 big endian', (text: string) => utf16(text, 'be')],
  ['UTF-16 without a mark', (text: string) => utf16(text, 'le', false)],
  ['big endian without a mark', (text: string) => utf16(text, 'be', false)],
  ['GBK', gbk],
])('%s reads as UTF-8 does', async (_, encoded) => {
  for (const text of [MEMOTRACE, MEMOTRACE_CHAT, MEMOTRACE_TXT, PYWXDUMP, CHATLOG, PLAIN, LINES])
    expect(await read(encoded(text), { chat: 'c' })).toEqual(await read(text, { chat: 'c' }));
});

test('GBK is found out even when its first Chinese comes late, and UTF-8 in spite of a broken byte', async () => {
  const header = 'time,sender,direction,text\n';
  const latin = '2023-11-15 06:14:20,anna,in,hello there\n'.repeat(5000);
  const late = await eventsIn(gbk(`${header}${latin}2023-11-15 06:14:21,anna,in,多少钱\n`));
  expect(late.at(-1)).toMatchObject({ text: '多少钱' });
  const chinese = Buffer.from(`${header}${'2023-11-15 06:14:20,小周,in,多少钱一台\n'.repeat(20)}`);
  const broken = Buffer.concat([
    chinese,
    Buffer.from('2023-11-15 06:14:21,小周,in,坏'),
    Buffer.of(0xff),
    Buffer.from('\n'),
  ]);
  expect((await eventsIn(broken))[0]).toMatchObject({ text: '多少钱一台' });
  expect((await eventsIn(gbk('time,sender,text\n2023-11-15 06:14:20,a,联通\n')))[0]).toMatchObject({
    text: '联通',
  });
});

test('a reading goes on from any position exactly where the other stopped', async () => {
  for (const text of Object.values(ALL)) {
    const whole = await read(text, { readAt: 1 });
    for (let from = 0; from <= whole.length; from++)
      expect(await read(text, { from, readAt: 1 })).toEqual(whole.slice(from));
    await expect(read(text, { from: whole.length + 1 })).rejects.toMatchObject({ code: 'export_changed' });
  }
});

test('a file is read where it lies, a stream leaves nothing behind', async () => {
  const folder = await tempFolder();
  const path = join(folder, '小周.txt');
  await writeFile(path, MEMOTRACE_TXT);
  const items = [];
  let bytes = 0;
  for await (const item of readChatExport(path, { onBytes: (read) => (bytes = read) })) items.push(item);
  expect(items).toMatchObject([{ event: { chat: '小周' } }, {}, {}]);
  expect(bytes).toBe(Buffer.byteLength(MEMOTRACE_TXT));
  const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('bangqiao-export-'));
  const before = await left();
  for await (const _ of readChatExport(bytesOf(MEMOTRACE))) break;
  expect(await left()).toEqual(before);
});

test('a file nobody knows, an empty one and training data are refused by name', async () => {
  await expect(read('hello\nworld\n')).rejects.toMatchObject({ code: 'export_unknown_format' });
  await expect(read('')).rejects.toMatchObject({ code: 'export_unknown_format' });
  await expect(read('\n \n')).rejects.toMatchObject({ code: 'export_unknown_format' });
  await expect(read('[{"foo":1}]')).rejects.toMatchObject({ code: 'export_unknown_format' });
  const training = '[{"conversations":[{"role":"user","content":"在吗"}]}]';
  await expect(read(training)).rejects.toMatchObject({ code: 'export_training_data' });
});

test('a format that is forced is not guessed', async () => {
  const headless = 'time,name,text\n2023-11-15 06:14:20,小周,在吗\n';
  expect(await read(headless, { format: 'chatlog_csv' })).toEqual([
    { position: 1, fault: 2, reason: 'bad_time' },
  ]);
});

test('unclosed quotes, brackets and huge records end in a fault, not in the memory', async () => {
  const stray = `${PLAIN.split('\n')[0]}\n2023/11/15 6:14,wxid_zhou,小周,收,他说"好"\n2023/11/15 6:15,w,小周,收,"没有结尾\n2023/11/15 6:16,w,小周,收,后面\n`;
  const items = await read(stray);
  expect(items[0]).toMatchObject({ event: { text: '他说"好"' } });
  expect(items[1]).toMatchObject({ fault: 3, reason: 'bad_csv' });
  expect(items[2]).toMatchObject({ event: { text: '后面' } });
  expect((await read(CHATLOG.slice(0, -20))).at(-1)).toMatchObject({ reason: 'not_closed' });
  const huge = `[${CHATLOG.slice(1, -1)},{"time":"${'x'.repeat(5_000_000)}"},${CHATLOG.slice(1)}`;
  const found = [];
  for await (const item of readChatExport(bytesOf(huge))) found.push(item);
  expect(found.map((item) => ('reason' in item ? item.reason : 'event'))).toEqual([
    ...Array(5).fill('event'),
    'too_large',
    ...Array(5).fill('event'),
  ]);
});
