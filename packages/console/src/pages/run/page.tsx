import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { RunSentence, Undone } from '../../parts/run-sentence.tsx';
import { Loaded } from '../../parts/state.tsx';
import { Table } from '../../parts/table.tsx';
import { useTitle } from '../../parts/title.ts';
import { plansWords as w } from '../../words/plans.ts';
import { Undo } from './undo.tsx';

export function RunPage() {
  const { say } = useLanguage();
  useTitle(say(w.runTitle));
  const id = Number(useParams({ from: '/runs/$id' }).id);
  const run = useAsk('runs.show', { params: { id } });
  const mayUndo = useRight('runs.start') !== null;
  return (
    <div className="stack">
      <Link to="/plans" className="small">
        {say(w.backToPlans)}
      </Link>
      <h1>{say(w.runTitle)}</h1>
      <Loaded query={run}>
        {(shown) => (
          <>
            <section className="card">
              <RunSentence run={shown.run} /> {shown.undone && <Undone undone={shown.undone} />}
            </section>
            {mayUndo && shown.changes.length + shown.read > 0 && <Undo run={id} undone={shown.undone} />}
            <Changes shown={shown} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Changes({ shown: { changes, more, read } }: { shown: AnswerOf<'runs.show'> }) {
  const { say } = useLanguage();
  if (changes.length === 0)
    return <p className="card muted">{read === 0 ? say(w.noChanges) : say(w.onlyRead, { read })}</p>;
  const heads = [w.customer, w.field, w.before, w.after];
  return (
    <section className="card">
      <h2>{say(w.changes)}</h2>
      <Table heads={heads}>
        {changes.map((change) => (
          <tr key={`${change.customer_id}${change.field}`}>
            <td>
              <Link to="/customers/$id" params={{ id: String(change.customer_id) }}>
                {change.customer}
              </Link>
            </td>
            <td data-name={say(w.field)}>{say(change.label)}</td>
            <td data-name={say(w.before)}>{change.before || say(w.emptyValue)}</td>
            <td data-name={say(w.after)}>{change.after || say(w.emptyValue)}</td>
          </tr>
        ))}
      </Table>
      {more && <p className="muted small">{say(w.moreChanges)}</p>}
    </section>
  );
}
