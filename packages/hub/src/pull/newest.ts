import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { mergeContext } from './absorb.ts';
import { ColumnFacts, layoutOf } from './columns.ts';
import { complete } from './complete.ts';
import { forgetPages } from './listing.ts';
import { applyPages, type PageRules, type PageVerdicts, type PageWork, sortPage } from './page.ts';
import type { PullResult } from './pull.ts';
import { rulesFor } from './sweep.ts';
import { Tally } from './tally.ts';
import { hasRows, rowByRow } from './write-pages.ts';

const PAGE = 50;

/**
 * A light pull: newest customers first, until a page brings nothing new. It proves nothing about the others, so it never
 * counts as a complete sweep; where the ERP ignores the sort it sees the first page only.
 */
export async function pullNewest(context: RunContext): Promise<PullResult> {
  const startedAt = context.clock().getTime();
  const callsBefore = context.erp.log.calls;
  const facts = await ColumnFacts.load(context.store.db);
  const tally = new Tally();
  const seen = new Set<number>();
  context.progress.start('pull');
  const pages = context.erp.client.customers.list({}, { sort: '-ord', pageSize: PAGE, inFlight: 1 });
  for await (const page of pages) {
    const rules = rulesFor(facts, layoutOf(page));
    const work = await sortPage(context.store.db, page, rules);
    await context.turn.mustHold();
    const verdicts = await write(context, facts, { work, rules });
    tally.take([work], verdicts);
    for (const { ord } of page.rows) seen.add(ord);
    context.progress.advance(seen.size);
    if (work.newcomers.length === 0) break;
  }
  context.progress.finish('pull');
  const listed = tally.count('updated');
  const completed = await complete(context);
  for (const ord of completed.updated) if (seen.has(ord)) tally.completed(ord);
  return {
    total: seen.size,
    ...tally.parts(seen.size),
    filled: tally.count('updated') - listed,
    complete: false,
    scope: 'newest',
    calls: context.erp.log.calls - callsBefore,
    ms: context.clock().getTime() - startedAt,
    reason: `a light pull at ${now(context)} reads the newest customers only`,
    absent: { gone: 0, pool: 0, hidden: 0, unjudged: 0, asks: [] },
    withoutPhone: completed.withoutPhone,
    unreadable: completed.unreadable,
    detailsRead: completed.read,
  };
}

/** A page in one transaction; where that fails, row by row. */
async function write(
  context: RunContext,
  facts: ColumnFacts,
  page: { work: PageWork; rules: PageRules },
): Promise<PageVerdicts> {
  const keep = async (trx: Executor, verdicts: PageVerdicts) => {
    if (hasRows(page.work)) await forgetPages(trx);
    facts.contradicted(verdicts.contradicted);
    await facts.save(trx, now(context));
    return verdicts;
  };
  const { store, log } = context;
  try {
    return await store.transaction(async (trx) =>
      keep(trx, await applyPages(trx, mergeContext(context), [page])),
    );
  } catch (error) {
    if (!hasRows(page.work)) throw error;
    log.warn({ err: error }, 'the newest customers could not be taken over at once; taking them one by one');
    const verdicts = await rowByRow(context, page);
    return store.transaction((trx) => keep(trx, verdicts));
  }
}
