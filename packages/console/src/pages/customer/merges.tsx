import type { CustomerPage } from '@bangqiao/api';
import { Button } from 'antd';
import { useDo } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';

/** Who became one with this customer; the last merge can be parted again. */
export function Merges({ page: { customer, merges } }: { page: CustomerPage }) {
  const { say } = useLanguage();
  const mayPart = useRight('people.decide') !== null;
  const part = useDo('people.unmerge');
  const [last] = merges;
  if (last === undefined) return null;
  return (
    <section className="card">
      <h2>{say(w.merges)}</h2>
      <ul>
        {merges.map(({ merged_id, merged_name, merged_number, merged_at, merged_by }) => (
          <li key={merged_id}>
            {merged_name} {merged_number}{' '}
            <span className="muted small">
              <Time at={merged_at} /> {say(w.by, { by: merged_by })}
            </span>
          </li>
        ))}
      </ul>
      {part.error && <Failed error={part.error} />}
      {mayPart && (
        <div className="row">
          <Button loading={part.isPending} onClick={() => part.mutate({ params: { id: customer.id } })}>
            {say(w.part, { name: last.merged_name })}
          </Button>
          <span className="muted small">{say(w.partEffect)}</span>
        </div>
      )}
    </section>
  );
}
