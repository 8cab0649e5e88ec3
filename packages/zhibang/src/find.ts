import { cell } from './cell.ts';
import type { Entries } from './entries.ts';
import type { Fields } from './ov1.ts';

export interface FoundRow {
  ord: number;
  /** By column id; columns that the list lacks are absent. */
  cells: Record<string, string>;
}

export interface Found {
  rows: FoundRow[];
  /** False: more may exist than was read. */
  complete: boolean;
}

export const PAGE_SIZE = 200;
const MOST_PAGES = 40;

/**
 * All rows of a filtered list, over all its pages. A filter that the system does not know is ignored, so the walk ends
 * after `maxPages` (default 40) and then says `complete: false`.
 */
export async function collect(
  entries: Entries,
  entry: { operation: string; path: string; datas: Fields },
  { maxPages = MOST_PAGES, signal }: { maxPages?: number; signal?: AbortSignal } = {},
): Promise<Found> {
  const sweep = entries.list(entry, { pageSize: PAGE_SIZE, inFlight: 1, signal });
  const rows = new Map<number, FoundRow>();
  for await (const page of sweep) {
    for (const row of page.rows) {
      const cells: Record<string, string> = {};
      for (const column of page.columns) {
        const text = cell(page, row, column);
        if (text !== undefined) cells[column] = text;
      }
      rows.set(row.ord, { ord: row.ord, cells });
    }
    if (page.index > maxPages) break;
  }
  return { rows: [...rows.values()], complete: sweep.outcome().complete };
}
