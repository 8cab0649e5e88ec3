import type { Language } from '@bangqiao/core';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { isLoopback } from './api/actor.ts';
import { apiPlugin, requestId } from './api/plugin.ts';
import type { ApiHost } from './api/services.ts';
import { BuiltFiles } from './console/built-files.ts';
import { asksForPage, consoleRoutes, sendConsole } from './console/routes.ts';
import { guidesRoutes } from './docs/guides.ts';
import { openApiRoutes } from './docs/openapi.ts';
import { ownCatalogue } from './docs/own-catalogue.ts';
import { docsRoutes } from './docs/routes.ts';
import { askHealth, type HealthSource, readinessOf } from './health.ts';
import { ingestRoutes } from './ingest/index.ts';
import type { IngestPorts } from './ingest/ports.ts';
import { metricsRoute } from './metrics.ts';
import { statusPage } from './status-page.ts';

export interface AppOptions {
  /** How long the source may take before it counts as not answering. */
  timeoutMs?: number;
  /** What `/api` stands on; without it there is no `/api`. */
  api?: ApiHost;
  /** Folder of the console's build; without one, or while it is empty, `/` is the page on how the service is. */
  consoleFolder?: string;
  /** Whether the console is being built just now. */
  isConsoleBuilding?: () => boolean;
  /** What comes from WeChat; absent: nothing is taken in. */
  ingest?: IngestPorts;
  /** What `/metrics` tells; absent, or without `api`: there is none. */
  metrics?: Metrics;
}

/**
 * The service's HTTP surface; it never listens.
 *
 * - `/healthz`: the process is alive.
 * - `/readyz`: 200 while the database answers (`ready`, or `degraded` when the ERP or the last run has trouble: the hub still
 *   takes everything in), else 503; figures and the last run's words only on this machine.
 * - `/metrics`: figures for Prometheus.
 * - `/docs/zhibang`: the documents of the ERP's endpoints; `/docs/guides`: those for people.
 * - `/api`, `/docs/api`: `api/plugin.ts`.
 * - `/` and every other address of a page: the console.
 */
export function createApp(
  source: HealthSource,
  { timeoutMs = 3000, api, consoleFolder, isConsoleBuilding, ingest, metrics }: AppOptions = {},
): FastifyInstance {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    genReqId: ({ headers }) => requestId(headers),
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
  });
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (request, reply) => {
    const health = await askHealth(source, timeoutMs);
    const status = readinessOf(health);
    return reply
      .code(status === 'down' ? 503 : 200)
      .send(isLoopback(request) ? { status, ...health } : { status });
  });
  const built = consoleFolder === undefined ? null : new BuiltFiles(consoleFolder);
  if (built) consoleRoutes(app, built);
  const sendStart = async (request: FastifyRequest, reply: FastifyReply) => {
    const start = await built?.page();
    if (start) return sendConsole(request, reply, start);
    const lang = pageLanguage(request);
    const page = statusPage(await askHealth(source, timeoutMs), lang, {
      isConsoleBuilding: isConsoleBuilding?.() ?? false,
      isNear: isLoopback(request),
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(page);
  };
  app.get('/', sendStart);
  docsRoutes(app);
  app.register(async (scope) => {
    await scope.register(cookie);
    openApiRoutes(scope, api && ownCatalogue(api));
  });
  guidesRoutes(app);
  if (api) apiPlugin(app, api);
  if (ingest) ingestRoutes(app, ingest);
  if (api && metrics) metricsRoute(app, metrics, api);
  app.setNotFoundHandler(async (request, reply) => {
    if (built && asksForPage(request)) return sendStart(request, reply);
    return reply.code(404).send({ error: { code: 'not_found', path: request.url.split('?')[0] } });
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send({ error: { code: status < 500 ? 'bad_request' : 'internal' } });
  });
  return app;
}

function pageLanguage({ url, headers }: FastifyRequest): Language {
  const asked = new URLSearchParams(url.split('?')[1]).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh';
}
