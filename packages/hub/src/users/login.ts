import type { Account } from '@bangqiao/api';
import { HubError } from '../errors.ts';
import type { Executor, Store } from '../store/index.ts';
import { passwordFits } from './password.ts';
import { accountOf, nameKey } from './users.ts';

/** Tries before a name has to wait; then 30 s, doubled at each further one, a quarter of an hour at most. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 900_000;
/** After so long without a try the count begins anew. */
const FORGOTTEN_MS = 24 * 3_600_000;

/**
 * The user of this name and password. A try is counted before the password is looked at, so that many at once guess no
 * oftener; names that nobody has are counted and take as long, so that nobody learns who is here.
 * @throws HubError `wrong_login`, `locked_out`
 */
export async function checkLogin(
  store: Store,
  { name, password }: { name: string; password: string },
  now: Date,
): Promise<Account> {
  const key = nameKey(name);
  await countTry(store, key, now);
  const row = await store.db.selectFrom('users').selectAll().where('name_key', '=', key).executeTakeFirst();
  const fits = await passwordFits(password, row?.password ?? null);
  if (!fits || !row || row.disabled) throw wrongLogin();
  await store.db.deleteFrom('login_failures').where('name_key', '=', key).execute();
  return accountOf(row);
}

async function countTry(store: Store, key: string, now: Date): Promise<void> {
  const wait = await store.transaction(async (trx) => {
    await forget(trx, now);
    const at = now.toISOString();
    await trx
      .insertInto('login_failures')
      .values({ name_key: key, count: 0, last_at: at, locked_until: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // The row is held from here on: tries of one name come one after another.
    const row = await trx
      .updateTable('login_failures')
      .set({ last_at: at })
      .where('name_key', '=', key)
      .returningAll()
      .executeTakeFirstOrThrow();
    const left = row.locked_until === null ? 0 : Date.parse(row.locked_until) - now.getTime();
    if (left > 0) return left;
    const count = row.count + 1;
    const over = count - FREE_TRIES;
    const pause = over < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS);
    await trx
      .updateTable('login_failures')
      .set({ count, locked_until: pause === 0 ? null : new Date(now.getTime() + pause).toISOString() })
      .where('name_key', '=', key)
      .execute();
    return 0;
  });
  if (wait > 0) throw lockedOut(wait);
}

async function forget(trx: Executor, now: Date): Promise<void> {
  const old = new Date(now.getTime() - FORGOTTEN_MS).toISOString();
  await trx.deleteFrom('login_failures').where('last_at', '<', old).execute();
}

export function wrongLogin(): HubError {
  return new HubError({
    code: 'wrong_login',
    exitCode: 2,
    zh: '用户名或密码不对。',
    en: 'Name or password is wrong.',
    nextZh: '再试一次；忘记密码请找管理员，或在服务器上运行 bangqiao user password 用户名',
    nextEn:
      'Try again; for a forgotten password ask an administrator, or run bangqiao user password NAME on the server',
  });
}

function lockedOut(ms: number): HubError {
  const seconds = Math.ceil(ms / 1000);
  return new HubError({
    code: 'locked_out',
    exitCode: 2,
    zh: `密码错了太多次，请在 ${seconds} 秒后再试。`,
    en: `Too many wrong passwords: wait ${seconds} seconds.`,
    nextZh: '等一等再登录；不是您本人在试的话，请告诉管理员',
    nextEn: 'Wait, then sign in; if it was not you who tried, tell an administrator',
  });
}
