import { resolve } from 'node:path';
import type { Language } from '@bangqiao/core';
import type { Command } from 'commander';
import { makeBackup } from '../backup/backup.ts';
import { type Manifest, rowsIn } from '../backup/manifest.ts';
import { chinaTime } from '../words/china-time.ts';
import { addVerb, type CliContext } from './session.ts';

/** `backup`: the database into one file, while the service runs. */
export function backupVerb(program: Command, context: CliContext): void {
  addVerb<{ portable?: boolean }>(program, context, {
    usage: 'backup <file>',
    summary: {
      zh: '备份数据库（不用停服务），写完再核对一遍',
      en: 'back the database up while it is in use, and check what was written',
    },
    setUp: (command, text) =>
      command.option(
        '--portable',
        text({
          zh: '写成两种数据库都能恢复的格式（用来从 SQLite 换到 PostgreSQL）',
          en: 'in a form that either database can take (to move from SQLite to PostgreSQL)',
        }),
      ),
    work: async (session, { portable = false }, name = '') => {
      const file = resolve(session.io.cwd, name);
      const config = session.config();
      const manifest = await makeBackup(config, file, { portable, now: () => new Date() });
      session.result({ backup: { file, ...manifest } }, backupText(file, manifest, session.lang));
      session.note({
        zh: '备份里只有数据库；营业执照图片（storage/licences）和 config.yaml 请另外复制。备份含客户资料，请妥善保管。',
        en: 'It holds the database alone: copy the licences (storage/licences) and config.yaml as well. It holds people’s data: keep it safe.',
      });
    },
  });
}

export function backupText(file: string, manifest: Manifest, lang: Language): string {
  const { counts, schema, erp, at } = manifest;
  const customers = counts.customers_unified ?? 0;
  const rows = rowsIn(manifest);
  return lang === 'zh'
    ? `${file}\n${chinaTime(at)} 的快照：${customers} 位客户，共 ${rows} 行，数据库版本 ${schema}，${erp ? `ERP ${erp.account} @ ${erp.base_url}` : '还没有连接过 ERP'}。已核对。`
    : `${file}\nSnapshot of ${chinaTime(at)}: ${customers} customers, ${rows} rows in all, database version ${schema}, ${erp ? `ERP ${erp.account} @ ${erp.base_url}` : 'no ERP so far'}. Checked.`;
}
