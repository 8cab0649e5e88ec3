import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { MovedRow } from '../plan/moved.ts';
import { mayWritePlan, readPlan } from '../plan/plan-file.ts';
import { figuresOf } from '../sync/figures.ts';
import { tellBeside } from './beside.ts';
import { withHub } from './person.ts';
import { typedRun } from './run-progress.ts';
import { askedPart, describeRun } from './run-report.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

/** `plan`: what a sync would write to the ERP, in a file. */
export function planVerb(program: Command, context: CliContext): void {
  addVerb<{ out?: string }>(program, context, {
    usage: 'plan',
    changes: true,
    summary: { zh: '列出同步将要写入 ERP 的内容，不写入', en: 'show what a sync would write to the ERP' },
    setUp: (command, text) =>
      command.option('--out <file>', text({ zh: '计划写到这个文件', en: 'write the plan to this file' })),
    work: async (session, { out }): Promise<ExitCode> => {
      const wanted = out === undefined ? null : resolve(session.io.cwd, out);
      if (wanted !== null) await mayWritePlan(wanted);
      return withHub(session, 'plan', async (hub) => {
        const { asked, stopped } = await hub.run('sync', {
          ...typedRun(session),
          planOnly: { file: wanted },
        });
        if (!asked) {
          const why = stopped ?? { zh: '', en: '', nextZh: '', nextEn: '' };
          session.result(
            { rows: null, file: null, stopped },
            session.text({ zh: `${why.zh}\n→ ${why.nextZh}`, en: `${why.en}\n→ ${why.nextEn}` }),
          );
          return 1;
        }
        const { rows, gone, totals, cost, file } = asked;
        session.result({ rows, gone, totals, cost, file }, askedPart(asked, session.lang));
        return 0;
      });
    },
  });
}

/** The figures of an apply that asked before it looked at any row. */
const NOTHING_WRITTEN = { created: 0, linked: 0, updated: 0, waiting: 0, parked: 0, inDoubt: 0, failed: 0 };

/** `apply`: exactly the rows of a plan, all checked before the first is written. */
export function applyVerb(program: Command, context: CliContext): void {
  addVerb<{ skipMoved?: boolean }>(program, context, {
    usage: 'apply <plan>',
    changes: true,
    summary: { zh: '执行计划文件中的写入', en: 'write what a plan names, and nothing else' },
    setUp: (command, text) =>
      command.option(
        '--skip-moved',
        text({ zh: '跳过计划之后变化的客户', en: 'leave out customers that changed since' }),
      ),
    work: async (session, { skipMoved = false }, file = ''): Promise<ExitCode> => {
      const plan = await readPlan(resolve(session.io.cwd, file));
      const skipped: MovedRow[] = [];
      return withHub(session, 'apply', async (hub) => {
        const report = await hub.run('sync', {
          ...typedRun(session),
          apply: { plan, skipMoved, onSkipped: (rows) => skipped.push(...rows) },
        });
        session.result(
          {
            ...(figuresOf(report).push ?? NOTHING_WRITTEN),
            asked: report.asked?.code ?? null,
            file: report.asked?.file ?? null,
            moved: report.asked?.moved ?? skipped,
            stopped: report.stopped,
          },
          [await describeRun(hub.store.db, report, session.lang), ...skippedText(skipped, session)].join(
            '\n\n',
          ),
        );
        tellBeside(session, report);
        return report.exitCode;
      });
    },
  });
}

function skippedText(skipped: readonly MovedRow[], session: Session): string[] {
  if (skipped.length === 0) return [];
  const title = session.text({ zh: '已变化、没有写的客户：', en: 'Changed since, and left out:' });
  const lines = skipped.map(({ name, what }) => `  ${name}  ${session.text(what)}`);
  return [[title, ...lines].join('\n')];
}
