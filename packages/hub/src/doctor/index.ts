export type { Check } from './check.ts';
export { type Diagnosis, diagnose } from './diagnose.ts';
export { checkLine, verdict } from './text.ts';
