import type { AnswerOf } from '../../../api/types.ts';
import { WRITE_KINDS } from '../../../words/customer-terms.ts';
import { deskWords as w } from '../../../words/desk.ts';
import type { DeskItem } from '../item.ts';
import type { Speaker } from '../speaker.ts';

type Row = AnswerOf<'plans.waiting'>['plans'][number];

/** A plan that the breaker stopped. */
export function planItem(row: Row, { say }: Speaker): DeskItem {
  const kinds = Object.entries(row.totals.byKind).map(([kind, count]) =>
    say(w.planKind, { kind: say(WRITE_KINDS[kind]) || kind, count }),
  );
  const names = row.examples.map(({ name }) => name).join(say(w.comma));
  const accept =
    row.gone > 0
      ? { name: 'accept', words: w.acceptGone, effect: w.acceptGoneEffect }
      : { name: 'apply', words: w.applyPlan, effect: w.applyPlanEffect };
  return {
    key: `plan-${row.id}`,
    id: row.id,
    kind: 'plan',
    name: say(w.planName),
    line: say(row.gone > 0 ? w.goneLine : w.planLine, { count: row.rows, gone: row.gone }),
    since: row.since,
    ifLeft: w.planIfLeft,
    sides: null,
    sentences: [
      say(row.why),
      ...(kinds.length === 0 ? [] : [kinds.join(say(w.comma))]),
      ...(names === '' ? [] : [say(w.planExamples, { names })]),
      say(w.planCost, { calls: row.cost.calls, minutes: row.cost.minutes }),
    ],
    links: [{ words: w.openPlan, to: '/plans/$id', id: row.id }],
    choices:
      row.rows === 0
        ? [accept]
        : [accept, { name: 'refuse', words: w.refusePlan, effect: w.refusePlanEffect }],
    alike: `plan-${row.id}`,
  };
}
