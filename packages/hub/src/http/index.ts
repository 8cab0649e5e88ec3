export type { Health, HealthSource, LastRun } from './health.ts';
export { type Server, startServer } from './server.ts';
