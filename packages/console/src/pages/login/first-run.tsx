import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { loginWords as w } from '../../words/login.ts';
import { EntranceCard } from './card.tsx';

/** Makes the first administrator, with the code that only the machine itself shows. */
export function FirstRun() {
  const { say } = useLanguage();
  const [given, setGiven] = useState({ code: '', name: '', password: '' });
  const create = useDo('setup.administrator');
  const type = (part: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [part]: event.target.value });
  const isReady = given.code !== '' && given.name.trim() !== '' && given.password.length >= 10;
  return (
    <EntranceCard title={say(w.firstTitle)}>
      <p>{say(w.firstLead)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: given });
        }}
      >
        <Field label={say(w.code)} help={say(w.codeHelp)}>
          {(tied) => (
            <Input
              {...tied}
              autoComplete="one-time-code"
              autoFocus
              value={given.code}
              onChange={type('code')}
            />
          )}
        </Field>
        <Field label={say(w.name)}>
          {(tied) => <Input {...tied} autoComplete="username" value={given.name} onChange={type('name')} />}
        </Field>
        <Field label={say(w.newPassword)} help={say(w.passwordHelp)}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="new-password"
              value={given.password}
              onChange={type('password')}
            />
          )}
        </Field>
        {create.error && <Failed error={create.error} />}
        <Button type="primary" htmlType="submit" block disabled={!isReady} loading={create.isPending}>
          {say(w.create)}
        </Button>
        <p className="muted small" style={{ marginTop: '0.4rem' }}>
          {say(w.createEffect)}
        </p>
      </form>
    </EntranceCard>
  );
}
