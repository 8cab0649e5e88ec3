import {
  type AnyRow,
  type CallName,
  type CatalogueEntry,
  draftCall,
  entryOf,
  type ListName,
  type TypedPage,
  type ZhibangClient,
} from '@bangqiao/zhibang';
import type { Command } from 'commander';
import { tenantCatalogue } from '../catalogue/tenant-file.ts';
import { HubError } from '../errors.ts';
import { AllRows } from './all-rows.ts';
import { confirmWrite } from './ask.ts';
import { type Answer, answerText, draftText, rowsText, writeText } from './call-text.ts';
import { readValues } from './call-values.ts';
import { withHub } from './person.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

interface CallOptions {
  all?: boolean;
  dryRun?: boolean;
  yes?: boolean;
}

type Params = Record<string, unknown>;

export function callVerb(program: Command, context: CliContext): void {
  addVerb<CallOptions>(program, context, {
    usage: 'call <entry> [values...]',
    changes: ({ dryRun = false }) => !dryRun,
    summary: {
      zh: '调用 ERP 的一个接口：bangqiao call customer.list name=甲',
      en: 'call one endpoint of the ERP: bangqiao call customer.list name=X',
    },
    setUp: (command, text) => {
      command
        .option('--all', text({ zh: '列表读到最后一页', en: 'a list to its last page' }))
        .option('--dry-run', text({ zh: '只显示会发送什么', en: 'show what would be sent, send nothing' }))
        .option('--yes', text({ zh: '写入前不再询问', en: 'write without asking' }));
    },
    work: async (session, options, which = '', ...rest) => {
      const config = session.config();
      const entry = entryOf(which, tenantCatalogue(config.folder));
      const params = readValues(entry, rest.flat());
      const draft = draftCall(entry, params);
      const baseUrl = config.erp?.base_url.replace(/\/+$/, '') ?? '';
      if (options.dryRun) {
        session.result({ ...draft, url: `${baseUrl}${draft.path}` }, draftText(draft, baseUrl));
        return;
      }
      if (draft.writes) await requireYes(session, options, writeText(entry, params, session.lang));
      const asked = { entry, params, all: options.all === true };
      return withHub(session, 'call', (hub) => answer(session, hub.erp.client, asked), config);
    },
  });
}

interface Asked {
  entry: CatalogueEntry;
  params: Params;
  all: boolean;
}

async function answer(session: Session, client: ZhibangClient, { entry, params, all }: Asked): Promise<void> {
  if (all) return allRows(session, client, entry.call as ListName, params);
  // The names of a tenant's catalogue are known at run time only.
  const result: Answer = await client.call(entry.call as CallName, params as never);
  session.result(result, answerText(entry, result, session.lang));
}

async function allRows(
  session: Session,
  client: ZhibangClient,
  name: ListName,
  params: Params,
): Promise<void> {
  const sweep = client.list(name, params as never);
  const progress = session.progress();
  const all = new AllRows();
  progress.start(name);
  for await (const page of sweep) {
    all.take(page as TypedPage<AnyRow>);
    progress.advance(all.size, page.recordCount ?? undefined);
  }
  progress.finish('');
  const { complete, reason } = sweep.outcome();
  const { columns } = all;
  const rows = all.rows(complete);
  session.result({ columns, rows, complete, reason }, rowsText(columns, rows, session.lang));
  if (!complete)
    session.note({
      zh: `可能没有读全：${reason}`,
      en: `It may not be all: ${reason}`,
    });
}

/** The ERP has no undo: a person says yes, or the command line does. */
async function requireYes(session: Session, { yes }: CallOptions, words: string): Promise<void> {
  if (yes) return;
  const { stdin, stdout } = session.io;
  const canAsk = stdin.isTTY === true && stdout.isTTY === true && !session.json;
  session.note({ zh: words, en: words });
  if (canAsk && (await confirmWrite(session.lang))) return;
  throw new HubError({
    code: 'write_not_confirmed',
    exitCode: 3,
    zh: '没有确认，什么都没有发送。',
    en: 'Not confirmed; nothing was sent.',
    nextZh: '确认要写入请加 --yes；--dry-run 显示会发送什么',
    nextEn: 'Add --yes to write; --dry-run shows what would be sent',
  });
}
