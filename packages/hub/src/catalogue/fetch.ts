import { setTimeout as wait } from 'node:timers/promises';
import {
  type CookieFile,
  catalogue,
  cookiesFor,
  type HelpPage,
  type IndexLeaf,
  knownEntry,
  readDrawnText,
  readHelpPage,
  type SavedCookie,
  tenantEntry,
} from '@bangqiao/zhibang';
import {
  expiredCookies,
  halfFetched,
  halfPage,
  helpUnreachable,
  noCookiesFor,
  notHelpPage,
} from './errors.ts';
import { FetchState } from './fetch-state.ts';
import { HelpBrowser } from './help-browser.ts';
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
  /** Longest wait for one entry, ms. */
  patienceMs: number;
  now: () => Date;
  /** `kept`: entries that an earlier, interrupted fetch had read already. */
  onStart(total: number, kept: number): void;
  onEntry(done: number, total: number, name: string): void;
}

const HELP = '/sysn/view/OpenApi/help.ashx';
/** So many in a row that do not show mean that none will. */
const HOPELESS = 3;

/** Half of the time that the pace leaves for an entry is spent on making sure that its text stands still. */
const MOST_STILL_MS = 400;
const LEAST_STILL_MS = 25;

type Help = Extract<HelpPage, { kind: 'help' }>;

/**
 * Reads the ERP's own help site entry by entry. What was read stays in a file until all is there, so a fetch that was
 * stopped goes on; nothing else is written. @throws HubError, see errors.ts
 */
export async function fetchCatalogue(
  options: FetchOptions,
): Promise<{ tenant: TenantCatalogue; done: () => void }> {
  const url = new URL(HELP, options.baseUrl).href;
  const { valid, expired } = cookiesFor(options.cookies, new URL(url).hostname, options.now());
  if (valid.length === 0)
    throw expired.length > 0 ? expiredCookies(expired) : noCookiesFor(new URL(url).hostname);
  const help = await readPage(url, valid, expired);
  const state = new FetchState(options.folder, { url, ...help });
  options.onStart(help.leaves.length, state.texts.size);
  if (state.texts.size < help.leaves.length) await readEntries(options, { url, valid, expired, help, state });
  const entries = help.leaves
    .map((leaf) => entryOf(leaf, state.texts.get(leaf.id) ?? ''))
    .sort((a, b) => a.id - b.id);
  const tenant = { version: help.version, source: url, at: options.now().toISOString(), entries };
  return { tenant, done: () => state.remove() };
}

async function readPage(
  url: string,
  cookies: readonly SavedCookie[],
  expired: readonly string[],
): Promise<Help> {
  let html: string;
  try {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { headers: { cookie } });
    html = await answer.text();
  } catch (error) {
    throw helpUnreachable(url, error);
  }
  const page = readHelpPage(html);
  if (page.kind === 'help') return page;
  if (page.kind === 'login') throw expiredCookies(expired);
  throw page.kind === 'half' ? halfPage() : notHelpPage(url);
}

interface Reading {
  url: string;
  valid: SavedCookie[];
  expired: string[];
  help: Help;
  state: FetchState;
}

async function readEntries(
  options: FetchOptions,
  { url, valid, expired, help, state }: Reading,
): Promise<void> {
  const { pace, patienceMs } = options;
  const stillMs = pace > 0 ? Math.min(MOST_STILL_MS, 500 / pace) : LEAST_STILL_MS;
  const browser = await HelpBrowser.open({
    executable: options.browser,
    url,
    cookies: valid,
    patienceMs,
    stillMs,
  });
  const failed: string[] = [];
  try {
    let inARow = 0;
    for (const leaf of help.leaves.filter(({ id }) => !state.texts.has(id))) {
      const started = performance.now();
      const text = await readPatiently(browser, leaf, help.leaves);
      inARow = text === null ? inARow + 1 : 0;
      if (text === null) {
        failed.push(leaf.name);
        await readPage(url, valid, expired); // says so when the login is over
        if (inARow >= HOPELESS) break;
        continue;
      }
      state.add(leaf.id, text);
      options.onEntry(state.texts.size, help.leaves.length, leaf.name);
      if (pace > 0) await wait(Math.max(0, 1000 / pace - (performance.now() - started)));
    }
  } finally {
    await browser.close();
  }
  const read = state.texts.size;
  if (read < help.leaves.length) {
    const left = help.leaves.filter(({ id }) => !state.texts.has(id)).map(({ name }) => name);
    throw halfFetched(read, [...new Set([...failed, ...left])]);
  }
}

/** A second try on a fresh page, for what the first left in a strange state. */
async function readPatiently(
  browser: HelpBrowser,
  leaf: IndexLeaf,
  leaves: readonly IndexLeaf[],
): Promise<string | null> {
  const same = sameBefore(leaf, leaves);
  const text = await browser.read(leaf, same);
  if (text !== null) return text;
  await browser.reload();
  return await browser.read(leaf, same);
}

/** How many branches and entries of that name the index has above this one. */
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
    if (leaf.name === name) count++;
  }
  return count;
}

function entryOf(leaf: IndexLeaf, text: string) {
  const known = knownEntry({ name: leaf.name, path: leaf.url, id: leaf.id }, catalogue());
  const blocks = readDrawnText(text).filter(({ name }) => name === leaf.name);
  const drawn = blocks.find(({ path }) => path?.toLowerCase() === leaf.url.toLowerCase()) ?? blocks[0];
  return tenantEntry(drawn ?? leaf, leaf, known, leaf.id);
}
