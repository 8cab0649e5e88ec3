import { lazy, Suspense } from 'react';
import { Reading } from './state.tsx';

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

export interface ChartData {
  /** What stands along the bottom. */
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
  kind: 'bars' | 'stacked' | 'lines';
  /** Written behind each value: `%`, `ms`. */
  unit?: string;
}

/** A picture of numbers; `summary` says the same in a sentence, for everybody and for readers of the screen. */
export function Chart({ title, summary, data }: { title: string; summary: string; data: ChartData }) {
  return (
    <section className="card">
      <h3>{title}</h3>
      <p className="muted small">{summary}</p>
      <div className="chart" role="img" aria-label={`${title}. ${summary}`}>
        <Suspense fallback={<Reading />}>
          <Drawing data={data} />
        </Suspense>
      </div>
    </section>
  );
}
