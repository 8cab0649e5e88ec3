export type { ApiServices } from './api/services.ts';
export { Tasks } from './api/tasks.ts';
export { type Health, type HealthSource, STARTING } from './health.ts';
export type { IngestPorts } from './ingest/index.ts';
export { startServer } from './server.ts';
