import type { Overview } from '../api/types.ts';
import { useLanguage } from './language.tsx';

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
