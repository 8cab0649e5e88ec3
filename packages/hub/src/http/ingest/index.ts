import type { FastifyInstance } from 'fastify';
import { archiveRoutes } from './archive.ts';
import { eventRoutes } from './events.ts';
import { licenceRoutes } from './licences.ts';
import type { IngestPorts } from './ports.ts';
import { wecomRoutes } from './wecom.ts';

export type { IngestPorts } from './ports.ts';

/** The doors through which WeChat comes in; each reads bodies in its own way. */
export function ingestRoutes(app: FastifyInstance, ports: IngestPorts): void {
  for (const routes of [eventRoutes, archiveRoutes, wecomRoutes, licenceRoutes])
    app.register(async (scope) => routes(scope, ports));
}
