import { resolve } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import type { Command } from 'commander';
import { readPlan } from '../plan/plan-file.ts';
import { figuresOf } from '../sync/figures.ts';
import type { RunKind } from '../sync/run.ts';
import { tellBeside } from './beside.ts';
import { oneCustomer, withHub } from './person.ts';
import { typedRun } from './run-progress.ts';
import { describeRun } from './run-report.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

interface RunOptions {
  light?: boolean;
  withoutFullMirror?: boolean;
  accept?: string;
}

/** The kinds of run that are verbs of their own here. */
type SyncKind = Exclude<RunKind, 'undo' | 'followups'>;

const SUMMARY: Record<SyncKind, Bilingual> = {
  sync: {
    zh: '与 ERP 同步一次：先拉取，再推送；写明客户时只同步他们，并且优先',
    en: 'sync once with the ERP: pull, then push; customers that are named go first, alone',
  },
  pull: { zh: '从 ERP 拉取全部客户', en: 'pull all customers from the ERP' },
  push: {
    zh: '把够格的客户推送到 ERP；写明客户时只推送他们，并且优先',
    en: 'push the customers that qualify to the ERP; customers that are named go first, alone',
  },
};

export function syncVerb(program: Command, context: CliContext): void {
  runVerb(program, context, 'sync');
}

export function pullVerb(program: Command, context: CliContext): void {
  runVerb(program, context, 'pull');
}

export function pushVerb(program: Command, context: CliContext): void {
  runVerb(program, context, 'push');
}

function runVerb(program: Command, context: CliContext, kind: SyncKind): void {
  addVerb<RunOptions>(program, context, {
    usage: kind === 'pull' ? kind : `${kind} [customers...]`,
    changes: true,
    summary: SUMMARY[kind],
    setUp: (command, text) => {
      if (kind !== 'push') {
        command.option('--light', text({ zh: '只看最新的客户', en: 'look at the newest customers only' }));
      }
      if (kind === 'pull') return;
      command.option(
        '--accept <plan>',
        text({ zh: '计划中列出的写入已经确认', en: 'what this plan names is accepted' }),
      );
      command.option(
        '--without-full-mirror',
        text({
          zh: '即使没有读全 ERP 客户也新建（可能重复，后果自负）',
          en: 'create although not every ERP customer was read (may make doubles)',
        }),
      );
    },
    work: (session, options, ...customers) => runOnce(session, kind, options, customers),
  });
}

/** With customers named it is about these only, and goes before whatever else runs. */
async function runOnce(
  session: Session,
  kind: SyncKind,
  options: RunOptions,
  customers: readonly string[],
): Promise<ExitCode> {
  const accept =
    options.accept === undefined ? undefined : await readPlan(resolve(session.io.cwd, options.accept));
  return withHub(session, kind, async (hub) => {
    const only: number[] = [];
    for (const query of customers) only.push((await oneCustomer(hub.store, query)).id);
    const report = await hub.run(kind, {
      ...typedRun(session),
      ...(only.length > 0 ? { only } : {}),
      light: options.light === true,
      waiveMirror: options.withoutFullMirror === true,
      ...(accept ? { accept } : {}),
    });
    session.result(figuresOf(report), await describeRun(hub.store.db, report, session.lang));
    tellBeside(session, report);
    return report.exitCode;
  });
}
