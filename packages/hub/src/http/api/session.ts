import { timingSafeEqual } from 'node:crypto';
import { type Account, RIGHT_NAMES, reachOf, type Session } from '@bangqiao/api';
import type { z } from 'zod';
import { checkLogin, wrongLogin } from '../../users/login.ts';
import { closeSession, openSession } from '../../users/sessions.ts';
import { addUser, changeUser, hasAdministrator } from '../../users/users.ts';
import { COOKIE, isLoopback, lifeOf } from './actor.ts';
import { actorOf, type Context, type Handlers } from './handler.ts';
import { refusals } from './refusals.ts';

type SessionView = z.infer<typeof Session>;

export const sessionHandlers: Handlers<'session' | 'setup'> = {
  'session.show': async (_asked, context) => viewOf(context, context.actor?.user ?? null),
  'session.open': async ({ body }, context) => {
    const user = await checkLogin(context.store, body, context.clock());
    context.deed.userId = user.id;
    return enter(context, user);
  },
  'session.close': async (_asked, context) => {
    const { sessionKey } = actorOf(context);
    if (sessionKey !== null) await closeSession(context.store.db, sessionKey);
    context.reply.clearCookie(COOKIE, cookieOf(context));
    return viewOf(context, null);
  },
  'session.password': async ({ body }, context) => {
    const { user } = actorOf(context);
    const same = { name: user.name, password: body.current };
    if ((await checkLogin(context.store, same, context.clock())).id !== user.id) throw wrongLogin();
    return enter(context, await changeUser(context.store, user.id, { password: body.password }));
  },
  'setup.administrator': async ({ body: { code, name, password } }, context) => {
    const { request, store, setUpCode, clock } = context;
    if (!isLoopback(request)) throw refusals.setUpElsewhere();
    const isFree = !(await hasAdministrator(store.db));
    if (isFree && (setUpCode === null || !isSame(code, setUpCode))) throw refusals.wrongCode();
    const administrator = { name, password, role: 'administrator', erp_user: null } as const;
    const user = await addUser(store, administrator, clock().toISOString(), { onlyFirst: true });
    context.deed.userId = user.id;
    return enter(context, user);
  },
};

/** A new cookie at every sign-in: one that was known before is worth nothing. */
async function enter(context: Context, user: Account): Promise<SessionView> {
  const { store, config, clock, actor, reply } = context;
  if (actor?.sessionKey) await closeSession(store.db, actor.sessionKey);
  const cookie = await openSession(store, user.id, lifeOf(config), clock());
  reply.setCookie(COOKIE, cookie, cookieOf(context));
  return viewOf(context, { ...user, last_login_at: clock().toISOString() });
}

function cookieOf({ config }: Context) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: config.http.secure_cookie,
    maxAge: config.http.session_max,
  };
}

async function viewOf({ store }: Context, user: Account | null): Promise<SessionView> {
  const held = RIGHT_NAMES.flatMap((right) => {
    const reach = user === null ? null : reachOf(user.role, right);
    return reach === null ? [] : [[right, reach] as const];
  });
  const needs_setup = user === null && !(await hasAdministrator(store.db));
  return { user, rights: Object.fromEntries(held), needs_setup };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given.trim().toUpperCase()), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
