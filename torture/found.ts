import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { History } from './steps.ts';

const FOLDER = join(import.meta.dirname, 'found');

/** Histories that once failed, by the name of their file: each is played for ever. */
export function foundHistories(): Map<string, History> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return new Map(names.sort().map((name) => [name, readHistory(join(FOLDER, name))]));
}

export function readHistory(file: string): History {
  return JSON.parse(readFileSync(file, 'utf8')) as History;
}
