import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IndexLeaf } from '@bangqiao/zhibang';

/**
 * What a fetch has read so far, a line an entry, so that one that was killed goes on: `storage/catalogue.fetch.jsonl`. The
 * first line names the site and its index; those of another are thrown away. A line that was cut by the kill counts as unread.
 */
export class FetchState {
  readonly #file: string;
  readonly #texts: Map<number, string>;

  constructor(folder: string, site: { url: string; version: string; leaves: readonly IndexLeaf[] }) {
    this.#file = join(folder, 'storage', 'catalogue.fetch.jsonl');
    const head = JSON.stringify({ url: site.url, version: site.version, index: digest(site.leaves) });
    const [first, ...lines] = linesOf(this.#file);
    this.#texts = new Map(first === head ? lines.flatMap(lineOf) : []);
    // Written anew, so that a cut line at the end cannot spoil the next.
    const kept = [...this.#texts].map(([id, text]) => JSON.stringify({ id, text }));
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, `${[head, ...kept].join('\n')}\n`);
  }

  get texts(): ReadonlyMap<number, string> {
    return this.#texts;
  }

  add(id: number, text: string): void {
    this.#texts.set(id, text);
    appendFileSync(this.#file, `${JSON.stringify({ id, text })}\n`);
  }

  /** The fetch is done: nothing is left to go on with. */
  remove(): void {
    rmSync(this.#file, { force: true });
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function lineOf(line: string): [number, string][] {
  try {
    const { id, text } = JSON.parse(line) as { id: number; text: string };
    return [[id, text]];
  } catch {
    return [];
  }
}

function digest(leaves: readonly IndexLeaf[]): string {
  return createHash('sha256').update(JSON.stringify(leaves)).digest('hex').slice(0, 16);
}
