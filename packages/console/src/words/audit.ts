import type { Words } from './words.ts';

export const auditWords = {
  atKeyboard: { zh: '{who}（命令行）', en: '{who} (command line)' },
  byCommand: { zh: '执行命令 {verb}', en: 'ran the command {verb}' },
} as const;

/** What somebody did, where the summary of the API's document is too long, and what commands do. */
export const DEEDS: Record<string, Words> = {
  'conflicts.resolve': { zh: '裁定冲突：', en: 'settled conflicts of' },
  'rules.activate': { zh: '启用规则', en: 'put the rules in force,' },
  'runs.undo': { zh: '撤销同步：', en: 'undid a run,' },
  import: { zh: '从文件导入客户', en: 'imported customers from a file' },
  sync: { zh: '同步', en: 'synced' },
  pull: { zh: '读取 ERP', en: 'read the ERP' },
  push: { zh: '写入 ERP', en: 'wrote to the ERP' },
  apply: { zh: '执行计划', en: 'applied a plan' },
  undo: { zh: '撤销同步', en: 'undid a run' },
  call: { zh: '直接调用 ERP 的接口', en: 'called the ERP directly:' },
  export: { zh: '导出一位客户的全部资料', en: 'exported all of a customer' },
  erase: { zh: '删除客户资料', en: 'erased data of a customer' },
  restore: { zh: '恢复以前的值或备份', en: 'restored a former value or a backup' },
  rebind: { zh: '让数据库重新认 ERP', en: 'bound the database to the ERP anew' },
  migrate: { zh: '升级或接管数据', en: 'brought the database up to date' },
  'conflicts resolve': { zh: '裁定冲突', en: 'settled conflicts' },
  'journal retry': { zh: '让写入再试一次', en: 'had a write tried again' },
  'journal cancel': { zh: '取消写入', en: 'cancelled a write' },
  'rules activate': { zh: '启用规则', en: 'put rules in force' },
  'user add': { zh: '添加用户', en: 'added a user' },
  'user disable': { zh: '停用用户', en: 'disabled a user' },
  'user enable': { zh: '恢复用户', en: 'enabled a user' },
  'user password': { zh: '改用户的密码', en: 'changed a password' },
  'token add': { zh: '新建接口令牌', en: 'made an API token' },
  'token revoke': { zh: '吊销接口令牌', en: 'revoked an API token' },
  'people rekey': { zh: '更换企业微信客户 ID', en: 'moved customers to new WeCom ids' },
};
