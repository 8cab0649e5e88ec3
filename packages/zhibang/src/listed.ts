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

/**
 * Does a list show this record? Where its filter is ignored everything comes: then the place of `ord` is searched by
 * halves, as far as the list counts and is sorted, and else it is walked, over `maxPages` at most.
 */
export async function isListed(
  entries: Entries,
  entry: ListEntry,
  ord: number,
  maxPages?: number,
): Promise<Listed> {
  try {
    const first = await entries.page(entry, 1, PAGE_SIZE);
    if (shows(first, ord)) return 'shown';
    return (await byHalves(entries, entry, ord, first)) ?? (await byWalking(entries, entry, ord, maxPages));
  } catch (error) {
    if (error instanceof ZhibangError && (error.blame === 'business' || error.code === 'no_permission'))
      return 'closed';
    throw error;
  }
}

/** null: this list does not count its rows, is not sorted, or moved meanwhile. */
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
  let low = 2;
  let high = Math.ceil(recordCount / rows.length);
  for (let page = first, at = 1; ; page = await entries.page(entry, at, PAGE_SIZE)) {
    if (shows(page, ord)) return 'shown';
    if (page.recordCount !== recordCount || !isAscending(page)) return null;
    const isBefore = ord < page.rows[0]!.ord;
    const isAfter = ord > page.rows.at(-1)!.ord;
    if (isBefore) high = at - 1;
    if (isAfter) low = at + 1;
    if (low > high || (!isBefore && !isAfter)) return 'absent';
    at = Math.floor((low + high) / 2);
  }
}

function shows({ rows }: Table, ord: number): boolean {
  return rows.some((row) => row.ord === ord);
}

function isAscending({ rows }: Table): boolean {
  return rows.length > 0 && rows.every(({ ord }, at) => at === 0 || ord > rows[at - 1]!.ord);
}

async function byWalking(
  entries: Entries,
  entry: ListEntry,
  ord: number,
  maxPages?: number,
): Promise<Listed> {
  const { rows, complete } = await collect(entries, entry, { maxPages });
  if (rows.some((row) => row.ord === ord)) return 'shown';
  return complete ? 'absent' : 'untold';
}
