import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAsk, useList } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Loaded } from '../../parts/state.tsx';
import { Table } from '../../parts/table.tsx';
import { useTitle } from '../../parts/title.ts';
import { WRITE_STATES } from '../../words/customer-terms.ts';
import { NONE_IN_PILE, PILE_MEANINGS, journalWords as w } from '../../words/journal.ts';
import { WriteRow } from './row.tsx';
import type { Pile } from './search.ts';

const PILES: readonly Pile[] = ['parked', 'in_doubt', 'waiting'];

/** Writes to the ERP that did not go through at once, by how they stand. */
export function JournalPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const { pile = 'parked' } = useSearch({ from: '/journal' });
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      <Piles chosen={pile} />
      <p>{say(PILE_MEANINGS[pile])}</p>
      <Writes key={pile} pile={pile} />
    </div>
  );
}

function Piles({ chosen }: { chosen: Pile }) {
  const { say } = useLanguage();
  const navigate = useNavigate({ from: '/journal' });
  const writes = useAsk('overview.show').data?.writes;
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{say(w.piles)}</legend>
      {PILES.map((pile) => (
        <button
          key={pile}
          type="button"
          className="chip"
          aria-pressed={pile === chosen}
          onClick={() => void navigate({ search: { pile } })}
        >
          {say(WRITE_STATES[pile])} {writes?.[pile].count}
        </button>
      ))}
    </fieldset>
  );
}

function Writes({ pile }: { pile: Pile }) {
  const { say } = useLanguage();
  const list = useList('journal.list', { query: { pile } });
  return (
    <section className="card" aria-busy={list.isFetching}>
      <Loaded query={list}>
        {(pages) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <Empty title={say(NONE_IN_PILE[pile])}>
                <p>{say(w.noneNext)}</p>
              </Empty>
            );
          }
          return (
            <>
              <Table heads={[w.customer, w.what, w.why, w.next, w.since]}>
                {rows.map((row) => (
                  <WriteRow key={row.id} row={row} />
                ))}
              </Table>
              {list.hasNextPage && (
                <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
                  {say(w.more)}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
