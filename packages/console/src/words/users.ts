import type { Words } from './words.ts';

export const usersWords = {
  title: { zh: '用户', en: 'Users' },
  lead: {
    zh: '谁可以进来，能做什么。这里的登录和 ERP 的登录是两回事。',
    en: 'Who may come in and do what. These logins are not those of the ERP.',
  },
  name: { zh: '用户名', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
  erpUser: { zh: 'ERP 里是谁', en: 'In the ERP' },
  erpNobody: { zh: '没有对应', en: 'nobody' },
  lastLogin: { zh: '上次登录', en: 'Last login' },
  never: { zh: '还没登录过', en: 'never' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '可以登录', en: 'may sign in' },
  disabled: { zh: '已停用', en: 'disabled' },
  disable: { zh: '停用', en: 'Disable' },
  enable: { zh: '恢复', en: 'Enable' },
  disableEffect: {
    zh: '停用后立刻退出登录，以前做的事都留着。',
    en: 'Signs them out at once; what they did stays.',
  },
  you: { zh: '（您）', en: '(you)' },
  add: { zh: '添加用户', en: 'Add a user' },
  addKey: { zh: '添加', en: 'Add' },
  addEffect: {
    zh: '只建立邦桥的登录，不会改动 ERP。',
    en: 'Makes a login of Bangqiao only; the ERP is not touched.',
  },
  password: { zh: '初始密码', en: 'First password' },
  passwordHelp: {
    zh: '至少 10 个字符。请当面告诉本人，登录后可以自己改。',
    en: 'At least 10 characters. Tell it in person; they can change it after signing in.',
  },
  setPassword: { zh: '重设密码', en: 'Set a new password' },
  passwordSet: {
    zh: '新密码已生效，{name}要用它重新登录。',
    en: 'It is set; {name} signs in with it from now on.',
  },
  newPassword: { zh: '新密码', en: 'New password' },
  save: { zh: '保存', en: 'Save' },
  erpHelp: {
    zh: '销售只看得到自己名下的客户，靠这里对应。',
    en: 'A seller sees only their own customers; this says whose they are.',
  },
  tokens: { zh: '接口令牌', en: 'API tokens' },
  tokensLead: {
    zh: '给程序用的钥匙，只能做勾选的事。没有程序要接就不用管。',
    en: 'Keys for programs, good only for what is ticked. Ignore them unless a program is joined.',
  },
  noTokens: { zh: '还没有接口令牌', en: 'No tokens yet' },
  revoke: { zh: '吊销', en: 'Revoke' },
  revoked: { zh: '已吊销', en: 'revoked' },
  tokenFor: { zh: '以 {user} 的权限', en: 'with the rights of {user}' },
  lastUsed: { zh: '上次使用', en: 'Last used' },
  own: { zh: '我的密码', en: 'My password' },
  current: { zh: '现在的密码', en: 'Current password' },
  change: { zh: '修改密码', en: 'Change it' },
  changeEffect: { zh: '其他地方的登录会随之退出。', en: 'Ends your sessions elsewhere.' },
  changed: { zh: '密码已修改。', en: 'The password is changed.' },
} as const;

export const ROLE_NAMES: Record<'administrator' | 'manager' | 'seller' | 'read_only', Words> = {
  administrator: { zh: '管理员', en: 'Administrator' },
  manager: { zh: '主管', en: 'Manager' },
  seller: { zh: '销售', en: 'Seller' },
  read_only: { zh: '只读', en: 'Read-only' },
};

export const ROLE_MEANINGS: Record<keyof typeof ROLE_NAMES, Words> = {
  administrator: { zh: '可以做所有的事，包括设置和用户', en: 'may do everything, settings and users too' },
  manager: { zh: '看全部客户，改规则，处理待办，启动同步', en: 'all customers, rules, decisions, runs' },
  seller: { zh: '只看自己名下的客户并处理它们', en: 'own customers only' },
  read_only: { zh: '只看，不能改；手机号打码', en: 'looks only; phones masked' },
};
