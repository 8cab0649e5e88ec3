import type { AnswerOf } from '../api/types.ts';
import { WRITE_STATES } from '../words/customer-terms.ts';
import { useLanguage } from './language.tsx';
import { Time } from './time.tsx';

type Step = AnswerOf<'journal.show'>['steps'][number];

/** The way of a write through its states, the oldest step first. */
export function WriteSteps({ steps }: { steps: readonly Pick<Step, 'at' | 'to' | 'words'>[] }) {
  const { say } = useLanguage();
  return (
    <ol>
      {steps.map(({ at, to, words }) => (
        <li key={`${at}${to}${words.en}`}>
          <Time at={at} /> {say(WRITE_STATES[to])}
          {words.zh && ` · ${say(words)}`}
        </li>
      ))}
    </ol>
  );
}
