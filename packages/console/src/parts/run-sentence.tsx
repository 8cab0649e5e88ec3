import type { Overview } from '../api/types.ts';
import { plansWords as w } from '../words/plans.ts';
import { useDoer } from './doer.ts';
import { useLanguage } from './language.tsx';
import { shortTime } from './time.tsx';

type Run = Overview['runs'][number];

const TONES: Record<Run['state'], string> = {
  running: 'wait',
  done: '',
  stopped: 'warn',
  failed: 'bad',
  broken_off: 'warn',
};

/** When, and what it did; of one that stopped, why and what to do. */
export function RunSentence({ run }: { run: Run }) {
  const { say } = useLanguage();
  return <span className={TONES[run.state]}>{say(run.sentence)}</span>;
}

/** Beside a run that was undone: by whom and when. */
export function Undone({ undone: { by, at } }: { undone: { by: string; at: string } }) {
  const { say, language } = useLanguage();
  const doer = useDoer();
  return (
    <span className="tag">{say(w.undone, { by: doer(by), at: shortTime(at, language, new Date()) })}</span>
  );
}
