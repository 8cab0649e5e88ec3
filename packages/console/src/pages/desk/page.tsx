import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useRight } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Empty, Failed, Loaded } from '../../parts/state.tsx';
import { useTitle } from '../../parts/title.ts';
import { DESK_KINDS, deskWords as w } from '../../words/desk.ts';
import { Decision } from './decision.tsx';
import type { Choice, DeskItem, DeskKind } from './item.ts';
import { ItemList } from './item-list.tsx';
import { useDecide } from './use-decide.ts';
import { useItems } from './use-items.ts';
import { useKeys } from './use-keys.ts';
import { useLeaving } from './use-leaving.ts';
import './desk.css';

export function DeskPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const mayDecide = useRight('conflicts.decide') !== null;
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      {mayDecide ? <Items /> : <OnlyLooks />}
    </div>
  );
}

function Items() {
  const items = useItems();
  return <Loaded query={items}>{(all) => <Desk all={all} />}</Loaded>;
}

/** Whoever may decide nothing is shown no key that would be refused. */
function OnlyLooks() {
  const { say } = useLanguage();
  return (
    <div className="card">
      <Empty title={say(w.notYours)}>
        <p>{say(w.notYoursNext)}</p>
      </Empty>
    </div>
  );
}

function Desk({ all }: { all: readonly DeskItem[] }) {
  const { say } = useLanguage();
  const search = useSearch({ from: '/desk' });
  const navigate = useNavigate({ from: '/desk' });
  const [typing, setTyping] = useState<Choice | null>(null);
  const { decide, undo, flush, hidden, last, error } = useDecide();
  const open = all.filter(({ key }) => !hidden.has(key));
  const items = open.filter(
    ({ kind, links }) =>
      (search.kind === undefined || kind === search.kind) &&
      (search.customer === undefined ||
        links.some(({ to, id }) => to === '/customers/$id' && id === search.customer)),
  );
  const index = Math.max(
    0,
    items.findIndex(({ key }) => key === search.item),
  );
  const item = items[index];
  const go = (key: string | undefined) => {
    setTyping(null);
    void navigate({ search: (before) => ({ ...before, item: key }), replace: true });
  };
  const alike = item ? items.filter((other) => other.alike === item.alike && other.key !== item.key) : [];
  const settle = (choice: Choice, value: string | null, withAlike: boolean) => {
    if (item === undefined) return;
    setTyping(null);
    const settled = withAlike ? [item, ...alike] : [item];
    const gone = new Set(settled.map(({ key }) => key));
    const next =
      items.slice(index).find(({ key }) => !gone.has(key)) ?? items.find(({ key }) => !gone.has(key));
    decide(settled, choice, value);
    go(next?.key);
  };
  useLeaving(flush);
  useKeys({
    move: (by) => go(items[Math.min(items.length - 1, Math.max(0, index + by))]?.key),
    choose: (place) => {
      const choice = item?.choices[place];
      if (choice === undefined) return;
      if (choice.types === undefined) settle(choice, null, false);
      else setTyping(choice);
    },
    undo,
  });
  return (
    <>
      <Kinds all={open} chosen={search.kind} choose={(kind) => void navigate({ search: { kind } })} />
      {error && <Failed error={error} />}
      {last && (
        <div className="remark row between" role="status">
          <span>
            {say(last.state === 'undone' ? w.undone : last.count === 1 ? w.done : w.doneMany, {
              name: last.name,
              count: last.count,
              what: say(last.choice.words),
            })}
          </span>
          {last.state === 'held' && <Button onClick={undo}>{say(w.undo)}</Button>}
        </div>
      )}
      {item === undefined ? (
        <div className="card">
          <Empty title={say(w.noneTitle)}>
            <p>{say(w.noneNext)}</p>
          </Empty>
        </div>
      ) : (
        <div className="desk">
          <div>
            <ItemList items={items} chosen={item.key} choose={go} />
            <p className="muted small only-wide">{say(w.keys)}</p>
          </div>
          <Decision
            key={item.key}
            item={item}
            alike={alike.length}
            decide={settle}
            typing={typing}
            setTyping={setTyping}
          />
        </div>
      )}
    </>
  );
}

function Kinds(props: {
  all: readonly DeskItem[];
  chosen: DeskKind | undefined;
  choose(kind: DeskKind | undefined): void;
}) {
  const { say } = useLanguage();
  const count = (kind: DeskKind) => props.all.filter((item) => item.kind === kind).length;
  const kinds = (Object.keys(DESK_KINDS) as DeskKind[]).filter(
    (kind) => count(kind) > 0 || kind === props.chosen,
  );
  if (kinds.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{say(w.kinds)}</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={props.chosen === undefined}
        onClick={() => props.choose(undefined)}
      >
        {say(w.all)} {props.all.length}
      </button>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="chip"
          aria-pressed={props.chosen === kind}
          onClick={() => props.choose(kind)}
        >
          {say(DESK_KINDS[kind])} {count(kind)}
        </button>
      ))}
    </fieldset>
  );
}
