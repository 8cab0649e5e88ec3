export { readStatus } from './read-status.ts';
export type { Status } from './status.ts';
export { statusText } from './text.ts';
