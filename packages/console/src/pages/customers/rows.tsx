import type { CustomerRow } from '@bangqiao/api';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../parts/language.tsx';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { INTENTS, PRESENCES, STAGES } from '../../words/customer-terms.ts';
import { customersWords as w } from '../../words/customers.ts';

export function CustomersTable({ rows }: { rows: readonly CustomerRow[] }) {
  const heads = [w.name, w.person, w.stage, w.scores, w.inErp, w.lastContact];
  return (
    <Table heads={heads}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </Table>
  );
}

function Row({ row }: { row: CustomerRow }) {
  const { say } = useLanguage();
  const person = [row.real_name, row.wechat_nickname].filter((name) => name && name !== row.name).join(' · ');
  return (
    <tr>
      <td>
        <Link to="/customers/$id" params={{ id: String(row.id) }}>
          <strong>{row.name}</strong>
        </Link>
      </td>
      <td data-name={say(w.person)}>
        {(person || row.phone) && (
          <span>
            {person && <span>{person} </span>}
            {row.phone && <span className="nowrap">{row.phone}</span>}
            {row.phone && !row.phone_verified && <span className="muted small"> {say(w.unverified)}</span>}
          </span>
        )}
      </td>
      <td data-name={say(w.stage)}>{say(STAGES[row.stage])}</td>
      <td data-name={say(w.scores)}>
        <span>
          {row.quality} / {row.intent}
          {row.intent_level === 'high' && <span className="tag good beside">{say(INTENTS.high)}</span>}
        </span>
      </td>
      <td data-name={say(w.inErp)}>
        <InErp row={row} />
      </td>
      <td data-name={say(w.lastContact)}>{row.last_contact_at && <Time at={row.last_contact_at} />}</td>
    </tr>
  );
}

function InErp({ row }: { row: CustomerRow }) {
  const { say } = useLanguage();
  if (row.status === 'failed') return <span className="tag bad">{say(w.failed)}</span>;
  if (row.erp_contact_of !== null) return <span className="muted">{say(w.asContact)}</span>;
  if (row.erp_customer_id === null) return <span className="muted">{say(w.notInErp)}</span>;
  const isAbsent = row.erp_presence !== null && row.erp_presence !== 'present';
  if (isAbsent && row.erp_presence)
    return <span className="tag warn">{say(PRESENCES[row.erp_presence])}</span>;
  return <span>{row.erp_customer_code ?? say(PRESENCES.present)}</span>;
}
