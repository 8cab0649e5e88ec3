import { Counts } from './counts.ts';
import { type Family, gauge, prometheusText } from './families.ts';
import { ProcessWatch } from './process.ts';
import { StateReader, type StateSource } from './state.ts';

/** All that `/metrics` shows of this process and its database. */
export class Metrics {
  readonly counts = new Counts();
  readonly #process = new ProcessWatch();
  readonly #state = new StateReader();
  #source: StateSource | null = null;

  /** The database is open; null: it is not any more. */
  reads(source: StateSource | null): void {
    this.#source = source;
  }

  /** In Prometheus' text format. While the database does not answer, what the process itself knows is still told. */
  async page(): Promise<string> {
    const read = this.#source === null ? null : await this.#state.families(this.#source).catch(() => null);
    const families: Family[] = [
      gauge('bangqiao_up', '1 while the database answers.', read === null ? 0 : 1),
      ...this.counts.families(),
      ...(read ?? []),
      ...this.#process.families(),
    ];
    return prometheusText(families);
  }

  stop(): void {
    this.#process.stop();
  }
}
