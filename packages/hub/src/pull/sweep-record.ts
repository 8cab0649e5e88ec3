import type { SweepCursor } from '@bangqiao/zhibang';
import type { CompiledQuery } from 'kysely';
import type { Executor } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { forgetPages } from './listing.ts';

// What a sweep leaves in the database for the next one: its row with the cursor, and the digests of its pages.

/** A sweep that a killed run left behind. */
export interface Unfinished {
  id: number;
  startedAt: string;
  cursor: SweepCursor;
}

/** An interrupted sweep is gone on with only while the list can hardly have changed. */
const RESUME_WITHIN_MS = 10 * 60_000;

export async function knownPages(db: Executor): Promise<Map<number, string>> {
  const rows = await db.selectFrom('erp_pages').selectAll().execute();
  return new Map(rows.map((row) => [row.page_index, row.digest]));
}

export async function unfinished(context: RunContext): Promise<Unfinished | null> {
  const row = await context.store.db
    .selectFrom('sweeps')
    .selectAll()
    .where('state', '=', 'running')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.next_page < 2) return null;
  if (context.clock().getTime() - Date.parse(row.started_at) > RESUME_WITHIN_MS) return null;
  return {
    id: row.id,
    startedAt: row.started_at,
    cursor: {
      nextPage: row.next_page,
      pageSize: row.page_size,
      seen: row.seen,
      lastOrd: row.last_ord,
      recordCount: row.record_count,
    },
  };
}

export async function newSweep(context: RunContext, at: string): Promise<number> {
  return context.store.transaction(async (trx) => {
    const abandoned = await trx
      .updateTable('sweeps')
      .set({ state: 'abandoned', ended_at: at })
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (Number(abandoned.numUpdatedRows) > 0) await forgetPages(trx);
    const row = await trx
      .insertInto('sweeps')
      .values({
        run_id: context.runId,
        started_at: at,
        state: 'running',
        page_size: context.settings.pageSize,
        next_page: 1,
        seen: 0,
        last_ord: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** In the transaction of its rows: a page that comes in the same letters next time has nothing to take over. */
export function digestQuery(trx: Executor, page_index: number, digest: string): CompiledQuery {
  return trx
    .insertInto('erp_pages')
    .values({ page_index, digest })
    .onConflict((conflict) => conflict.column('page_index').doUpdateSet({ digest }))
    .compile();
}

export function noDigestQuery(trx: Executor, page_index: number): CompiledQuery {
  return trx.deleteFrom('erp_pages').where('page_index', '=', page_index).compile();
}

/** Where the sweep is gone on with should it be killed. */
export function cursorQuery(trx: Executor, sweep: number, cursor: SweepCursor): CompiledQuery {
  return trx
    .updateTable('sweeps')
    .set({
      next_page: cursor.nextPage,
      page_size: cursor.pageSize,
      seen: cursor.seen,
      last_ord: cursor.lastOrd,
      record_count: cursor.recordCount,
    })
    .where('id', '=', sweep)
    .compile();
}

/** Counted by two small indexes: as many as the list showed means that none was missed. */
export async function presentCount(db: Executor): Promise<number> {
  const all = await db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const away = await db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('presence', '<>', 'present')
    .executeTakeFirstOrThrow();
  return Number(all.count) - Number(away.count);
}
