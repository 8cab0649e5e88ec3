import { Link } from '@tanstack/react-router';
import { useAsk, useDo } from '../../api/queries.ts';
import { useTasks } from '../../api/tasks.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { WRITE_KINDS } from '../../words/customer-terms.ts';
import { setupWords as w } from '../../words/setup.ts';

/** Lists what would be written first; only then writing can be switched on. */
export function PlanStep() {
  const { say } = useLanguage();
  const make = useDo('plans.make');
  const task = useTasks().find(({ id }) => id === make.data?.task.id);
  return (
    <>
      <p>{say(w.planLead)}</p>
      {make.error && <Failed error={make.error} />}
      {task && <TaskLine task={task} />}
      {task?.plan_id ? (
        <Plan id={task.plan_id} />
      ) : (
        <Act
          isMain
          name={say(w.make)}
          effect={say(w.makeEffect)}
          isBusy={make.isPending || task?.state === 'running'}
          onClick={() => make.mutate({})}
        />
      )}
    </>
  );
}

/** The plan in short, and the key that begins. */
function Plan({ id }: { id: number }) {
  const { say } = useLanguage();
  const plan = useAsk('plans.show', { params: { id }, query: { limit: 1 } });
  const settings = useAsk('settings.show');
  const switchOn = useDo('settings.change');
  const apply = useDo('plans.apply');
  const task = useTasks().find((one) => one.id === apply.data?.task.id);
  const live = settings.data?.live ?? [];
  const isOn = live.every(({ key, value }) => key !== 'erp_push_enabled' || value === true);
  const begin = (rows: number) => async () => {
    const off = live.filter(
      ({ key, fixed, value }) =>
        !fixed && value === false && (key === 'erp_push_enabled' || key === 'auto_sync_enabled'),
    );
    if (off.length > 0)
      await switchOn.mutateAsync({ body: Object.fromEntries(off.map(({ key }) => [key, true])) });
    if (rows > 0) apply.mutate({ params: { id }, body: {} });
  };
  const error = switchOn.error ?? apply.error;
  return (
    <Loaded query={plan}>
      {({ rows, totals, cost }) => (
        <>
          <ul>
            {Object.entries(totals.byKind).map(([kind, count]) => (
              <li key={kind}>{say(w.willWrite, { kind: say(WRITE_KINDS[kind]) || kind, count })}</li>
            ))}
            {rows === 0 && <li>{say(w.nothing)}</li>}
            {rows > 0 && <li>{say(w.cost, { calls: cost.calls, minutes: cost.minutes })}</li>}
          </ul>
          <Link to="/plans/$id" params={{ id: String(id) }}>
            {say(w.toPlan)}
          </Link>
          {error && <Failed error={error} />}
          {task && <TaskLine task={task} />}
          {isOn && (rows === 0 || task?.state === 'done') ? (
            <p className="remark good" role="status">
              {say(w.isOn)} <Link to="/">{say(w.toOverview)}</Link>
            </p>
          ) : (
            <Act
              isMain
              name={say(w.begin)}
              effect={say(rows > 0 ? w.beginEffect : w.switchOnEffect)}
              isBusy={switchOn.isPending || apply.isPending || task?.state === 'running'}
              onClick={() => void begin(rows)()}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
