export const setupWords = {
  title: { zh: '设置助手', en: 'Setup assistant' },
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
    zh: '登录一次，读客户列表的第一页，再退出；不写。错的密码不会再试',
    en: 'signs in once, reads the first page of customers, signs out; a wrong password is not tried twice',
  },
  connect: { zh: '连接这套 ERP', en: 'Join this ERP' },
  connectEffect: {
    zh: '换到这套 ERP：先只读，不写；看过第一份计划后由您打开写入。演示的数据放到一边，用户保留',
    en: 'from now on this ERP: read only, until you have seen the first plan. Data of the demo are put aside, users stay',
  },
  joining: {
    zh: '正在换到这套 ERP，几秒钟就好…',
    en: 'Changing over to this ERP, a few seconds…',
  },
  restart: {
    zh: '已写进 {file}。请重新启动邦桥，然后回到这一页。',
    en: 'Written to {file}. Start Bangqiao anew and come back here.',
  },
  joined: { zh: '已连接 {url}，账号 {account}。', en: 'Joined to {url} as {account}.' },
  joinedStandIn: {
    zh: '现在连接的是模拟 ERP，可以放心试；要连自己的 ERP，填下面三项。',
    en: 'Joined to the stand-in ERP, safe to try; for your own fill in the three below.',
  },
  optionsLead: {
    zh: '邦桥在您的 ERP 里认出了这些；新建客户时只会用到这些选项。',
    en: 'This is what Bangqiao finds in your ERP; new customers use only these options.',
  },
  optionsReading: {
    zh: '正在读取列表、选项和用户，只读，不改动…',
    en: 'Reading list, options and users; nothing is changed…',
  },
  optionCount: { zh: '{count} 项', en: '{count}' },
  wechatLead: {
    zh: '可以先跳过。没有微信来源时，邦桥只读取和整理 ERP 的客户。',
    en: 'May be skipped. Without one Bangqiao only reads and tidies the customers of the ERP.',
  },
  wechatGuide: { zh: '接企业微信、会话存档或桥接程序：', en: 'WeCom, its archive, or a bridge: ' },
  wechatGuideLink: { zh: '使用指南「集成方案」', en: 'the guide “Integration”' },
  wechatImport: { zh: '用文件导入：', en: 'From a file:' },
  wechatCount: { zh: '现在有 {count} 位来自微信的联系人和线索。', en: '{count} contacts and leads so far.' },
  rulesLead: {
    zh: '现在启用第 {version} 版规则，共 {count} 条；今天按它准入了 {admitted} 位。',
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
  willWrite: { zh: '{kind}：{count} 位', en: '{kind}: {count}' },
  cost: { zh: '大约 {calls} 次 ERP 调用，{minutes} 分钟', en: 'about {calls} calls, {minutes} minutes' },
  toPlan: { zh: '看计划里的每一位', en: 'See everybody in the plan' },
  begin: { zh: '开始', en: 'Begin' },
  beginEffect: {
    zh: '把这些写进 ERP，每一次写完都回读核对；以后自动同步',
    en: 'writes these to the ERP, each read back; from now on it syncs by itself',
  },
  switchOnEffect: {
    zh: '打开自动同步：以后准入的客户和改动会写进 ERP',
    en: 'switches syncing on: whoever is let in from now on is written to the ERP',
  },
  isOn: { zh: '自动同步已打开，设置完成。', en: 'It syncs by itself now; you are done.' },
  toOverview: { zh: '到总览看看', en: 'To the overview' },
} as const;

/** The ERP's own short names of its option lists. */
export const OPTION_LISTS: Record<string, { zh: string; en: string }> = {
  sort1: { zh: '客户分类', en: 'Categories' },
  ly: { zh: '客户来源', en: 'Sources' },
  trade: { zh: '行业', en: 'Industries' },
  area: { zh: '区域', en: 'Regions' },
  jz: { zh: '价值评估', en: 'Value' },
  followup: { zh: '跟进方式', en: 'Kinds of follow-up' },
  level: { zh: '跟进程度', en: 'Follow levels' },
};
