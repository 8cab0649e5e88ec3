import { Link } from '@tanstack/react-router';
import { waiting } from '../../api/pulse.ts';
import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { Overview } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { useLive } from '../../parts/live.tsx';
import { RunSentence } from '../../parts/run-sentence.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { useTitle } from '../../parts/title.ts';
import { DESK_KINDS } from '../../words/desk.ts';
import { overviewWords as w } from '../../words/overview.ts';
import { Charts } from './charts.tsx';
import { Flow } from './flow.tsx';
import { useBack, useStations } from './stations.ts';

const REFRESH_MS = 15_000;

/** What can wait for a person: the desk's name for it, and the overview's. */
const KINDS = [
  ['plan', 'plans'],
  ['conflict', 'conflicts'],
  ['duplicate', 'duplicates'],
  ['follow_up', 'follow_ups'],
  ['parked', 'parked'],
] as const;

export function OverviewPage() {
  const { say } = useLanguage();
  useTitle('');
  const overview = useAsk('overview.show', {}, { every: REFRESH_MS });
  return (
    <div className="stack">
      <h1 className="visually-hidden">{say(w.title)}</h1>
      <Demo />
      <Loaded query={overview}>{(now) => <Now overview={now} />}</Loaded>
    </div>
  );
}

/** Whoever may join the company's own ERP is told that this is not it yet. */
function Demo() {
  const { say } = useLanguage();
  const maySetUp = useRight('settings.edit') !== null;
  const access = useAsk('erp.access', {}, { enabled: maySetUp });
  if (access.data?.erp?.kind !== 'stand-in') return null;
  return (
    <p className="remark row between">
      <span>{say(w.demo)}</span>
      <Link to="/setup">{say(w.toSetUp)}</Link>
    </p>
  );
}

function Now({ overview }: { overview: Overview }) {
  const stations = useStations(overview);
  const back = useBack(overview);
  return (
    <>
      <Headline overview={overview} />
      <Flow stations={stations} back={back} />
      <Charts overview={overview} />
      <LastRuns runs={overview.runs} />
    </>
  );
}

function Headline({ overview }: { overview: Overview }) {
  const { say } = useLanguage();
  const live = useLive();
  const mayPlan = useRight('plans.read') !== null;
  const mayStart = useRight('runs.start') !== null;
  const mayDecide = useRight('conflicts.decide') !== null;
  const [last] = overview.runs;
  const isAsked = overview.for_people.plans > 0;
  const hasFailed = !last?.asked && (last?.state === 'stopped' || last?.state === 'failed');
  const isStopped = isAsked || hasFailed;
  const forPeople = waiting(overview);
  const tone = isStopped ? 'bad' : forPeople > 0 ? 'warn' : 'good';
  return (
    <div className={`remark ${tone} row between headline`} role="status">
      <strong>{say(overview.headline)}</strong>
      <span className="row">
        {live?.under_way && (
          <span>
            {say(w.running)} <Time at={live.under_way.since} />
          </span>
        )}
        {KINDS.filter(([, field]) => overview.for_people[field] > 0).map(([kind, field]) =>
          mayDecide ? (
            <Link key={kind} to="/desk" search={{ kind }} className="nowrap">
              {say(DESK_KINDS[kind])} {overview.for_people[field]}
            </Link>
          ) : (
            <span key={kind} className="nowrap">
              {say(DESK_KINDS[kind])} {overview.for_people[field]}
            </span>
          ),
        )}
        {!hasFailed && forPeople > 0 && mayDecide && <Link to="/desk">{say(w.toDesk)}</Link>}
        {hasFailed && mayPlan && <Link to="/plans">{say(w.toPlans)}</Link>}
        {!isStopped && mayStart && <Link to="/plans">{say(w.syncNow)}</Link>}
      </span>
    </div>
  );
}

function LastRuns({ runs }: { runs: Overview['runs'] }) {
  const { say } = useLanguage();
  const maySee = useRight('runs.read') !== null;
  return (
    <section className="card">
      <h2>{say(w.runs)}</h2>
      {runs.length === 0 ? (
        <Empty title={say(w.noRuns)}>
          <p>{say(w.noRunsNext)}</p>
        </Empty>
      ) : (
        <ul className="plain">
          {runs.map((run) => (
            <li key={run.id}>
              <RunSentence run={run} />
            </li>
          ))}
        </ul>
      )}
      {maySee && <Link to="/plans">{say(w.allRuns)}</Link>}
    </section>
  );
}
