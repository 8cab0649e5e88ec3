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
  needed: { zh: '填一个数', en: 'a number' },
  notSet: { zh: '没有设', en: 'not set' },
  connection: { zh: '连接 ERP', en: 'Join the ERP' },
  connectionLead: {
    zh: '换地址、账号或密码，用设置助手：每一步都先检查。',
    en: 'For another address, account or password: the assistant checks each step.',
  },
  toSetUp: { zh: '打开设置助手', en: 'Open the assistant' },
  alerts: { zh: '告警', en: 'Alerts' },
  alertsLead: {
    zh: '同步停了、登录被拒绝、写入积压、磁盘快满时，发到企业微信、钉钉、飞书的群或邮箱。渠道写在配置文件的 alerts 一节里。',
    en: 'When the sync stops, a login is refused, writes pile up or the disk fills, groups of WeCom, DingTalk, Feishu or an e-mail are told. Channels stand in the configuration file, under alerts.',
  },
  testAlerts: { zh: '发一条测试消息', en: 'Send a test' },
  testAlertsEffect: {
    zh: '真的发到每个已配置的群和邮箱；不动 ERP',
    en: 'really goes to every group and mailbox that is configured; the ERP is not touched',
  },
  reached: { zh: '已送到', en: 'taken' },
  notReached: { zh: '没有送到', en: 'not taken' },
  noChannel: {
    zh: '还没有配置告警渠道，所以什么也没发。请在配置文件里填 alerts.wecom_url（企业微信群机器人的地址）等，再重新启动。',
    en: 'No channel is configured, so nothing was sent. Set alerts.wecom_url (the address of a group robot) or another one in the configuration file and start anew.',
  },
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

export const CHANNELS: Record<string, { zh: string; en: string }> = {
  wecom: { zh: '企业微信群', en: 'WeCom group' },
  dingtalk: { zh: '钉钉群', en: 'DingTalk group' },
  feishu: { zh: '飞书群', en: 'Feishu group' },
  email: { zh: '邮箱', en: 'E-mail' },
};
