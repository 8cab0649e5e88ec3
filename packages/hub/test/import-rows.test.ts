import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toPatch } from '../src/ingest/patch.ts';
import { type ImportRow, readRows } from '../src/ingest/rows.ts';

async function rowsOf(name: string, content: string | Buffer): Promise<ImportRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-rows-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, content);
  const rows: ImportRow[] = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
}
function patchOf(raw: Record<string, unknown>) {
  const reading = toPatch(raw);
  if (!reading.ok) throw new Error(reading.reason.en);
  return reading.patch;
}
function reasonOf(raw: Record<string, unknown>) {
  const reading = toPatch(raw);
  if (reading.ok) throw new Error('the row was taken');
  return reading.reason;
}

/** `微信号,昵称` and one row `wx_a,示例`, in GB18030: Node can read it, but not write it. */
const GB18030 = Buffer.from('cea2d0c5bac52ceac7b3c60a77785f612ccabec0fd0a', 'hex');

describe('a CSV file', () => {
  const text = '微信号,昵称\nwx_a,示例\n';
  const expected = [{ line: 2, raw: { 微信号: 'wx_a', 昵称: '示例' } }];

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 little endian without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 big endian with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['GB18030, as Excel on a Chinese Windows writes it', GB18030],
  ])('in %s is read', async (_name, content) => {
    expect(await rowsOf('a.csv', content)).toEqual(expected);
  });

  test.each([[';'], ['\t'], ['，']])('may be separated by %j', async (mark) => {
    expect(await rowsOf('a.csv', text.replaceAll(',', mark))).toEqual(expected);
  });

  test('keeps commas and line breaks in quotes, and skips empty lines', async () => {
    const rows = await rowsOf('a.csv', '微信号,备注\r\nwx_a,"一,\n二"\r\n\r\n,\r\nwx_b,三\r\n');
    expect(rows).toEqual([
      { line: 3, raw: { 微信号: 'wx_a', 备注: '一,\n二' } },
      { line: 6, raw: { 微信号: 'wx_b', 备注: '三' } },
    ]);
  });

  test('row with more cells than headers is bad, and the next one is not', async () => {
    const rows = await rowsOf('a.csv', '微信号,昵称\nwx_a,x,y\nwx_b,z\n');
    expect(rows[0]).toMatchObject({ line: 2, error: { en: expect.stringContaining('3 cells') } });
    expect(rows[1]).toEqual({ line: 3, raw: { 微信号: 'wx_b', 昵称: 'z' } });
  });

  test('may end its lines in more than one way, and lines are counted as an editor counts them', async () => {
    const mixed = await rowsOf('a.csv', '微信号,备注\r\nwx_a,一\nwx_b,"二\r\n三"\r\nwx_c,四\rx\n');
    expect(mixed).toEqual([
      { line: 2, raw: { 微信号: 'wx_a', 备注: '一' } },
      { line: 4, raw: { 微信号: 'wx_b', 备注: '二\n三' } },
      { line: 5, raw: { 微信号: 'wx_c', 备注: '四\rx' } },
    ]);
    expect(await rowsOf('a.csv', text.replaceAll('\n', '\r'))).toEqual(expected);
    expect(await rowsOf('a.csv', `${text}wx_b,乙\r\nwx_c,丙\r\n`)).toMatchObject([
      { line: 2 },
      { line: 3 },
      { line: 4, raw: { 昵称: '丙' } },
    ]);
  });

  test('keeps a quote that is a part of the words, and takes off those of CSV', async () => {
    const cells = ['"老王"的店', '"A" 公司', '5" 屏', '"说""好"""', ' "一,二" ', '说"好"'];
    const rows = await rowsOf('a.csv', `微信号,昵称\n${cells.map((cell) => `wx_a,${cell}\n`).join('')}`);
    const names = rows.map((row) => 'raw' in row && row.raw.昵称);
    expect(names).toEqual(['"老王"的店', '"A" 公司', '5" 屏', '说"好"', '一,二', '说"好"']);
  });

  const far = Array.from({ length: 5000 }, (_, index) => `wx_far_${index},示例示例示例`);
  test.each([
    ['before rows without one', ['wx_a,"y', 'wx_b,z', 'wx_c,w'], [2]],
    ['before a quoted cell', ['wx_a,"y', 'wx_b,z', 'wx_c,"w"'], [2]],
    ['twice', ['wx_a,"y', 'wx_b,z', 'wx_c,"w', 'wx_d,v'], [2, 4]],
    ['behind a cell with a quote of its own', ['wx_a,"老王"的店,"y', 'wx_b,z'], [2]],
    ['far before the end', ['wx_a,"y', ...far, 'wx_c,"w"'], [2]],
  ])('whose quote is not closed, %s, loses that line only', async (_name, lines, bad) => {
    const rows = await rowsOf('a.csv', `微信号,昵称,备注\n${lines.join('\n')}\n`);
    expect(rows.map(({ line }) => line)).toEqual(lines.map((_line, index) => index + 2));
    const told = rows.filter((row) => 'error' in row);
    expect(told.map(({ line }) => line)).toEqual(bad);
    expect(told[0]).toMatchObject({ error: { en: expect.stringContaining('quote') } });
  });

  test.each([
    [['张三,"第一行', '他说 "贵"",13800000001,13900000002']],
    [['张三,"说 "贵" 了', '改天再谈",13800000001,13900000002']],
    [['张三,"说 "贵" 了', '第二行', '改天, 再谈",13800000001,13900000002']],
    [['"老王"的店,"第一行', '第二行",13800000001,13900000002']],
  ])('whose cell of several lines holds bare quotes loses all of its lines, %j', async (lines) => {
    const after = ['李四,5" 屏,13800000003,', '"老王"的店,,13800000004,', '王五,"A" 5" 屏,13800000005,'];
    const rows = await rowsOf('a.csv', `姓名,备注,手机,电话\n${[...lines, ...after].join('\n')}\n`);
    const told = rows.flatMap((row) => ('error' in row ? [row.line] : []));
    expect(told).toEqual(lines.map((_line, index) => index + 2));
    const taken = rows.flatMap((row) => ('raw' in row ? [row.raw.姓名] : []));
    expect(taken).toEqual(['李四', '"老王"的店', '王五']);
  });

  test('with a quoted cell of thousands of lines with quotes in them is read in one go', async () => {
    const inner = Array.from({ length: 6000 }, () => '说""好""').join('\n');
    const rows = await rowsOf('a.csv', `微信号,备注\n${`wx_a,"${inner}"\n`.repeat(20)}`);
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({ line: 6001, raw: { 备注: inner.replaceAll('""', '"') } });
  });

  test('with a few broken bytes stays what it is, and only the rows that hold them are bad', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `wx_${index},测试${index}\n`);
    const whole = Buffer.from(`微信号,昵称\n${lines.join('')}`);
    const cut = Buffer.concat([whole, Buffer.from('wx_x,测'), Buffer.from('e6b5', 'hex'), Buffer.from('\n')]);
    const rows = await rowsOf('a.csv', cut);
    expect(rows[0]).toMatchObject({ raw: { 微信号: 'wx_0', 昵称: '测试0' } });
    expect(rows.flatMap((row) => ('error' in row ? [row] : []))).toEqual([
      { line: 102, error: expect.objectContaining({ zh: expect.stringContaining('残缺') }) },
    ]);
    const marked = Buffer.concat([Buffer.from('\uFEFFwechat_id,nick\nwx_a,'), Buffer.from('ff0a', 'hex')]);
    expect(await rowsOf('a.csv', marked)).toEqual([{ line: 2, error: expect.anything() }]);
    const small = Buffer.concat([Buffer.from('wechat_id,姓\nwx_a,'), Buffer.from('fffefd0a', 'hex')]);
    expect(await rowsOf('a.csv', small)).toEqual([{ line: 2, error: expect.anything() }]);
    const gbk = Buffer.concat([GB18030, Buffer.from('wx_b,'), Buffer.from('ca0a', 'hex')]);
    expect(await rowsOf('a.csv', gbk)).toEqual([...expected, { line: 3, error: expect.anything() }]);
  });

  test('that holds the sign of a lost character as a character is taken as it stands', async () => {
    const rows = await rowsOf('a.csv', '微信号,昵称\nwx_a,小\uFFFD\n');
    expect(rows).toEqual([{ line: 2, raw: { 微信号: 'wx_a', 昵称: '小\uFFFD' } }]);
  });

  test('with zero bytes in it is no UTF-16', async () => {
    const one = await rowsOf('a.csv', '微信号,昵称\nwx_a,示例\0\n');
    expect(one).toEqual([{ line: 2, raw: { 微信号: 'wx_a', 昵称: '示例\0' } }]);
    const padded = await rowsOf('a.csv', `wechat_id,phone\nwx_a${'\0'.repeat(21)},13800000001\n`);
    expect(padded.map((row) => 'raw' in row && toPatch(row.raw))).toMatchObject([
      { patch: { wechat_id: 'wx_a', phone: '13800000001' } },
    ]);
  });

  test('without a line of headers is told in one sentence, without phones', async () => {
    const rows = await rowsOf('a.csv', 'wx_a,13800000001\nwx_b,13800000002\n');
    expect(rows).toEqual([
      { line: 1, error: { zh: expect.stringContaining('表头'), en: expect.any(String) } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('13800000001');
  });

  test('of a thousand times the size of a reading piece comes whole', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `wx_${index},示例${index}`);
    const rows = await rowsOf('a.csv', `微信号,昵称\n${lines.join('\n')}\n`);
    expect(rows).toHaveLength(40_000);
    expect(rows.at(-1)).toEqual({ line: 40_001, raw: { 微信号: 'wx_39999', 昵称: '示例39999' } });
  });
});

