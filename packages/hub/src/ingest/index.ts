export { type ImportReport, importFile } from './import.ts';
