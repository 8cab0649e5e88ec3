import { ENDPOINTS } from '@bangqiao/api';
import { Button } from 'antd';
import { useList } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { settingsWords as w } from '../../words/settings.ts';
import type { Words } from '../../words/words.ts';

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
                    <strong>{row.who}</strong> {deed(say(summaryOf(row.action))) || row.action}{' '}
                    {row.subject && <code className="small">{row.subject}</code>}{' '}
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
function deed(summary: string): string {
  return summary.split(/[；;：:]/)[0] ?? '';
}

/** The API's own words for an action; of a command's there are none. */
function summaryOf(action: string): Words | null {
  return (ENDPOINTS as Record<string, { summary: Words }>)[action]?.summary ?? null;
}
