import type { Account } from '@bangqiao/api';
import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { usersWords as w } from '../../words/users.ts';

type ErpUser = Account['erp_user'];

interface Props {
  id?: string;
  label?: string;
  value: ErpUser;
  disabled?: boolean;
  choose(user: ErpUser): void;
}

/** Who of the ERP's users somebody is, chosen from the ERP's own list. */
export function ErpUserSelect({ id, label, value, disabled = false, choose }: Props) {
  const { say } = useLanguage();
  const asked = useAsk('erp.users');
  const known = asked.data?.users ?? [];
  // One that the ERP no longer has stays shown.
  const users = value && !known.some((user) => user.id === value.id) ? [value, ...known] : known;
  return (
    <>
      <select
        id={id}
        aria-label={label}
        className="select"
        value={value?.id ?? ''}
        disabled={disabled || (users.length === 0 && asked.data === undefined)}
        onChange={({ target }) => choose(users.find((user) => user.id === target.value) ?? null)}
      >
        <option value="">{say(w.erpNobody)}</option>
        {users.map((user) => (
          <option key={user.id} value={user.id}>
            {user.name}
          </option>
        ))}
      </select>
      {asked.error && !asked.data && <span className="warn small">{say(asked.error.words)}</span>}
    </>
  );
}
