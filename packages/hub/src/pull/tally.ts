import type { PageVerdicts, PageWork } from './page.ts';

type Verdict = 'created' | 'updated' | 'failed';

/**
 * What a pull made of each record, one verdict per `ord` however often the list shows it: who was created stays that, and
 * whoever was taken over at last did not fail. Records without news stand in none.
 */
export class Tally {
  readonly #verdicts = new Map<number, Verdict>();

  /** Pages were written, or what of them could be. */
  take(works: readonly PageWork[], { created, updated, failed }: PageVerdicts): void {
    for (const { newcomers, changed } of works) {
      for (const { ord } of newcomers) this.#arrived(ord);
      for (const { row } of changed) this.#arrived(row.ord);
    }
    for (const ord of created) this.#verdicts.set(ord, 'created');
    for (const ord of updated) if (!this.#verdicts.has(ord)) this.#verdicts.set(ord, 'updated');
    for (const { ord } of failed) if (!this.#verdicts.has(ord)) this.#verdicts.set(ord, 'failed');
  }

  /** Its detail told something new. */
  completed(ord: number): void {
    if (!this.#verdicts.has(ord)) this.#verdicts.set(ord, 'updated');
  }

  count(wanted: Verdict): number {
    let count = 0;
    for (const verdict of this.#verdicts.values()) if (verdict === wanted) count += 1;
    return count;
  }

  /** Of so many records that were shown: each in one part. */
  parts(total: number): { created: number; updated: number; unchanged: number; failed: number } {
    const [created, updated, failed] = [this.count('created'), this.count('updated'), this.count('failed')];
    return { created, updated, unchanged: total - this.#verdicts.size, failed };
  }

  #arrived(ord: number): void {
    if (this.#verdicts.get(ord) === 'failed') this.#verdicts.delete(ord);
  }
}
