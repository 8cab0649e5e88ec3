import type { FastifyInstance } from 'fastify';
import { PROMETHEUS_TEXT } from '../metrics/families.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { identify, isLoopback } from './api/actor.ts';
import { sendFailure } from './api/failure.ts';
import { Limiter } from './api/limiter.ts';
import { refusals } from './api/refusals.ts';
import type { ApiHost } from './api/services.ts';

const GUESSES_PER_MINUTE = 60;

/** `/metrics`, for Prometheus: open on this machine, elsewhere with a token of the scope `metrics.read`. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, host: ApiHost): void {
  const guesses = new Limiter(GUESSES_PER_MINUTE);
  app.get('/metrics', {
    onRequest: async (request) => {
      if (isLoopback(request)) return;
      const services = host.current();
      if (services === null) throw refusals.starting();
      if (request.headers.authorization === undefined) throw refusals.notSignedIn();
      const actor = await identify(request, services, guesses);
      if (actor?.reach('metrics.read') !== 'all') throw refusals.notAllowed();
    },
    errorHandler: (error, request, reply) => sendFailure(error, request, reply),
    handler: async (_request, reply) => reply.type(PROMETHEUS_TEXT).send(await metrics.page()),
  });
}
