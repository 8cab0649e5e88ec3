import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed, Loaded } from '../../parts/state.tsx';
import { erasureWords as w } from '../../words/erasure.ts';

type Remains = AnswerOf<'privacy.erase'>['in_erp'];
export type Erased = AnswerOf<'privacy.erase'>;

/** Erasing a customer who asks for it: what goes, what stays in the ERP, and a number to type before the key works. */
export function Erasure({ id, done }: { id: number; done(erased: Erased): void }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  if (useRight('people.erase') === null) return null;
  return (
    <section className="card">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(w.title)}</summary>
        {isOpen && <Confirm id={id} done={done} />}
      </details>
    </section>
  );
}

function Confirm({ id, done }: { id: number; done(erased: Erased): void }) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const ask = useAsk('privacy.show', { params: { id } });
  const erase = useDo('privacy.erase');
  return (
    <Loaded query={ask}>
      {({ confirm, messages, merged, in_erp }) => (
        <form
          style={{ marginTop: '0.6rem' }}
          onSubmit={(event) => {
            event.preventDefault();
            erase.mutate({ params: { id }, body: { confirm: typed } }, { onSuccess: done });
          }}
        >
          <p>
            {say(w.goes, { messages })}
            {merged > 0 && say(w.goesMerged, { merged })}
          </p>
          <p>{say(w.export, { id })}</p>
          <StaysInErp remains={in_erp} />
          <Field label={say(w.confirm, { confirm })}>
            {(tied) => (
              <Input
                {...tied}
                style={{ width: '10rem' }}
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          {erase.error && <Failed error={erase.error} />}
          <Button danger htmlType="submit" disabled={typed.trim() !== confirm} loading={erase.isPending}>
            {say(w.erase)}
          </Button>{' '}
          <span className="muted small">{say(w.effect)}</span>
        </form>
      )}
    </Loaded>
  );
}

/** In place of the page of a customer who is no more. */
export function ErasedNote({ erased: { in_erp } }: { erased: Erased }) {
  const { say } = useLanguage();
  return (
    <div className="remark good" role="status">
      <p>
        <strong>{say(w.done)}</strong>
      </p>
      <StaysInErp remains={in_erp} />
      <p>{say(w.backups)}</p>
    </div>
  );
}

function StaysInErp({ remains: { customer, contact, followUps } }: { remains: Remains }) {
  const { say } = useLanguage();
  const parts = [
    customer && say(w.erpCustomer, { number: customer.khid ?? customer.ord }),
    contact && say(w.erpContact, { number: contact.id }),
    followUps > 0 && say(w.erpFollowUps, { count: followUps }),
  ].filter((part) => typeof part === 'string');
  return <p>{parts.length === 0 ? say(w.notInErp) : say(w.inErp, { what: parts.join(say(w.comma)) })}</p>;
}
