import type { Task } from '@bangqiao/api';
import { Link } from '@tanstack/react-router';
import { Progress } from 'antd';
import { STEPS, TASK_KINDS, TASK_STATES, plansWords as w } from '../words/plans.ts';
import { useLanguage } from './language.tsx';
import { Time } from './time.tsx';

const TONES: Record<Task['state'], string> = { running: '', done: 'good', asks: 'warn', failed: 'bad' };

/** One piece of long work: how far it is, what came of it, and what it asks. */
export function TaskLine({ task }: { task: Task }) {
  const { say } = useLanguage();
  const { progress, problem } = task;
  return (
    <div>
      <strong>{say(TASK_KINDS[task.kind])}</strong>{' '}
      <span className={`tag ${TONES[task.state]}`}>{say(TASK_STATES[task.state])}</span>{' '}
      <span className="muted small">
        <Time at={task.started_at} /> {say(w.by, { by: task.by })}
      </span>
      {task.state === 'running' && progress && (
        <p>
          {say(STEPS[progress.step]) || progress.step}{' '}
          {progress.total !== null && say(w.progress, { done: progress.done, total: progress.total })}
          {progress.total !== null && progress.total > 0 && (
            <Progress percent={Math.round((100 * progress.done) / progress.total)} size="small" />
          )}
        </p>
      )}
      {problem && (
        <p>
          <span className={TONES[task.state]}>{say(problem.message)}</span>{' '}
          <span className="muted">{say(problem.next)}</span>
        </p>
      )}{' '}
      {task.plan_id !== null && (
        <Link to="/plans/$id" params={{ id: String(task.plan_id) }}>
          {say(w.openPlan)}
        </Link>
      )}{' '}
      {task.run_id !== null && (
        <Link to="/runs/$id" params={{ id: String(task.run_id) }}>
          {say(w.openRun)}
        </Link>
      )}
    </div>
  );
}
