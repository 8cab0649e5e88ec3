export const settingsWords = {
  title: { zh: '设置', en: 'Settings' },
  live: { zh: '自动同步', en: 'Automatic sync' },
  liveLead: {
    zh: '改了就从下次同步起生效，不用重新启动。',
    en: 'A change acts from the next sync; no restart needed.',
  },
  fixed: { zh: '由配置文件定下（{key}），这里不能改', en: 'fixed by the configuration file ({key})' },
  isDefault: { zh: '默认', en: 'default' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，下次同步起生效。', en: 'Saved; the next sync obeys.' },
  saveEffect: { zh: '只改邦桥的设置，不动 ERP', en: 'changes Bangqiao only; the ERP is not touched' },
  on: { zh: '开', en: 'on' },
  off: { zh: '关', en: 'off' },
  notSet: { zh: '没有设', en: 'not set' },
  connection: { zh: '连接 ERP', en: 'Join the ERP' },
  connectionLead: {
    zh: '换地址、账号或密码，用设置助手：每一步都先检查。',
    en: 'For another address, account or password: the assistant checks each step.',
  },
  toSetUp: { zh: '打开设置助手', en: 'Open the assistant' },
  file: { zh: '配置文件里的全部设置', en: 'All settings of the configuration file' },
  fileLead: { zh: '改这些要编辑 {path}，再重新启动。', en: 'To change these edit {path} and start anew.' },
  noFile: {
    zh: 'config.yaml（现在没有，用的都是默认值）',
    en: 'config.yaml (there is none; all are defaults)',
  },
  audit: { zh: '谁改了什么', en: 'Who changed what' },
  noAudit: { zh: '还没有人改过什么', en: 'Nobody changed anything yet' },
  more: { zh: '再显示一些', en: 'Show more' },
  refused: { zh: '被拒绝', en: 'refused' },
  failed: { zh: '没有成功', en: 'failed' },
} as const;

export const UNITS: Record<string, { zh: string; en: string }> = {
  seconds: { zh: '秒', en: 'seconds' },
  points: { zh: '分', en: 'points' },
  rows: { zh: '行', en: 'rows' },
  calls: { zh: '次调用', en: 'calls' },
};
