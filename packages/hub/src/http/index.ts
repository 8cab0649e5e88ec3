export type { ApiServices } from './api/services.ts';
export { Tasks } from './api/tasks.ts';
export type { Health, HealthSource } from './health.ts';
export { startServer } from './server.ts';
