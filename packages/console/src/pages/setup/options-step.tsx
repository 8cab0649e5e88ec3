import { useAsk, useDo } from '../../api/queries.ts';
import { useTasks } from '../../api/tasks.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { OPTION_LISTS, setupWords as w } from '../../words/setup.ts';

/** What the tenant's ERP offers, as it was read. */
export function OptionsStep() {
  const { say } = useLanguage();
  const options = useAsk('settings.options');
  const pull = useDo('runs.start');
  const task = useTasks().find(({ id }) => id === pull.data?.task.id);
  return (
    <>
      <Loaded query={options}>
        {({ lists }) => (
          <>
            <p className="muted">{say(lists.length === 0 ? w.optionsNone : w.optionsLead)}</p>
            {lists.map(({ list, options: all }) => (
              <details key={list}>
                <summary>
                  {say(OPTION_LISTS[list]) || list}{' '}
                  <span className="muted">{say(w.optionCount, { count: all.length })}</span>
                </summary>
                <p>
                  {all.map(({ id, path, label }) => (
                    <span key={id} className="tag">
                      {path || label}
                    </span>
                  ))}
                </p>
              </details>
            ))}
          </>
        )}
      </Loaded>
      {pull.error && <Failed error={pull.error} />}
      {task && <TaskLine task={task} />}
      <Act
        name={say(w.pull)}
        effect={say(w.pullEffect)}
        isBusy={task?.state === 'running'}
        onClick={() => pull.mutate({ body: { kind: 'pull' } })}
      />
    </>
  );
}
