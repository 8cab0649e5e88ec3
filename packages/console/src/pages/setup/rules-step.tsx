import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { setupWords as w } from '../../words/setup.ts';

/** What is in force, in short; the whole and the trial are on their own page. */
export function RulesStep() {
  const { say } = useLanguage();
  const overview = useAsk('overview.show');
  return (
    <Loaded query={overview}>
      {({ rules, today }) => (
        <>
          <p>
            {say(w.rulesLead, {
              version: rules?.version ?? 1,
              count: rules?.active ?? 0,
              admitted: today.admitted,
            })}
          </p>
          <Link to="/rules">{say(w.rulesLook)}</Link>
        </>
      )}
    </Loaded>
  );
}
