import type { Account, Right, Token } from '@bangqiao/api';
import type { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Executor, Store } from '../store/index.ts';
import { keyOf, newSecret } from './secret-key.ts';
import { accountOf, requireUser } from './users.ts';

type TokenView = z.infer<typeof Token>;

export interface NewToken {
  name: string;
  /** Whose rights it has at most. */
  user_id: number;
  scopes: readonly Right[];
  expires_in_days: number | null;
}

const DAY_MS = 86_400_000;

/** The token is in the answer and nowhere else. @throws HubError `no_user` */
export async function addToken(
  store: Store,
  { name, user_id, scopes, expires_in_days: days }: NewToken,
  now: Date,
): Promise<{ token: string; about: TokenView }> {
  await requireUser(store.db, user_id);
  const { secret, key } = newSecret('bq_');
  const { id } = await store.db
    .insertInto('api_tokens')
    .values({
      key,
      name,
      user_id,
      scopes: JSON.stringify(scopes),
      created_at: now.toISOString(),
      expires_at: days === null ? null : new Date(now.getTime() + days * DAY_MS).toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { token: secret, about: await requireToken(store.db, id) };
}

export async function listTokens(db: Executor): Promise<TokenView[]> {
  return tokens(db)
    .execute()
    .then((rows) => rows.map(viewOf));
}

/** @throws HubError `no_token` */
export async function revokeToken(store: Store, id: number, at: string): Promise<TokenView> {
  await store.db
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  return requireToken(store.db, id);
}

/** Who asks with this token, and what it may be used for; null when it is none, over, revoked, or its user disabled. */
export async function tokenOf(
  db: Executor,
  secret: string,
  now: Date,
): Promise<{ user: Account; scopes: ReadonlySet<string> } | null> {
  const row = await db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .selectAll('users')
    .select(['api_tokens.id as token', 'scopes', 'expires_at', 'last_used_at'])
    .where('key', '=', keyOf(secret))
    .where('revoked_at', 'is', null)
    .where('users.disabled', '=', false)
    .executeTakeFirst();
  if (!row || (row.expires_at !== null && Date.parse(row.expires_at) <= now.getTime())) return null;
  const isFresh = row.last_used_at !== null && Date.parse(row.last_used_at) > now.getTime() - 60_000;
  if (!isFresh) {
    const used = { last_used_at: now.toISOString() };
    await db.updateTable('api_tokens').set(used).where('id', '=', row.token).execute();
  }
  return { user: accountOf(row), scopes: new Set(JSON.parse(String(row.scopes)) as string[]) };
}

function tokens(db: Executor) {
  return db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select([
      'api_tokens.id as id',
      'api_tokens.name as name',
      'user_id',
      'users.name as user',
      'scopes',
      'api_tokens.created_at as created_at',
      'expires_at',
      'last_used_at',
      'revoked_at',
    ])
    .orderBy('api_tokens.id', 'desc');
}

function viewOf<T extends { scopes: string }>(row: T) {
  return { ...row, scopes: JSON.parse(String(row.scopes)) as string[] };
}

async function requireToken(db: Executor, id: number): Promise<TokenView> {
  const row = await tokens(db).where('api_tokens.id', '=', id).executeTakeFirst();
  if (row) return viewOf(row);
  throw new HubError({
    code: 'no_token',
    exitCode: 2,
    zh: `没有这个令牌：${id}`,
    en: `There is no such token: ${id}`,
    nextZh: '查看所有令牌：bangqiao token list',
    nextEn: 'See all of them: bangqiao token list',
  });
}
