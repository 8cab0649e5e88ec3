/** What stands on a business licence (营业执照), as far as it is known. */
export interface LicenceFields {
  credit_code?: string;
  company_name?: string;
}

/** What a program read off a picture; `confidence` 0–1 of the whole reading. */
interface LicenceReading {
  fields: LicenceFields;
  confidence: number;
  /** Degrees by which it had to turn the picture, clockwise; absent: none. */
  turned?: 90 | 180 | 270;
  /** Nothing of a licence is on it, however it is turned; or it cannot be opened as a picture (a PDF, say). */
  problem?: 'no_licence' | 'unreadable';
}

/** `@bangqiao/ocr`, whose library is installed by choice (docs/decisions/0032); the hub works without it. */
export interface LicenceReader {
  readLicence(image: Buffer): Promise<LicenceReading>;
  close?(): Promise<void>;
}

const PACKAGE = '@bangqiao/ocr';

/** The reader that is installed; null when there is none. */
export async function installedReader(): Promise<LicenceReader | null> {
  try {
    const found = (await import(PACKAGE)) as { createLicenceReader?: () => Promise<LicenceReader> };
    return (await found.createLicenceReader?.()) ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
