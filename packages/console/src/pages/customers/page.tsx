import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { client, useList } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { customersWords as w } from '../../words/customers.ts';
import { Filters } from './filters.tsx';
import { CustomersTable } from './rows.tsx';
import { type CustomersSearch, filtersOf } from './search.ts';

export function CustomersPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const search = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const change = (part: CustomersSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const open = (whole: CustomersSearch) => void navigate({ search: whole });
  const filters = filtersOf(search);
  const sort = search.sort ?? 'updated';
  const list = useList('customers.list', {
    query: { ...filters, sort, order: sort === 'id' ? 'asc' : 'desc', limit: 50 },
  });
  return (
    <div className="stack">
      <div className="row between">
        <h1>{say(w.title)}</h1>
        <ExportLink filters={filters} />
      </div>
      <Filters search={search} change={change} open={open} />
      <Loaded query={list}>
        {(pages) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Nobody isFiltered={Object.keys(filters).length > 0} isSearched={filters.q !== undefined} />
            );
          return (
            <div className="card" aria-busy={list.isFetching}>
              <CustomersTable rows={rows} />
              <div className="row" style={{ marginTop: '0.8rem' }}>
                {list.hasNextPage && (
                  <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
                    {say(w.more)}
                  </Button>
                )}
                <span className="muted small" role="status">
                  {say(w.shown, { count: rows.length })}
                </span>
              </div>
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}

function ExportLink({ filters }: { filters: ReturnType<typeof filtersOf> }) {
  const { say } = useLanguage();
  if (useRight('customers.export') === null) return null;
  return (
    <span className="small">
      <a href={client.address('customers.export', { query: filters })} download>
        {say(w.export)}
      </a>{' '}
      <span className="muted only-wide">{say(w.exportEffect)}</span>
    </span>
  );
}

function Nobody({ isFiltered, isSearched }: { isFiltered: boolean; isSearched: boolean }) {
  const { say } = useLanguage();
  return (
    <div className="card">
      <Empty title={say(isFiltered ? w.noMatch : w.none)}>
        <p>{say(!isFiltered ? w.noneNext : isSearched ? w.noMatchNext : w.noneSuch)}</p>
      </Empty>
    </div>
  );
}
