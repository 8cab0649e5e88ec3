import { sql } from 'kysely';
import type { Executor } from '../store/index.ts';

/**
 * The mirror of a record was brought up to date without the list (from its detail, by our own write, by a verdict on its
 * absence): the row and the page that the list showed last prove nothing any more, though they come in the same letters.
 */
export async function forgetListing(trx: Executor, ord: number): Promise<void> {
  await trx.updateTable('erp_mirror').set({ fingerprint: null }).where('ord', '=', ord).execute();
  await forgetPages(trx);
}

const OUTDATED = '!';

/**
 * The detail says otherwise than the row that the list showed last, whose fingerprint stays as a mark: coming in those very
 * letters again, the row contradicts the detail.
 */
export async function outdateListing(trx: Executor, ord: number): Promise<void> {
  await trx
    .updateTable('erp_mirror')
    .set({ fingerprint: sql<string>`${OUTDATED} || fingerprint` })
    .where('ord', '=', ord)
    .where('fingerprint', 'not like', `${OUTDATED}%`)
    .execute();
  await forgetPages(trx);
}

/** Whether the mirror was brought up to date since the list showed the row. */
export function isOutdated(fingerprint: string | null): boolean {
  return fingerprint === null || fingerprint.startsWith(OUTDATED);
}

/** Whether the row comes as it came before its detail said otherwise. */
export function isAsOutdated(fingerprint: string | null, now: string): boolean {
  return fingerprint === `${OUTDATED}${now}`;
}

/** Rows were taken over out of the order of a full sweep: only their own fingerprints hold. */
export async function forgetPages(trx: Executor): Promise<void> {
  await trx.deleteFrom('erp_pages').execute();
}
