import type { CustomerPage } from '@bangqiao/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRight } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { customerWords as w } from '../../words/customer.ts';
import { POLICIES } from '../../words/customer-terms.ts';
import { Former } from './former.tsx';
import { useShown } from './shown.ts';

type Field = CustomerPage['fields'][number];

interface Props {
  customerId: number;
  fields: readonly Field[];
  hasErp: boolean;
}

/** Both sides of every field, which of them agree, and where the value came from. */
export function Fields({ customerId, fields, hasErp }: Props) {
  const { say } = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? fields : fields.filter(({ hub, erp }) => hub !== null || erp !== null);
  return (
    <section className="card fields">
      <div className="row between">
        <h2>{say(w.fields)}</h2>
        <label className="small">
          <input type="checkbox" checked={!showsAll} onChange={() => setShowsAll(!showsAll)} />{' '}
          {say(w.filledOnly)}
        </label>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(w.field)}</th>
            <th scope="col">{say(w.here)}</th>
            <th scope="col">{say(w.verdict)}</th>
            {hasErp && <th scope="col">{say(w.there)}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <FieldRow key={field.field} customerId={customerId} field={field} hasErp={hasErp} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  customerId: number;
  field: Field;
  hasErp: boolean;
}

function FieldRow({ customerId, field, hasErp }: RowProps) {
  const { say } = useLanguage();
  const shown = useShown();
  const mayEdit = useRight('customers.edit') !== null;
  return (
    <tr>
      <td>
        <strong>{say(field.label)}</strong>
      </td>
      <td data-name={say(w.here)}>
        <span>
          {shown(field.field, field.hub)}
          <span className="muted small">
            {field.source && ` ${say(w.source)} ${say(field.source.words)}`}
            {field.verified && ` · ${say(w.verified)}`}
          </span>
          {mayEdit && field.has_former && <Former customerId={customerId} field={field.field} />}
        </span>
      </td>
      <td data-name={say(w.verdict)} title={say(POLICIES[field.policy])}>
        {hasErp && <Verdict customerId={customerId} field={field} />}
      </td>
      {hasErp && <td data-name={say(w.there)}>{shown(field.field, field.erp)}</td>}
    </tr>
  );
}

function Verdict({ customerId, field }: { customerId: number; field: Field }) {
  const { say } = useLanguage();
  if (field.conflict_id !== null) {
    return (
      <Link to="/desk" search={{ customer: customerId }} className="bad">
        {say(w.conflict)}
      </Link>
    );
  }
  if (field.differs) return <span className="warn">{say(w.differs)}</span>;
  if (field.hub === null && field.erp === null) return null;
  if (field.erp === null) return <span className="muted">{say(w.onlyHere)}</span>;
  if (field.hub === null) return <span className="muted">{say(w.onlyThere)}</span>;
  return <span className="good">{say(w.same)}</span>;
}
