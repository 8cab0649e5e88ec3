import type { AnswerOf } from '../../api/types.ts';
import { useLanguage } from '../../parts/language.tsx';

const SIGNS = { ok: '✓', bad: '✗', skipped: '–' } as const;
const TONES = { ok: 'good', bad: 'bad', skipped: 'muted' } as const;

/** What was looked at, a line each, with what to do about it. */
export function Checks({ checks }: { checks: AnswerOf<'settings.test'>['checks'] }) {
  const { say } = useLanguage();
  return (
    <ul className="plain" aria-live="polite">
      {checks.map(({ id, state, said, next }) => (
        <li key={id} className={TONES[state]}>
          {SIGNS[state]} {say(said)}
          {next && <div className="muted">{say(next)}</div>}
        </li>
      ))}
    </ul>
  );
}
