import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { OPTION_LISTS, setupWords as w } from '../../words/setup.ts';
import { Checks } from './checks.tsx';

/** What the company's ERP offers, read now, and what the hub makes of it. */
export function OptionsStep() {
  const { say } = useLanguage();
  const checks = useAsk('settings.checks');
  return (
    <>
      <p className="muted">{say(w.optionsLead)}</p>
      {checks.error && !checks.data ? (
        <Failed error={checks.error} again={() => checks.refetch()} />
      ) : checks.data ? (
        <>
          <Checks checks={checks.data.checks} />
          <Lists />
        </>
      ) : (
        <p className="state" role="status">
          {say(w.optionsReading)}
        </p>
      )}
    </>
  );
}

/** Shown after they were read. */
function Lists() {
  const { say } = useLanguage();
  const options = useAsk('settings.options');
  return (
    <Loaded query={options}>
      {({ lists }) =>
        lists.map(({ list, options: all }) => (
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
        ))
      }
    </Loaded>
  );
}
