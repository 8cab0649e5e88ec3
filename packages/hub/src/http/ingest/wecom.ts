import { type CallbackQuery, type OpenedCallback, WechatError } from '@bangqiao/wechat';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { takeCallback } from '../../ingest/callback.ts';
import { refuse } from '../answer.ts';
import type { IngestPorts } from './ports.ts';
import { NO_WECOM, NOT_KEPT, STARTING } from './refusals.ts';
import { takeRawBodies } from './signed.ts';

/** WeCom's callbacks hold no messages, only what happened. */
const BODY_LIMIT = 1024 * 1024;

/**
 * `/ingest/wecom`: the callback address to type into WeCom's console. GET answers its check; POST keeps what was pushed and
 * answers 200 with an empty body, long before the five seconds after which WeCom sends it again.
 */
export function wecomRoutes(scope: FastifyInstance, ports: IngestPorts): void {
  takeRawBodies(scope, BODY_LIMIT);
  scope.get('/ingest/wecom', async (request, reply) => {
    if (!ports.door) return refuse(reply, NO_WECOM);
    try {
      return reply.type('text/plain; charset=utf-8').send(ports.door.check(request.query as CallbackQuery));
    } catch (error) {
      return notOurs(reply, ports, error);
    }
  });
  scope.post('/ingest/wecom', async (request, reply) => {
    if (!ports.door) return refuse(reply, NO_WECOM);
    let opened: OpenedCallback;
    try {
      opened = ports.door.open(request.query as CallbackQuery, String(request.body));
    } catch (error) {
      return notOurs(reply, ports, error);
    }
    return await keep(reply, ports, opened);
  });
}

async function keep(reply: FastifyReply, ports: IngestPorts, opened: OpenedCallback): Promise<unknown> {
  const intake = ports.intake();
  if (!intake) return refuse(reply, STARTING);
  try {
    await takeCallback(intake, opened, ports.clock().toISOString());
    return reply.code(200).send('');
  } catch (error) {
    ports.log.warn({ err: error }, 'a callback of WeCom could not be kept; WeCom sends it again');
    return refuse(reply, NOT_KEPT);
  }
}

/** A stranger at the door, or wrong settings: said once in the log, without what was sent. */
function notOurs(reply: FastifyReply, ports: IngestPorts, error: unknown): FastifyReply {
  if (!(error instanceof WechatError)) throw error;
  ports.log.warn({ code: error.code }, 'a callback was refused');
  const { code, userMessage, nextStep } = error;
  return refuse(reply, { status: 401, code, message: userMessage, next: nextStep });
}
