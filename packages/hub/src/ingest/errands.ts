import { sql } from 'kysely';
import type { ErrandRow, Executor } from '../store/index.ts';

export type ErrandKind = ErrandRow['kind'];

export interface Errand {
  kind: ErrandKind;
  /** Whom or what it is about: one open errand each. */
  subject: string;
  detail: Record<string, string>;
}

/** Asks that something be fetched from WeCom, in the transaction of what asks for it. Asked for twice, it is fetched once more after. */
export async function askErrand(trx: Executor, errand: Errand, at: string): Promise<void> {
  const detail = JSON.stringify(errand.detail);
  await trx
    .insertInto('ingest_errands')
    .values({
      kind: errand.kind,
      subject: errand.subject,
      detail,
      times: 1,
      asked_at: at,
      retry_at: null,
      problem: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject']).doUpdateSet({
        detail,
        times: sql<number>`ingest_errands.times + 1`,
        retry_at: null,
      }),
    )
    .execute();
}

/** Errands of these kinds that are due, who asked first goes first. */
export async function dueErrands(
  db: Executor,
  kinds: readonly ErrandKind[],
  now: string,
  limit: number,
): Promise<ErrandRow[]> {
  const rows = await db
    .selectFrom('ingest_errands')
    .selectAll()
    .where('kind', 'in', kinds)
    .where((where) => where.or([where('retry_at', 'is', null), where('retry_at', '<=', now)]))
    .orderBy('asked_at')
    .limit(limit)
    .execute();
  return rows as unknown as ErrandRow[];
}

/** It is done as far as it was asked for when it was read; asked for again meanwhile, it stays. */
export async function endErrand(
  trx: Executor,
  errand: Pick<ErrandRow, 'kind' | 'subject' | 'times'>,
): Promise<void> {
  await trx
    .deleteFrom('ingest_errands')
    .where('kind', '=', errand.kind)
    .where('subject', '=', errand.subject)
    .where('times', '=', errand.times)
    .execute();
}

/** It failed, and is due again at `retryAt`. */
export async function postponeErrand(
  trx: Executor,
  errand: Pick<ErrandRow, 'kind' | 'subject' | 'tries'>,
  retryAt: string,
  problem: string,
): Promise<void> {
  await trx
    .updateTable('ingest_errands')
    .set({ tries: Number(errand.tries) + 1, retry_at: retryAt, problem })
    .where('kind', '=', errand.kind)
    .where('subject', '=', errand.subject)
    .execute();
}
