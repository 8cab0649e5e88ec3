import { hash } from 'node:crypto';
import { type Bill, type ListPage, type Sweep, type SweepCursor, ZhibangError } from '@bangqiao/zhibang';
import { checkFingerprint } from '../erp/binding.ts';
import { openRecord } from '../erp/open-record.ts';
import { stopsRun } from '../erp/stopping.ts';
import { anybodyErased } from '../privacy/marks.ts';
import { now, type RunContext } from '../sync/context.ts';
import { ColumnFacts, cellText, type Layout, layoutOf, recordOfBill } from './columns.ts';
import { readyNewcomers } from './newcomers.ts';
import { type PageRules, sortPage } from './page.ts';
import { PageWriter } from './page-writer.ts';
import { knownPages, newSweep, presentCount, type Unfinished, unfinished } from './sweep-record.ts';
import { Tally } from './tally.ts';
import { type Taken, writePages } from './write-pages.ts';

/** A sweep as it ended: what became of every row, and whether every row was seen. */
export interface SweepResult {
  id: number;
  complete: boolean;
  reason: string | null;
  total: number;
  tally: Tally;
  /** The mirror holds them and this sweep did not show them: candidates, not verdicts. */
  missed: number[];
  /** Whether the list showed this customer. */
  shows(ord: number): boolean;
}

/** A sweep under way. */
export interface Course {
  context: RunContext;
  facts: ColumnFacts;
  /** Pages of the last sweep by number. */
  digests: Map<number, string>;
  /** The highest page so far. */
  lastPage: number;
  result: SweepResult;
  resumed: Unfinished | null;
  /** Where the list is gone on with; null: from its beginning. */
  cursor: SweepCursor | null;
  startedAt: string;
  seen: Set<number>;
}

const SAMPLES_PER_COLUMN = 4;

/** Reads the whole customer list and takes over what is new or changed. What commits, commits with its cursor. */
export async function sweep(context: RunContext): Promise<SweepResult> {
  const course = await begin(context);
  for (;;) {
    const pages = context.erp.client.customers.list(
      {},
      {
        pageSize: context.settings.pageSize,
        ...(course.cursor ? { resume: course.cursor } : {}),
        ...(context.signal ? { signal: context.signal } : {}),
      },
    );
    const isDone = await walk(course, pages);
    if (isDone) return finish(course, pages);
    if (!(await context.turn.breathe())) return breakOff(course);
    // Whoever went first may have written: pages are compared with what is known now.
    course.digests = await knownPages(context.store.db);
  }
}

/** False: it stopped at the border of a page because somebody in a hurry waits; pages read ahead are forgotten. */
async function walk(course: Course, pages: Sweep): Promise<boolean> {
  const { turn } = course.context;
  const writer = new PageWriter<Taken>(async (taken) => {
    await turn.mustHold();
    await writePages(course, taken);
  });
  let isDone = true;
  try {
    for await (const page of pages) {
      if (mustWait(course, page)) await writer.settled();
      if (page.index === 1) await onFirstPage(course, page);
      await writer.take(await takePage(course, page));
      course.cursor = page.cursor ?? course.cursor;
      isDone = !(await turn.isWanted());
      if (!isDone) break;
    }
    await writer.settled();
  } finally {
    await writer.settled().catch(() => {});
  }
  return isDone;
}

/** Rows that come again can be sorted, and columns that are still sampled be judged, only after the page before is in. */
function mustWait({ facts, seen }: Course, page: ListPage): boolean {
  return (
    page.index === 1 || facts.open(layoutOf(page)).length > 0 || page.rows.some(({ ord }) => seen.has(ord))
  );
}

async function begin(context: RunContext): Promise<Course> {
  const resumed = await unfinished(context);
  const startedAt = now(context);
  const id = resumed?.id ?? (await newSweep(context, startedAt));
  const seen = new Set<number>();
  const course: Course = {
    context,
    facts: await ColumnFacts.load(context.store.db),
    digests: await knownPages(context.store.db),
    lastPage: 0,
    resumed,
    cursor: resumed?.cursor ?? null,
    startedAt: resumed?.startedAt ?? startedAt,
    seen,
    result: {
      id,
      complete: false,
      reason: null,
      total: 0,
      tally: new Tally(),
      missed: [],
      shows: (ord) => seen.has(ord) || ord <= (course.resumed?.cursor.lastOrd ?? 0),
    },
  };
  return course;
}

/** Null when it is not there, or out of this account's sight. */
async function nameOfRecord({ erp }: RunContext, ord: number): Promise<string | null> {
  try {
    return (await openRecord(erp, ord))?.fields.name ?? null;
  } catch (error) {
    if (error instanceof ZhibangError && error.code === 'no_permission') return null;
    throw error;
  }
}

