import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sendFailure } from './failure.ts';
import { apiRoutes } from './routes.ts';
import type { ApiHost } from './services.ts';

/** A request's number: what a proxy gave it, else our own. Stands in the answer, the audit and the log. */
export function requestId(headers: Readonly<Record<string, unknown>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Everything under `/api`, and its documents at `/docs/api`, in a scope of its own: it speaks JSON and zod alone. */
export function apiPlugin(app: FastifyInstance, host: ApiHost): void {
  app.register(async (scope) => {
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    scope.decorate('trouble', (what: object) => host.current()?.log.error(what, 'a request failed'));
    scope.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));
    scope.addHook('onSend', async (request, reply) => {
      reply.header('x-request-id', request.id);
    });
    await scope.register(cookie);
    await scope.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: '邦桥 Bangqiao API',
          version: '1',
          description:
            '登录后用会话，程序用接口令牌（Authorization: Bearer …）。Sign in for a session; programs send an API token.',
        },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'bangqiao_session' },
            token: { type: 'http', scheme: 'bearer' },
          },
        },
        security: [{ session: [] }, { token: [] }],
      },
      transform: jsonSchemaTransform,
    });
    apiRoutes(scope, host);
    await scope.register(scalar, {
      routePrefix: '/docs/api',
      configuration: { withDefaultFonts: false, agent: { disabled: true }, telemetry: false },
    } as never);
    scope.all('/api/*', { schema: { hide: true } }, async () => {
      throw Object.assign(new Error('no such address'), { statusCode: 404 });
    });
  });
}
