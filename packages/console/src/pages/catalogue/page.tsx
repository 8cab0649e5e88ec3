import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useAsk } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { erpWords as w } from '../../words/erp.ts';
import { Entry } from './entry.tsx';

type Line = AnswerOf<'catalogue.list'>['entries'][number];

export function CataloguePage() {
  const { say } = useLanguage();
  useTitle(say(w.catalogue));
  const { q = '', entry } = useSearch({ from: '/erp/catalogue' });
  const navigate = useNavigate({ from: '/erp/catalogue' });
  const list = useAsk('catalogue.list');
  return (
    <div className="stack">
      <Link to="/erp" className="small">
        {say(w.back)}
      </Link>
      <h1>{say(w.catalogue)}</h1>
      <Input
        type="search"
        size="large"
        allowClear
        aria-label={say(w.search)}
        placeholder={say(w.search)}
        defaultValue={q}
        onChange={(event) =>
          void navigate({ search: { q: event.target.value || undefined, entry }, replace: true })
        }
      />
      <Loaded query={list}>
        {({ entries }) => {
          const found = entries.filter((line) => matches(line, q));
          return (
            <section className="card">
              <p className="muted">{say(w.catalogueLead, { count: entries.length })}</p>
              {found.length === 0 && (
                <Empty title={say(w.noMatch)}>
                  <p>{say(w.noMatchNext)}</p>
                </Empty>
              )}
              <ul className="plain">
                {found.map((line) => (
                  <li key={line.id}>
                    <LineLink line={line} q={q} isOpen={entry === line.call} />
                    {entry === line.call && <Entry call={line.call} />}
                  </li>
                ))}
              </ul>
            </section>
          );
        }}
      </Loaded>
    </div>
  );
}

function LineLink({ line, q, isOpen }: { line: Line; q: string; isOpen: boolean }) {
  const { say, language } = useLanguage();
  return (
    <Link
      to="/erp/catalogue"
      search={{ q: q || undefined, entry: isOpen ? undefined : line.call }}
      replace
      resetScroll={false}
      aria-expanded={isOpen}
    >
      {language === 'zh' ? line.name : line.name_en}{' '}
      <span className="muted small">
        {line.call} · {say(line.writes ? w.writes : w.reads)}
      </span>
    </Link>
  );
}

function matches(line: Line, q: string): boolean {
  const text = [line.name, line.name_en, line.call, line.path, ...line.category].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
