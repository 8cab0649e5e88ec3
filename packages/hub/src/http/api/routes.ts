import { ENDPOINT_NAMES, ENDPOINTS, type Endpoint, type EndpointName, Failure } from '@bangqiao/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { beginDeed, endDeed } from '../../users/audit.ts';
import { type Actor, checkOrigin, identify } from './actor.ts';
import { toldOf } from './failure.ts';
import type { Context } from './handler.ts';
import { HANDLERS } from './handlers.ts';
import { Limiter } from './limiter.ts';
import { refusals } from './refusals.ts';
import type { ApiHost, ApiServices } from './services.ts';

/** Guesses of passwords, codes and tokens a minute from one address. */
const GUESSES_PER_MINUTE = 60;
/** Rule sets are the largest that is ever sent. */
const BODY_LIMIT = 1_000_000;

/** What takes no query refuses one. */
const NOTHING = z.strictObject({});

interface Admitted {
  services: ApiServices;
  actor: Actor | null;
}

/** One route per endpoint of the table: who asks, whether they may, what they sent, and only then the handler. */
export function apiRoutes(app: FastifyInstance, host: ApiHost): void {
  const guesses = new Limiter(GUESSES_PER_MINUTE);
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  for (const name of ENDPOINT_NAMES) {
    const it: Endpoint = ENDPOINTS[name];
    app.route({
      method: it.method,
      url: it.path,
      bodyLimit: BODY_LIMIT,
      // Before anything is read: who may not learns nothing about what would be wrong.
      onRequest: async (request) => {
        admitted.set(request, await admit(it, request, host, guesses));
      },
      schema: {
        operationId: name,
        tags: [name.split('.')[0] ?? name],
        summary: `${it.summary.zh} / ${it.summary.en}`,
        ...(it.right === 'open' ? { security: [] } : { description: `right: \`${it.right}\`` }),
        ...(it.params ? { params: it.params } : {}),
        querystring: it.query ?? NOTHING,
        ...(it.body ? { body: it.body } : {}),
        response: { ...(it.media ? {} : { 200: it.answer }), '4xx': Failure, '5xx': Failure },
      },
      handler: (request, reply) => answer(name, it, request, reply, admitted.get(request) as Admitted),
    });
  }
}

async function admit(
  it: Endpoint,
  request: FastifyRequest,
  host: ApiHost,
  guesses: Limiter,
): Promise<Admitted> {
  const services = host.current();
  if (services === null) throw refusals.starting();
  if (it.method !== 'GET') checkOrigin(request);
  if (it.right === 'open' && it.changes && !guesses.allows(request.ip)) throw refusals.tooMany();
  const actor = await identify(request, services, guesses);
  if (it.right !== 'open') {
    if (actor === null) throw refusals.notSignedIn();
    if (actor.reach(it.right) === null) throw refusals.notAllowed();
  }
  return { services, actor };
}

type AnyHandler = (asked: unknown, context: Context) => Promise<unknown>;

async function answer(
  name: EndpointName,
  it: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  { services, actor }: Admitted,
): Promise<unknown> {
  const asked = { params: request.params, query: request.query, body: request.body };
  const context: Context = { ...services, actor, request, reply, deed: {} };
  const work = () => (HANDLERS[name] as AnyHandler)(asked, context);
  if (it.media) reply.type(`${it.media}; charset=utf-8`);
  return it.changes && !isLook(request.body) ? audited(name, context, work) : work();
}

/** What only shows what would happen changes nothing. */
function isLook(body: unknown): boolean {
  return (body as { dry_run?: boolean } | null | undefined)?.dry_run === true;
}

/** Every change that a person asks for stands in the audit, whatever came of it. */
async function audited(name: EndpointName, context: Context, work: () => Promise<unknown>): Promise<unknown> {
  const { store, actor, request, deed, clock } = context;
  const params = request.params as Record<string, string>;
  const body = request.body as Record<string, unknown> | null | undefined;
  const id = await beginDeed(
    store.db,
    {
      who: actor?.user.name ?? String(body?.name ?? '?'),
      userId: actor?.user.id ?? null,
      via: actor?.via ?? 'console',
      action: name,
      subject: Object.values(params).join('/') || null,
      after: body,
      requestId: request.id,
    },
    clock().toISOString(),
  );
  try {
    const result = await work();
    await endDeed(store.db, id, { outcome: 'done', ...deed });
    return result;
  } catch (error) {
    const { body: told, isOurs } = toldOf(error);
    await endDeed(store.db, id, { outcome: isOurs ? 'failed' : 'refused', code: told.error.code, ...deed });
    throw error;
  }
}
