import { useAsk } from '../../api/queries.ts';
import { useRuleNames } from '../../api/rule-names.ts';
import type { AnswerOf, Overview } from '../../api/types.ts';
import { Chart, type ChartData } from '../../parts/chart.tsx';
import { useLanguage } from '../../parts/language.tsx';
import { Loaded } from '../../parts/state.tsx';
import { overviewWords as w } from '../../words/overview.ts';

type ChartsData = AnswerOf<'overview.charts'>;

/** Drawn again only when their numbers are older than this. */
const REFRESH_MS = 300_000;

export function Charts({ overview }: { overview: Overview }) {
  const { say } = useLanguage();
  const charts = useAsk('overview.charts', {}, { every: REFRESH_MS });
  const { quality, customers } = overview;
  return (
    <section className="charts" aria-label={say(w.charts)}>
      <Loaded query={charts}>
        {(data) => (
          <>
            <Entered data={data} />
            <Chart
              title={say(w.quality)}
              summary={say(w.qualitySum, { total: customers.total, mean: quality.mean ?? '–' })}
              data={{
                kind: 'bars',
                labels: ['80–100', '60–79', '30–59', '0–29'],
                series: [
                  {
                    name: say(w.people),
                    values: [quality.at_least_80, quality.from_60, quality.from_30, quality.less],
                  },
                ],
              }}
            />
            <Decided data={data} />
            <Calls data={data} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** So many rules have a colour of their own; the rest stand together. */
const OWN_COLOUR = 5;

function Entered({ data: { entered } }: { data: ChartsData }) {
  const { say } = useLanguage();
  const nameOf = useRuleNames();
  const days = [...new Set(entered.map(({ day }) => day))].sort();
  const rules = [...new Set(entered.map(({ rule }) => rule))];
  const total = (rule: string) =>
    sum(
      entered.filter((one) => one.rule === rule),
      'count',
    );
  const ranked = rules.sort((a, b) => total(b) - total(a));
  const groups = [
    ...ranked.slice(0, OWN_COLOUR).map((rule) => ({ name: nameOf(rule), rules: [rule] })),
    { name: say(w.otherRules), rules: ranked.slice(OWN_COLOUR) },
  ].filter((group) => group.rules.length > 0);
  const data: ChartData = {
    kind: 'stacked',
    labels: days.map(shortDay),
    series: groups.map((group) => ({
      name: group.name,
      values: days.map((day) =>
        sum(
          entered.filter((one) => one.day === day && group.rules.includes(one.rule)),
          'count',
        ),
      ),
    })),
  };
  return (
    <Chart title={say(w.entered)} summary={say(w.enteredSum, { count: sum(entered, 'count') })} data={data} />
  );
}

function Decided({ data: { decided } }: { data: ChartsData }) {
  const { say } = useLanguage();
  const admitted = sum(decided, 'admitted');
  const count = admitted + sum(decided, 'kept_out');
  return (
    <Chart
      title={say(w.share)}
      summary={say(w.shareSum, { count, admitted })}
      data={{
        kind: 'stacked',
        labels: decided.map(({ day }) => shortDay(day)),
        series: [
          { name: say(w.admitted), values: decided.map((one) => one.admitted) },
          { name: say(w.keptOutShort), values: decided.map((one) => one.kept_out) },
        ],
      }}
    />
  );
}

function Calls({ data: { calls } }: { data: ChartsData }) {
  const { say } = useLanguage();
  return (
    <Chart
      title={say(w.calls)}
      summary={say(w.callsSum, { count: sum(calls, 'count'), failed: sum(calls, 'failed') })}
      data={{
        kind: 'lines',
        unit: say(w.ms),
        labels: calls.map(({ day }) => shortDay(day)),
        series: [
          {
            name: say(w.meanMs),
            values: calls.map(({ mean_ms }) => (mean_ms === null ? null : Math.round(mean_ms))),
          },
        ],
      }}
    />
  );
}

/** `11-25` of `2026-11-25`. */
function shortDay(day: string): string {
  return day.slice(5);
}

function sum<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
