import type { Bilingual } from '@bangqiao/core';
import type { Holder } from '../store/index.ts';
import type { RunProgress } from '../sync/context.ts';
import type { Session } from './session.ts';

const STEPS: Record<string, Bilingual> = {
  pull: { zh: '拉取 ERP 客户', en: 'Pulling customers' },
  complete: { zh: '补全客户资料', en: 'Completing customers' },
  push: { zh: '推送到 ERP', en: 'Pushing to the ERP' },
  followUps: { zh: '把聊天记为跟进', en: 'Writing follow-ups' },
};

/** What every run that a person types shares: its bars, and for whom it waits. */
export function typedRun(session: Session) {
  return {
    trigger: 'cli',
    progress: runProgress(session),
    onWait: ({ label, pid }: Holder) =>
      session.note({
        zh: `正在等待另一个同步结束：${label}，进程 ${pid}`,
        en: `Waiting for another run to end: ${label}, process ${pid}`,
      }),
  } as const;
}

/** The steps of a run as progress bars on a terminal, as plain lines in a pipe. */
export function runProgress(session: Session): RunProgress {
  const progress = session.progress();
  let last = 0;
  let size: number | undefined;
  return {
    start(step, total) {
      last = 0;
      size = total;
      progress.start(session.text(STEPS[step] ?? { zh: step, en: step }), total);
    },
    advance(done, total, note) {
      last = done;
      size = total ?? size;
      progress.advance(done, total, note);
    },
    finish() {
      const of = size === undefined ? '' : `/${size}`;
      progress.finish(session.text({ zh: `完成 ${last}${of}`, en: `done ${last}${of}` }));
    },
  };
}
