import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Intake } from '../../ingest/intake.ts';
import { signatureFault } from '../../ingest/signature.ts';
import { refuse } from '../answer.ts';
import type { IngestPorts } from './ports.ts';
import { badSignature, CLOSED, NOT_JSON, NOT_KEPT, STARTING } from './refusals.ts';

/** Bodies come as the bytes that were signed; whatever they call themselves. */
export function takeRawBodies(scope: FastifyInstance, limit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limit }, (_request, body, done) =>
    done(null, body),
  );
}

type Work<T> = (given: T, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A route for signed bytes: the signature is looked at before anything else, and nothing of a body is ever logged. */
export function signedBytes(ports: IngestPorts, work: Work<Buffer>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (ports.secret === null) return refuse(reply, CLOSED);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const given = {
      timestamp: headerOf(request, 'x-bangqiao-timestamp'),
      signature: headerOf(request, 'x-bangqiao-signature'),
      query: /\?(.*)$/su.exec(request.raw.url ?? '')?.[1] ?? '',
    };
    const fault = signatureFault(ports.secret, given, body, ports.clock().getTime());
    if (fault) return refuse(reply, badSignature(fault));
    try {
      return await work(body, request, reply);
    } catch (error) {
      ports.log.warn({ err: error, path: request.routeOptions.url }, 'what came in could not be kept');
      return refuse(reply.header('retry-after', '5'), NOT_KEPT);
    }
  };
}

/** A route for signed JSON; what `work` keeps is durable before it is answered. */
export function signedJson(
  ports: IngestPorts,
  work: (intake: Intake, json: unknown, reply: FastifyReply) => Promise<unknown>,
) {
  return signedBytes(ports, async (body, _request, reply) => {
    const json = jsonOf(body);
    if (json === undefined) return refuse(reply, NOT_JSON);
    const intake = ports.intake();
    if (!intake) return refuse(reply.header('retry-after', '3'), STARTING);
    return await work(intake, json, reply);
  });
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
