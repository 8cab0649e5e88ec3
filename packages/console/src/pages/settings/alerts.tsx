import { useDo } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Act } from '../../parts/act.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { CHANNELS, settingsWords as w } from '../../words/settings.ts';

/** Whether alerts reach anybody: a test to every channel, and what each answered. */
export function Alerts() {
  const { say } = useLanguage();
  const test = useDo('alerts.test');
  return (
    <section className="card" aria-labelledby="alerts">
      <h2 id="alerts">{say(w.alerts)}</h2>
      <p className="muted">{say(w.alertsLead)}</p>
      <Act
        name={say(w.testAlerts)}
        effect={say(w.testAlertsEffect)}
        isBusy={test.isPending}
        onClick={() => test.mutate({})}
      />
      {test.error && <Failed error={test.error} />}
      {test.data && !test.isPending && <Answers channels={test.data.channels} />}
    </section>
  );
}

function Answers({ channels }: AnswerOf<'alerts.test'>) {
  const { say } = useLanguage();
  if (channels.length === 0) return <p role="status">{say(w.noChannel)}</p>;
  return (
    <div role="status" style={{ marginTop: '0.6rem' }}>
      <ul className="plain">
        {channels.map(({ channel, ok, said, next }) => (
          <li key={channel}>
            <strong>{say(CHANNELS[channel]) || channel}</strong>{' '}
            <span className={`tag ${ok ? 'good' : 'bad'}`}>{say(ok ? w.reached : w.notReached)}</span>{' '}
            {!ok && (
              <span>
                {say(said)}
                {next && ` → ${say(next)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
