import type { RunReport } from '../sync/run.ts';
import { askedPart } from './run-report.ts';
import type { Session } from './session.ts';

/** In --json the figures stand alone on standard output: what is asked, and what stopped the run, goes to the person beside them. */
export function tellBeside(session: Session, { asked, stopped }: RunReport): void {
  if (!session.json) return;
  if (asked) session.note({ zh: askedPart(asked, 'zh'), en: askedPart(asked, 'en') });
  if (stopped)
    session.note({ zh: `${stopped.zh}\n→ ${stopped.nextZh}`, en: `${stopped.en}\n→ ${stopped.nextEn}` });
}
