import { useEffect, useRef } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { DESK_KINDS, deskWords as w } from '../../words/desk.ts';
import type { DeskItem } from './item.ts';

interface Props {
  items: readonly DeskItem[];
  chosen: string;
  choose(key: string): void;
}

export function ItemList({ items, chosen, choose }: Props) {
  const { say } = useLanguage();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) here.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <nav className="card desk-list" aria-label={say(w.list)}>
      {items.map((item) => (
        <button
          key={item.key}
          ref={item.key === chosen ? here : null}
          type="button"
          aria-current={item.key === chosen}
          onClick={() => choose(item.key)}
        >
          <strong>{item.name}</strong>
          <br />
          <span className="muted small">
            {say(DESK_KINDS[item.kind])} · {item.line}
          </span>
        </button>
      ))}
    </nav>
  );
}
