import type { Bilingual, Language } from '@bangqiao/core';
import { say } from '../explain/two-languages.ts';
import type { Check } from './check.ts';
import type { Diagnosis } from './diagnose.ts';

const MARKS: Readonly<Record<Check['state'], string>> = { ok: '✓', bad: '✗', skipped: '–' };

/** `✓ …`, or `✗ …` with what to do under it. */
export function checkLine({ state, said, next }: Check, lang: Language): string {
  const line = `${MARKS[state]} ${said[lang]}`;
  return next === null ? line : `${line}\n    → ${next[lang]}`;
}

/** The last line: how it stands on the whole. */
export function verdict({ checks }: Diagnosis): Bilingual {
  const red = checks.filter(({ state }) => state === 'bad').length;
  if (red > 0)
    return say(`有 ${red} 项需要处理，见 ✗ 下面的箭头。`, `${red} to mend: see the arrows under ✗.`);
  const left = checks.filter(({ state }) => state === 'skipped').length;
  if (left > 0) return say(`没有发现问题；${left} 项没有检查。`, `Nothing is wrong; ${left} not looked at.`);
  return say('一切正常，可以运行 bangqiao sync。', 'All is well: bangqiao sync can run.');
}
