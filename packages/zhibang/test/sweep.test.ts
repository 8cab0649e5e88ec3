import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListSweep } from '../src/sweep.ts';
import type { Table } from '../src/table.ts';
import type { ListOptions, SweepCursor } from '../src/types.ts';
import { drain } from './support/client.ts';

interface ModelOptions {
  counts?: boolean;
  /** Rows a page holds at most, whatever is asked for. */
  clamp?: number;
  /** Past the end the last page comes again. */
  repeatLast?: boolean;
  /** Called before the n-th page is read (from 1); may change `rows`; a number is the page size of this answer. */
  before?: (n: number, rows: number[]) => unknown;
}

/** A list whose rows change between the reading of its pages. */
function model(
  rows: number[],
  { counts = true, clamp = 1000, repeatLast = false, before }: ModelOptions = {},
) {
  const asked: number[] = [];
  const read = async (index: number, asksFor: number): Promise<Table> => {
    asked.push(index);
    const said = before?.(asked.length, rows);
    const size = typeof said === 'number' ? said : Math.min(asksFor, clamp);
    const last = Math.max(1, Math.ceil(rows.length / size));
    const at = repeatLast ? Math.min(index, last) : index;
    const ords = rows.slice((at - 1) * size, at * size);
    const recordCount = counts ? rows.length : null;
    return {
      columns: ['ord'],
      captions: ['ID'],
      rows: ords.map((ord) => ({ ord, values: [ord] })),
      unusable: 0,
      recordCount,
      pageCount: null,
      digest: null,
    };
  };
  return { read, asked, rows };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function sweepOf(list: ReturnType<typeof model>, options: ListOptions = {}) {
  return drain(new ListSweep(list.read, { pageSize: 10, inFlight: 1, ...options }, 4));
}

test('a list that stands still is complete after one pass, its pages in order however many are under way', async () => {
  for (const inFlight of [1, 3, 8]) {
    const list = model(upTo(95));
    const { pages, outcome } = await sweepOf(list, { inFlight });
    expect(pages.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(outcome).toEqual({
      complete: true,
      reason: null,
      distinct: 95,
      recordCount: 95,
      pages: 10,
      ascending: true,
    });
  }
});

test('never more than inFlight pages are under way', async () => {
  let underWay = 0;
  let most = 0;
  const list = model(upTo(300));
  const read = async (index: number, size: number) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    return list.read(index, size);
  };
  await drain(new ListSweep(read, { pageSize: 10, inFlight: 3 }, 4));
  expect(most).toBe(3);
});

test('a silently clamped page size is seen from page 1', async () => {
  const { outcome } = await sweepOf(model(upTo(95), { clamp: 7 }), { pageSize: 50 });
  expect(outcome).toMatchObject({ complete: true, distinct: 95, pages: 14 });
});

test('a single page that was cut on the way is read again', async () => {
  const before = (n: number) => (n === 4 ? 5 : undefined);
  const { ords, outcome } = await sweepOf(model(upTo(95), { before }));
  expect(outcome).toMatchObject({ complete: true, pages: 11 });
  expect(ords.size).toBe(95);
});

test('a server that leaves rows out of every page by habit costs three extra readings a pass, and is never complete', async () => {
  const list = model(upTo(100));
  const read = async (index: number, size: number) => {
    const table = await list.read(index, size);
    return index === 1 ? table : { ...table, rows: table.rows.slice(1) };
  };
  const { outcome } = await drain(new ListSweep(read, { pageSize: 10, inFlight: 1 }, 4));
  expect(outcome).toMatchObject({ complete: false, distinct: 91, pages: 26 });
  expect(outcome.reason).toContain('100 rows, 91 came');
});

test('without counts a sweep ends at an empty or a repeated page and takes two passes that agree', async () => {
  for (const repeatLast of [false, true]) {
    const list = model(upTo(30), { counts: false, repeatLast });
    const { ords, outcome } = await sweepOf(list);
    expect(outcome).toMatchObject({ complete: true, distinct: 30, recordCount: null });
    expect(ords.size).toBe(30);
    expect(list.asked).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
  }
});

test('without counts three passes that all differ prove nothing', async () => {
  const before = (_n: number, rows: number[]) => void rows.push(rows.length + 1);
  const { outcome } = await sweepOf(model(upTo(30), { counts: false, before }));
  expect(outcome.complete).toBe(false);
  expect(outcome.reason).toContain('no two passes in a row');
});

test('an empty list is complete', async () => {
  expect((await sweepOf(model([]))).outcome).toMatchObject({ complete: true, distinct: 0 });
  expect((await sweepOf(model([], { counts: false }))).outcome).toMatchObject({
    complete: true,
    distinct: 0,
  });
});

test('rows added at the end cost a look at the pages around, not another pass', async () => {
  const before = (n: number, rows: number[]) => void (n === 20 && rows.push(1000));
  const list = model(upTo(395), { before });
  const { ords, outcome } = await sweepOf(list, { inFlight: 2 });
  expect(outcome).toMatchObject({ complete: true, distinct: 396, recordCount: 396 });
  expect(ords.has(1000)).toBe(true);
  expect(outcome.pages).toBeLessThan(50);
});

test('a row deleted behind the reader is caught: the skipped row comes in the next pass', async () => {
  const before = (n: number, rows: number[]) => void (n === 5 && rows.splice(2, 1));
  const { ords, outcome, pages } = await sweepOf(model(upTo(100), { before }));
  expect(outcome).toMatchObject({ complete: true, distinct: 99, recordCount: 99 });
  expect(upTo(100).filter((ord) => !ords.has(ord))).toEqual([]);
  expect(pages.at(-1)?.pass).toBe(2);
});

test('a deletion and an insertion between two pages do not pass for a list that stood still', async () => {
  const before = (n: number, rows: number[]) => {
    if (n === 4) rows.splice(2, 1);
    if (n === 5) rows.push(500);
  };
  const { ords, outcome } = await sweepOf(model(upTo(100), { before }));
  expect(outcome.complete).toBe(true);
  expect(ords.has(31)).toBe(true);
});

test('rows that move all the time leave the sweep incomplete after three passes, with the reason', async () => {
  const before = (n: number, rows: number[]) => void (n % 3 === 0 && rows.splice(0, 1));
  const { outcome, pages } = await sweepOf(model(upTo(200), { before }));
  expect(outcome.complete).toBe(false);
  expect(outcome.reason).toMatch(/rows/);
  expect(pages.at(-1)?.pass).toBe(3);
});

test('a server that ignores the sort is told, and a standing list is complete all the same', async () => {
  const { outcome } = await sweepOf(model(upTo(50).reverse()));
  expect(outcome).toMatchObject({ complete: true, ascending: false });
});

test('a sweep goes on from a committed cursor and reads the page before it again', async () => {
  const list = model(upTo(95));
  const cursor = (await sweepOf(list)).pages[3]?.cursor;
  expect(cursor).toEqual({ nextPage: 5, pageSize: 10, seen: 40, lastOrd: 40, recordCount: 95 });
  list.asked.length = 0;
  const { outcome } = await sweepOf(list, { resume: cursor as SweepCursor });
  expect(list.asked).toEqual([4, 5, 6, 7, 8, 9, 10]);
  expect(outcome).toMatchObject({ complete: true, distinct: 95 });
});

test('a sweep whose rows moved while nobody looked starts again', async () => {
  const list = model(upTo(95));
  const cursor = (await sweepOf(list)).pages[3]!.cursor!;
  list.rows.splice(7, 1);
  list.asked.length = 0;
  const { outcome, ords, pages } = await sweepOf(list, { resume: cursor });
  expect(pages.map((page) => page.cursor?.nextPage)).toEqual([undefined, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(list.asked).toEqual([4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(outcome).toMatchObject({ complete: true, distinct: 94 });
  expect(ords.size).toBe(94);
});

test('a cursor at the very end needs only the last page', async () => {
  const list = model(upTo(95));
  const cursor = (await sweepOf(list)).pages.at(-1)!.cursor!;
  list.asked.length = 0;
  expect((await sweepOf(list, { resume: cursor })).outcome).toMatchObject({ complete: true, distinct: 95 });
  expect(list.asked).toEqual([10]);
});

test('a reader who stops early gets no claim of completeness', async () => {
  const list = model(upTo(95));
  const sweep = new ListSweep(list.read, { pageSize: 10 }, 4);
  for await (const page of sweep) if (page.index === 2) break;
  expect(sweep.outcome()).toMatchObject({
    complete: false,
    reason: 'the reading was stopped before the end',
  });
});

test('a page that cannot be read ends the sweep with its error and without a claim', async () => {
  const list = model(upTo(95));
  const read = async (index: number, size: number) => {
    if (index === 3) throw new Error('broken');
    return list.read(index, size);
  };
  const sweep = new ListSweep(read, { pageSize: 10 }, 4);
  await expect(drain(sweep)).rejects.toThrow('broken');
  expect(sweep.outcome().complete).toBe(false);
});

const change = fc.record({ at: fc.nat(25), remove: fc.boolean(), which: fc.nat(200) });

test('whatever one change does between two pages, a complete sweep has seen every row that stood there throughout', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 90 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 4 }),
      change,
      async (count, counts, inFlight, { at, remove, which }) => {
        const gone = new Set<number>();
        const before = (n: number, rows: number[]) => {
          if (n !== at) return;
          if (remove && rows.length > 0) for (const ord of rows.splice(which % rows.length, 1)) gone.add(ord);
          else rows.push(1000 + n);
        };
        const list = model(upTo(count), { counts, before });
        const { ords, outcome } = await sweepOf(list, { inFlight });
        if (!outcome.complete) return;
        for (const ord of upTo(count)) if (!gone.has(ord)) expect(ords.has(ord)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('killed after any page and resumed, a sweep still sees every row and says so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 90 }),
      fc.nat(9),
      fc.boolean(),
      async (count, killAfter, counts) => {
        const list = model(upTo(count), { counts });
        const seen = new Set<number>();
        let resume: SweepCursor | undefined;
        for await (const page of new ListSweep(list.read, { pageSize: 10, inFlight: 2 }, 4)) {
          for (const row of page.rows) seen.add(row.ord);
          if (page.cursor) resume = page.cursor;
          if (page.index > killAfter) break;
        }
        const { ords, outcome } = await sweepOf(list, { resume });
        for (const ord of ords) seen.add(ord);
        expect(seen.size).toBe(count);
        expect(outcome).toMatchObject({ complete: true, distinct: count });
      },
    ),
    { numRuns: 200 },
  );
});

test('a sweep that goes on where the list had moved reads it all once more', async () => {
  const list = model(upTo(25), { before: (n) => (n === 1 ? 4 : 10) });
  const cursor = (await sweepOf(list)).pages[1]!.cursor!;
  expect(cursor).toMatchObject({ nextPage: 3, lastOrd: 20, recordCount: null });
  const { ords, outcome } = await sweepOf(list, { resume: cursor });
  expect(ords.size).toBe(25);
  expect(outcome.complete).toBe(true);
});

test('whatever moves, wherever a page comes short and whenever it is killed: complete is said with every row seen', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 90 }),
      fc.boolean(),
      fc.array(fc.constantFrom(10, 10, 10, 5), { maxLength: 20 }),
      fc.uniqueArray(change, { maxLength: 2, selector: ({ at }) => at }),
      fc.nat(9),
      fc.integer({ min: 1, max: 3 }),
      async (count, counts, sizes, changes, killAfter, inFlight) => {
        const list = model(upTo(count), {
          counts,
          before: (n, rows) => {
            for (const { at, remove, which } of changes) {
              if (n !== at) continue;
              if (remove) rows.splice(which % Math.max(1, rows.length), 1);
              else rows.push(1000 + n);
            }
            // Nothing tells a short page of a list without counts from its end.
            return counts ? (sizes[n - 2] ?? 10) : 10;
          },
        });
        const seen = new Set<number>();
        let resume: SweepCursor | undefined;
        for await (const page of new ListSweep(list.read, { pageSize: 10, inFlight }, 4)) {
          for (const row of page.rows) seen.add(row.ord);
          resume = page.cursor ?? resume;
          if (page.index > killAfter) break;
        }
        const { ords, outcome } = await sweepOf(list, { resume, inFlight });
        if (!outcome.complete) return;
        for (const ord of ords) seen.add(ord);
        expect(list.rows.filter((ord) => ord <= count && !seen.has(ord))).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});
