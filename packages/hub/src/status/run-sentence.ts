import type { Bilingual } from '@bangqiao/core';
import { chinaTime } from '../words/china-time.ts';
import { say } from '../words/two-languages.ts';
import type { RunView, UndoFigures } from './status.ts';

const KINDS: Readonly<Record<string, Bilingual>> = {
  sync: say('同步', 'sync'),
  pull: say('读取 ERP', 'reading the ERP'),
  push: say('写入 ERP', 'writing to the ERP'),
  followups: say('写跟进', 'follow-ups'),
};
const PLAN = say('做计划（只看不写）', 'plan (nothing written)');
const TRIGGERS: Readonly<Record<string, Bilingual>> = {
  cli: say('手动', 'by hand'),
  schedule: say('定时', 'on schedule'),
  start: say('启动时', 'at start'),
  change: say('即时', 'at once'),
};

/** What a run did, in one sentence; its time is China's. */
export function runSentence(run: RunView): Bilingual {
  const at = chinaTime(run.started_at);
  const title = run.undo === null ? titleOf(run) : undoTitle(run.undo);
  const took = run.ms === null ? say('', '') : seconds(run.ms);
  const figures = run.undo === null ? [pulled(run), ...pushed(run), followed(run)] : undone(run.undo);
  const parts = [...figures, outcome(run)].filter((part) => part !== null);
  const what = parts.length === 0 ? say('没有要做的', 'nothing to do') : inOne(parts);
  return say(`${at}  ${title.zh}${took.zh}：${what.zh}`, `${at}  ${title.en}${took.en}: ${what.en}`);
}

function titleOf(run: RunView): Bilingual {
  const kind = run.planned === null ? (KINDS[run.kind] ?? say(run.kind, run.kind)) : PLAN;
  const trigger = TRIGGERS[run.trigger] ?? say(run.trigger, run.trigger);
  return say(`${trigger.zh}${kind.zh}`, `${kind.en} ${trigger.en}`);
}

/** By whom, and of which run: the one thing of an undo that its figures do not tell. */
function undoTitle({ run, ranAt, by, dryRun }: UndoFigures): Bilingual {
  const who = by === undefined || by.endsWith(' (cli)') ? say('命令行', 'the command line') : say(by, by);
  const which =
    ranAt === undefined
      ? say(`第 ${run} 次同步`, `run ${run}`)
      : say(` ${chinaTime(ranAt)} 的同步`, `the run of ${chinaTime(ranAt)}`);
  return dryRun
    ? say(
        `看撤销${which.zh}会改回什么，只看不写（${who.zh}）`,
        `look at an undo of ${which.en}, nothing written (${who.en})`,
      )
    : say(`撤销${which.zh}（${who.zh}）`, `undo of ${which.en} (${who.en})`);
}

function undone({ dryRun, putBack, confirmed, not, asks }: UndoFigures): (Bilingual | null)[] {
  if (asks > 0)
    return [
      say(
        `涉及 ${asks} 位客户，先要确认，什么都没有改`,
        `about ${asks} customers, asks first; nothing was changed`,
      ),
    ];
  const stays = not === 0 ? null : say(`${not} 项保持现状`, `${not} left as they are`);
  if (putBack === 0) return [say('没有可以改回的', 'nothing to put back'), stays];
  if (dryRun) return [say(`可以改回 ${putBack} 项`, `${putBack} values could be put back`), stays];
  return [
    say(`改回 ${putBack} 项`, `${putBack} values put back`),
    say(`ERP 确认 ${confirmed} 位`, `${confirmed} customers confirmed by the ERP`),
    stays,
  ];
}

function pulled({ pull }: RunView): Bilingual | null {
  if (pull === null) return null;
  const { total, created, updated, failed, complete, scope } = pull;
  const filled = numberIn(pull.filled);
  const news = told([
    [created, say('新', 'new')],
    [numberIn(updated) - filled, say('有变化', 'changed')],
    [filled, say('补全资料', 'completed from details')],
    [failed, say('失败', 'failed')],
  ]);
  const what = news.zh === '' ? say('没有变化', 'nothing changed') : news;
  if (scope === 'newest')
    return say(`只看 ERP 最新的 ${total} 位（${what.zh}）`, `the newest ${total} of the ERP (${what.en})`);
  if (scope === 'named')
    return say(`只读这 ${total} 位（${what.zh}）`, `only these ${total} read (${what.en})`);
  const seen =
    complete === true ? say('', '') : say('，没有读完整，下次再读', ', not complete, read again next time');
  return say(
    `从 ERP 读到 ${total} 位（${what.zh}${seen.zh}）`,
    `${total} read from the ERP (${what.en}${seen.en})`,
  );
}

/** What was written, and apart from it of whom nothing was: kept out, or linked with nothing left to change. */
function pushed({ push, planned }: RunView): (Bilingual | null)[] {
  if (push === null) return [];
  const { created, linked, updated, skipped, failed, waiting, parked, inDoubt } = push;
  const what = told([
    [created, say('新建', 'created')],
    [linked, say('关联', 'linked')],
    [updated, say('修改', 'updated')],
    [failed, say('失败', 'failed')],
    [waiting, say('等待重试', 'waiting')],
    [parked, say('待人处理', 'for a person')],
    [inDoubt, say('存疑', 'in doubt')],
  ]);
  const stayed =
    planned === null
      ? say(`没有写 ${skipped} 位`, `${skipped} not written`)
      : say(`${skipped} 位不需要写入`, `${skipped} stay as they are`);
  return [
    planned !== null && planned > 0
      ? say(`计划写入 ERP ${planned} 位`, `${planned} would be written to the ERP`)
      : what.zh === ''
        ? say('没有要写入 ERP 的', 'nothing to write to the ERP')
        : say(`写入 ERP：${what.zh}`, `to the ERP: ${what.en}`),
    numberIn(skipped) === 0 ? null : stayed,
  ];
}

function followed({ kind, followUps }: RunView): Bilingual | null {
  if (followUps === null) return null;
  const { sent, held, waiting, parked, doubtful } = followUps;
  const what = told([
    [sent, say('写入', 'written')],
    [held, say('等您发送', 'held for you')],
    [waiting, say('等待重试', 'waiting')],
    [parked, say('待人处理', 'for a person')],
    [doubtful, say('存疑', 'in doubt')],
  ]);
  if (what.zh === '') return null;
  return kind === 'followups' ? what : say(`跟进：${what.zh}`, `follow-ups: ${what.en}`);
}

function outcome({ state, error }: RunView): Bilingual | null {
  if (state === 'running') return say('正在进行', 'under way');
  if (state === 'broken_off')
    return say('中断了，下次同步会接着做', 'broken off; the next one goes on from there');
  if (error === null) return null;
  const next = error.next === null ? say('', '') : say(`。${error.next.zh}`, `. ${error.next.en}`);
  return say(`停止：${error.message.zh}${next.zh}`, `stopped: ${error.message.en}${next.en}`);
}

/** Only what happened: a row of noughts tells nobody anything. */
function told(figures: readonly (readonly [count: unknown, words: Bilingual])[]): Bilingual {
  const some = figures.filter(([count]) => numberIn(count) > 0);
  return say(
    some.map(([count, { zh }]) => `${zh} ${count}`).join('，'),
    some.map(([count, { en }]) => `${count} ${en}`).join(', '),
  );
}

function inOne(parts: readonly Bilingual[]): Bilingual {
  return say(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}

function seconds(ms: number): Bilingual {
  const text = (ms / 1000).toFixed(1);
  return say(`，用时 ${text} 秒`, `, ${text} s`);
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
