import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@bangqiao/core';
import type { Command } from 'commander';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors.ts';
import { type TakeOverReport, takeOverPython } from '../migrate/index.ts';
import { openStore } from '../store/index.ts';
import { openDatabase } from '../sync/hub.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

export function migrateVerb(program: Command, context: CliContext): void {
  addVerb<{ fromPython?: string }>(program, context, {
    usage: 'migrate',
    changes: true,
    summary: {
      zh: '升级数据库，或接管 Python 系统的数据',
      en: 'bring the database up to date, or take over the Python system’s',
    },
    setUp: (command, text) => {
      command.option(
        '--from-python <file>',
        text({
          zh: 'Python 系统的 SQLite 文件（只读，复制）',
          en: 'SQLite file of the Python system (read only, copied)',
        }),
      );
    },
    work: async (session, { fromPython }) => {
      const config = session.config();
      if (fromPython === undefined) return await bringUpToDate(session, config);
      const { report, backup } = await takeOver(config, resolve(session.io.cwd, fromPython));
      session.result({ ...report, backup }, describe(report, backup, session.lang));
    },
  });
}

async function bringUpToDate(session: Session, config: Config): Promise<void> {
  const store = await openDatabase(config);
  await store.close();
  session.result(
    { migrated: true },
    session.text({ zh: '数据库已是最新版本。', en: 'The database is up to date.' }),
  );
}

/**
 * Copies the Python system's file into our database. Where it lies at the very place of ours, the copy is made beside
 * it, and the old file keeps its data under another name.
 */
async function takeOver(
  config: Config,
  source: string,
): Promise<{ report: TakeOverReport; backup: string | null }> {
  if (!existsSync(source)) throw noSource(source);
  const target = config.database.file;
  const inPlace =
    config.database.url === null && existsSync(target) && realpathSync(target) === realpathSync(source);
  if (!inPlace) {
    const store = await openDatabase(config);
    try {
      return { report: await takeOverPython(source, store), backup: null };
    } finally {
      await store.close();
    }
  }
  return await takeOverInPlace(target);
}

async function takeOverInPlace(file: string): Promise<{ report: TakeOverReport; backup: string }> {
  const backup = file.replace(/(\.db)?$/, '.python-backup.db');
  if (existsSync(backup)) throw backupExists(backup);
  const fresh = `${file}.new`;
  for (const suffix of SUFFIXES) rmSync(fresh + suffix, { force: true });
  const store = await openStore({ file: fresh });
  let report: TakeOverReport;
  try {
    report = await takeOverPython(file, store);
  } finally {
    await store.close();
  }
  // The write-ahead log goes first: it belongs to the old file, and would be taken for the new one's.
  for (const suffix of ['-wal', '-shm', '']) moveIfThere(file + suffix, backup + suffix);
  for (const suffix of SUFFIXES) moveIfThere(fresh + suffix, file + suffix);
  return { report, backup };
}

const SUFFIXES = ['', '-wal', '-shm'];

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function describe(report: TakeOverReport, backup: string | null, lang: Language): string {
  const { customers, logs, history, apiLogs, config, rules } = report;
  const head =
    lang === 'zh'
      ? `已接管：客户 ${customers}，同步日志 ${logs}，变更历史 ${history}，接口日志 ${apiLogs}，配置 ${config}，规则 ${rules}`
      : `Taken over: ${customers} customers, ${logs} sync logs, ${history} history rows, ${apiLogs} API logs, ${config} settings, ${rules} rules`;
  const mended = report.mended.map(({ zh, en, count, examples }) => {
    const shown = examples.length > 0 ? ` (${examples.join('; ')})` : '';
    return `  ${lang === 'zh' ? zh : en}: ${count}${shown}`;
  });
  const skipped = report.skipped.map(
    ({ table, zh, en, count }) => `  ${table}: ${lang === 'zh' ? zh : en}: ${count}`,
  );
  const lines = [head];
  if (mended.length > 0) lines.push(lang === 'zh' ? '修正：' : 'Mended:', ...mended);
  if (skipped.length > 0) lines.push(lang === 'zh' ? '没有复制：' : 'Left behind:', ...skipped);
  lines.push(...report.notes.map((note) => note[lang]));
  if (backup) lines.push(lang === 'zh' ? `原文件改名为 ${backup}` : `The old file is now ${backup}`);
  return lines.join('\n');
}

function noSource(file: string): HubError {
  return new HubError({
    code: 'no_python_file',
    exitCode: 2,
    zh: `没有这个文件：${file}`,
    en: `There is no such file: ${file}`,
    nextZh: '检查 --from-python 后的路径',
    nextEn: 'Check the path after --from-python',
  });
}

function backupExists(file: string): HubError {
  return new HubError({
    code: 'python_backup_exists',
    exitCode: 2,
    zh: `备份文件已经存在：${file}。什么都没有改动。`,
    en: `The backup is there already: ${file}. Nothing was changed.`,
    nextZh: '先把它移到别处再试',
    nextEn: 'Move it away first',
  });
}
