import type { Account, Role } from '@bangqiao/api';
import type { Selectable } from 'kysely';
import { HubError } from '../errors.ts';
import type { Executor, Store, UserRow } from '../store/index.ts';
import { checkPassword, hashPassword } from './password.ts';

export interface NewUser {
  name: string;
  password: string;
  role: Role;
  erp_user: Account['erp_user'];
}

export type UserChange = Partial<{
  role: Role;
  disabled: boolean;
  password: string;
  erp_user: Account['erp_user'];
}>;

/** What makes two names the same: neither letter case nor width nor spaces around it. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

export function accountOf(row: Selectable<UserRow>): Account {
  const { id, name, role, created_at, last_login_at } = row;
  const erp_user =
    row.erp_user_id === null ? null : { id: row.erp_user_id, name: row.erp_user_name ?? row.erp_user_id };
  return { id, name, role, erp_user, disabled: Boolean(row.disabled), created_at, last_login_at };
}

export async function listUsers(db: Executor): Promise<Account[]> {
  return (await db.selectFrom('users').selectAll().orderBy('id').execute()).map(accountOf);
}

export async function hasAdministrator(db: Executor): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * @param onlyFirst refuses where an administrator exists already: of two at once one gets in.
 * @throws HubError `weak_password`, `user_exists`, `setup_done`
 */
export async function addUser(
  store: Store,
  { name, password, role, erp_user }: NewUser,
  at: string,
  { onlyFirst = false } = {},
): Promise<Account> {
  checkPassword(password, name);
  const hash = await hashPassword(password);
  return store.transaction(
    async (trx) => {
      if (onlyFirst) await takeSetUp(trx, at);
      const row = await trx
        .insertInto('users')
        .values({
          name,
          name_key: nameKey(name),
          password: hash,
          role,
          erp_user_id: erp_user?.id ?? null,
          erp_user_name: erp_user?.name ?? null,
          created_at: at,
        })
        .onConflict((conflict) => conflict.column('name_key').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!row) throw exists(name);
      return accountOf(row);
    },
    { durable: true },
  );
}

/** The unique key lets one of two transactions in; the other waits for it and finds the row. */
async function takeSetUp(trx: Executor, at: string): Promise<void> {
  const taken = await trx
    .insertInto('bangqiao_meta')
    .values({ key: 'set_up_at', value: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!taken || (await hasAdministrator(trx))) throw setUpDone();
}

/**
 * Whoever is disabled, or has another role or password, signs in anew everywhere.
 * @throws HubError `no_user`, `last_administrator`, `weak_password`
 */
export async function changeUser(store: Store, id: number, change: UserChange): Promise<Account> {
  const before = await requireUser(store.db, id);
  if (change.password !== undefined) checkPassword(change.password, before.name);
  const hash = change.password === undefined ? null : await hashPassword(change.password);
  const leaves = (change.role ?? 'administrator') !== 'administrator' || change.disabled === true;
  return store.transaction(
    async (trx) => {
      if (leaves && before.role === 'administrator') await keepAnother(trx, id);
      const row = await trx
        .updateTable('users')
        .set({
          ...(change.role === undefined ? {} : { role: change.role }),
          ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
          ...(hash === null ? {} : { password: hash }),
          ...(change.erp_user === undefined
            ? {}
            : { erp_user_id: change.erp_user?.id ?? null, erp_user_name: change.erp_user?.name ?? null }),
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await trx.deleteFrom('sessions').where('user_id', '=', id).execute();
      if (hash !== null)
        await trx.deleteFrom('login_failures').where('name_key', '=', row.name_key).execute();
      return accountOf(row);
    },
    { durable: true },
  );
}

/** Holds every administrator's row while it looks: of two who disable each other, the second is refused. */
async function keepAnother(trx: Executor, id: number): Promise<void> {
  const rows = await trx
    .updateTable('users')
    .set((row) => ({ name: row.ref('name') }))
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .returning('id')
    .execute();
  if (rows.every((row) => row.id === id)) throw lastAdministrator();
}

export async function findUser(db: Executor, name: string): Promise<Account | null> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row ? accountOf(row) : null;
}

/** @throws HubError `no_user` */
export async function requireUser(db: Executor, id: number): Promise<Account> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw noUser(String(id));
  return accountOf(row);
}

export function noUser(name: string): HubError {
  return new HubError({
    code: 'no_user',
    exitCode: 2,
    zh: `没有这个用户：${name}`,
    en: `There is no such user: ${name}`,
    nextZh: '查看所有用户：bangqiao user list',
    nextEn: 'See all of them: bangqiao user list',
  });
}

function exists(name: string): HubError {
  return new HubError({
    code: 'user_exists',
    exitCode: 2,
    zh: `已经有这个用户：${name}`,
    en: `There is a user of this name: ${name}`,
    nextZh: '换一个名字；停用的用户可以重新启用',
    nextEn: 'Take another name; a disabled user can be enabled again',
  });
}

function setUpDone(): HubError {
  return new HubError({
    code: 'set_up_done',
    exitCode: 2,
    zh: '已经有管理员了，首次设置到此为止。',
    en: 'There is an administrator already; the first set-up is over.',
    nextZh: '请登录；忘记密码时，在服务器上运行 bangqiao user password 用户名',
    nextEn: 'Sign in; for a forgotten password run bangqiao user password NAME on the server',
  });
}

function lastAdministrator(): HubError {
  return new HubError({
    code: 'last_administrator',
    exitCode: 2,
    zh: '至少要留一位管理员。',
    en: 'At least one administrator has to stay.',
    nextZh: '先让另一位用户成为管理员',
    nextEn: 'Make somebody else an administrator first',
  });
}
