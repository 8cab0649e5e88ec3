import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './library.ts';
import type { LicenceReading } from './licence-text.ts';

export interface OcrReader {
  readLicence(image: Buffer): Promise<LicenceReading>;
  close(): Promise<void>;
}

/** Kept ready for the next picture so long: loading takes a second, being loaded 0.7 GB. */
const IDLE_MS = 60_000;
/** Four ways round on a slow machine. */
const MOST_MS = 180_000;

/** Null where the library is not installed (`npm run ocr:install`). It runs in a process of its own that ends when idle. */
export async function createLicenceReader(): Promise<OcrReader | null> {
  return isInstalled() ? new ChildReader() : null;
}

interface Waiting {
  resolve(reading: LicenceReading): void;
  reject(error: Error): void;
}

class ChildReader implements OcrReader {
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws Error when the process died over the picture, or took too long. */
  async readLicence(image: Buffer): Promise<LicenceReading> {
    clearTimeout(this.#idle);
    const child = this.#start();
    this.#last += 1;
    const id = this.#last;
    const limit = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    try {
      return await new Promise<LicenceReading>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        child.send({ id, image: image.toString('base64') });
      });
    } finally {
      clearTimeout(limit);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    this.#end();
  }

  #start(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    child.on(
      'message',
      ({ id, reading, error }: { id: number; reading?: LicenceReading; error?: string }) => {
        const one = this.#waiting.get(id);
        if (reading) one?.resolve(reading);
        else one?.reject(new Error(error));
      },
    );
    child.once('exit', (code, signal) => {
      // One that was sent away when idle has nobody waiting; who waits now waits for the next one.
      if (this.#child !== child) return;
      this.#child = null;
      for (const { reject } of this.#waiting.values())
        reject(new Error(`the reader ended (${signal ?? code})`));
    });
    // While somebody waits the timer above keeps the process; an idle child must not.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #end(): void {
    this.#child?.disconnect();
    this.#child = null;
  }
}
