import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../api/queries.ts';
import { usersWords as w } from '../words/users.ts';
import { Field } from './field.tsx';
import { useLanguage } from './language.tsx';
import { Failed } from './state.tsx';

export function OwnPassword() {
  const { say } = useLanguage();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useDo('session.password');
  return (
    <section className="card">
      <h2>{say(w.own)}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ body: { current, password } });
        }}
      >
        <Field label={say(w.current)}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(w.newPassword)}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {change.error && <Failed error={change.error} />}
        {change.isSuccess && <p role="status">{say(w.changed)}</p>}
        <Button
          htmlType="submit"
          disabled={current === '' || password.length < 10}
          loading={change.isPending}
        >
          {say(w.change)}
        </Button>{' '}
        <span className="muted small">{say(w.changeEffect)}</span>
      </form>
    </section>
  );
}
