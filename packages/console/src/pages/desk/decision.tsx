import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { Time } from '../../parts/time.tsx';
import { DESK_KINDS, deskWords as w } from '../../words/desk.ts';
import type { Choice, DeskItem } from './item.ts';

interface Props {
  item: DeskItem;
  /** How many others can be decided in the same way. */
  alike: number;
  decide(choice: Choice, value: string | null, all: boolean): void;
  /** The choice whose value is being typed. */
  typing: Choice | null;
  setTyping(choice: Choice | null): void;
}

/** One item whole: both sides, what happens if it is left, and a key for each way to decide. */
export function Decision({ item, alike, decide, typing, setTyping }: Props) {
  const { say } = useLanguage();
  const [all, setAll] = useState(false);
  return (
    <section className="card" aria-live="polite">
      <p className="muted small">
        {say(DESK_KINDS[item.kind])} · {say(w.since)} <Time at={item.since} />
      </p>
      <h2>
        {item.name} {item.line}
      </h2>
      {item.sides && <Sides sides={item.sides} />}
      {item.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {item.quote && <blockquote className="quote">{item.quote}</blockquote>}
      <p className="muted">
        {say(w.ifLeft)}
        {say(item.ifLeft)}
      </p>
      <div className="decisions">
        {item.choices.map((choice, index) => (
          <button
            key={choice.name}
            type="button"
            className="decision"
            onClick={() => (choice.types === undefined ? decide(choice, null, all) : setTyping(choice))}
          >
            <kbd>{index + 1}</kbd>
            <span>
              <strong>{say(choice.words)}</strong>
              <br />
              <span className="muted small">{say(choice.effect)}</span>
            </span>
          </button>
        ))}
      </div>
      {typing && (
        <Typed
          start={typing.types ?? ''}
          save={(value) => decide(typing, value, false)}
          leave={() => setTyping(null)}
        />
      )}
      {alike > 0 && typing === null && (
        <label className="row">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} />{' '}
          {say(w.alike, { count: alike })}
        </label>
      )}
      <p className="row">
        {item.links.map(({ words, to, id, name = '' }) => (
          <Link key={`${to}${id}`} to={to} params={{ id: String(id) }}>
            {say(words, { name })}
          </Link>
        ))}
      </p>
    </section>
  );
}

function Sides({ sides: { left, right, rows } }: { sides: NonNullable<DeskItem['sides']> }) {
  const { say } = useLanguage();
  return (
    <table className="table desk-sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            {(['left', 'right'] as const).map((side) => (
              <td key={side} data-name={side === 'left' ? left : right}>
                <span>
                  <strong>{row[side] || say(w.emptyValue)}</strong>{' '}
                  <span className="muted small">{row[`${side}Note`]}</span>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Typed({ start, save, leave }: { start: string; save(value: string): void; leave(): void }) {
  const { say } = useLanguage();
  const [value, setValue] = useState(start);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        save(value);
      }}
    >
      <Input
        autoFocus
        aria-label={say(w.typed)}
        value={value}
        style={{ width: '20rem' }}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
      />
      <Button type="primary" htmlType="submit" disabled={value.trim() === ''}>
        {say(w.takeTyped)}
      </Button>
    </form>
  );
}
