import { type Account, ROLES, type Role } from '@bangqiao/api';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { ROLE_MEANINGS, ROLE_NAMES, usersWords as w } from '../../words/users.ts';
import { ErpUserSelect } from './erp-user-select.tsx';

const EMPTY = { name: '', password: '', role: 'seller' as Role };

export function AddUser() {
  const { say } = useLanguage();
  const [given, setGiven] = useState(EMPTY);
  const add = useDo('users.add');
  const type = (part: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [part]: event.target.value });
  const [erp_user, setErpUser] = useState<Account['erp_user']>(null);
  const clear = () => {
    setGiven(EMPTY);
    setErpUser(null);
  };
  return (
    <section className="card">
      <h2>{say(w.add)}</h2>
      <form
        className="columns"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ body: { ...given, erp_user } }, { onSuccess: clear });
        }}
      >
        <Field label={say(w.name)}>
          {(tied) => <Input {...tied} autoComplete="off" value={given.name} onChange={type('name')} />}
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
        <Field label={say(w.role)} help={say(ROLE_MEANINGS[given.role])}>
          {(tied) => (
            <select {...tied} className="select" value={given.role} onChange={type('role')}>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {say(ROLE_NAMES[role])}
                </option>
              ))}
            </select>
          )}
        </Field>
        {given.role === 'seller' && (
          <Field label={say(w.erpUser)} help={say(w.erpHelp)}>
            {(tied) => <ErpUserSelect {...tied} value={erp_user} choose={setErpUser} />}
          </Field>
        )}
        <div>
          {add.error && <Failed error={add.error} />}
          <Button
            type="primary"
            htmlType="submit"
            loading={add.isPending}
            disabled={given.name.trim() === '' || given.password.length < 10}
          >
            {say(w.addKey)}
          </Button>{' '}
          <span className="muted small">{say(w.addEffect)}</span>
        </div>
      </form>
    </section>
  );
}
