import type { CustomerPage } from '@bangqiao/api';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { Empty } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';
import type { Words } from '../../words/words.ts';
import { type Change, ChangesEntry, DecisionEntry, LogEntry, WriteEntry } from './entries.tsx';

type Kind = 'decision' | 'write' | 'change' | 'read';

interface Entry {
  key: string;
  kind: Kind;
  at: string;
  what: ReactNode;
}

const KINDS: Record<'all' | Kind, Words> = {
  all: w.kindAll,
  decision: w.kindDecision,
  write: w.kindWrite,
  change: w.kindChange,
  read: w.kindRead,
};

const AT_FIRST = 20;

/** Everything that happened to one customer, newest first. */
export function Timeline({ page }: { page: CustomerPage }) {
  const { say } = useLanguage();
  const [kind, setKind] = useState<'all' | Kind>('all');
  const [count, setCount] = useState(AT_FIRST);
  const entries = useMemo(() => entriesOf(page), [page]);
  const shown = entries.filter((entry) => kind === 'all' || entry.kind === kind);
  return (
    <section className="card">
      <div className="row between">
        <h2>{say(w.timeline)}</h2>
        <fieldset className="chips">
          <legend className="visually-hidden">{say(w.timeline)}</legend>
          {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((key) => (
            <button
              key={key}
              type="button"
              className="chip"
              aria-pressed={kind === key}
              onClick={() => setKind(key)}
            >
              {say(KINDS[key])}
            </button>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 && <Empty title={say(w.nothing)} />}
      <ol className="timeline">
        {shown.slice(0, count).map(({ key, at, what }) => (
          <li key={key}>
            <span className="muted small">
              <Time at={at} />
            </span>
            <div>{what}</div>
          </li>
        ))}
      </ol>
      {shown.length > count && <Button onClick={() => setCount(count + AT_FIRST)}>{say(w.more)}</Button>}
    </section>
  );
}

function entriesOf({ decision, earlier, writes, history, log }: CustomerPage): Entry[] {
  const decisions = decision ? [decision, ...earlier] : earlier;
  const entries: Entry[] = [
    ...decisions.map((one) => entry('decision', one.decided_at, <DecisionEntry decision={one} />)),
    ...writes.map((one) => entry('write', one.changed_at, <WriteEntry write={one} />)),
    ...steps(history).map((changes) =>
      entry('change', changes[0]?.at ?? '', <ChangesEntry changes={changes} />),
    ),
    ...log
      .filter(({ direction }) => direction === 'erp_to_local')
      .map((one) => entry('read', one.at, <LogEntry line={one} />)),
  ].map((one, index) => ({ ...one, key: `${one.kind}-${index}` }));
  return entries.sort((a, b) => b.at.localeCompare(a.at));
}

function entry(kind: Kind, at: string, what: ReactNode): Omit<Entry, 'key'> {
  return { kind, at, what };
}

/** Changes that one step made belong together: same moment, same reason, same hand. */
function steps(history: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of history) {
    const key = [change.at, change.reason?.en, change.by, change.first !== null].join('|');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}
