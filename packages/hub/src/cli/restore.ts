import { resolve } from 'node:path';
import { FIELDS, type SyncField } from '@bangqiao/core';
import type { Command } from 'commander';
import { restoreBackup } from '../backup/restore.ts';
import { checkedValue } from '../desk/checked-value.ts';
import { formerValues, restoreValue } from '../desk/restore.ts';
import { HubError } from '../errors.ts';
import { inWords } from '../explain/phrases.ts';
import { configuredTarget } from '../sync/hub.ts';
import { chinaTime } from '../words/china-time.ts';
import { backupText } from './backup.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';
import { renderTable } from './table.ts';

interface Options {
  from?: string;
  force?: boolean;
  sameErp?: boolean;
}

/** `restore`: a backup in the place of the database; or, with a field, one of the values that it had before. */
export function restoreVerb(program: Command, context: CliContext): void {
  addVerb<Options>(program, context, {
    usage: 'restore <what> [field]',
    changes: ({ from }, _what, field) => from !== undefined || field === undefined,
    summary: {
      zh: '恢复备份：restore 文件；查看、恢复客户某个字段以前的值：restore 客户 字段',
      en: 'put a backup back: restore FILE; the former values of a field, or one put back: restore CUSTOMER FIELD',
    },
    setUp: (command, text) =>
      command
        .option('--from <number>', text({ zh: '恢复字段的第几个值', en: 'which former value to put back' }))
        .option(
          '--force',
          text({
            zh: '备份取代现有的数据库（原来的留一份在旁边）',
            en: 'the backup replaces the database that is there (kept beside)',
          }),
        )
        .option(
          '--same-erp',
          text({
            zh: '备份属于同一个 ERP，只是换了地址或账号',
            en: 'the backup is of the same ERP, at a new address or under a new account',
          }),
        ),
    work: (session, options, what = '', field) =>
      field === undefined
        ? restoreFile(session, options, resolve(session.io.cwd, what))
        : restoreField(session, options, what, field),
  });
}

async function restoreFile(session: Session, { force, sameErp }: Options, file: string): Promise<void> {
  const config = session.config();
  const target = configuredTarget(config);
  const erp = target && { kind: target.kind, base_url: target.baseUrl, account: target.username };
  const { manifest, kept } = await restoreBackup(file, config, {
    force: force === true,
    sameErp: sameErp === true,
    erp,
    now: () => new Date(),
  });
  const before =
    kept === null ? '' : session.text({ zh: `\n原来的在 ${kept}`, en: `\nWhat was there: ${kept}` });
  session.result(
    { restored: { file, kept, ...manifest } },
    `${backupText(file, manifest, session.lang)}${before}`,
  );
  session.note({
    zh: '先运行一次 bangqiao sync：全量核对之前不会新建客户。恢复之前结束的会话不会自动记为跟进，等您发送：bangqiao followups list',
    en: 'Run bangqiao sync first: nobody is created before the ERP was read whole. Conversations that ended before this restore are held and become no follow-up by themselves: bangqiao followups list',
  });
}

function restoreField(session: Session, { from }: Options, who: string, field: string): Promise<ExitCode> {
  return withDatabase(session, async (store) => {
    if (!(field in FIELDS)) throw noSuch(field);
    const customer = await oneCustomer(store, who);
    const values = await formerValues(store.db, customer.id, field);
    if (from === undefined) {
      const zh = session.lang === 'zh';
      const headers = zh ? ['序号', '值', '时间', '由谁', '原因'] : ['no', 'value', 'at', 'by', 'why'];
      const rows = values.map((one) => [
        one.number,
        one.value,
        chinaTime(one.at),
        one.by,
        inWords(one.why)[session.lang],
      ]);
      const none = zh ? '没有以前的值。' : 'There are no former values.';
      session.result({ values }, rows.length === 0 ? none : renderTable(headers, rows));
      return;
    }
    const chosen = values.find(({ number }) => number === Number(from));
    if (!chosen) throw noSuch(from);
    const value = checkedValue(field as SyncField, chosen.value);
    await restoreValue(store, customer.id, field as SyncField, value, thisPerson());
    const said = {
      zh: `已恢复 ${field} = ${value}，下次同步按规则写入 ERP`,
      en: `${field} is ${value} again; the next sync sends it within its policy`,
    };
    session.result({ restored: { field, value } }, session.text(said));
  });
}

function noSuch(what: string): HubError {
  return new HubError({
    code: 'nothing_to_restore',
    exitCode: 2,
    zh: `没有可恢复的：${what}`,
    en: `Nothing to restore: ${what}`,
    nextZh: '先不带 --from 运行，看看以前的值',
    nextEn: 'Run it without --from to see the former values',
  });
}
