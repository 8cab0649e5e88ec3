import { Input } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { setupWords as w } from '../../words/setup.ts';

/** Tested live, once per password; kept only when it works. */
export function AccountStep() {
  const { say } = useLanguage();
  const erp = useAsk('erp.access').data?.erp;
  const [given, setGiven] = useState({ base_url: '', username: '', password: '' });
  const test = useDo('settings.test');
  const connect = useDo('settings.connect');
  const type = (part: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [part]: event.target.value });
  const isFilled = Object.values(given).every((value) => value.trim() !== '');
  const isTested = test.data?.ok === true && JSON.stringify(test.variables?.body) === JSON.stringify(given);
  const error = test.error ?? connect.error;
  return (
    <>
      {erp && (
        <p className="remark good">
          {erp.kind === 'stand-in'
            ? say(w.joinedStandIn)
            : say(w.joined, { url: erp.base_url, account: erp.account })}
        </p>
      )}
      <div>
        <Field label={say(w.baseUrl)} help={say(w.baseUrlHelp)}>
          {(tied) => <Input {...tied} type="url" value={given.base_url} onChange={type('base_url')} />}
        </Field>
        <Field label={say(w.username)}>
          {(tied) => (
            <Input {...tied} autoComplete="off" value={given.username} onChange={type('username')} />
          )}
        </Field>
        <Field label={say(w.password)} help={say(w.passwordHelp)}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="new-password"
              value={given.password}
              onChange={type('password')}
            />
          )}
        </Field>
      </div>
      {test.data && <Checks checks={test.data.checks} />}
      {error && <Failed error={error} />}
      {connect.data ? (
        <p className="remark good" role="status">
          {say(w.restart, { file: connect.data.file })}
        </p>
      ) : (
        <div className="acts">
          <Act
            isMain={!isTested}
            name={say(w.test)}
            effect={say(w.testEffect)}
            disabled={!isFilled}
            isBusy={test.isPending}
            onClick={() => test.mutate({ body: given })}
          />
          <Act
            isMain={isTested}
            name={say(w.connect)}
            effect={say(w.connectEffect)}
            disabled={!isTested}
            isBusy={connect.isPending}
            onClick={() => connect.mutate({ body: given })}
          />
        </div>
      )}
    </>
  );
}

function Checks({ checks }: { checks: AnswerOf<'settings.test'>['checks'] }) {
  const { say } = useLanguage();
  return (
    <ul className="plain" aria-live="polite">
      {checks.map((check) => (
        <li
          key={check.id}
          className={check.state === 'bad' ? 'bad' : check.state === 'ok' ? 'good' : 'muted'}
        >
          {check.state === 'ok' ? '✓' : check.state === 'bad' ? '✗' : '–'} {say(check.said)}
          {check.next && <div className="muted">{say(check.next)}</div>}
        </li>
      ))}
    </ul>
  );
}
