import { type Account, type Reach, type Right, reachOf } from '@bangqiao/api';
import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../../users/sessions.ts';
import { tokenOf } from '../../users/tokens.ts';
import type { Limiter } from './limiter.ts';
import { refusals } from './refusals.ts';
import type { ApiServices } from './services.ts';

export const COOKIE = 'bangqiao_session';

/** Who asks, and by which way. */
export interface Actor {
  user: Account;
  via: 'console' | 'api';
  /** Of a session; null for a token. */
  sessionKey: string | null;
  /** How far a right reaches; null where there is none. */
  reach(right: Right): Reach | null;
}

/** Null: nobody. A token that is none is refused, and guessing them is slowed down by address. */
export async function identify(
  request: FastifyRequest,
  { store, config, clock }: ApiServices,
  guesses: Limiter,
): Promise<Actor | null> {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (request.headers.authorization !== undefined) {
    const found = bearer === undefined ? null : await tokenOf(store.db, bearer, clock());
    if (found === null) {
      if (!guesses.allows(request.ip)) throw refusals.tooMany();
      throw refusals.notSignedIn();
    }
    const { user, scopes } = found;
    const reach = (right: Right) =>
      scopes.has(right) && right !== 'account.use' ? reachOf(user.role, right) : null;
    return { user, via: 'api', sessionKey: null, reach };
  }
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined || cookie.length > 200) return null;
  const found = await sessionOf(store.db, cookie, lifeOf(config), clock());
  if (found === null) return null;
  return {
    user: found.user,
    via: 'console',
    sessionKey: found.key,
    reach: (right) => reachOf(found.user.role, right),
  };
}

export function lifeOf({ http }: ApiServices['config']) {
  return { idle: http.session_idle, whole: http.session_max };
}

/**
 * A page elsewhere cannot make a browser change anything here: the cookie is `SameSite=Strict`, a changing request needs a
 * header that another origin may not send, and an `Origin` has to be our own.
 */
export function checkOrigin(request: FastifyRequest): void {
  if (request.headers.authorization !== undefined) return;
  const { origin, host } = request.headers;
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isOwn || request.headers['x-bangqiao'] === undefined) throw refusals.notFromHere();
}

/** The socket's own address: what a header says about it counts for nothing. */
export function isLoopback(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(address);
}
