import type { Words } from './words.ts';

export const plansWords = {
  title: { zh: '计划与同步', en: 'Plans & runs' },
  now: { zh: '现在做', en: 'Do now' },
  sync: { zh: '现在同步', en: 'Sync now' },
  syncEffect: {
    zh: '先读 ERP，再把准入的客户和改动写进 ERP；数量太大时会停下来问您',
    en: 'reads the ERP, then writes who was let in and what changed; if it is much, it stops and asks',
  },
  pull: { zh: '只读取 ERP', en: 'Read the ERP only' },
  pullEffect: { zh: '只读，不改动 ERP', en: 'reads; the ERP is not changed' },
  make: { zh: '先做计划看看', en: 'Make a plan first' },
  makeEffect: {
    zh: '列出将要写入的每一位客户，不写入',
    en: 'lists everyone who would be written; writes nothing',
  },
  tasks: { zh: '正在做和刚做完的', en: 'Under way, and just done' },
  by: { zh: '由 {by}', en: 'by {by}' },
  progress: { zh: '{done} / {total}', en: '{done} of {total}' },
  openPlan: { zh: '看这份计划', en: 'See the plan' },
  openRun: { zh: '看这次同步', en: 'See the run' },
  plans: { zh: '计划', en: 'Plans' },
  noPlans: { zh: '没有计划', en: 'No plans' },
  noPlansNext: {
    zh: '「先做计划看看」会列出一份；同步要写的太多、停下来问您时也会有一份。',
    en: 'Make one above; a sync that stops to ask leaves one too.',
  },
  planLine: {
    zh: '{rows} 次写入，{calls} 次调用，约 {minutes} 分钟',
    en: '{rows} writes, {calls} calls, about {minutes} min',
  },
  planPast: { zh: '已经过去，没有能写的了', en: 'past: nothing of it can be written' },
  planDone: {
    zh: '这份计划里没有还能写的了，不用再执行。',
    en: 'Nothing of this plan is left to be written.',
  },
  comma: { zh: '，', en: ', ' },
  runs: { zh: '历次同步', en: 'Runs' },
  noRuns: { zh: '还没有同步过', en: 'Nothing was synced yet' },
  noRunsNext: { zh: '点「现在同步」开始第一次。', en: 'Press “Sync now” for the first one.' },
  changed: { zh: '在 ERP 改了 {count} 项', en: '{count} values changed in the ERP' },
  look: { zh: '看明细', en: 'Details' },
  lookUndo: { zh: '看明细，或撤销', en: 'Details, undo' },
  more: { zh: '再显示一些', en: 'Show more' },
  backToPlans: { zh: '← 计划与同步', en: '← Plans & runs' },
  planTitle: { zh: '同步计划', en: 'Plan of a sync' },
  madeAt: { zh: '做于', en: 'made' },
  gone: {
    zh: '{count} 位在 ERP 里看不到了，会核对是否已删除',
    en: '{count} are missed in the ERP and would be checked',
  },
  customer: { zh: '客户', en: 'Customer' },
  what: { zh: '做什么', en: 'What' },
  why: { zh: '为什么', en: 'Why' },
  fields: { zh: '写入的内容', en: 'What is written' },
  planEmpty: { zh: '没有要写入 ERP 的内容', en: 'nothing to write to the ERP' },
  planEmptyNext: {
    zh: '准入的客户都已在 ERP，两边也没有要写过去的改动，不用做什么。',
    en: 'Everybody who is let in is in the ERP, and nothing changed that has to go there. Nothing to do.',
  },
  emptyValue: { zh: '（空）', en: '(empty)' },
  apply: { zh: '执行这份计划', en: 'Apply this plan' },
  applyEffect: {
    zh: '只写计划里的客户，每一次写完都回读核对',
    en: 'writes whom the plan names and nobody else; each is read back',
  },
  skipMoved: { zh: '计划之后又有变化的客户，这次跳过', en: 'leave out customers that changed since' },
  runTitle: { zh: '同步明细', en: 'What a run did' },
  changes: { zh: '它在 ERP 改了什么', en: 'What it changed in the ERP' },
  onlyRead: {
    zh: '它没有改 ERP，只从 ERP 读来 {read} 项改动。',
    en: 'It changed nothing in the ERP; it read {read} changed values from there.',
  },
  noChanges: { zh: '没有改动可以撤销的内容。', en: 'It changed nothing that could be undone.' },
  field: { zh: '项目', en: 'Field' },
  before: { zh: '以前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
  moreChanges: { zh: '还有更多，没有全部列出', en: 'there are more than are listed' },
  tryUndo: { zh: '看看撤销会改回什么', en: 'See what undo would put back' },
  tryUndoEffect: { zh: '只看，不写', en: 'only looks; writes nothing' },
  undone: { zh: '已由 {by} 于 {at} 撤销', en: 'undone by {by}, {at}' },
  undoneLeft: { zh: '还有 {left} 项可以改回', en: '{left} values can still be put back' },
  undo: { zh: '撤销这次同步', en: 'Undo this run' },
  undoEffect: {
    zh: '这次同步改过的内容，在邦桥和 ERP 都改回原来的值；之后又改过的不动。新建的客户不会从 ERP 删除',
    en: 'puts its values back here and in the ERP, except what was changed since; customers it created are not deleted from the ERP',
  },
  undoYes: { zh: '仍然撤销', en: 'Undo all the same' },
  undoYesEffect: {
    zh: '确认把这 {count} 位客户写回 ERP',
    en: 'writes these {count} customers back to the ERP',
  },
  wouldPutBack: { zh: '会改回 {count} 项', en: '{count} values would be put back' },
  nothingToPutBack: { zh: '没有可以改回的了', en: 'There is nothing left to put back' },
  hasPutBack: {
    zh: '已改回 {count} 项，ERP 确认 {confirmed} 位',
    en: '{count} values put back, {confirmed} confirmed by the ERP',
  },
  notUndone: {
    zh: '有 {count} 项不会动：之后又变过，或不能改回',
    en: '{count} stay: changed since, or cannot be put back',
  },
} as const;

/** What became of the writes of a plan. */
export const PLAN_STANDINGS: Record<'written' | 'cancelled' | 'parked' | 'open', Words> = {
  written: { zh: '已写入 {count} 次', en: '{count} written' },
  cancelled: { zh: '已取消 {count} 次', en: '{count} cancelled' },
  parked: { zh: '待人处理 {count} 次', en: '{count} need a person' },
  open: { zh: '还没写 {count} 次', en: '{count} to be written' },
};

export const TASK_KINDS: Record<'sync' | 'pull' | 'push' | 'plan' | 'apply' | 'undo' | 'undo_look', Words> = {
  sync: { zh: '同步', en: 'Sync' },
  pull: { zh: '读取 ERP', en: 'Reading the ERP' },
  push: { zh: '写入 ERP', en: 'Writing to the ERP' },
  plan: { zh: '做计划', en: 'Making a plan' },
  apply: { zh: '执行计划', en: 'Applying a plan' },
  undo: { zh: '撤销', en: 'Undo' },
  undo_look: { zh: '看撤销会改回什么（只看不写）', en: 'Looking at an undo (nothing written)' },
};

export const TASK_STATES: Record<'running' | 'done' | 'asks' | 'failed', Words> = {
  running: { zh: '正在做', en: 'under way' },
  done: { zh: '做完了', en: 'done' },
  asks: { zh: '停下来问您', en: 'asks you' },
  failed: { zh: '没有成功', en: 'failed' },
};

export const STEPS: Record<string, Words> = {
  pull: { zh: '读取客户列表', en: 'reading the customer list' },
  complete: { zh: '补全资料', en: 'completing details' },
  decide: { zh: '按规则判定', en: 'deciding by the rules' },
  push: { zh: '写入 ERP', en: 'writing to the ERP' },
};