test('JSON Lines give one row per object and one bad row per line that is none', async () => {
  const rows = await rowsOf(
    'a.jsonl',
    '{"wechat_id":"wx_a","phone":null}\n\n[1]\n{"wechat_id":\n{"wechat_id":"wx_b"}',
  );
  expect(rows.map((row) => [row.line, 'raw' in row ? row.raw : 'bad'])).toEqual([
    [1, { wechat_id: 'wx_a', phone: null }],
    [3, 'bad'],
    [4, 'bad'],
    [5, { wechat_id: 'wx_b' }],
  ]);
});

describe('a row', () => {
  test('may use the Chinese headers or the column names, with their usual variants', () => {
    const patch = patchOf({
      '手机号 *': '+86 138-0000-0001',
      公司名称: ' 星河  测试公司 ',
      Real_Name: '测试甲',
      备注: '老客户',
    });
    expect(patch).toEqual({
      phone: '13800000001',
      company_name: '星河 测试公司',
      real_name: '测试甲',
      wechat_remark: '老客户',
    });
  });

  test('leaves out empty cells, and clears only by null', () => {
    expect(patchOf({ 邮箱: '', phone: '  ', address: null, has_order: null, message_count: null })).toEqual({
      address: null,
      has_order: false,
      message_count: 0,
    });
  });

  test('leaves out a cell that holds invisible characters alone', () => {
    const patch = patchOf({ 微信号: 'wx_a', 昵称: '\u200B', 备注: '\u200E\u2060 ', 手机: '\0' });
    expect(patch).toEqual({ wechat_id: 'wx_a' });
  });

  test.each([
    [{ 电话: '0755-88888888', 手机: '13800000001' }],
    [{ 手机: '13800000001', 电话: '0755-88888888' }],
    [{ 手机: null, 电话: '13800000001', 联系电话: 'x' }],
  ])('with several headers of one column takes the value that fits: %j', (raw) => {
    expect(patchOf(raw)).toEqual({ phone: '13800000001' });
  });

  test('none of whose phones fits is bad, also where another one is null', () => {
    expect(reasonOf({ 电话: '0755-88888888', 手机: '12345' }).zh).toMatch(/电话.*；手机/);
    expect(reasonOf({ 电话: '0755-88888888', 手机: null }).zh).toContain('电话');
  });

  test('is read as the ERP and other programs export it', () => {
    expect(patchOf({ '\0客户名称': '星河测试公司', 手机: '13800000001.0' })).toEqual({
      company_name: '星河测试公司',
      phone: '13800000001',
    });
  });

  test('takes flags, numbers and times as people write them', () => {
    const patch = patchOf({
      已下单: '是',
      已付款: '0',
      重要: 'TRUE',
      无效: false,
      意向分: '８２.5',
      消息数: '1,024',
      首次联系时间: '2026/3/1 9:05',
      last_contact_time: '2026-03-01T09:05:00Z',
      phone_verified_at: '2026年3月1日',
    });
    expect(patch).toEqual({
      has_order: true,
      has_payment: false,
      marked_as_important: true,
      marked_as_invalid: false,
      intent_score: 82.5,
      message_count: 1024,
      first_contact_time: '2026-03-01T01:05:00.000Z',
      last_contact_time: '2026-03-01T09:05:00.000Z',
      phone_verified_at: '2026-02-28T16:00:00.000Z',
    });
  });

  test.each([
    [{ 手机: '0755-1234567' }, '手机号'],
    [{ 手机: '138****0001' }, '星号'],
    [{ 邮箱: 'nobody at example' }, '邮箱'],
    [{ 意向分: '101' }, '0 到 100'],
    [{ 消息数: '-1' }, '整数'],
    [{ 消息数: '2.5' }, '整数'],
    [{ 已下单: '也许' }, '是/否'],
    [{ 首次联系时间: '2026-02-30' }, '日期'],
    [{ 信用代码: '91310000MA1K12345X' }, '信用代码'],
    [{ company_name_source: 'rumour' }, 'wechat'],
    [{ business_license_info: '{' }, 'JSON'],
    [{ erp_customer_id: '12a' }, '正整数'],
  ])('with %j is bad and says why', (raw, why) => {
    expect(reasonOf(raw).zh).toContain(why);
  });

  test('with several wrong cells tells all of them, and no phone in the clear', () => {
    const reason = reasonOf({ 邮箱: 'tel 13800000001', 消息数: 'x' });
    expect(reason.zh).toMatch(/邮箱.*；消息数/);
    expect(reason.zh + reason.en).not.toContain('13800000001');
  });

  test('names the columns that mean nothing and those that are not an import’s to set', () => {
    const reading = toPatch({
      微信号: 'wx_a',
      星座: '狮子',
      id: 7,
      version: 3,
      客户编号: 'KH1',
      __proto__: { x: 1 },
    });
    expect(reading).toEqual({
      ok: true,
      patch: { wechat_id: 'wx_a' },
      unknown: ['星座'],
      ignored: ['id', 'version', 'erp_customer_code'],
      outdone: [],
    });
  });

  test('takes 客户名称 and 名称 for the company only where no column says it more exactly, and tells what lost', () => {
    const cells = { 名称: '测试产品', 客户名称: '王老板', 公司名称: '星河测试公司', 手机: '13800000001' };
    for (const entries of [Object.entries(cells), Object.entries(cells).reverse()]) {
      const reading = toPatch(Object.fromEntries(entries));
      expect(reading).toMatchObject({ patch: { company_name: '星河测试公司' } });
      expect(reading).toHaveProperty('outdone', expect.arrayContaining(['名称', '客户名称']));
    }
    const { 公司名称: _company, ...vague } = cells;
    expect(toPatch(vague)).toMatchObject({ patch: { company_name: '王老板' }, outdone: ['名称'] });
    expect(patchOf({ 名称: '星河测试公司' })).toEqual({ company_name: '星河测试公司' });
    expect(toPatch({ ...cells, 公司名称: '' })).not.toHaveProperty('patch.company_name');
    const same = { 公司名称: '星河测试公司', 客户名称: '星河测试公司 ', 名称: '' };
    expect(toPatch(same)).toMatchObject({ patch: { company_name: '星河测试公司' }, outdone: [] });
  });
});
