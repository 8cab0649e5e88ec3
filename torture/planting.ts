import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLANTS, type Plant } from './plants.ts';

const PACKAGES = join(import.meta.dirname, '../packages');

export function plantOf(name: string): Plant {
  const plant = PLANTS.find((one) => one.name === name);
  if (!plant) throw new Error(`no plant ${name}; there are ${PLANTS.map((one) => one.name).join(', ')}`);
  return plant;
}

/** The file's text with the bug in it. Throws when a text to swap is not there exactly once. */
export function planted({ name, file, swaps }: Plant): string {
  let text = readFileSync(join(PACKAGES, file), 'utf8');
  for (const [from, to] of swaps) {
    if (text.split(from).length !== 2) throw new Error(`plant ${name}: not once in ${file}: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** From now on this process loads the product with the bug in it; to be called before the product is loaded. */
export function plant(what: Plant): void {
  const target = pathToFileURL(join(PACKAGES, what.file)).href;
  const source = planted(what);
  registerHooks({
    load: (url, context, next) =>
      url === target ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context),
  });
}
