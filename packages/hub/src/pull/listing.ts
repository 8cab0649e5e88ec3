import type { Executor } from '../store/index.ts';

/**
 * The mirror of a record was brought up to date without the list (from its detail, by our own write, by a verdict on its
 * absence): the row and the page that the list showed last prove nothing any more, though they come in the same letters.
 */
export async function forgetListing(trx: Executor, ord: number): Promise<void> {
  await trx.updateTable('erp_mirror').set({ fingerprint: null }).where('ord', '=', ord).execute();
  await forgetPages(trx);
}

/** Rows were taken over out of the order of a full sweep: only their own fingerprints hold. */
export async function forgetPages(trx: Executor): Promise<void> {
  await trx.deleteFrom('erp_pages').execute();
}
