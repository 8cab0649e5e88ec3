export type Labels = Readonly<Record<string, string>>;

interface Told {
  name: string;
  /** One line, English, for whoever reads the page or builds a board. */
  help: string;
}

/** One value with its labels; `suffix` is what a histogram puts behind its name. */
export interface Sample {
  labels: Labels;
  value: number;
  suffix?: string;
}

/** What stands under one name on the page. */
export interface Family extends Told {
  type: 'counter' | 'gauge' | 'histogram';
  samples: readonly Sample[];
}

/** Different label values that one family keeps; beyond them everything counts as `other`, whatever is asked of us. */
const MOST_SERIES = 300;

/** Something that only grows, from the start of the process on. */
export class Counter {
  readonly #told: Told;
  readonly #values = new Map<string, { labels: Labels; value: number }>();

  constructor(name: string, help: string) {
    this.#told = { name, help };
  }

  add(labels: Labels, amount = 1): void {
    const series = seriesOf(this.#values, labels, () => ({ value: 0 }));
    series.value += amount;
  }

  family(): Family {
    return { ...this.#told, type: 'counter', samples: [...this.#values.values()] };
  }
}

/** How long something took, in seconds, sorted into buckets. */
export class Histogram {
  readonly #told: Told;
  readonly #bounds: readonly number[];
  readonly #values = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>();

  /** @param bounds upper bounds in seconds, ascending. */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.#told = { name, help };
    this.#bounds = bounds;
  }

  observe(labels: Labels, seconds: number): void {
    const fresh = () => ({ counts: this.#bounds.map(() => 0), sum: 0, count: 0 });
    const series = seriesOf(this.#values, labels, fresh);
    series.sum += seconds;
    series.count += 1;
    this.#bounds.forEach((bound, at) => {
      if (seconds <= bound) series.counts[at] = (series.counts[at] ?? 0) + 1;
    });
  }

  family(): Family {
    const samples = [...this.#values.values()].flatMap(({ labels, counts, sum, count }) => [
      ...this.#bounds.map((bound, at) => ({
        suffix: '_bucket',
        labels: { ...labels, le: String(bound) },
        value: counts[at] ?? 0,
      })),
      { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
      { suffix: '_sum', labels, value: sum },
      { suffix: '_count', labels, value: count },
    ]);
    return { ...this.#told, type: 'histogram', samples };
  }
}

function seriesOf<S extends object>(
  known: Map<string, S & { labels: Labels }>,
  labels: Labels,
  fresh: () => S,
): S & { labels: Labels } {
  const key = JSON.stringify(labels);
  const found = known.get(key);
  if (found) return found;
  const isFull = known.size >= MOST_SERIES && Object.keys(labels).length > 0;
  const kept = isFull ? Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])) : labels;
  const keptKey = isFull ? JSON.stringify(kept) : key;
  const series = known.get(keptKey) ?? { ...fresh(), labels: kept };
  known.set(keptKey, series);
  return series;
}

/** A value that is read when it is asked for. */
export function gauge(name: string, help: string, samples: readonly Sample[] | number): Family {
  const list = typeof samples === 'number' ? [{ labels: {}, value: samples }] : samples;
  return { name, help, type: 'gauge', samples: list };
}

export const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** Prometheus' text format, version 0.0.4. Families without a value keep their head, so that a board finds every name. */
export function prometheusText(families: readonly Family[]): string {
  return families.map(familyText).join('');
}

function familyText({ name, help, type, samples }: Family): string {
  const lines = samples.map(
    ({ suffix = '', labels, value }) => `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`,
  );
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return Number.isNaN(value) ? 'NaN' : String(value);
}
