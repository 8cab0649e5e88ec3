import type { AnswerOf } from '../api/types.ts';
import { PLAN_STANDINGS, plansWords as w } from '../words/plans.ts';
import { useLanguage } from './language.tsx';

type Standing = Pick<AnswerOf<'plans.show'>, 'rows' | 'standing'>;

interface Props {
  plan: { rows: number; cost: { calls: number; minutes: number } };
}

const PLACES = ['written', 'cancelled', 'parked', 'open'] as const;

/** Beside a plan that is no longer as it was made: what became of its writes. */
export function PlanStanding({ plan: { rows, standing } }: { plan: Standing }) {
  const { say } = useLanguage();
  if (rows === 0 || standing.open === rows) return null;
  const parts = PLACES.filter((place) => standing[place] > 0).map((place) =>
    say(PLAN_STANDINGS[place], { count: standing[place] }),
  );
  return (
    <span className={`tag ${standing.written === rows ? 'good' : ''}`}>
      {parts.join(say(w.comma)) || say(w.planPast)}
    </span>
  );
}

/** What carrying out a plan takes. */
export function PlanLine({ plan: { rows, cost } }: Props) {
  const { say } = useLanguage();
  return rows === 0 ? say(w.planEmpty) : say(w.planLine, { rows, calls: cost.calls, minutes: cost.minutes });
}
