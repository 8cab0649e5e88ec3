import { ENDPOINTS } from '@bangqiao/api';
import { Button } from 'antd';
import { useList } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { auditWords, DEEDS } from '../../words/audit.ts';
import { settingsWords as w } from '../../words/settings.ts';
import type { Words } from '../../words/words.ts';

type Say = ReturnType<typeof useLanguage>['say'];

/** Every change that a person made, in the console, by the API or on the command line. */
export function Audit() {
  const { say } = useLanguage();
  const audit = useList('audit.list', { query: { limit: 20 } });
  return (
    <section className="card">
      <h2>{say(w.audit)}</h2>
      <Loaded query={audit}>
        {(pages) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty title={say(w.noAudit)} />;
          return (
            <>
              <ul className="plain">
                {rows.map((row) => (
                  <li key={row.id}>
                    <span className="muted small">
                      <Time at={row.at} />
                    </span>{' '}
                    <strong>{whoOf(row.who, say)}</strong> {deedOf(row.action, say)}{' '}
                    {row.about ? (
                      <span>{say(row.about)}</span>
                    ) : (
                      row.subject && <code className="small">{row.subject}</code>
                    )}{' '}
                    {row.outcome === 'done' && row.code !== null && (
                      <span className="tag">{say(auditWords.inPart)}</span>
                    )}
                    {row.outcome === 'refused' && <span className="tag warn">{say(w.refused)}</span>}
                    {row.outcome === 'failed' && <span className="tag bad">{say(w.failed)}</span>}
                  </li>
                ))}
              </ul>
              {audit.hasNextPage && <Button onClick={() => audit.fetchNextPage()}>{say(w.more)}</Button>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** What was done, without the remarks that the API's document adds. */
function withoutRemarks(summary: string): string {
  return summary.split(/[；;：:]/)[0] ?? '';
}

/** The account at the keyboard is no user of the console. */
function whoOf(who: string, say: Say): string {
  const account = /^(.+) \(cli\)$/.exec(who)?.[1];
  return account === undefined ? who : say(auditWords.atKeyboard, { who: account });
}

/** In words of its own, else the API's for the action. */
function deedOf(action: string, say: Say): string {
  const summary = (ENDPOINTS as Record<string, { summary: Words }>)[action]?.summary;
  if (DEEDS[action]) return say(DEEDS[action]);
  return summary ? withoutRemarks(say(summary)) : say(auditWords.byCommand, { verb: action });
}
