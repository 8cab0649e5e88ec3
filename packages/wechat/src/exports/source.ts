import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Bytes that can be read more than once. */
export interface Source {
  open(onBytes?: (read: number) => void): AsyncIterable<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
}

const CHUNK = 256 * 1024;

/** A file as it lies; a stream is laid into a file of the owner's alone first, gone when the reading ends. */
export async function sourceOf(input: string | AsyncIterable<Uint8Array>): Promise<Source> {
  if (typeof input === 'string') return { open: opener(input), [Symbol.asyncDispose]: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'export');
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
    return { open: opener(path), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function opener(path: string): Source['open'] {
  return async function* open(onBytes = () => undefined) {
    let read = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      yield chunk;
      read += chunk.length;
      onBytes(read);
    }
  };
}
