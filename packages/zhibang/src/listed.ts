import type { Entries } from './entries.ts';
import { ZhibangError } from './errors.ts';
import { collect, PAGE_SIZE } from './find.ts';
import type { Fields } from './ov1.ts';
import type { Table } from './table.ts';

/** `untold`: the list was not read to its end; `closed`: this account may not read it. */
export type Listed = 'shown' | 'absent' | 'untold' | 'closed';

interface ListEntry {
  operation: string;
  path: string;
  datas: Fields;
}

/** How far a list is walked; default: the pages of `collect`, however few rows stand on them. */
export interface Reach {
  maxPages?: number;
  /** Over small pages further, where the list does not count more rows than these. */
  rows?: number;
}

/** Pages of a server that clamps them to a handful of rows. */
const MOST_PAGES = 400;

/**
 * Does a list show this record? Where its filter is ignored everything comes: then the place of `ord` is searched by
 * halves, as far as the list counts and is sorted, whichever way, and else it is walked as far as `reach` says.
 */
export async function isListed(
  entries: Entries,
  entry: ListEntry,
  ord: number,
  reach: Reach = {},
): Promise<Listed> {
  try {
    const first = await entries.page(entry, 1, PAGE_SIZE);
    if (shows(first, ord)) return 'shown';
    const found = await byHalves(entries, entry, ord, first);
    return found ?? (await byWalking(entries, entry, ord, pagesOf(reach, first)));
  } catch (error) {
    if (error instanceof ZhibangError && (error.blame === 'business' || error.code === 'no_permission'))
      return 'closed';
    throw error;
  }
}

/** null: this list does not count its rows, is not sorted, shows rows without an id, or moved meanwhile. */
async function byHalves(
  entries: Entries,
  entry: ListEntry,
  ord: number,
  first: Table,
): Promise<Listed | null> {
  const { recordCount, rows, unusable } = first;
  if (recordCount === null || unusable > 0) return null;
  if (recordCount <= rows.length) return 'absent';
  // A single row shows no order.
  if (rows.length < 2) return null;
  /** 1: ascending; -1: newest first, as where the sort is ignored. */
  const way = Math.sign(rows[1]!.ord - rows[0]!.ord);
  const target = ord * way;
  let low = 2;
  let high = Math.ceil(recordCount / rows.length);
  let above = Number.NEGATIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  for (let page = first, at = 1; ; page = await entries.page(entry, at, PAGE_SIZE)) {
    if (shows(page, ord)) return 'shown';
    const places = page.rows.map((row) => row.ord * way);
    // A row without a readable id may be the very one.
    const isWhole = page.recordCount === recordCount && page.unusable === 0 && places.length > 0;
    if (!isWhole || !isRising([above, ...places, below])) return null;
    if (target < places[0]!) [high, below] = [at - 1, places[0]!];
    else if (target > places.at(-1)!) [low, above] = [at + 1, places.at(-1)!];
    else return 'absent';
    if (low > high) return 'absent';
    at = Math.floor((low + high) / 2);
  }
}

function shows({ rows }: Table, ord: number): boolean {
  return rows.some((row) => row.ord === ord);
}

function isRising(places: readonly number[]): boolean {
  return places.every((place, at) => at === 0 || place > places[at - 1]!);
}

function pagesOf(
  { maxPages, rows: most }: Reach,
  { rows, unusable, recordCount }: Table,
): number | undefined {
  if (most === undefined || (recordCount !== null && recordCount > most)) return maxPages;
  return Math.min(MOST_PAGES, Math.ceil(most / Math.max(1, rows.length + unusable)));
}

async function byWalking(
  entries: Entries,
  entry: ListEntry,
  ord: number,
  maxPages: number | undefined,
): Promise<Listed> {
  const { rows, complete } = await collect(entries, entry, { maxPages });
  if (rows.some((row) => row.ord === ord)) return 'shown';
  return complete ? 'absent' : 'untold';
}
