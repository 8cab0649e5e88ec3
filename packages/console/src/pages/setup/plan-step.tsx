import { Link } from '@tanstack/react-router';
import { useDo } from '../../api/queries.ts';
import { useTasks } from '../../api/tasks.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { setupWords as w } from '../../words/setup.ts';

/** Lists what would be written; the plan's own page begins it. */
export function PlanStep() {
  const { say } = useLanguage();
  const make = useDo('plans.make');
  const task = useTasks().find(({ id }) => id === make.data?.task.id);
  const isEmpty = task?.state === 'done' && task.plan_id === null;
  return (
    <>
      <p>{say(w.planLead)}</p>
      {make.error && <Failed error={make.error} />}
      {task && <TaskLine task={task} />}
      {isEmpty && <p role="status">{say(w.nothing)}</p>}
      {task?.plan_id && (
        <Link to="/plans/$id" params={{ id: String(task.plan_id) }}>
          {say(w.toPlan)}
        </Link>
      )}
      <Act
        isMain
        name={say(w.make)}
        effect={say(w.makeEffect)}
        isBusy={task?.state === 'running'}
        onClick={() => make.mutate({})}
      />
    </>
  );
}
