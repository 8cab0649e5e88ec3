import type { EntryOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { WriteSteps } from '../../parts/write-steps.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { WRITE_KINDS, WRITE_STATES } from '../../words/customer-terms.ts';

type Write = EntryOf<'write'>['write'];

/** A write to the ERP: how it stands, what was sent and came back, and its steps. */
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
        <WriteSteps steps={write.trail} />
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
