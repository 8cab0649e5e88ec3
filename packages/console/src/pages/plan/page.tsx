import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import { useTasks } from '../../api/tasks.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { PlanLine, PlanStanding } from '../../parts/plan-line.tsx';
import { Empty, Failed, Loaded } from '../../parts/state.tsx';
import { Table } from '../../parts/table.tsx';
import { TaskLine } from '../../parts/task-line.tsx';
import { Time } from '../../parts/time.tsx';
import { useTitle } from '../../parts/title.ts';
import { WRITE_KINDS } from '../../words/customer-terms.ts';
import { plansWords as w } from '../../words/plans.ts';

type Plan = AnswerOf<'plans.show'>;

const AT_FIRST = 100;
const MOST = 500;

export function PlanPage() {
  const { say } = useLanguage();
  useTitle(say(w.planTitle));
  const id = Number(useParams({ from: '/plans/$id' }).id);
  const [limit, setLimit] = useState(AT_FIRST);
  const plan = useAsk('plans.show', { params: { id }, query: { limit } });
  return (
    <div className="stack">
      <Link to="/plans" className="small">
        {say(w.backToPlans)}
      </Link>
      <h1>{say(w.planTitle)}</h1>
      <Loaded query={plan}>
        {(shown) => (
          <>
            <Cost plan={shown} />
            <Rows plan={shown} />
            {shown.rows > limit && limit < MOST && (
              <div>
                <Button onClick={() => setLimit(MOST)}>{say(w.more)}</Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Cost({ plan }: { plan: Plan }) {
  const { say } = useLanguage();
  const mayApply = useRight('runs.start') !== null;
  const [skipMoved, setSkipMoved] = useState(false);
  const apply = useDo('plans.apply');
  const tasks = useTasks();
  const own = tasks.find(({ id }) => id === apply.data?.task.id);
  return (
    <section className="card">
      <p>
        <strong>
          <PlanLine plan={plan} />
        </strong>{' '}
        <span className="muted small">
          {say(w.madeAt)} <Time at={plan.made_at} />
        </span>{' '}
        <PlanStanding plan={plan} />
      </p>
      <p>
        {Object.entries(plan.totals.byKind).map(([kind, count]) => (
          <span key={kind} className="tag">
            {say(WRITE_KINDS[kind]) || kind} {count}
          </span>
        ))}
      </p>
      {plan.gone > 0 && <p>{say(w.gone, { count: plan.gone })}</p>}
      {apply.error && <Failed error={apply.error} />}
      {own && <TaskLine task={own} />}
      {plan.rows > 0 && plan.standing.open === 0 && <p className="muted">{say(w.planDone)}</p>}
      {mayApply && plan.standing.open > 0 && own?.state !== 'done' && (
        <Act
          isMain
          name={say(w.apply)}
          effect={say(w.applyEffect)}
          isBusy={apply.isPending || own?.state === 'running'}
          onClick={() => apply.mutate({ params: { id: plan.id }, body: { skip_moved: skipMoved } })}
        >
          <label className="small">
            <input type="checkbox" checked={skipMoved} onChange={() => setSkipMoved(!skipMoved)} />{' '}
            {say(w.skipMoved)}
          </label>
        </Act>
      )}
    </section>
  );
}

function Rows({ plan }: { plan: Plan }) {
  const { say } = useLanguage();
  const heads = [w.customer, w.what, w.why, w.fields];
  if (plan.rows === 0) {
    return (
      <div className="card">
        <Empty title={say(w.planEmpty)}>
          <p>{say(w.planEmptyNext)}</p>
        </Empty>
      </div>
    );
  }
  return (
    <section className="card">
      <Table heads={heads}>
        {plan.items.map((row) => (
          <tr key={`${row.kind}${row.customer}`}>
            <td>
              <Link to="/customers/$id" params={{ id: String(row.customer) }}>
                <strong>{row.name}</strong>
              </Link>
            </td>
            <td data-name={say(w.what)}>{say(WRITE_KINDS[row.kind]) || row.kind}</td>
            <td data-name={say(w.why)}>{say(row.reason)}</td>
            <td data-name={say(w.fields)}>
              <span>
                {row.fields.map(({ field, label, from, to }) => (
                  <span key={field} className="small written">
                    <span className="muted">{say(label)}</span> {from !== null && `${from} → `}
                    {to || say(w.emptyValue)}
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
