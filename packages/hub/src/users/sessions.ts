import type { Account } from '@bangqiao/api';
import type { Executor, Store } from '../store/index.ts';
import { keyOf, newSecret } from './secret-key.ts';
import { accountOf } from './users.ts';

/** Seconds. */
export interface SessionLife {
  /** Without a request. */
  idle: number;
  /** However much it is used. */
  whole: number;
}

/** A session that is in use is noted no oftener, so that reading pages writes nothing. */
const NOTED_EVERY_MS = 60_000;

/** Answers the cookie; a new one at every sign-in. Sessions that are over are swept away here. */
export async function openSession(
  store: Store,
  userId: number,
  life: SessionLife,
  now: Date,
): Promise<string> {
  const { secret, key } = newSecret();
  const at = now.toISOString();
  await store.transaction(async (trx) => {
    await trx
      .deleteFrom('sessions')
      .where((where) =>
        where.or([
          where('seen_at', '<', before(now, life.idle)),
          where('created_at', '<', before(now, life.whole)),
        ]),
      )
      .execute();
    await trx.insertInto('sessions').values({ key, user_id: userId, created_at: at, seen_at: at }).execute();
    await trx.updateTable('users').set({ last_login_at: at }).where('id', '=', userId).execute();
  });
  return secret;
}

/** Whose session this cookie is; null when it is over, was ended, or its user is disabled. */
export async function sessionOf(
  db: Executor,
  cookie: string,
  life: SessionLife,
  now: Date,
): Promise<{ user: Account; key: string } | null> {
  const key = keyOf(cookie);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('users')
    .select('sessions.seen_at as seen_at')
    .where('sessions.key', '=', key)
    .where('sessions.seen_at', '>=', before(now, life.idle))
    .where('sessions.created_at', '>=', before(now, life.whole))
    .where('users.disabled', '=', false)
    .executeTakeFirst();
  if (!row) return null;
  if (Date.parse(row.seen_at) < now.getTime() - NOTED_EVERY_MS) {
    await db.updateTable('sessions').set({ seen_at: now.toISOString() }).where('key', '=', key).execute();
  }
  return { user: accountOf(row), key };
}

export async function closeSession(db: Executor, key: string): Promise<void> {
  await db.deleteFrom('sessions').where('key', '=', key).execute();
}

function before(now: Date, seconds: number): string {
  return new Date(now.getTime() - seconds * 1000).toISOString();
}
