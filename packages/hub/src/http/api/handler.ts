import type { Readable } from 'node:stream';
import type { Answer, Asked, EndpointName, Endpoints } from '@bangqiao/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Author } from '../../author.ts';
import type { Actor } from './actor.ts';
import { refusals } from './refusals.ts';
import type { ApiServices } from './services.ts';

/** What a handler works with besides what was asked. */
export interface Context extends ApiServices {
  /** Null only on endpoints that are open. */
  actor: Actor | null;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Goes into the audit row of this request: what it is about, and what stood there before. */
  deed: { subject?: string; before?: unknown; userId?: number };
}

type Given<E> = E extends { media: string }
  ? Readable
  : E extends Endpoints[EndpointName]
    ? Answer<E>
    : never;

export type Handler<N extends EndpointName> = (
  asked: Asked<Endpoints[N]>,
  context: Context,
) => Promise<Given<Endpoints[N]>>;

/** The handlers of one resource. */
export type Handlers<Prefix extends string> = {
  [N in Extract<EndpointName, `${Prefix}.${string}`>]: Handler<N>;
};

export function actorOf({ actor }: Pick<Context, 'actor'>): Actor {
  if (actor === null) throw refusals.notSignedIn();
  return actor;
}

/** Who acts, as history and audit rows name them. */
export function authorOf(context: Context): Author {
  return { by: actorOf(context).user.name, at: context.clock().toISOString() };
}
