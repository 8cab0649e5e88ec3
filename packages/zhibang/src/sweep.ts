import { ZhibangError } from './errors.ts';
import { Pass } from './sweep-pass.ts';
import type { Table } from './table.ts';
import type { ListOptions, ListPage, Sweep, SweepCursor, SweepOutcome } from './types.ts';

/** Reads one page of a list; throws ZhibangError. */
export type ReadPage = (index: number, pageSize: number, signal: AbortSignal) => Promise<Table>;

const MOST_PASSES = 3;
const DEFAULT_PAGE_SIZE = 500;

interface Verdict {
  complete: boolean;
  reason: string | null;
  /** Another pass could still prove it. */
  again: boolean;
}

/**
 * Walks a list page by page: several pages under way, handed out in order, at most `inFlight` of them in memory.
 *
 * It says `complete` only with proof. With counts: every page told the same count, so many distinct rows came, none
 * stood on two pages. Without counts: two passes in a row brought the same rows (wire.md "SourceClass", paging). When
 * rows moved meanwhile it reads again, at most three passes in all; what was read again is handed out again.
 */
export class ListSweep implements Sweep {
  readonly #read: ReadPage;
  readonly #options: ListOptions;
  readonly #pageSize: number;
  readonly #inFlight: number;
  #pagesRead = 0;
  #outcome: SweepOutcome = unfinished('the reading has not ended');

  constructor(read: ReadPage, options: ListOptions, concurrency: number) {
    this.#read = read;
    this.#options = options;
    this.#pageSize = options.resume?.pageSize ?? options.pageSize ?? DEFAULT_PAGE_SIZE;
    this.#inFlight = Math.max(1, options.inFlight ?? concurrency);
  }

