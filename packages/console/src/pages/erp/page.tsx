import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { useTitle } from '../../parts/title.ts';
import { erpWords as w } from '../../words/erp.ts';
import { Calls } from './calls.tsx';

const REFRESH_MS = 15_000;

export function ErpPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const access = useAsk('erp.access', {}, { every: REFRESH_MS });
  return (
    <div className="stack">
      <div className="row between">
        <h1>{say(w.title)}</h1>
        <Link to="/erp/catalogue">{say(w.catalogue)}</Link>
      </div>
      <Loaded query={access}>{(now) => <Connection access={now} />}</Loaded>
      <Calls />
    </div>
  );
}

function Connection({ access }: { access: AnswerOf<'erp.access'> }) {
  const { say } = useLanguage();
  const maySetUp = useRight('settings.edit') !== null;
  const { erp, session, budget, last_hour: hour, refused } = access;
  const used = budget.used ?? 0;
  const shown = (value: number | null) => (value === null ? '–' : Math.round(value));
  return (
    <section className="card">
      <h2>{say(w.connection)}</h2>
      {erp === null && <p>{say(w.none)}</p>}
      {erp?.kind === 'stand-in' && <p className="muted">{say(w.standIn)}</p>}
      {maySetUp && erp?.kind !== 'erp' && (
        <p>
          <Link to="/setup">{say(w.toSetUp)}</Link>
        </p>
      )}
      <Facts
        isWide
        facts={[
          [say(w.address), erp?.base_url ?? null],
          [say(w.account), erp?.account ?? null],
          [
            say(w.session),
            session.since ? (
              <>
                {say(w.sessionKept)} <Time at={session.since} />
              </>
            ) : (
              say(w.sessionNone)
            ),
          ],
          [
            say(w.budget),
            budget.per_minute > 0
              ? say(w.budgetOf, { used, most: budget.per_minute })
              : say(w.unlimited, { used }),
          ],
          [
            say(w.hour),
            say(w.hourLine, {
              calls: hour.calls,
              failed: hour.failed,
              mean: shown(hour.mean_ms),
              p95: shown(hour.p95_ms),
            }),
          ],
        ]}
      />
      {refused.map(({ at, message }) => (
        <div key={at} className="remark bad">
          <strong>{say(w.refused)}</strong> <Time at={at} /> {message}
          <p>{say(w.refusedNext)}</p>
        </div>
      ))}
    </section>
  );
}
