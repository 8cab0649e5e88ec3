export { readStatus } from './read-status.ts';
export { statusText } from './text.ts';
