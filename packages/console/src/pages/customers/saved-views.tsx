import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { customersWords as w } from '../../words/customers.ts';
import { type CustomersSearch, sameSearch } from './search.ts';

interface Props {
  search: CustomersSearch;
  open(search: CustomersSearch): void;
}

/** The person's own views, and the key that keeps what is shown now as one more. */
export function SavedViews({ search, open }: Props) {
  const { say } = useLanguage();
  const { data } = useAsk('views.list');
  const remove = useDo('views.remove');
  const views = data?.views ?? [];
  const shown = views.find(({ query }) => sameSearch(query, search));
  const isPlain = Object.keys(search).length === 0;
  if (views.length === 0 && isPlain) return null;
  return (
    <>
      <div className="row">
        {views.length > 0 && <span className="muted small">{say(w.ownViews)}</span>}
        <fieldset className="chips">
          <legend className="visually-hidden">{say(w.ownViews)}</legend>
          {views.map((view) => (
            <button
              key={view.id}
              type="button"
              className="chip"
              aria-pressed={view === shown}
              onClick={() => open(view.query)}
            >
              {view.name}
            </button>
          ))}
        </fieldset>
        {shown && (
          <Button
            type="text"
            size="small"
            className="muted"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: shown.id } })}
          >
            {say(w.removeView, { name: shown.name })}
          </Button>
        )}
        {!shown && !isPlain && <KeepView search={search} names={views.map(({ name }) => name)} />}
      </div>
      {remove.error && <Failed error={remove.error} />}
    </>
  );
}

function KeepView({ search, names }: { search: CustomersSearch; names: readonly string[] }) {
  const { say } = useLanguage();
  const [name, setName] = useState<string | null>(null);
  const save = useDo('views.save');
  if (name === null)
    return (
      <Button type="link" onClick={() => setName('')}>
        {say(w.keepView)}
      </Button>
    );
  const isTaken = names.includes(name.trim());
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { name, query: search } });
      }}
    >
      <Input
        autoFocus
        maxLength={40}
        style={{ width: '14rem' }}
        aria-label={say(w.viewName)}
        placeholder={say(w.viewExample)}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" type="primary" disabled={name.trim() === ''} loading={save.isPending}>
        {say(isTaken ? w.replaceView : w.saveView)}
      </Button>
      <Button onClick={() => setName(null)}>{say(w.notNow)}</Button>
      <span className="muted small">{say(w.viewEffect)}</span>
      {save.error && <Failed error={save.error} />}
    </form>
  );
}
