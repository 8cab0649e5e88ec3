import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { meaningOf } from '../src/errors/errcodes.ts';
import { ERROR_TABLE, maskSecrets, WechatError } from '../src/index.ts';

test('README lists every error with its blame and action, and no other', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const listed = [...readme.matchAll(/^\| `(\w+)` +\| (\w+) +\| (\w+) +\| (.+?) +\|$/gm)].map((match) =>
    match.slice(1, 5),
  );
  const table = Object.entries(ERROR_TABLE).map(([code, { blame, action, en }]) => [code, blame, action, en]);
  expect(listed).toEqual(table);
});

test('every error has a sentence and a next step in both languages', () => {
  for (const [code, row] of Object.entries(ERROR_TABLE)) {
    expect(`${row.zh} ${row.nextZh}`, code).toMatch(/[一-龥].* .*[一-龥]/);
    expect(`${row.en}${row.nextEn}`, code).not.toMatch(/[一-龥]/);
    expect(
      Math.min(row.zh.length, row.en.length, row.nextZh.length, row.nextEn.length),
      code,
    ).toBeGreaterThan(3);
  }
});

test('a number nobody described is a refusal that shows it', () => {
  expect(meaningOf(123456)).toBe('wecom_refused');
  const error = new WechatError('wecom_refused', { operation: 'x', errcode: 123456, said: 'no' });
  expect(error.userMessage.zh).toContain('[123456]：no');
});

test('tokens, secrets, robot keys and phones are masked in whatever is told', () => {
  const text =
    'GET /cgi-bin/x?access_token=AAA&corpsecret=BBB {"access_token":"CCC","secret":"DDD"} key=EEE /bot/v2/hook/FFF 13800000001';
  expect(maskSecrets(text)).not.toMatch(/AAA|BBB|CCC|DDD|EEE|FFF|13800000001/);
  const error = new WechatError('wecom_refused', { operation: 'x', said: text });
  expect(JSON.stringify([error, error.message, error.userMessage])).not.toMatch(
    /AAA|BBB|CCC|DDD|EEE|FFF|13800000001/,
  );
});
