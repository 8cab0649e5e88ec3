import { type Account, ROLES } from '@bangqiao/api';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDo } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Failed } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { ROLE_NAMES, usersWords as w } from '../../words/users.ts';
import { ErpUserSelect } from './erp-user-select.tsx';

export function UserRow({ user }: { user: Account }) {
  const { say } = useLanguage();
  const change = useDo('users.change');
  const isSelf = useSession().data?.user?.id === user.id;
  const params = { id: user.id };
  return (
    <tr>
      <td>
        <strong>{user.name}</strong> {isSelf && say(w.you)}
        {change.error && <Failed error={change.error} />}
      </td>
      <td data-name={say(w.role)}>
        <select
          className="select"
          aria-label={say(w.role)}
          value={user.role}
          disabled={isSelf || change.isPending}
          onChange={(event) =>
            change.mutate({ params, body: { role: event.target.value as Account['role'] } })
          }
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {say(ROLE_NAMES[role])}
            </option>
          ))}
        </select>
      </td>
      <td data-name={say(w.erpUser)}>
        <ErpUserSelect
          label={say(w.erpUser)}
          value={user.erp_user}
          disabled={change.isPending}
          choose={(erp_user) => change.mutate({ params, body: { erp_user } })}
        />
      </td>
      <td data-name={say(w.lastLogin)}>
        {user.last_login_at ? (
          <Time at={user.last_login_at} />
        ) : (
          <span className="muted">{say(w.never)}</span>
        )}
      </td>
      <td data-name={say(w.state)}>
        <div>
          <span className={user.disabled ? 'warn' : 'good'}>
            {say(user.disabled ? w.disabled : w.active)}
          </span>{' '}
          {!isSelf && (
            <Button
              size="small"
              title={say(w.disableEffect)}
              disabled={change.isPending}
              onClick={() => change.mutate({ params, body: { disabled: !user.disabled } })}
            >
              {say(user.disabled ? w.enable : w.disable)}
            </Button>
          )}
          <details className="small">
            <summary>{say(w.setPassword)}</summary>
            <NewPassword user={user} />
          </details>
        </div>
      </td>
    </tr>
  );
}

function NewPassword({ user: { id, name } }: { user: Account }) {
  const { say } = useLanguage();
  const [password, setPassword] = useState('');
  const change = useDo('users.change');
  return (
    <>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ params: { id }, body: { password } }, { onSuccess: () => setPassword('') });
        }}
      >
        <Input.Password
          aria-label={say(w.newPassword)}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          style={{ width: '12rem' }}
        />
        <Button htmlType="submit" disabled={password.length < 10} loading={change.isPending}>
          {say(w.save)}
        </Button>
      </form>
      {change.error && <Failed error={change.error} />}
      {change.isSuccess && <p role="status">{say(w.passwordSet, { name })}</p>}
    </>
  );
}
