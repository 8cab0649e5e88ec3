import type { EntryOf } from '../../api/types.ts';
import { useDoer } from '../../parts/doer.ts';
import { useLanguage } from '../../parts/language.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { useShown } from './shown.ts';

type Change = EntryOf<'change'>['changes'][number];

export function DecisionEntry({ decision }: { decision: EntryOf<'decision'>['decision'] }) {
  const { say } = useLanguage();
  return <span>{say(decision.reason)}</span>;
}

/** What one step changed: a sentence for one field, a list that opens for several. */
export function ChangesEntry({ changes }: { changes: readonly Change[] }) {
  const { say } = useLanguage();
  const doer = useDoer();
  const [first] = changes;
  if (first === undefined) return null;
  const by = say(w.by, { by: doer(first.by) });
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

export function LogEntry({ line }: { line: EntryOf<'read'>['line'] }) {
  const { say } = useLanguage();
  return (
    <>
      <span>{say(line.direction === 'erp_to_local' ? w.logIn : w.logOut)}</span>{' '}
      <span className="muted small">{say(line.reason)}</span>
      {line.error && <p className="bad">{line.error.message}</p>}
    </>
  );
}
