import type { Table } from './table.ts';
import type { SweepCursor } from './types.ts';

interface PageMark {
  index: number;
  first: number;
  last: number;
  rows: number;
  recordCount: number | null;
}

const MOST_FRUITLESS = 3;

/** What one walk over the pages saw. */
export class Pass {
  readonly number: number;
  readonly ords = new Set<number>();
  readonly marks: PageMark[] = [];
  /** Rows that stood on two pages. */
  repeated = 0;
  ascending = true;
  unusable = 0;
  /**
   * The list stood still so far: it is counted, every page told the same count, the rows came in their order, none twice, and no
   * page but the last was shorter than another. Only then nothing was left out on the way; what was comes in another pass.
   */
  steady: boolean;
  /** The rows before the cursor are not where they were. */
  shiftedBeforeResume = false;
  readonly resumed: SweepCursor | null;
  #lastOrd: number;
  #perPage = 0;
  #fruitless = 0;
  #countBefore: number | null = null;
  /** The count was another one in a page that was read again. */
  #movedMeanwhile = false;

  constructor(number: number, resumed: SweepCursor | null) {
    this.number = number;
    this.resumed = resumed;
    this.steady = resumed === null || resumed.recordCount !== null;
    this.#lastOrd = resumed?.lastOrd ?? 0;
  }

  get distinct(): number {
    return this.ords.size + (this.resumed?.seen ?? 0);
  }

  /** The page before the cursor, read again: when it ends otherwise than it did, rows moved while nobody looked. */
  overlap(table: Table): void {
    const { resumed } = this;
    // The page before the cursor may have been the last one, and short: the pages before it tell how many they hold.
    const mean = resumed ? Math.ceil(resumed.seen / (resumed.nextPage - 1)) : 0;
    this.#perPage = Math.max(table.rows.length + table.unusable, mean);
    this.#countBefore = table.recordCount;
    this.shiftedBeforeResume = table.rows.at(-1)?.ord !== resumed?.lastOrd;
  }

  /** Notes a page. False: it is empty, or brings nothing but rows seen before, which ends a list without counts. */
  take(index: number, table: Table): boolean {
    const rows = table.rows;
    if (this.#movedMeanwhile || this.#hasMoved(table) || this.#leavesGap(index, table)) this.steady = false;
    let news = 0;
    for (let i = 0; i < rows.length; i++) {
      const { ord } = rows[i]!;
      if (ord <= this.#lastOrd) this.ascending = false;
      this.#lastOrd = ord;
      const before = this.ords.size;
      this.ords.add(ord);
      if (this.ords.size > before) news++;
    }
    if (this.#perPage === 0) this.#perPage = rows.length + table.unusable;
    const counted = table.recordCount !== null;
    // Without counts the page that repeats what was seen is the end, not a sign of moving rows.
    if (news === 0 && !counted) return false;
    this.repeated += rows.length - news;
    if (!this.ascending || this.repeated > 0) this.steady = false;
    this.unusable += table.unusable;
    const first = rows[0]?.ord ?? 0;
    const last = rows.at(-1)?.ord ?? 0;
    this.marks.push({ index, first, last, rows: rows.length, recordCount: table.recordCount });
    return true;
  }

  /** The count is another one than before, or there is none to tell. */
  #hasMoved({ recordCount }: Table): boolean {
    const before = this.marks.at(-1)?.recordCount ?? this.#countBefore ?? recordCount;
    return recordCount === null || recordCount !== before;
  }

  /** Longer than the pages before it: those came short. */
  #leavesGap(index: number, table: Table): boolean {
    const size = table.rows.length + table.unusable;
    if (this.#perPage === 0 || size === this.#perPage) return false;
    const last = this.lastPage(table);
    return size > this.#perPage || last === null || index < last;
  }

  /**
   * Fewer rows than page 1 brought although pages follow: clamped or broken on the way, worth reading again. Not for
   * ever: a server may leave rows out of its pages by habit.
   */
  looksShort(index: number, table: Table): boolean {
    const last = this.lastPage();
    if (this.#fruitless >= MOST_FRUITLESS) return false;
    return (
      last !== null && index < last && this.#perPage > 0 && table.rows.length + table.unusable < this.#perPage
    );
  }

  /** A short page was read again: did it help? */
  readAgain(before: Table, after: Table): void {
    if (after.rows.length <= before.rows.length) this.#fruitless++;
    if (after.recordCount !== before.recordCount) this.#movedMeanwhile = true;
  }

  /** As far as the server says; null when it does not. Page size as page 1 showed it: a server may clamp silently. */
  lastPage(table?: Table): number | null {
    const recordCount = table ? table.recordCount : (this.marks.at(-1)?.recordCount ?? null);
    if (recordCount === null) return table?.pageCount ?? null;
    return Math.max(1, Math.ceil(recordCount / Math.max(1, this.#perPage)));
  }

  /** The newest count, when every page told one. */
  recordCount(): number | null {
    if (this.marks.some((mark) => mark.recordCount === null)) return null;
    return this.marks.at(-1)?.recordCount ?? this.#countBefore;
  }

  countStoodStill(): boolean {
    const count = this.recordCount();
    const start = this.resumed ? this.#countBefore : count;
    return !this.#movedMeanwhile && start === count && this.marks.every((mark) => mark.recordCount === count);
  }

  /** Pages read while the count changed, with as many before and after as were under way at once. */
  pagesAroundChanges(inFlight: number): PageMark[] {
    const near = new Set<number>();
    for (let i = 1; i < this.marks.length; i++) {
      if (this.marks[i]!.recordCount === this.marks[i - 1]!.recordCount) continue;
      for (let j = Math.max(0, i - inFlight); j < Math.min(this.marks.length, i + inFlight); j++) near.add(j);
    }
    return [...near].sort((a, b) => a - b).map((at) => this.marks[at]!);
  }

  sameRowsAs(other: Pass): boolean {
    if (this.ords.size !== other.ords.size) return false;
    for (const ord of this.ords) if (!other.ords.has(ord)) return false;
    return true;
  }
}
