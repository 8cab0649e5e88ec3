import { HubError } from '../errors.ts';

export const backupErrors = {
  exists: (file: string) =>
    new HubError({
      code: 'backup_exists',
      exitCode: 2,
      zh: `${file} 已经存在，备份不会覆盖它。`,
      en: `${file} is there already; a backup overwrites nothing.`,
      nextZh: '换一个文件名，例如带上日期',
      nextEn: 'Choose another name, one with the date',
    }),
  notWritten: (file: string, cause: unknown) =>
    new HubError({
      code: 'backup_not_written',
      exitCode: 1,
      zh: `备份没有写成：${file}（${textOf(cause)}）`,
      en: `The backup was not written: ${file} (${textOf(cause)})`,
      nextZh: '检查那里的空间和权限，再试一次',
      nextEn: 'Look at space and rights there, and try again',
      cause,
    }),
  notOne: (file: string) =>
    new HubError({
      code: 'not_a_backup',
      exitCode: 2,
      zh: `${file} 不是邦桥的备份，或者读不了。`,
      en: `${file} is no backup of Bangqiao, or cannot be read.`,
      nextZh: '指定由 bangqiao backup 写出的文件',
      nextEn: 'Name a file that bangqiao backup wrote',
    }),
  damaged: (file: string, what: string) =>
    new HubError({
      code: 'backup_damaged',
      exitCode: 1,
      zh: `备份 ${file} 已损坏，没有恢复任何东西：${what}`,
      en: `The backup ${file} is damaged, nothing was restored: ${what}`,
      nextZh: '换一份备份；留意存放备份的磁盘',
      nextEn: 'Take another backup, and look after the disk that this one lay on',
    }),
  wouldOverwrite: (what: string) =>
    new HubError({
      code: 'restore_would_overwrite',
      exitCode: 2,
      zh: `这里已经有数据库（${what}），没有恢复。`,
      en: `There is a database already (${what}); nothing was restored.`,
      nextZh: '确定要用备份取代它，加 --force（原来的会留一份在旁边）',
      nextEn: 'To replace it, add --force (what is there now is kept beside it)',
    }),
  inUse: (who: string) =>
    new HubError({
      code: 'database_in_use',
      exitCode: 2,
      zh: `数据库正在使用：${who}`,
      en: `The database is in use: ${who}`,
      nextZh: '先停止服务（和正在运行的命令），再恢复',
      nextEn: 'Stop the service (and commands that run) first, then restore',
    }),
  otherErp: (ofBackup: string, configured: string) =>
    new HubError({
      code: 'backup_of_other_erp',
      exitCode: 2,
      zh: `备份属于另一个 ERP（${ofBackup}），而配置的是 ${configured}。`,
      en: `The backup belongs to another ERP (${ofBackup}); the configuration names ${configured}.`,
      nextZh: '如果就是同一个 ERP，只是换了地址或账号，加 --same-erp',
      nextEn: 'If it is the same ERP at a new address or account, add --same-erp',
    }),
};

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
