import { runSentence, type viewOfRun } from '../../status/index.ts';

type RunView = ReturnType<typeof viewOfRun>;

/** A run as pages tell it. What a run asked is answered at the desk; the words for the command line stay out. */
export function shownRun(run: RunView) {
  const told = run.asked && run.error !== null ? { ...run, error: { ...run.error, next: null } } : run;
  return { ...told, sentence: runSentence(told) };
}
