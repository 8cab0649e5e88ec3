import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';

type Fault = AnswerOf<'rules.check'>['faults'][number];

/** What is wrong, where, and how it is meant. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { say } = useLanguage();
  return faults.map((fault) => (
    <div key={`${fault.rule}${fault.problem.en}${fault.column}`} className="fault" role="alert">
      <span className="bad">{say(fault.problem)}</span>
      {fault.excerpt && <pre>{`${fault.excerpt.text}\n${' '.repeat(fault.excerpt.at)}^`}</pre>}
      {fault.hint && <p className="muted">{say(fault.hint)}</p>}
    </div>
  ));
}
