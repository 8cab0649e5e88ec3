export type { LicenceReading } from './licence-text.ts';
export { createLicenceReader, type OcrReader } from './reader.ts';
