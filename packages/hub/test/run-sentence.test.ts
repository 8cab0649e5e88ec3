import { expect, test } from 'vitest';
import { runSentence } from '../src/status/index.ts';
import type { RunView } from '../src/status/status.ts';

function told(part: Partial<RunView>) {
  return runSentence({
    id: 7,
    kind: 'sync',
    trigger: 'schedule',
    by: 'service',
    started_at: '2026-11-26T01:00:00.000Z',
    ended_at: '2026-11-26T01:00:01.000Z',
    ms: 1000,
    state: 'done',
    pull: null,
    push: null,
    followUps: null,
    planned: null,
    undo: null,
    error: null,
    asked: false,
    ...part,
  });
}
const read = { total: 50, created: 0, updated: 0, failed: 0, filled: 0, complete: true, scope: 'all' };
const wrote = { created: 0, linked: 0, updated: 0, skipped: 0 };

test('a look at the newest customers is no failure to read everybody', () => {
  const light = told({ kind: 'pull', pull: { ...read, complete: false, scope: 'newest' } });
  expect(light.zh).toContain('只看 ERP 最新的 50 位（没有变化）');
  expect(light.en).toContain('the newest 50 of the ERP (nothing changed)');
  expect(light.zh).not.toContain('没有读完整');
  expect(told({ pull: { ...read, complete: false } }).zh).toContain('没有读完整，下次再读');
});

test('customers completed from their details do not count as changed in the ERP', () => {
  expect(told({ pull: { ...read, updated: 14, filled: 14 } }).zh).toContain('（补全资料 14）');
  expect(told({ pull: { ...read, updated: 14, filled: 11 } }).en).toContain(
    '3 changed, 11 completed from details',
  );
});

test('of whom nothing was written is told so, and a plan says that it wrote nothing', () => {
  expect(told({ push: { ...wrote, created: 2, skipped: 30 } }).zh).toContain(
    '写入 ERP：新建 2；没有写 30 位',
  );
  const plan = told({ trigger: 'cli', push: { ...wrote, skipped: 30 }, planned: 20 });
  expect(plan.zh).toContain('手动做计划（只看不写），用时 1.0 秒：计划写入 ERP 20 位；30 位不需要写入');
  expect(plan.en).toContain('20 would be written to the ERP; 30 stay as they are');
  expect(plan.zh).not.toContain('写入 ERP：');
  expect(told({ push: { ...wrote, skipped: 3 }, planned: 0 }).en).toContain('nothing to write to the ERP');
});

test('no sentence ends at its colon, whatever kind of run it was', () => {
  for (const kind of ['sync', 'pull', 'push', 'followups', 'undo']) {
    const { zh, en } = told({ kind });
    expect(zh).toContain('：没有要做的');
    expect(en).toContain(': nothing to do');
  }
  expect(told({ kind: 'followups', followUps: { sent: 3 } }).zh).toContain('定时写跟进，用时 1.0 秒：写入 3');
});

test('an undo is told by who did it and of which run, a look at one as a look', () => {
  const undo = {
    run: 2,
    ranAt: '2026-11-25T03:00:00.000Z',
    by: 'lin',
    putBack: 18,
    confirmed: 18,
    not: 2,
    asks: 0,
  };
  expect(told({ kind: 'undo', undo }).zh).toContain(
    '撤销 2026-11-25 11:00:00 的同步（lin），用时 1.0 秒：改回 18 项；ERP 确认 18 位；2 项保持现状',
  );
  const look = told({ kind: 'undo', undo: { ...undo, dryRun: true } });
  expect(look.zh).toContain('会改回什么，只看不写（lin）');
  expect(look.zh).toContain('可以改回 18 项');
  expect(look.en).toContain('look at an undo of the run of 2026-11-25');
  expect(told({ kind: 'undo', undo: { ...undo, by: 'undo (cli)', ranAt: undefined } }).en).toContain(
    'undo of run 2 (the command line)',
  );
});
