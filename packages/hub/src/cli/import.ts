import { resolve } from 'node:path';
import type { Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { type ImportReport, importFile } from '../ingest/index.ts';
import type { Store } from '../store/index.ts';
import { badRows } from './bad-rows.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

export function importVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'import <file>',
    changes: true,
    summary: { zh: '导入客户（CSV 或 JSON Lines）', en: 'bring customers in (CSV or JSON Lines)' },
    work: (session, _options, file = '') =>
      withDatabase(session, (store) => runImport(session, store, resolve(session.io.cwd, file))),
  });
}

async function runImport(session: Session, store: Store, file: string): Promise<ExitCode> {
  const progress = session.progress();
  progress.start(session.text({ zh: '导入', en: 'Import' }));
  const report = await importFile(store, file, {
    by: 'import (cli)',
    now: () => new Date(),
    progress: (rows) => progress.advance(rows),
  });
  progress.finish(session.text({ zh: `${report.read} 行`, en: `${report.read} rows` }));
  session.result(report, describe(report, session.lang));
  return report.bad.length > 0 ? 1 : 0;
}

function describe(report: ImportReport, lang: Language): string {
  const { read, created, updated, unchanged, bad } = report;
  const head =
    lang === 'zh'
      ? `读取 ${read} 行：新建 ${created}，更新 ${updated}，未变 ${unchanged}，有问题 ${bad.length}`
      : `${read} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${bad.length} bad`;
  return [head, ...report.notes.map((note) => note[lang]), ...badRows(bad, lang)].join('\n');
}
