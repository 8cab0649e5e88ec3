import { type Answer, ok, refuse } from './reply.ts';
import { someId, tooMany, type World } from './world.ts';

/** What a handler sees of a call. */
export interface SimCall {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  ip: string;
}

export function getToken(world: World, call: SimCall): Answer {
  const corpId = call.query.get('corpid') ?? '';
  const secret = call.query.get('corpsecret') ?? '';
  if (corpId === '') return refuse(41002);
  if (secret === '') return refuse(41004);
  if (corpId !== world.corpId) return refuse(40013);
  if (secret !== world.secret) return refuse(40001);
  const barred = barredAddress(world, call) ?? crowded(world, call);
  if (barred) return barred;
  const token = someId(world, '', 214);
  const { tokenLifeSeconds } = world.faults;
  world.tokens.set(token, { diesAt: world.now() + tokenLifeSeconds * 1000, revoked: false });
  world.stats.tokens++;
  return ok({ access_token: token, expires_in: tokenLifeSeconds });
}

/** The reason why a call stays outside, or null. */
export function refusalAtGate(world: World, call: SimCall): Answer | null {
  const token = call.query.get('access_token') ?? '';
  if (token === '') return refuse(41001);
  const known = world.tokens.get(token);
  if (!known) return refuse(40014);
  if (known.revoked || known.diesAt <= world.now()) return refuse(world.faults.deadTokenAs);
  return barredAddress(world, call) ?? crowded(world, call);
}

function barredAddress(world: World, call: SimCall): Answer | null {
  const { allowedIps } = world.faults;
  return allowedIps === null || allowedIps.includes(call.ip) ? null : refuse(60020);
}

function crowded(world: World, call: SimCall): Answer | null {
  return tooMany(world, call.path, world.faults.perMinute) ? refuse(45009) : null;
}
