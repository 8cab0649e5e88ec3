import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAsk, useDo, useList } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import { useTasks } from '../../api/tasks.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { PlanLine, PlanStanding } from '../../parts/plan-line.tsx';
import { RunSentence, Undone } from '../../parts/run-sentence.tsx';
import { Empty, Failed, Loaded } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { Time } from '../../parts/time.tsx';
import { useTitle } from '../../parts/title.ts';
import { plansWords as w } from '../../words/plans.ts';

export function PlansPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const tasks = useTasks();
  const mayStart = useRight('runs.start') !== null;
  const isBusy = tasks.some(({ state }) => state === 'running');
  return (
    <div className="stack">
      <h1>{say(w.title)}</h1>
      {mayStart && <Starts isBusy={isBusy} />}
      {tasks.length > 0 && (
        <section className="card tasks" aria-live="polite">
          <h2>{say(w.tasks)}</h2>
          <ul className="plain">
            {tasks.slice(0, 5).map((task) => (
              <li key={task.id}>
                <TaskLine task={task} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Plans />
      <Runs />
    </div>
  );
}

function Starts({ isBusy }: { isBusy: boolean }) {
  const { say } = useLanguage();
  const start = useDo('runs.start');
  const make = useDo('plans.make');
  const error = start.error ?? make.error;
  const isAsking = start.isPending || make.isPending;
  return (
    <section className="card">
      <h2>{say(w.now)}</h2>
      {error && <Failed error={error} />}
      <div className="acts">
        <Act
          isMain
          name={say(w.sync)}
          effect={say(w.syncEffect)}
          isBusy={start.isPending && start.variables.body.kind === 'sync'}
          disabled={isBusy || isAsking}
          onClick={() => start.mutate({ body: { kind: 'sync' } })}
        />
        <Act
          name={say(w.make)}
          effect={say(w.makeEffect)}
          isBusy={make.isPending}
          disabled={isBusy || isAsking}
          onClick={() => make.mutate({})}
        />
        <Act
          name={say(w.pull)}
          effect={say(w.pullEffect)}
          isBusy={start.isPending && start.variables.body.kind === 'pull'}
          disabled={isBusy || isAsking}
          onClick={() => start.mutate({ body: { kind: 'pull' } })}
        />
      </div>
    </section>
  );
}

function Plans() {
  const { say } = useLanguage();
  const plans = useAsk('plans.list');
  return (
    <section className="card">
      <h2>{say(w.plans)}</h2>
      <Loaded query={plans}>
        {({ plans: all }) =>
          all.length === 0 ? (
            <Empty title={say(w.noPlans)}>
              <p>{say(w.noPlansNext)}</p>
            </Empty>
          ) : (
            <ul className="plain">
              {all.map((plan) => (
                <li key={plan.id}>
                  <Link to="/plans/$id" params={{ id: String(plan.id) }}>
                    <PlanLine plan={plan} />
                  </Link>{' '}
                  <span className="muted small">
                    {say(w.madeAt)} <Time at={plan.made_at} />
                  </span>{' '}
                  <PlanStanding plan={plan} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Runs() {
  const { say } = useLanguage();
  const runs = useList('runs.list', { query: { limit: 20 } });
  const mayUndo = useRight('runs.start') !== null;
  return (
    <section className="card">
      <h2>{say(w.runs)}</h2>
      <Loaded query={runs}>
        {(pages) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <Empty title={say(w.noRuns)}>
                <p>{say(w.noRunsNext)}</p>
              </Empty>
            );
          }
          return (
            <>
              <ul className="plain">
                {rows.map((run) => (
                  <li key={run.id} className="row between">
                    <span>
                      <RunSentence run={run} />{' '}
                      {run.changed_values > 0 && (
                        <span className="muted small">{say(w.changed, { count: run.changed_values })}</span>
                      )}{' '}
                      {run.undone && <Undone undone={run.undone} />}
                    </span>
                    <Link to="/runs/$id" params={{ id: String(run.id) }}>
                      {say(mayUndo && run.changed_values > 0 && !run.undone ? w.lookUndo : w.look)}
                    </Link>
                  </li>
                ))}
              </ul>
              {runs.hasNextPage && <Button onClick={() => runs.fetchNextPage()}>{say(w.more)}</Button>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
