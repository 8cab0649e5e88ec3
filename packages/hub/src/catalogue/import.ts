import {
  type CatalogueEntry,
  catalogue,
  type DrawnEntry,
  type IndexLeaf,
  indexEntry,
  isPage,
  knownEntry,
  pageText,
  readDrawnText,
  readHelpPage,
  tenantEntry,
} from '@bangqiao/zhibang';
import { expiredCookies, halfEntry, halfPage, nothingToImport } from './errors.ts';
import type { TenantCatalogue } from './tenant-file.ts';

/** New numbers of entries that no index names are past every vendor's. */
const FIRST_OWN_ID = 100_000;

/**
 * Takes entries out of saved pages and pasted texts, on top of what this company's catalogue had before (or the built-in
 * one). Only a page with the index says what is gone. @throws HubError, see errors.ts
 */
export function importCatalogue(
  files: readonly { name: string; text: string }[],
  before: TenantCatalogue | null,
  now: Date,
): { tenant: TenantCatalogue; imported: number } {
  const read = files.map(readFile);
  const index = read.findLast(({ leaves }) => leaves.length > 0);
  const drawn = read.flatMap((file) => file.drawn);
  const base = before?.entries ?? catalogue();
  const entries = new Map<number, CatalogueEntry>(base.map((entry) => [entry.id, entry]));
  const leaves = index?.leaves ?? [];
  for (const leaf of leaves) {
    const known = knownEntry({ name: leaf.name, path: leaf.url, id: leaf.id }, base);
    if (known && known.id !== leaf.id) entries.delete(known.id);
    entries.set(leaf.id, indexEntry(leaf, known));
  }
  if (index) for (const id of entries.keys()) if (!leaves.some((leaf) => leaf.id === id)) entries.delete(id);
  let next = Math.max(FIRST_OWN_ID, ...entries.keys()) + 1;
  for (const each of drawn) {
    const entry = entryOf(each, leaves, [...entries.values()], next);
    if (entry.id === next) next++;
    entries.set(entry.id, entry);
  }
  const tenant = {
    version: index?.version || (before?.version ?? ''),
    source: before?.source ?? null,
    at: now.toISOString(),
    entries: [...entries.values()].sort((a, b) => a.id - b.id),
  };
  return { tenant, imported: drawn.length };
}

function readFile({ name, text }: { name: string; text: string }) {
  const page = isPage(text) ? readHelpPage(text) : null;
  const drawn = readDrawnText(page ? pageText(text) : text).filter(isReal);
  const half = drawn.find((entry) => entry.half);
  if (half) throw halfEntry(name, half.name);
  const leaves = page?.kind === 'help' ? page.leaves : [];
  if (drawn.length === 0 && leaves.length === 0) {
    if (page?.kind === 'login') throw expiredCookies([]);
    throw page?.kind === 'half' ? halfPage() : nothingToImport(name);
  }
  return { drawn, leaves, version: page?.kind === 'help' ? page.version : '' };
}

/** A line 首页 in a menu is no entry: one has an address, or is a known page of prose. */
function isReal({ path, name }: DrawnEntry): boolean {
  return path !== undefined || catalogue().some((entry) => entry.style === 'page' && entry.name === name);
}

function entryOf(
  drawn: DrawnEntry,
  leaves: readonly IndexLeaf[],
  present: readonly CatalogueEntry[],
  nextId: number,
): CatalogueEntry {
  const path = drawn.path?.toLowerCase();
  const leaf = leaves.find(
    ({ name, url }) => name === drawn.name && (path === undefined || url.toLowerCase() === path),
  );
  const builtIn = knownEntry({ ...drawn, id: leaf?.id }, catalogue());
  const known = builtIn ?? knownEntry({ ...drawn, id: leaf?.id }, present);
  return tenantEntry(drawn, leaf, known, nextId);
}
