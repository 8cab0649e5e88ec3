export const setupWords = {
  title: { zh: '首次设置', en: 'Setting up' },
  lead: {
    zh: '五步，每一步都检查过再往下。随时可以离开，回来接着做。',
    en: 'Five steps, each checked before the next. Leave any time and come back.',
  },
  step: { zh: '第 {step} 步', en: 'Step {step}' },
  one: { zh: '地址和账号', en: 'Address and account' },
  two: { zh: '您的 ERP 里有什么', en: 'What your ERP has' },
  three: { zh: '微信来源', en: 'WeChat sources' },
  four: { zh: '规则', en: 'Rules' },
  five: { zh: '第一份计划', en: 'The first plan' },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '上一步', en: 'Back' },
  baseUrl: { zh: 'ERP 地址', en: 'Address of the ERP' },
  baseUrlHelp: {
    zh: '浏览器打开智邦时地址栏里的那一段，例如 http://192.168.1.10:9001',
    en: 'As in the browser when you open Zhibang, for example http://192.168.1.10:9001',
  },
  username: { zh: 'ERP 账号', en: 'Account' },
  password: { zh: 'ERP 密码', en: 'Password' },
  passwordHelp: {
    zh: '存进只有运行邦桥的账号能读的文件；不会显示，也不进日志。',
    en: 'Goes into a file that only the account running Bangqiao can read; never shown or logged.',
  },
  test: { zh: '测试连接', en: 'Test it' },
  testEffect: {
    zh: '只登录一次再退出，不读不写；错的密码不会再试',
    en: 'signs in once and out again; a wrong password is not tried twice',
  },
  connect: { zh: '保存这个连接', en: 'Keep this connection' },
  connectEffect: {
    zh: '写进配置文件，重新启动后用它；现在不改动 ERP',
    en: 'goes into the configuration, used after a restart; the ERP is not changed',
  },
  restart: {
    zh: '已写进 {file}。请在运行邦桥的窗口按 Ctrl+C，再执行 npm start，然后回到这一页。',
    en: 'Written to {file}. Press Ctrl+C in the window of Bangqiao, run npm start, and come back here.',
  },
  joined: { zh: '已连接 {url}，账号 {account}。', en: 'Joined to {url} as {account}.' },
  joinedStandIn: {
    zh: '现在连接的是模拟 ERP，可以放心试；要连自己的 ERP，填下面三项。',
    en: 'Joined to the stand-in ERP, safe to try; for your own fill in the three below.',
  },
  optionsLead: {
    zh: '这些是从您的 ERP 读来的；新建客户时只会用到它们。',
    en: 'These were read from your ERP; new customers use only these.',
  },
  optionsNone: {
    zh: '还没有读过。读取一次 ERP 就会出现，只读，不改动。',
    en: 'Not read yet. Reading the ERP once brings them; nothing is changed.',
  },
  pull: { zh: '读取 ERP', en: 'Read the ERP' },
  pullEffect: { zh: '只读，不改动 ERP', en: 'reads; the ERP is not changed' },
  optionCount: { zh: '{count} 项', en: '{count}' },
  wechatLead: {
    zh: '可以先跳过。没有微信来源时，邦桥只读取和整理 ERP 的客户。',
    en: 'May be skipped. Without one Bangqiao only reads and tidies the customers of the ERP.',
  },
  wechatImport: { zh: '用文件导入：', en: 'From a file:' },
  wechatCount: { zh: '现在有 {count} 位来自微信的联系人和线索。', en: '{count} contacts and leads so far.' },
  rulesLead: {
    zh: '现在启用的是第 {version} 版，{count} 条规则。按它们，不在 ERP 的客户里已有 {admitted} 位今天准入。',
    en: 'Version {version} is in force, {count} rules. By them {admitted} were let in today.',
  },
  rulesLook: { zh: '看看规则，需要时修改并试算', en: 'Look at the rules; change and try them if needed' },
  planLead: {
    zh: '先看清楚再写：这一步只列出将要写入的，点「开始」才写。',
    en: 'Look first: this only lists what would be written; nothing is before you begin.',
  },
  make: { zh: '列出第一份计划', en: 'List the first plan' },
  makeEffect: {
    zh: '读一遍 ERP，列出要新建和要关联的，不写入',
    en: 'reads the ERP, lists what would be created or linked; writes nothing',
  },
  nothing: {
    zh: '没有要写入的：该进 ERP 的都已经在了。',
    en: 'Nothing to write: whoever belongs into the ERP is there.',
  },
  toPlan: { zh: '看计划并开始', en: 'See the plan and begin' },
} as const;

/** The ERP's own short names of its option lists. */
export const OPTION_LISTS: Record<string, { zh: string; en: string }> = {
  sort1: { zh: '客户分类', en: 'Categories' },
  ly: { zh: '客户来源', en: 'Sources' },
  trade: { zh: '行业', en: 'Industries' },
  area: { zh: '区域', en: 'Regions' },
  jz: { zh: '价值评估', en: 'Value' },
};