  outcome(): SweepOutcome {
    return this.#outcome;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ListPage, void, undefined> {
    const abort = new AbortController();
    const stop = () => abort.abort();
    this.#options.signal?.addEventListener('abort', stop, { once: true });
    if (this.#options.signal?.aborted) stop();
    this.#outcome = unfinished('the reading was stopped before the end');
    try {
      yield* this.#passes(abort.signal);
    } catch (error) {
      const what = error instanceof ZhibangError ? error.code : 'unexpected error';
      this.#outcome = { ...unfinished(`a page could not be read (${what})`), pages: this.#pagesRead };
      throw error;
    } finally {
      this.#options.signal?.removeEventListener('abort', stop);
      stop();
    }
  }

  async *#passes(signal: AbortSignal): AsyncGenerator<ListPage, void, undefined> {
    let previous: Pass | null = null;
    for (let number = 1; ; number++) {
      const resume = number === 1 && (this.#options.resume?.nextPage ?? 1) > 1 ? this.#options.resume! : null;
      const pass = new Pass(number, resume);
      yield* this.#walk(pass, previous === null, signal);
      let verdict = judge(pass, previous);
      if (verdict.again && onlyGrew(pass)) {
        const steady = yield* this.#readAroundChanges(pass, signal);
        if (steady) verdict = { complete: true, reason: null, again: false };
      }
      this.#outcome = this.#told(pass, verdict);
      if (!verdict.again || number === MOST_PASSES) return;
      previous = pass.resumed ? null : pass;
    }
  }

  #told(pass: Pass, { complete, reason }: Verdict): SweepOutcome {
    const { distinct, ascending } = pass;
    return { complete, reason, distinct, recordCount: pass.recordCount(), pages: this.#pagesRead, ascending };
  }

  /** One pass over all pages, in order, with the next ones already under way. */
  async *#walk(
    pass: Pass,
    withCursor: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<ListPage, void, undefined> {
    const { resumed } = pass;
    const start = resumed ? resumed.nextPage - 1 : 1;
    const underWay = new Map<number, Promise<Table>>();
    let asked = start - 1;
    let lastPage: number | null = start;
    for (let index = start; lastPage === null || index <= lastPage; index++) {
      const until = Math.min(index + this.#inFlight - 1, lastPage ?? Number.POSITIVE_INFINITY);
      while (asked < until) underWay.set(++asked, this.#ask(asked, signal));
      let table = await underWay.get(index)!;
      underWay.delete(index);
      if (resumed && index === start) {
        pass.overlap(table);
        yield this.#page(pass, index, table, null);
        if (pass.shiftedBeforeResume) return;
        lastPage = pass.lastPage(table);
        continue;
      }
      if (pass.looksShort(index, table)) {
        const short = table;
        table = await this.#ask(index, signal);
        pass.readAgain(short, table);
      }
      const more = pass.take(index, table);
      lastPage = pass.lastPage(table);
      if (!more && table.rows.length === 0 && index > start) return;
      yield this.#page(pass, index, table, withCursor ? this.#cursorAfter(pass, index, table) : null);
      if (!more) return;
    }
  }

  /** Rows that only were added at the end leave every page around the change as it was. */
  async *#readAroundChanges(pass: Pass, signal: AbortSignal): AsyncGenerator<ListPage, boolean, undefined> {
    const near = pass.pagesAroundChanges(this.#inFlight);
    if (near.length > Math.max(8, pass.marks.length / 4)) return false;
    for (const mark of near) {
      const table = await this.#ask(mark.index, signal);
      yield this.#page(pass, mark.index, table, null);
      const { rows, recordCount } = table;
      const same = rows.length === mark.rows && rows[0]?.ord === mark.first && rows.at(-1)?.ord === mark.last;
      if (!same || recordCount !== pass.recordCount()) return false;
    }
    return true;
  }

  #ask(index: number, signal: AbortSignal): Promise<Table> {
    this.#pagesRead++;
    const table = this.#read(index, this.#pageSize, signal);
    // A page under way may fail after the reader went away: nobody is left to tell.
    table.catch(() => undefined);
    return table;
  }

  #page(pass: Pass, index: number, table: Table, cursor: SweepCursor | null): ListPage {
    return { ...table, index, pass: pass.number, cursor };
  }

  #cursorAfter(pass: Pass, index: number, table: Table): SweepCursor {
    const lastOrd = table.rows.at(-1)?.ord ?? pass.resumed?.lastOrd ?? 0;
    const recordCount = pass.steady ? table.recordCount : null;
    return { nextPage: index + 1, pageSize: this.#pageSize, seen: pass.distinct, lastOrd, recordCount };
  }
}

function judge(pass: Pass, previous: Pass | null): Verdict {
  const count = pass.recordCount();
  const agrees = previous !== null && pass.sameRowsAs(previous);
  if (pass.shiftedBeforeResume) return doubtful('rows before the cursor moved since it was written');
  if (count === null) {
    if (agrees) return { complete: true, reason: null, again: false };
    return doubtful('the server tells no count and no two passes in a row brought the same rows');
  }
  if (pass.distinct === count && (agrees || isClean(pass)))
    return { complete: true, reason: null, again: false };
  if (pass.distinct === count && pass.repeated === 0 && !pass.resumed)
    return doubtful('the number of rows changed while the pages were read');
  if (pass.repeated > 0)
    return doubtful(`${pass.repeated} rows stood on two pages: rows moved meanwhile`, agrees);
  const rest = pass.unusable > 0 ? `, ${pass.unusable} rows without an id` : '';
  return doubtful(`the server speaks of ${count} rows, ${pass.distinct} came${rest}`, agrees);
}

/** Two passes that brought the same rows will not be bettered by a third. */
function doubtful(reason: string, settled = false): Verdict {
  return { complete: false, reason, again: !settled };
}

function isClean(pass: Pass): boolean {
  // What came before the cursor is known by number only: the list must have stood still, there too.
  return pass.repeated === 0 && pass.countStoodStill() && (!pass.resumed || pass.steady);
}

function onlyGrew(pass: Pass): boolean {
  if (!pass.ascending || pass.repeated > 0 || pass.resumed) return false;
  return pass.distinct === pass.recordCount() && !pass.countStoodStill();
}

function unfinished(reason: string): SweepOutcome {
  return { complete: false, reason, distinct: 0, recordCount: null, pages: 0, ascending: false };
}
