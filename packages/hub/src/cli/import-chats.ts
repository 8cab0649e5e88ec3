import { resolve } from 'node:path';
import type { Bilingual, Language } from '@bangqiao/core';
import { EXPORT_FORMATS, type ExportFormat } from '@bangqiao/wechat';
import { type Command, Option } from 'commander';
import { type ChatImportReport, importChats } from '../ingest/chats.ts';
import { Intake } from '../ingest/intake.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/index.ts';
import { understandAll } from '../understand/worker.ts';
import { badRows } from './bad-rows.ts';
import { withDatabase } from './person.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

interface ImportChatsOptions {
  format?: ExportFormat;
  account?: string;
  self?: string[];
  peer?: string;
  peerName?: string;
}

export function importChatsVerb(program: Command, context: CliContext): void {
  addVerb<ImportChatsOptions>(program, context, {
    usage: 'import-chats <file>',
    changes: true,
    summary: {
      zh: '导入聊天记录（留痕/MemoTrace、WeChatMsg、PyWxDump、chatlog、CSV、JSON Lines）',
      en: 'bring exported chats in (MemoTrace, WeChatMsg, PyWxDump, chatlog, CSV, JSON Lines)',
    },
    setUp: (command, text) => {
      command
        .addOption(
          new Option(
            '--format <format>',
            text({ zh: '文件格式；不写则自动识别', en: 'format of the file; else it is recognised' }),
          ).choices(EXPORT_FORMATS),
        )
        .option(
          '--account <wxid>',
          text({
            zh: '自己的微信号（wxid）；同一账号的导出每次都写同一个',
            en: 'the own WeChat id (wxid); always the same one for exports of one account',
          }),
        )
        .option('--self <names...>', text({ zh: '自己显示的名字', en: 'names under which we appear' }))
        .option(
          '--peer <wxid>',
          text({ zh: '单个聊天的文件：对方的微信号', en: 'files of one chat: the other one’s WeChat id' }),
        )
        .option(
          '--peer-name <name>',
          text({
            zh: '单个聊天的文件：对方显示的名字',
            en: 'files of one chat: the name the other one shows',
          }),
        );
    },
    work: (session, options, file = '') =>
      withDatabase(session, (store, config) =>
        run(session, store, session.log(config), { ...options, file: resolve(session.io.cwd, file) }),
      ),
  });
}

async function run(
  session: Session,
  store: Store,
  log: Log,
  { file, format, account, self, peer: wechatId, peerName: name }: ImportChatsOptions & { file: string },
): Promise<ExitCode> {
  const clock = () => new Date();
  const peer = { ...(wechatId ? { wechatId } : {}), ...(name ? { name } : {}) };
  const progress = session.progress();
  progress.start(session.text({ zh: '导入聊天记录', en: 'Import of chats' }), PARTS);
  const report = await importChats(store, new Intake(store, clock), file, {
    ...(format ? { format } : {}),
    ...(account ? { account } : {}),
    ...(self ? { self } : {}),
    ...(wechatId || name ? { peer } : {}),
    clock,
    progress: (share, events) => progress.advance(Math.floor(share * PARTS), PARTS, String(events)),
    understand: () => understandAll({ store, clock, log }),
  });
  progress.finish(String(report.accepted + report.duplicate));
  session.result(report, describe(report, session.lang));
  if (!account && report.accepted > 0) session.note(NO_ACCOUNT);
  return report.faults.length > 0 ? 1 : 0;
}

const PARTS = 1000;

const NO_ACCOUNT: Bilingual = {
  zh: '没有写 --account：以后同一账号的导出也不要写，否则会算成另外的消息',
  en: 'No --account was given: give none for later exports of this account either, or they count as other messages',
};

const SKIPPED: Readonly<Record<string, Bilingual>> = {
  internal: { zh: '内部消息', en: 'internal' },
  bookkeeping: { zh: '系统记录', en: 'bookkeeping' },
  unknown_kind: { zh: '不认识的种类', en: 'of an unknown kind' },
  not_a_person: { zh: '公众号等', en: 'not a person' },
  time_row: { zh: '时间行', en: 'rows of time' },
  system_row: { zh: '系统提示', en: 'system rows' },
  recall_of_unknown: { zh: '撤回（不知哪一条）', en: 'recalls of unknown messages' },
  incomplete: { zh: '不完整', en: 'incomplete' },
};

function describe(report: ChatImportReport, lang: Language): string {
  const { accepted, duplicate, faults, from } = report;
  const head =
    lang === 'zh'
      ? `格式 ${report.format}：新消息 ${accepted}，已有 ${duplicate}，有问题 ${faults.length}`
      : `${report.format}: ${accepted} new, ${duplicate} here before, ${faults.length} broken`;
  const resumed =
    from > 0 ? [lang === 'zh' ? `从第 ${from} 条之后接着导入` : `went on behind record ${from}`] : [];
  const skipped = Object.entries(report.skipped).map(
    ([reason, count]) => `  ${SKIPPED[reason]?.[lang] ?? reason}: ${count}`,
  );
  return [head, ...resumed, ...skipped, ...badRows(faults, lang)].join('\n');
}
