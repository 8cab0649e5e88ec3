import type { Task } from '@bangqiao/api';
import { useDo } from '../../api/queries.ts';
import { useTasks } from '../../api/tasks.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { plansWords as w } from '../../words/plans.ts';

interface Props {
  run: number;
  undone: AnswerOf<'runs.show'>['undone'];
}

/** First what it would put back, then the key that does it, then what came of it; no key where nothing is left. */
export function Undo({ run, undone }: Props) {
  const { say } = useLanguage();
  const look = useDo('runs.undo');
  const undo = useDo('runs.undo');
  const tasks = useTasks();
  const looked = tasks.find(({ id }) => id === look.data?.task.id);
  const done = tasks.find(({ id }) => id === undo.data?.task.id);
  const error = look.error ?? undo.error;
  const putBack = (yes: boolean) => undo.mutate({ params: { id: run }, body: { dry_run: false, yes } });
  const isOver = done?.state === 'done' || undone?.left === 0;
  const canUndo = looked?.state === 'done' && numberIn(looked, 'putBack') > 0;
  if (isOver && !done) return null;
  return (
    <section className="card" aria-live="polite">
      {error && <Failed error={error} />}
      {undone && undone.left > 0 && <p>{say(w.undoneLeft, { left: undone.left })}</p>}
      {!isOver && (
        <Act
          name={say(w.tryUndo)}
          effect={say(w.tryUndoEffect)}
          isBusy={looked?.state === 'running'}
          onClick={() => look.mutate({ params: { id: run }, body: { dry_run: true } })}
        />
      )}
      {!isOver && looked?.state === 'done' && <Looked task={looked} />}
      {!isOver && canUndo && done?.state !== 'asks' && (
        <Act
          isMain
          name={say(w.undo)}
          effect={say(w.undoEffect)}
          isBusy={undo.isPending || done?.state === 'running'}
          onClick={() => putBack(false)}
        />
      )}
      {done && <TaskLine task={done} />}
      {done?.state === 'asks' && (
        <Act
          isMain
          name={say(w.undoYes)}
          effect={say(w.undoYesEffect, { count: numberIn(done, 'asks') })}
          isBusy={undo.isPending}
          onClick={() => putBack(true)}
        />
      )}
      {done?.state === 'done' && (
        <p role="status">
          {say(w.hasPutBack, { count: numberIn(done, 'putBack'), confirmed: numberIn(done, 'confirmed') })}
        </p>
      )}
    </section>
  );
}

/** What the undo would do, as it was looked at. */
function Looked({ task }: { task: Task }) {
  const { say } = useLanguage();
  const { not } = undoOf(task);
  const kept = Array.isArray(not) ? not.length : 0;
  const count = numberIn(task, 'putBack');
  return (
    <p role="status">
      <strong>{count === 0 ? say(w.nothingToPutBack) : say(w.wouldPutBack, { count })}</strong>{' '}
      {kept > 0 && <span className="muted small">{say(w.notUndone, { count: kept })}</span>}
    </p>
  );
}

function undoOf({ result }: Task): Record<string, unknown> {
  return (result?.undo ?? {}) as Record<string, unknown>;
}

function numberIn(task: Task, key: string): number {
  const value = undoOf(task)[key];
  return typeof value === 'number' ? value : 0;
}
