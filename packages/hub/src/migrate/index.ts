export type { TakeOverReport } from './report.ts';
export { takeOverPython } from './take-over.ts';
