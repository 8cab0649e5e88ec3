import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** One built file, ready to be sent. `gzipped` is null where compressing gains nothing. */
export interface BuiltFile {
  type: string;
  body: Buffer;
  gzipped: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const compress = promisify(gzip);

/** The console's build in a folder. Files are read and compressed once; a newer build replaces them without a restart. */
export class BuiltFiles {
  readonly #folder: string;
  readonly #kept = new Map<string, { builtAt: number; file: BuiltFile }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null while nothing is built. */
  page(): Promise<BuiltFile | null> {
    return this.file('index.html');
  }

  /** `name` as the build wrote it, `index-4fK2.js`; null for what is not there. It must hold no path. */
  async asset(name: string): Promise<BuiltFile | null> {
    return /^[\w-][\w.-]*$/.test(name) ? this.file(join('assets', name)) : null;
  }

  async file(path: string): Promise<BuiltFile | null> {
    const type = TYPES[extname(path)];
    const whole = join(this.#folder, path);
    const found = type === undefined ? null : await stat(whole).catch(() => null);
    if (type === undefined || !found?.isFile()) return null;
    const kept = this.#kept.get(path);
    if (kept?.builtAt === found.mtimeMs) return kept.file;
    const body = await readFile(whole);
    const file = { type, body, gzipped: body.length > 1000 ? await compress(body) : null };
    this.#kept.set(path, { builtAt: found.mtimeMs, file });
    return file;
  }
}
