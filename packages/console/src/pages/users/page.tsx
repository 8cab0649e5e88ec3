import { useAsk } from '../../api/queries.ts';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { Table } from '../../parts/table.tsx';
import { useTitle } from '../../parts/title.ts';
import { usersWords as w } from '../../words/users.ts';
import { AddUser } from './add-user.tsx';
import { Tokens } from './tokens.tsx';
import { UserRow } from './user-row.tsx';

export function UsersPage() {
  const { say } = useLanguage();
  useTitle(say(w.title));
  const users = useAsk('users.list');
  const heads = [w.name, w.role, w.erpUser, w.lastLogin, w.state];
  return (
    <div className="stack">
      <header>
        <h1>{say(w.title)}</h1>
        <p className="muted">{say(w.lead)}</p>
      </header>
      <Loaded query={users}>
        {({ users: all }) => (
          <section className="card">
            <Table heads={heads}>
              {all.map((user) => (
                <UserRow key={user.id} user={user} />
              ))}
            </Table>
          </section>
        )}
      </Loaded>
      <AddUser />
      <Tokens />
    </div>
  );
}
