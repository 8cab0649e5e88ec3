import { randomUUID } from 'node:crypto';
import type { Task } from '@bangqiao/api';
import { failureOf } from '../../failure.ts';
import type { RunProgress } from '../../sync/context.ts';
import { figuresOf } from '../../sync/figures.ts';
import type { RunReport } from '../../sync/run.ts';
import { planIdOf } from './plan-files.ts';

/** So many are remembered, the newest; what a run did stands in `sync_runs` for good. */
const REMEMBERED = 50;

/** Long work that people began over the API: it outlives the page that began it, not the service. */
export class Tasks {
  readonly #tasks: Task[] = [];
  readonly #work = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  list(): readonly Task[] {
    return this.#tasks;
  }

  find(id: string): Task | undefined {
    return this.#tasks.find((task) => task.id === id);
  }

  /** Begins it and answers at once. */
  start(
    kind: Task['kind'],
    by: string,
    clock: () => Date,
    run: (progress: RunProgress, signal: AbortSignal) => Promise<RunReport>,
  ): Task {
    const task: Task = {
      id: randomUUID(),
      kind,
      by,
      started_at: clock().toISOString(),
      ended_at: null,
      state: 'running',
      progress: null,
      run_id: null,
      result: null,
      problem: null,
      plan_id: null,
    };
    this.#tasks.unshift(task);
    this.#tasks.length = Math.min(this.#tasks.length, REMEMBERED);
    const work = run(progressOf(task), this.#stopping.signal)
      .then((report) => settle(task, report))
      .catch((error: unknown) => {
        task.state = 'failed';
        task.problem = problemOf(error);
      })
      .finally(() => {
        task.ended_at = clock().toISOString();
        this.#work.delete(work);
      });
    this.#work.add(work);
    return task;
  }

  /** Ends what runs at its next step, and waits for it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#work);
  }
}

function progressOf(task: Task): RunProgress {
  return {
    start(step, total) {
      task.progress = { step, done: 0, total: total ?? null };
    },
    advance(done, total) {
      const step = task.progress?.step ?? '';
      task.progress = { step, done, total: total ?? task.progress?.total ?? null };
    },
    finish() {},
  };
}

function settle(task: Task, report: RunReport): void {
  const { asked, stopped, undo, runId } = report;
  task.run_id = runId;
  task.state = report.exitCode === 3 ? 'asks' : stopped ? 'failed' : 'done';
  const { stoppedBy: _error, ...undone } = undo ?? { stoppedBy: null };
  task.result = {
    ...figuresOf(report),
    ...(undo ? { undo: { ...undone, not: undo.not.slice(0, 100) } } : {}),
    ...(asked ? { asked: { ...asked, moved: asked.moved.slice(0, 100) } } : {}),
  } as Task['result'];
  if (asked?.file) task.plan_id = planIdOf(asked.file);
  if (asked?.isQuestion) {
    task.problem = { code: asked.code, message: asked.userMessage, next: asked.nextStep };
  }
  if (undo && undo.asks > 0) task.problem = asksToUndo(undo.asks);
  if (stopped) {
    const { code, zh, en, nextZh, nextEn } = stopped;
    task.problem = { code, message: { zh, en }, next: { zh: nextZh, en: nextEn } };
  }
}

function asksToUndo(count: number): NonNullable<Task['problem']> {
  return {
    code: 'undo_asks',
    message: {
      zh: `撤销会把 ${count} 位客户写回 ERP，超过一次允许的数量，什么都没有改`,
      en: `This would write ${count} customers back to the ERP, more than passes unasked; nothing was changed`,
    },
    next: { zh: '先看清单，确认后选择“仍然撤销”', en: 'Look at the list, then say yes to it' },
  };
}

/** A fault of this program is told without its text, which stands in the log of the run. */
function problemOf(error: unknown): NonNullable<Task['problem']> {
  const { code, message, next } = failureOf(error);
  if (code !== 'unexpected') return { code, message, next };
  return {
    code: 'internal',
    message: { zh: '内部出错，这项工作没有完成', en: 'Something went wrong inside; this was not finished' },
    next: { zh: '查看 logs/erp_sync.log', en: 'Look into logs/erp_sync.log' },
  };
}
