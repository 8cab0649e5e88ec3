import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { loginWords as w } from '../../words/login.ts';
import { EntranceCard } from './card.tsx';

export function Login() {
  const { say } = useLanguage();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const enter = useDo('session.open');
  return (
    <EntranceCard title={say(w.title)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ body: { name, password } });
        }}
      >
        <Field label={say(w.name)}>
          {(tied) => (
            <Input
              {...tied}
              autoComplete="username"
              autoFocus
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(w.password)}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {enter.error && <Failed error={enter.error} />}
        <p>
          <Button
            type="primary"
            htmlType="submit"
            block
            disabled={!name || !password}
            loading={enter.isPending}
          >
            {say(w.enter)}
          </Button>
        </p>
      </form>
      <p className="muted small">{say(w.forgot)}</p>
    </EntranceCard>
  );
}
