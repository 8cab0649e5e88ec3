export const loginWords = {
  title: { zh: '登录邦桥', en: 'Sign in to Bangqiao' },
  name: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  forgot: {
    zh: '忘记密码：请管理员重设，或在运行邦桥的电脑上执行 npx bangqiao user password 用户名',
    en: 'Forgot it: an administrator sets a new one, or run npx bangqiao user password NAME where Bangqiao runs',
  },
  firstTitle: { zh: '欢迎使用邦桥', en: 'Welcome to Bangqiao' },
  firstLead: {
    zh: '先建立管理员。之后可以在「用户」里添加同事。',
    en: 'First, the administrator. Colleagues are added later, under Users.',
  },
  code: { zh: '一次性代码', en: 'One-time code' },
  codeHelp: {
    zh: '启动邦桥的窗口里显示着它；这证明您就在这台电脑旁。',
    en: 'The window in which Bangqiao was started shows it; it proves that you sit at this machine.',
  },
  newPassword: { zh: '设置密码', en: 'Choose a password' },
  passwordHelp: {
    zh: '至少 10 个字符，长一些比复杂更安全。',
    en: 'At least 10 characters; long is safer than odd.',
  },
  create: { zh: '建立管理员并进入', en: 'Make the administrator and enter' },
  createEffect: {
    zh: '只在本机建立登录，不会连接 ERP。',
    en: 'Makes a login here only; the ERP is not touched.',
  },
} as const;
