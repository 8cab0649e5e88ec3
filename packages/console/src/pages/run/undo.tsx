import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import { useTasks } from '../../api/tasks.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { plansWords as w } from '../../words/plans.ts';

/** First what it would put back, then the key that does it. */
export function Undo({ run }: { run: number }) {
  const { say } = useLanguage();
  const [yes, setYes] = useState(false);
  const look = useDo('runs.undo');
  const undo = useDo('runs.undo');
  const tasks = useTasks();
  const looked = tasks.find(({ id }) => id === look.data?.task.id);
  const undone = tasks.find(({ id }) => id === undo.data?.task.id);
  const error = look.error ?? undo.error;
  const params = { id: run };
  return (
    <section className="card" aria-live="polite">
      {error && <Failed error={error} />}
      <div className="acts">
        <Act
          name={say(w.tryUndo)}
          effect={say(w.tryUndoEffect)}
          isBusy={looked?.state === 'running'}
          onClick={() => look.mutate({ params, body: { dry_run: true } })}
        >
          {looked?.state === 'done' && (
            <p role="status">{say(w.wouldPutBack, { count: numberIn(looked.result, 'putBack') })}</p>
          )}
          {looked && <Kept result={looked.result} />}
        </Act>
        {looked?.state === 'done' && (
          <Act
            isMain
            name={say(w.undo)}
            effect={say(w.undoEffect)}
            isBusy={undone?.state === 'running'}
            disabled={undone?.state === 'done'}
            onClick={() => undo.mutate({ params, body: { dry_run: false, yes } })}
          >
            <label className="small">
              <input type="checkbox" checked={yes} onChange={() => setYes(!yes)} /> {say(w.undoYes)}
            </label>
          </Act>
        )}
      </div>
      {undone && <TaskLine task={undone} />}
      {undone?.state === 'done' && (
        <p role="status">
          {say(w.hasPutBack, {
            count: numberIn(undone.result, 'putBack'),
            confirmed: numberIn(undone.result, 'confirmed'),
          })}
        </p>
      )}
    </section>
  );
}

function Kept({ result }: { result: Result }) {
  const { say } = useLanguage();
  const not = undoOf(result).not;
  const count = Array.isArray(not) ? not.length : 0;
  return count === 0 ? null : <p className="muted small">{say(w.notUndone, { count })}</p>;
}

type Result = Record<string, unknown> | null;

function undoOf(result: Result): Record<string, unknown> {
  return (result?.undo ?? {}) as Record<string, unknown>;
}

function numberIn(result: Result, key: string): number {
  const value = undoOf(result)[key];
  return typeof value === 'number' ? value : 0;
}
