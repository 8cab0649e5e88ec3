import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ReadLine } from './licence-text.ts';

/** What this package uses of the library (docs/decisions/0029); its own types come with it, and it is rarely there. */
export interface Library {
  detect(file: string): Promise<ReadLine[]>;
  /** Upright as its EXIF says, not larger than needed, turned by `degrees`, as PNG. */
  prepare(image: Buffer, degrees: number, file: string): Promise<void>;
}

/** Its own folder with its own lock, so that `npm ci` of the project never brings 335 MB along. */
const PLACE = createRequire(new URL('../library/package.json', import.meta.url));
/** Larger pictures only cost time. */
const MOST_PIXELS = 2000;

export function isInstalled(): boolean {
  try {
    PLACE.resolve('@gutenye/ocr-node');
    return true;
  } catch {
    return false;
  }
}

interface Sharp {
  rotate(degrees?: number): Sharp;
  resize(size: object): Sharp;
  flatten(options: object): Sharp;
  png(): Sharp;
  toBuffer(): Promise<Buffer>;
  toFile(file: string): Promise<unknown>;
}

export async function loadLibrary(): Promise<Library> {
  const { default: Ocr } = (await load('@gutenye/ocr-node')) as {
    default: { create(): Promise<{ detect(file: string): Promise<ReadLine[]> }> };
  };
  const { default: sharp } = (await load('sharp')) as { default: (image: Buffer) => Sharp };
  const ocr = await Ocr.create();
  return {
    detect: (file) => ocr.detect(file),
    async prepare(image, degrees, file) {
      const size = { width: MOST_PIXELS, height: MOST_PIXELS, fit: 'inside', withoutEnlargement: true };
      const upright = await sharp(image)
        .rotate()
        .resize(size)
        .flatten({ background: '#fff' })
        .png()
        .toBuffer();
      await sharp(upright).rotate(degrees).png().toFile(file);
    },
  };
}

const load = async (name: string): Promise<unknown> => await import(pathToFileURL(PLACE.resolve(name)).href);
