import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog, rotateLog } from '../src/log.ts';

function screen(isTTY = false) {
  const lines: string[] = [];
  return { lines, isTTY, write: (text: string) => lines.push(text) };
}
function logFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'logs', 'erp_sync.log');
}

test('an event goes to standard error and to the file as one line of JSON each', () => {
  const stderr = screen();
  const file = logFile();
  createLog({ level: 'info', file, stderr }).info({ ord: 12, ms: 3 }, 'customer saved');
  const line = readFileSync(file, 'utf8');
  expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'customer saved', ord: 12, ms: 3 });
  expect(stderr.lines).toEqual([line]);
});

test('a second log appends to the file of the first', () => {
  const file = logFile();
  createLog({ level: 'info', file, stderr: screen() }).info('one');
  createLog({ level: 'info', file, stderr: screen() }).info('two');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
});

test('secrets are hidden at any depth and in texts, phones are masked, whatever the way in', () => {
  const stderr = screen();
  const log = createLog({ level: 'info', file: null, stderr });
  const cause = new Error('rejected: password=hunter2 for 13800000001');
  log.info(
    { auth: { username: 'a', password: 'hunter2' }, list: [{ Token: 'hunter2', Pw: 'hunter2' }] },
    'call 13800000001',
  );
  log.error(new Error('token: hunter2', { cause }));
  log.error({ err: cause });
  log.child({ phone: '13800000001', session: 'hunter2' }).warn('said %s', '+86 138 0000 0001');
  const all = stderr.lines.join('');
  expect(stderr.lines).toHaveLength(4);
  expect(all).not.toMatch(/hunter2|13800000001|0000 0001/);
  expect(all).toContain('138****0001');
  expect(all).toContain('"username":"a"');
  for (const line of stderr.lines) JSON.parse(line);
});

test('numbers of the ERP stay numbers', () => {
  const stderr = screen();
  createLog({ level: 'info', file: null, stderr }).info({ ord: 13_800_000_001 }, 'read');
  expect(JSON.parse(stderr.lines[0]!).ord).toBe(13_800_000_001);
});

test('a quiet log shows only warnings, and the file gets everything', () => {
  const stderr = screen();
  const file = logFile();
  const log = createLog({ level: 'info', file, quiet: true, stderr });
  log.info('one');
  log.warn('two');
  expect(stderr.lines.map((line) => JSON.parse(line).msg)).toEqual(['two']);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
});

test('a terminal gets one readable line per event', () => {
  const stderr = screen(true);
  createLog({ level: 'info', file: null, stderr }).warn({ rows: 3 }, 'slow page');
  expect(stderr.lines[0]).toMatch(/\d\d:\d\d:\d\d .*slow page.*rows=3.*\n$/);
});

test('a log file that cannot be written is said once, and the log goes on', () => {
  const stderr = screen();
  const place = logFile();
  const parent = join(place, '..', '..', 'plain');
  writeFileSync(parent, '');
  const log = createLog({ level: 'info', file: join(parent, 'x.log'), stderr });
  log.info('still here');
  expect(stderr.lines.map((line) => JSON.parse(line).msg)).toEqual([
    'the log file cannot be written',
    'still here',
  ]);
});

test('a log file that grew too large is begun anew, the last few are kept, and no line is lost', () => {
  const file = logFile();
  const log = createLog({ level: 'info', file, stderr: screen() });
  const rotate = (maxBytes: number) => rotateLog(log, file, { maxBytes, keep: 2 });
  for (const number of [1, 2, 3, 4]) {
    log.info({ number }, 'a line');
    expect(rotate(10_000)).toBe(false);
    expect(rotate(10)).toBe(true);
  }
  log.info({ number: 5 }, 'a line');
  const numbersIn = (name: string) =>
    readFileSync(name, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).number);
  expect([file, `${file}.1`, `${file}.2`].map(numbersIn)).toEqual([[5], [4], [3]]);
  expect(existsSync(`${file}.3`)).toBe(false);
});
