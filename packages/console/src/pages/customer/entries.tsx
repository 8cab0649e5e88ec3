import type { CustomerPage } from '@bangqiao/api';
import { useLanguage } from '../../parts/language.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { WRITE_KINDS, WRITE_STATES } from '../../words/customer-terms.ts';
import { useShown } from './shown.ts';

type Write = CustomerPage['writes'][number];
export type Change = CustomerPage['history'][number];

export function DecisionEntry({ decision }: { decision: CustomerPage['earlier'][number] }) {
  const { say } = useLanguage();
  return <span>{say(decision.reason)}</span>;
}

export function WriteEntry({ write }: { write: Write }) {
  const { say } = useLanguage();
  const tone = write.state === 'confirmed' ? 'good' : write.state === 'parked' ? 'bad' : '';
  return (
    <>
      <strong>{say(WRITE_KINDS[write.kind]) || write.kind}</strong>{' '}
      <span className={`tag ${tone}`}>{say(WRITE_STATES[write.state])}</span> <span>{say(write.reason)}</span>
      {write.error && (
        <p>
          <span className="bad">{say(write.error.words)}</span> {say(write.next)}
        </p>
      )}
      {write.fields.length > 0 && (
        <details>
          <summary>{say(w.sentAndBack)}</summary>
          <SentFields fields={write.fields} />
        </details>
      )}
      <details className="small">
        <summary>
          {say(w.trail)} <span className="muted">{say(w.steps, { count: write.trail.length })}</span>
        </summary>
        <ol>
          {write.trail.map(({ at, to, words }) => (
            <li key={`${at}${to}${words.en}`}>
              <Time at={at} /> {say(WRITE_STATES[to])}
              {words.zh && ` · ${say(words)}`}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function SentFields({ fields }: { fields: Write['fields'] }) {
  const { say } = useLanguage();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(w.field)}</th>
          <th scope="col">{say(w.sent)}</th>
          <th scope="col">{say(w.cameBack)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.erp_field}>
            <td>{say(field.label)}</td>
            <td data-name={say(w.sent)}>{field.sent}</td>
            <td data-name={say(w.cameBack)}>
              {field.came_back} {!field.kept && <span className="tag warn">{say(w.notKept)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What one step changed: a sentence for one field, a list that opens for several. */
export function ChangesEntry({ changes }: { changes: readonly Change[] }) {
  const { say } = useLanguage();
  const [first] = changes;
  if (first === undefined) return null;
  const by = first.by === 'service' ? say(w.byHub) : say(w.by, { by: first.by });
  const why = (
    <span className="muted small">
      {say(first.reason)} {by}
    </span>
  );
  if (changes.length === 1) {
    return (
      <>
        <ChangeLine change={first} /> {why}
      </>
    );
  }
  return (
    <>
      {say(w.changedFields, { count: changes.length })} {why}
      <details className="small">
        <summary>{changes.map(({ label }) => say(label)).join(say(w.listComma))}</summary>
        <ul>
          {changes.map((change) => (
            <li key={change.field}>
              <ChangeLine change={change} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { say } = useLanguage();
  const shown = useShown();
  if (change.first !== null) return <span>{say(w.firstSeen)}</span>;
  const value = (it: string | null) => shown(change.field, it) || say(w.emptyValue);
  return (
    <span>
      {say(w.changed, { field: say(change.label), from: value(change.from), to: value(change.to) })}
    </span>
  );
}

export function LogEntry({ line }: { line: CustomerPage['log'][number] }) {
  const { say } = useLanguage();
  return (
    <>
      <span>{say(line.direction === 'erp_to_local' ? w.logIn : w.logOut)}</span>{' '}
      <span className="muted small">{say(line.reason)}</span>
      {line.error && <p className="bad">{line.error.message}</p>}
    </>
  );
}
