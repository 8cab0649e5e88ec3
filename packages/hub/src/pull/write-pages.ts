import type { Bill, ListPage } from '@bangqiao/zhibang';
import { type Executor, runInOneGo } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { mergeContext } from './absorb.ts';
import { takeDetail } from './detail.ts';
import { applyPages, type PageRules, type PageVerdicts, type PageWork } from './page.ts';
import type { Course } from './sweep.ts';
import { cursorQuery, digestQuery, noDigestQuery } from './sweep-record.ts';

/** A page of the list as the sweep took it, ready to be written. */
export interface Taken {
  page: Pick<ListPage, 'index' | 'cursor' | 'recordCount'>;
  /** To be kept when all rows are in; null when the page came as it was. */
  digest: string | null;
  work: PageWork;
  /** Details of some of its rows, read to judge its columns. */
  bills: readonly Bill[];
  rules: PageRules;
  /** Rows seen so far, this page's among them. */
  seen: number;
}

/** Of pages without news every so manieth moves the cursor: a killed sweep reads the few before it again, for nothing. */
const QUIET_PAGES = 16;

/**
 * One transaction for pages and the cursor behind them. Where it fails each page has its own; where that fails a row that
 * cannot be taken over is set aside, and the others go in.
 */
export async function writePages(course: Course, taken: readonly Taken[]): Promise<void> {
  if (taken.some(hasNews)) {
    const verdicts = await writeTogether(course, taken);
    course.result.tally.take(
      taken.map(({ work }) => work),
      verdicts,
    );
  }
  const last = taken.at(-1);
  if (last) course.context.progress.advance(last.seen, last.page.recordCount ?? undefined);
}

function hasNews({ digest, work, page }: Taken): boolean {
  return digest !== null || hasRows(work) || page.index % QUIET_PAGES === 0 || page.index === 1;
}

export function hasRows({ newcomers, changed }: PageWork): boolean {
  return newcomers.length > 0 || changed.length > 0;
}

async function writeTogether(course: Course, taken: readonly Taken[]): Promise<PageVerdicts> {
  const { store, log } = course.context;
  try {
    return await store.transaction(async (trx) => {
      const done = await applyPages(trx, mergeContext(course.context), taken);
      done.updated.push(...(await takeSampled(trx, course, taken)));
      course.facts.contradicted(done.contradicted);
      await keepPlace(trx, course, taken);
      return done;
    });
  } catch (error) {
    if (!taken.some(({ work }) => hasRows(work))) throw error;
    const pages = taken.map(({ page }) => page.index);
    log.warn({ err: error, pages }, 'pages could not be taken over at once; taking them in smaller parts');
    return await writeApart(course, taken);
  }
}

/** A detail that is there anyway need not be read again: of a short list all are, and nothing is left to come by and by. */
async function takeSampled(trx: Executor, course: Course, taken: readonly Taken[]): Promise<number[]> {
  const bills = new Map(taken.flatMap((one) => one.bills.map((bill) => [bill.ord, bill] as const)));
  if (bills.size === 0) return [];
  const wanted = await trx
    .selectFrom('erp_mirror')
    .select('ord')
    .where('needs_detail', 'is not', null)
    .where('ord', 'in', [...bills.keys()])
    .execute();
  const changed: number[] = [];
  for (const { ord } of wanted) {
    const { changed: isNew } = await takeDetail(trx, mergeContext(course.context), bills.get(ord)!);
    if (isNew) changed.push(ord);
  }
  return changed;
}

async function writeApart(course: Course, taken: readonly Taken[]): Promise<PageVerdicts> {
  const all: PageVerdicts = { created: [], updated: [], failed: [], contradicted: [] };
  const [only] = taken;
  if (taken.length === 1 && only) {
    add(all, await rowByRow(course.context, only));
    course.facts.contradicted(all.contradicted);
    await course.context.store.transaction((trx) => keepPlace(trx, course, taken, false));
    return all;
  }
  for (const one of taken) add(all, await writeTogether(course, [one]));
  return all;
}

/** Each row in a transaction of its own: one that cannot be taken over is set aside, and the others go in. */
export async function rowByRow(
  context: RunContext,
  { work, rules }: Pick<Taken, 'work' | 'rules'>,
): Promise<PageVerdicts> {
  const { store, log } = context;
  const all: PageVerdicts = { created: [], updated: [], failed: [], contradicted: [] };
  const rows: [number, PageWork][] = [
    ...work.newcomers.map((one): [number, PageWork] => [one.ord, { newcomers: [one], changed: [] }]),
    ...work.changed.map((one): [number, PageWork] => [one.row.ord, { newcomers: [], changed: [one] }]),
  ];
  for (const [ord, row] of rows) {
    try {
      const merge = mergeContext(context);
      add(all, await store.transaction((trx) => applyPages(trx, merge, [{ work: row, rules }])));
    } catch (error) {
      log.error({ ord, err: error }, 'a customer of the ERP could not be taken over');
      all.failed.push({ ord, error });
    }
  }
  return all;
}

function add(all: PageVerdicts, some: PageVerdicts): void {
  all.created.push(...some.created);
  all.updated.push(...some.updated);
  all.failed.push(...some.failed);
  all.contradicted.push(...some.contradicted);
}

/**
 * Pages that came again, and later passes, leave the cursor where it is. A page whose rows are not all in is looked at afresh next
 * time, also where it comes as it came before this one. @param isWhole all rows of these pages are in
 */
async function keepPlace(
  trx: Executor,
  course: Course,
  taken: readonly Taken[],
  isWhole = true,
): Promise<void> {
  await course.facts.save(trx, now(course.context));
  const queries = taken.flatMap(({ page, digest }) => {
    if (digest === null) return [];
    return [isWhole ? digestQuery(trx, page.index, digest) : noDigestQuery(trx, page.index)];
  });
  const cursor = taken.findLast(({ page }) => page.cursor !== null)?.page.cursor;
  if (cursor) queries.push(cursorQuery(trx, course.result.id, cursor));
  await runInOneGo(trx, queries);
}