/** The first page tells which ERP this is; another one than the database is bound to is refused before any write. */
async function onFirstPage(course: Course, page: ListPage): Promise<void> {
  const { context } = course;
  // The list had moved since it was interrupted, and is read from its beginning.
  if (course.resumed !== null) course.digests = new Map();
  course.resumed = null;
  const nameAt = page.columns.findIndex((id) => id.toLowerCase() === 'name');
  await checkFingerprint(context.store, context.erp.identity, now(context), page, {
    nameOf: (row) => (nameAt < 0 ? undefined : cellText(row, nameAt)),
    readName: (ord) => nameOfRecord(context, ord),
  });
}

async function takePage(course: Course, page: ListPage): Promise<Taken> {
  course.lastPage = Math.max(course.lastPage, page.index);
  const bills = await sample(course, page);
  const rules = rulesFor(course.facts, layoutOf(page));
  const { index, cursor, recordCount } = page;
  const place = { index, cursor, recordCount };
  const digest = page.digest === null ? null : `${rules.salt}${page.digest}`;
  if (digest !== null && course.digests.get(page.index) === digest) {
    for (const row of page.rows) course.seen.add(row.ord);
    return {
      page: place,
      digest: null,
      work: { newcomers: [], changed: [] },
      bills,
      rules,
      seen: course.seen.size,
    };
  }
  // Later passes compare it with what this one took over.
  course.digests.delete(page.index);
  const work = await sortPage(course.context.store.db, page, rules);
  work.ready = await readyNewcomers(work.newcomers, course.context.erp.options);
  for (const row of page.rows) course.seen.add(row.ord);
  return { page: place, digest, work, bills, rules, seen: course.seen.size };
}

export function rulesFor(facts: ColumnFacts, layout: Layout): PageRules {
  const { trusted } = facts;
  const salt = hash('sha1', [...trusted].sort().join(), 'base64').slice(0, 6);
  return { layout, trusted, salt };
}

/** Reads a few details where they settle what a column is worth; the longest cells first, for they show shortening. */
async function sample({ context, facts }: Course, page: ListPage): Promise<Bill[]> {
  const layout = layoutOf(page);
  const open = new Set(facts.open(layout));
  if (open.size === 0) return [];
  const picks = new Map<number, ListPage['rows'][number]>();
  for (const { column, at } of layout.columns) {
    if (!open.has(column)) continue;
    const filled = page.rows
      .filter((row) => cellText(row, at) !== '')
      .sort((a, b) => cellText(b, at).length - cellText(a, at).length);
    for (const row of filled.slice(0, SAMPLES_PER_COLUMN)) picks.set(row.ord, row);
  }
  const bills = await Promise.all(
    [...picks.values()].map(async (row) => {
      const bill = await openRecord(context.erp, row.ord).catch((error: unknown) => {
        if (stopsRun(error)) throw error;
        return null;
      });
      if (bill === null) return [];
      facts.compare(row, layout, recordOfBill(bill), context.erp.options);
      return [bill];
    }),
  );
  return bills.flat();
}

/** The sweep stays open, with its cursor; the next run goes on with it, or begins anew when the list had time to change. */
function breakOff({ result, seen }: Course): SweepResult {
  result.total = seen.size;
  result.reason = 'it was broken off at the border of a page';
  return result;
}

async function finish(course: Course, pages: Sweep): Promise<SweepResult> {
  const { context, result } = course;
  const outcome = pages.outcome();
  result.complete = outcome.complete;
  result.reason = outcome.reason;
  result.total = outcome.distinct;
  result.missed = await missed(course);
  await context.store.transaction(async (trx) => {
    await course.facts.save(trx, now(context));
    await trx.deleteFrom('erp_pages').where('page_index', '>', course.lastPage).execute();
    await trx
      .updateTable('sweeps')
      .set({
        state: outcome.complete ? 'complete' : 'incomplete',
        reason: outcome.reason,
        ended_at: now(context),
      })
      .where('id', '=', result.id)
      .execute();
  });
  return result;
}

/** A sweep that went on from a cursor says nothing about the customers before it; the next one will. */
async function missed(course: Course): Promise<number[]> {
  const { db } = course.context.store;
  const allIn = course.resumed === null && course.result.tally.count('failed') === 0;
  // Who was erased is seen, and not in the mirror: the numbers tell nothing then.
  const countTells = allIn && !(await anybodyErased(db));
  if (countTells && (await presentCount(db)) === course.seen.size) return [];
  const rows = await db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('presence', '=', 'present')
    .where('first_seen_at', '<', course.startedAt)
    .where('ord', '>', course.resumed?.cursor.lastOrd ?? 0)
    .execute();
  return rows.map((row) => row.ord).filter((ord) => !course.seen.has(ord));
}
