import type { Bilingual, Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { noSuchRun, type UndoRequest, type UndoResult } from '../undo/undo.ts';
import { chinaTime } from '../words/china-time.ts';
import { idIn } from './numbers.ts';
import { withDatabase, withHub } from './person.ts';
import { typedRun } from './run-progress.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';
import { renderTable } from './table.ts';

/** `undo`: the values that a run changed, put back on both sides. */
export function undoVerb(program: Command, context: CliContext): void {
  addVerb<{ dryRun?: boolean; yes?: boolean }>(program, context, {
    usage: 'undo [run]',
    changes: ({ dryRun = false }, run) => run !== undefined && !dryRun,
    summary: {
      zh: '把一次同步改过的内容，在邦桥和 ERP 都改回去（不带编号：列出最近的同步）',
      en: 'put back what a run changed here and in the ERP (without a number: the last runs)',
    },
    setUp: (command, text) =>
      command
        .option('--dry-run', text({ zh: '只看会撤销什么', en: 'only show what it would put back' }))
        .option('--yes', text({ zh: '数量很多也继续', en: 'go on although it is a great many' })),
    work: (session, { dryRun = false, yes = false }, run) =>
      run === undefined ? lastRuns(session) : undo(session, { run: idIn(run, noSuchRun), dryRun, yes }),
  });
}

function undo(session: Session, request: UndoRequest): Promise<ExitCode> {
  return withHub(session, 'undo', async (hub) => {
    const report = await hub.run('undo', {
      ...typedRun(session),
      undo: request,
    });
    const { stoppedBy: _error, ...result } = report.undo as UndoResult;
    session.result(
      { ...result, undoRun: report.runId },
      undoText(report.undo as UndoResult, report.runId, request.dryRun, session.lang),
    );
    if (report.stopped) session.note({ zh: report.stopped.zh, en: report.stopped.en });
    return report.exitCode;
  });
}

const LISTED = 20;

function lastRuns(session: Session): Promise<ExitCode> {
  return withDatabase(session, async (store) => {
    const rows = await store.db
      .selectFrom('sync_runs')
      .leftJoin('erp_field_changes', 'erp_field_changes.run_id', 'sync_runs.id')
      .select(['sync_runs.id as id', 'sync_runs.kind as kind', 'sync_runs.started_at as started_at'])
      .select((select) => select.fn.count<number>('erp_field_changes.id').as('values'))
      .groupBy(['sync_runs.id', 'sync_runs.kind', 'sync_runs.started_at'])
      .orderBy('sync_runs.id', 'desc')
      .limit(LISTED)
      .execute();
    const headers: Record<Language, string[]> = {
      zh: ['编号', '种类', '开始', '改动的 ERP 值'],
      en: ['run', 'kind', 'started', 'ERP values changed'],
    };
    const runs = rows.map((row) => ({ ...row, values: Number(row.values) }));
    const table = renderTable(
      headers[session.lang],
      runs.map((row) => [row.id, row.kind, chinaTime(row.started_at), row.values]),
    );
    session.result({ runs }, table);
  });
}

const REASONS = 20;

function asksText({ run, asks }: UndoResult, lang: Language): string {
  return lang === 'zh'
    ? `同步 ${run} 从 ERP 读来的改动涉及 ${asks} 位客户，撤销会把它们写回 ERP，超过一次允许的数量，什么都没有改。\n→ 先看 bangqiao undo ${run} --dry-run，确认后加 --yes`
    : `Run ${run} read changes of ${asks} customers from the ERP; undoing would write them back, more than passes unasked. Nothing was changed.\n→ Look at bangqiao undo ${run} --dry-run first, then add --yes`;
}

export function undoText(result: UndoResult, undoRun: number, dryRun: boolean, lang: Language): string {
  const { run, putBack, confirmed, waiting, failed, not } = result;
  if (result.asks > 0) return asksText(result, lang);
  const first: Bilingual = dryRun
    ? {
        zh: `同步 ${run}：可以改回 ${putBack} 个值，尚未改动`,
        en: `Run ${run}: ${putBack} values can be put back; none was`,
      }
    : {
        zh: `同步 ${run}：改回 ${putBack} 个值；客户已写入 ERP ${confirmed}，等待 ${waiting}，失败 ${failed}。撤销这次撤销：bangqiao undo ${undoRun}`,
        en: `Run ${run}: ${putBack} values put back; customers written ${confirmed}, waiting ${waiting}, failed ${failed}. To undo this: bangqiao undo ${undoRun}`,
      };
  const lines = not
    .slice(0, REASONS)
    .map(({ customer, field, why }) => `  #${customer}${field ? ` ${field}` : ''}  ${why[lang]}`);
  const more = not.length - lines.length;
  if (more > 0) lines.push(lang === 'zh' ? `  还有 ${more} 项` : `  and ${more} more`);
  if (not.some(({ field }) => field !== null)) lines.push(`→ ${FORMER[lang]}`);
  const title: Bilingual = { zh: `没有撤销的 ${not.length} 项：`, en: `Not undone, ${not.length}:` };
  return [first[lang], ...(not.length > 0 ? [title[lang], ...lines] : [])].join('\n');
}

const FORMER: Bilingual = {
  zh: '某个字段以前的值：bangqiao restore #编号 字段，加 --from 恢复其中一个',
  en: 'What a field held before: bangqiao restore #CUSTOMER FIELD; with --from one of them is put back',
};
