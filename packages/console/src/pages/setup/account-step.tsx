import { Input } from 'antd';
import { useState } from 'react';
import { useAsk, useDo } from '../../api/queries.ts';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { setupWords as w } from '../../words/setup.ts';
import { Checks } from './checks.tsx';

/** While the hub is opened anew with another ERP it is asked so often. */
const WHILE_JOINING_MS = 700;
const ELSE_MS = 15_000;

/** Tested live, once per password; joined only when it works. */
export function AccountStep() {
  const { say } = useLanguage();
  const [given, setGiven] = useState({ base_url: '', username: '', password: '' });
  const test = useDo('settings.test');
  const connect = useDo('settings.connect');
  const wanted = connect.variables?.body;
  const access = useAsk(
    'erp.access',
    {},
    { every: (data) => (connect.data && !isJoined(data?.erp, wanted) ? WHILE_JOINING_MS : ELSE_MS) },
  );
  const erp = access.data?.erp;
  const isDone = connect.data !== undefined && isJoined(erp, wanted);
  const type = (part: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [part]: event.target.value });
  const isFilled = Object.values(given).every((value) => value.trim() !== '');
  const isTested = test.data?.ok === true && JSON.stringify(test.variables?.body) === JSON.stringify(given);
  const error = test.error ?? connect.error;
  return (
    <>
      {erp && (
        <p className="remark good" role="status">
          {erp.kind === 'stand-in'
            ? say(w.joinedStandIn)
            : say(w.joined, { url: erp.base_url, account: erp.account })}
        </p>
      )}
      {!isDone && (
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
      )}
      {test.data && <Checks checks={test.data.checks} />}
      {error && <Failed error={error} />}
      {connect.data?.restart && (
        <p className="remark warn" role="status">
          {say(w.restart, { file: connect.data.file })}
        </p>
      )}
      {connect.data && !connect.data.restart && !isDone && (
        <p className="state" role="status">
          {say(w.joining)}
        </p>
      )}
      {!connect.data && (
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

type Erp = { kind: string; base_url: string; account: string } | null | undefined;

function isJoined(erp: Erp, wanted: { base_url: string; username: string } | undefined): boolean {
  if (!erp || !wanted) return false;
  return erp.base_url === wanted.base_url.replace(/\/+$/, '') && erp.account === wanted.username.trim();
}
