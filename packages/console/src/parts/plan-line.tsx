import { plansWords as w } from '../words/plans.ts';
import { useLanguage } from './language.tsx';

interface Props {
  plan: { rows: number; cost: { calls: number; minutes: number } };
}

/** What carrying out a plan takes. */
export function PlanLine({ plan: { rows, cost } }: Props) {
  const { say } = useLanguage();
  return rows === 0 ? say(w.planEmpty) : say(w.planLine, { rows, calls: cost.calls, minutes: cost.minutes });
}
