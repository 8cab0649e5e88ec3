import { describe, expect, test } from 'vitest';
import { createProgress } from '../src/cli/progress.ts';
import { renderTable } from '../src/cli/table.ts';
import { undoText } from '../src/cli/undo.ts';
import { displayWidth, fitWidth } from '../src/cli/width.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 40, write: (text: string) => written.push(text) };
}

test('a table stays aligned where Chinese and numbers stand', () => {
  const table = renderTable(
    ['规则', 'rows'],
    [
      ['有订单', 2],
      ['default', 14],
      [null, null],
    ],
  );
  expect(table.split('\n')).toEqual(['规则     rows', '───────  ────', '有订单      2', 'default    14', '']);
});

test('below what an undo left stands how a former value is put back, where a value was left', () => {
  const counts = { putBack: 0, confirmed: 0, waiting: 0, failed: 0, asks: 0, stoppedBy: null };
  const why = { zh: '后来又变了', en: 'changed since' };
  const said = (field: string | null) =>
    undoText(
      { run: 7, ranAt: '', dryRun: false, ...counts, not: [{ customer: 3, field, why }] },
      8,
      false,
      'zh',
    );
  expect(said('email')).toMatch(/#3 email {2}后来又变了\n→ .*bangqiao restore/);
  expect(said(null)).not.toContain('restore');
});

test.each([
  ['abc', 3],
  ['客户', 4],
  ['（ａ）', 6],
  ['é', 1],
  ['👍🏽', 2],
  ['\u001B[31m红\u001B[39m', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('a text that is cut to a width never takes more than it, and says that it was cut', () => {
  expect(fitWidth('客户名称', 8)).toBe('客户名称');
  expect(fitWidth('客户名称', 7)).toBe('客户名…');
  expect(fitWidth('客户名称', 6)).toBe('客户…');
});

describe('progress', () => {
  test('in a pipe is plain lines: the start, the quarters, the end', () => {
    const pipe = stream(false);
    const progress = createProgress(pipe);
    progress.start('Pull', 400);
    for (let done = 1; done <= 400; done += 1) progress.advance(done);
    progress.finish('400 rows');
    expect(pipe.written).toEqual([
      'Pull …\n',
      'Pull 100/400\n',
      'Pull 200/400\n',
      'Pull 300/400\n',
      'Pull  400 rows\n',
    ]);
  });

  test('in a pipe stays short where the size is unknown', () => {
    const pipe = stream(false);
    const progress = createProgress(pipe);
    progress.start('Import');
    for (let done = 200; done <= 100_000; done += 200) progress.advance(done);
    expect(pipe.written.length).toBeLessThan(12);
  });

  test('on a terminal is one line that is drawn over, no wider than the terminal, not at every row', () => {
    const terminal = stream(true);
    let time = 0;
    const progress = createProgress(terminal, { now: () => time });
    progress.start('拉取', 1000);
    for (let done = 1; done <= 1000; done += 1) {
      time += 1;
      progress.advance(done, 1000, '来自模拟 ERP 的客户资料，很长的备注');
    }
    progress.finish('1000');
    expect(terminal.written.length).toBeLessThan(20);
    const lines = terminal.written.filter((text) => text !== '\n');
    for (const text of lines) {
      expect(text.startsWith('\r\u001B[2K')).toBe(true);
      expect(displayWidth(text.slice('\r\u001B[2K'.length))).toBeLessThan(40);
    }
    expect(lines.at(-2)).toContain('100%');
  });

  test('is nothing at all when it is silent', () => {
    const terminal = stream(true);
    const progress = createProgress(terminal, { silent: true });
    progress.start('x', 1);
    progress.advance(1);
    progress.finish('x');
    expect(terminal.written).toEqual([]);
  });
});
