import { Button } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { customerWords as w } from '../../words/customer.ts';

/** The former values of a field, opened on wish, each with a key that puts it back. */
export function Former({ customerId, field }: { customerId: number; field: string }) {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="small" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(w.former)}</summary>
      {isOpen && <Values customerId={customerId} field={field} />}
    </details>
  );
}

function Values({ customerId, field }: { customerId: number; field: string }) {
  const { say } = useLanguage();
  const params = { id: customerId, field };
  const former = useAsk('customers.former', { params });
  const restore = useDo('customers.restore');
  return (
    <Loaded query={former}>
      {({ values }) =>
        values.length === 0 ? (
          <p className="muted">{say(w.formerNone)}</p>
        ) : (
          <>
            <p className="muted">{say(w.restoreEffect)}</p>
            {restore.error && <Failed error={restore.error} />}
            <ul>
              {values.map(({ number, value, at, by }) => (
                <li key={number}>
                  {value}{' '}
                  <span className="muted">
                    <Time at={at} /> {say(w.by, { by })}
                  </span>{' '}
                  <Button
                    size="small"
                    loading={restore.isPending}
                    onClick={() => restore.mutate({ params, body: { number, value } })}
                  >
                    {say(w.restore)}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
