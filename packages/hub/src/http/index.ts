export type { Health, HealthSource } from './health.ts';
export { startServer } from './server.ts';
