import { setTimeout as wait } from 'node:timers/promises';
import {
  type CookieFile,
  catalogue,
  type IndexLeaf,
  indexEntry,
  isProse,
  knownEntry,
  readDrawnText,
  tenantEntry,
} from '@bangqiao/zhibang';
import { halfFetched } from './errors.ts';
import { FetchState } from './fetch-state.ts';
import { HelpBrowser } from './help-browser.ts';
import { askForHelp, type Help, helpAddress } from './help-request.ts';
import type { TenantCatalogue } from './tenant-file.ts';

export interface FetchOptions {
  /** Where `storage/` lies. */
  folder: string;
  baseUrl: string;
  cookies: CookieFile;
  /** Path of the browser. */
  browser: string;
  /** Entries a second; 0: as fast as they come. */
  pace: number;
  /** Longest wait for one entry, ms; for the page itself twice as long. */
  patienceMs: number;
  now: () => Date;
  /** `kept`: entries that an earlier, interrupted fetch had read already. */
  onStart(total: number, kept: number): void;
  onEntry(done: number, total: number, name: string): void;
}

/** So many in a row that do not show mean that none will. */
const HOPELESS = 3;

/** Half of the time that the pace leaves for an entry is spent on making sure that its text stands still. */
const MOST_STILL_MS = 400;
const LEAST_STILL_MS = 25;

export interface Fetched {
  tenant: TenantCatalogue;
  /** Entries that the page did not show though its index names them: prose, and what its menu hides. Taken from the index alone. */
  unread: IndexLeaf[];
  /** To be called once the catalogue is kept: nothing is left to go on with. */
  done: () => void;
}

/**
 * Reads the ERP's own help site entry by entry. What was read stays in a file until all is there, so a fetch that was
 * stopped goes on; nothing else is written. @throws HubError, see errors.ts
 */
export async function fetchCatalogue(options: FetchOptions): Promise<Fetched> {
  const help = await askAgain(options);
  const state = new FetchState(options.folder, help);
  options.onStart(help.leaves.length, state.texts.size);
  if (state.texts.size < help.leaves.length) await readEntries(options, help, state);
  const entries = help.leaves
    .map((leaf) => entryOf(leaf, state.texts.get(leaf.id)))
    .sort((a, b) => a.id - b.id);
  const tenant = { version: help.version, source: help.url, at: options.now().toISOString(), entries };
  const unread = help.leaves.filter(({ id }) => !state.texts.has(id));
  return { tenant, unread, done: () => state.remove() };
}

/** Says, among other things, when the login is over. */
function askAgain({ baseUrl, cookies, patienceMs, now }: FetchOptions): Promise<Help> {
  const url = helpAddress(baseUrl);
  return askForHelp({ url, cookies, patienceMs: Math.max(1000, patienceMs * 2), now: now() });
}

/** What says nothing that the index does not, or is not drawn for people: a page without it is whole. */
const canBeMissing = (leaf: IndexLeaf): boolean => leaf.hidden === true || isProse(leaf);

async function readEntries(options: FetchOptions, help: Help, state: FetchState): Promise<void> {
  const { pace, patienceMs } = options;
  const { url, cookies, leaves } = help;
  const stillMs = pace > 0 ? Math.min(MOST_STILL_MS, 500 / pace) : LEAST_STILL_MS;
  const browser = await HelpBrowser.open({ executable: options.browser, url, cookies, patienceMs, stillMs });
  try {
    let inARow = 0;
    for (const leaf of leaves.filter(({ id }) => !state.texts.has(id))) {
      const started = performance.now();
      const text = await readPatiently(browser, leaf, leaves);
      if (text !== null) {
        inARow = 0;
        state.add(leaf.id, text);
        options.onEntry(state.texts.size, leaves.length, leaf.name);
        if (pace > 0) await wait(Math.max(0, 1000 / pace - (performance.now() - started)));
      } else if (!canBeMissing(leaf)) {
        await askAgain(options);
        if (++inARow >= HOPELESS) break;
      }
    }
  } finally {
    await browser.close();
  }
  const missing = leaves.filter((leaf) => !state.texts.has(leaf.id) && !canBeMissing(leaf));
  if (missing.length > 0) throw halfFetched(state.texts.size, [...new Set(missing.map(({ name }) => name))]);
}

/** A second try on a fresh page, for what the first left in a strange state and has to be there. */
async function readPatiently(
  browser: HelpBrowser,
  leaf: IndexLeaf,
  leaves: readonly IndexLeaf[],
): Promise<string | null> {
  const same = sameBefore(leaf, leaves);
  const text = await browser.read(leaf, same);
  if (text !== null || canBeMissing(leaf)) return text;
  await browser.reload();
  return await browser.read(leaf, same);
}

/** How many branches and entries of that name the index has above this one, without those that no menu draws. */
function sameBefore({ id, name }: IndexLeaf, leaves: readonly IndexLeaf[]): number {
  const branches = new Set<string>();
  let count = 0;
  for (const leaf of leaves) {
    for (const [at, branch] of leaf.category.entries()) {
      const place = leaf.category.slice(0, at + 1).join('\n');
      if (branch === name && !branches.has(place)) count++;
      branches.add(place);
    }
    if (leaf.id === id) return count;
    if (leaf.name === name && !leaf.hidden) count++;
  }
  return count;
}

function entryOf(leaf: IndexLeaf, text: string | undefined) {
  const known = knownEntry({ name: leaf.name, path: leaf.url, id: leaf.id }, catalogue());
  if (text === undefined) return indexEntry(leaf, known);
  const blocks = readDrawnText(text).filter(({ name }) => name === leaf.name);
  const drawn = blocks.find(({ path }) => path?.toLowerCase() === leaf.url.toLowerCase()) ?? blocks[0];
  return tenantEntry(drawn ?? leaf, leaf, known, leaf.id);
}
