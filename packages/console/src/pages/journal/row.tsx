import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../api/queries.ts';
import { useRuleNames } from '../../api/rule-names.ts';
import { useRight } from '../../api/session.ts';
import type { RowOf } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { shortTime, Time } from '../../parts/time.tsx';
import { WriteSteps } from '../../parts/write-steps.tsx';
import { WRITE_KINDS } from '../../words/customer-terms.ts';
import { journalWords as w } from '../../words/journal.ts';

type Write = RowOf<'journal.list'>;

/** One write: whom it is about, why it is not done, what comes next; opened, what was sent. */
export function WriteRow({ row }: { row: Write }) {
  const { say } = useLanguage();
  const nameOf = useRuleNames();
  return (
    <tr>
      <td>
        <Link to="/customers/$id" params={{ id: String(row.customer_id) }}>
          <strong>{row.customer}</strong>
        </Link>
      </td>
      <td data-name={say(w.what)}>
        <span>
          {say(WRITE_KINDS[row.kind]) || row.kind}{' '}
          <span className="muted small">
            {row.rule === null ? say(row.reason) : say(w.byRule, { rule: nameOf(row.rule) })}
          </span>
        </span>
      </td>
      <td data-name={say(w.why)}>{say(row.why ?? w.noAnswer)}</td>
      <td data-name={say(w.next)}>
        <div>
          <Next row={row} />
          <Details id={row.id} />
        </div>
      </td>
      <td data-name={say(w.since)}>
        <span className="nowrap">
          <Time at={row.updated_at} />
        </span>
      </td>
    </tr>
  );
}

function Next({ row: { id, state, next, retry_at } }: { row: Write }) {
  const { say, language } = useLanguage();
  const mayDecide = useRight('journal.decide') !== null;
  if (state === 'waiting' && retry_at !== null) {
    return say(w.tryAt, { at: shortTime(retry_at, language, new Date()) });
  }
  if (state !== 'parked') return say(next);
  return (
    <>
      {say(next)}
      <br />
      {mayDecide ? (
        <Link to="/desk" search={{ kind: 'parked', item: `parked-${id}` }}>
          {say(w.decide)}
        </Link>
      ) : (
        <span className="muted">{say(w.byOthers)}</span>
      )}
    </>
  );
}

function Details({ id }: { id: number }) {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="small" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(w.details)}</summary>
      {isOpen && <Way id={id} />}
    </details>
  );
}

function Way({ id }: { id: number }) {
  const { say } = useLanguage();
  const write = useAsk('journal.show', { params: { id } });
  return (
    <Loaded query={write}>
      {({ fields, steps }) => (
        <>
          {fields.length === 0 && <p>{say(w.nothingSent)}</p>}
          <Facts isWide facts={fields.map(({ label, sent }) => [say(label), sent])} />
          <WriteSteps steps={steps} />
        </>
      )}
    </Loaded>
  );
}
