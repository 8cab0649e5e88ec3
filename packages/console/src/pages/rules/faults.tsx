import { Button } from 'antd';
import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';
import { rulesWords as w } from '../../words/rules.ts';

export type Fault = AnswerOf<'rules.check'>['faults'][number];

interface Props {
  faults: readonly Fault[];
  /** Puts what was probably meant in the place of the condition. */
  replace?: ((meant: string) => void) | undefined;
}

/** What is wrong, where, and how it is meant. */
export function Faults({ faults, replace }: Props) {
  const { say } = useLanguage();
  return faults.map(({ rule, problem, column, excerpt, hint, meant }) => (
    <div key={`${rule}${problem.en}${column}`} className="fault" role="alert">
      <span className="bad">{say(problem)}</span>{' '}
      {meant === undefined && excerpt && <pre>{`${excerpt.text}\n${' '.repeat(excerpt.at)}^`}</pre>}
      {meant === undefined && hint && <p className="muted">{say(hint)}</p>}
      {meant !== undefined && replace && (
        // The field keeps the hand, so that leaving it does not replace the text under the click.
        <Button onMouseDown={(event) => event.preventDefault()} onClick={() => replace(meant)}>
          {say(w.replace, { meant })}
        </Button>
      )}
    </div>
  ));
}
