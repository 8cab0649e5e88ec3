/** Who has to act: the operator's settings, nobody (wait), the ERP's administrator, or the person who owns the record. */
export type Blame = 'config' | 'transient' | 'system' | 'business';
export type Action = 'retry' | 'relogin' | 'park' | 'fail' | 'slow_down';
export interface ErrorRow {
  blame: Blame;
  action: Action;
  zh: string;
  en: string;
  nextZh: string;
  nextEn: string;
}

/** Every way a call can fail. README.md shows the same table; a test keeps the two in step. */
export const ERROR_TABLE = {
  unreachable: {
    blame: 'transient',
    action: 'retry',
    zh: '连接不上 ERP 服务器',
    en: 'The ERP server cannot be reached',
    nextZh: '检查网络和服务器；程序会自动再试',
    nextEn: 'Check the network and the server; it is tried again by itself',
  },
  refused_connection: {
    blame: 'transient',
    action: 'retry',
    zh: 'ERP 服务器拒绝连接',
    en: 'The ERP server refuses the connection',
    nextZh: '确认 ERP 服务已启动、端口正确；程序会自动再试',
    nextEn: 'See that the ERP runs and the port is right; it is tried again by itself',
  },
  timed_out: {
    blame: 'transient',
    action: 'slow_down',
    zh: 'ERP 没有在规定时间内应答',
    en: 'The ERP did not answer in time',
    nextZh: '程序会放慢并再试；经常出现时请调低并发或每分钟调用数',
    nextEn:
      'It slows down and tries again; if this is frequent, lower the concurrency or the calls per minute',
  },
  connection_lost: {
    blame: 'transient',
    action: 'retry',
    zh: '与 ERP 的连接中断',
    en: 'The connection to the ERP was lost',
    nextZh: '程序会自动再试；写入会先核对再决定',
    nextEn: 'It is tried again by itself; a write is checked first',
  },
  dns_failed: {
    blame: 'config',
    action: 'retry',
    zh: 'ERP 地址的主机名无法解析',
    en: 'The host name of the ERP address cannot be resolved',
    nextZh: '检查配置里的 base_url',
    nextEn: 'Check base_url in the configuration',
  },
  http_error: {
    blame: 'system',
    action: 'fail',
    zh: 'ERP 服务器返回了错误状态',
    en: 'The ERP server answered with an HTTP error',
    nextZh: '检查 base_url 是否指向 ERP，或联系 ERP 管理员',
    nextEn: "Check that base_url points to the ERP, or ask the ERP's administrator",
  },
  server_error: {
    blame: 'transient',
    action: 'slow_down',
    zh: 'ERP 服务器内部错误',
    en: 'The ERP server failed internally',
    nextZh: '程序会放慢并再试；持续出现请联系 ERP 管理员',
    nextEn: "It slows down and tries again; if it lasts, ask the ERP's administrator",
  },
  empty_body: {
    blame: 'transient',
    action: 'retry',
    zh: 'ERP 返回了空内容',
    en: 'The ERP answered with nothing',
    nextZh: '程序会自动再试',
    nextEn: 'It is tried again by itself',
  },
  html_answer: {
    blame: 'transient',
    action: 'retry',
    zh: 'ERP 返回了网页而不是数据',
    en: 'The ERP answered with a web page instead of data',
    nextZh: '程序会自动再试；持续出现时检查 base_url 和代理',
    nextEn: 'It is tried again by itself; if it lasts, check base_url and any proxy',
  },
  not_json: {
    blame: 'system',
    action: 'fail',
    zh: 'ERP 返回的内容无法解析',
    en: 'The answer of the ERP cannot be parsed',
    nextZh: '查看接口日志里的返回内容，联系 ERP 管理员',
    nextEn: "Look at the answer in the call log and ask the ERP's administrator",
  },
  missing_handler: {
    blame: 'system',
    action: 'fail',
    zh: '这套 ERP 没有这个接口',
    en: 'This ERP lacks the interface',
    nextZh: '确认 ERP 版本和已购模块',
    nextEn: 'Check the release of the ERP and the modules it has',
  },
  login_refused: {
    blame: 'config',
    action: 'fail',
    zh: 'ERP 拒绝了用户名或密码',
    en: 'The ERP refused the user name or password',
    nextZh: '改正用户名或密码后再试；同一密码不会再次提交，以免账号被锁',
    nextEn:
      'Correct the user name or password; the same one is not sent again, so that the account is not locked',
  },
  login_unavailable: {
    blame: 'transient',
    action: 'retry',
    zh: 'ERP 暂时不接受登录',
    en: 'The ERP does not accept logins at the moment',
    nextZh: '程序会稍后再试；检查授权和在线人数',
    nextEn: 'It is tried again later; check the licence and the number of users online',
  },
  captcha_demanded: {
    blame: 'config',
    action: 'fail',
    zh: 'ERP 登录要求输入验证码',
    en: 'The ERP demands a captcha at login',
    nextZh: '用这个账号在浏览器里登录一次解除验证码，再让程序重试',
    nextEn: 'Log in once with this account in a browser, then tell the program to try again',
  },
  login_known_bad: {
    blame: 'config',
    action: 'fail',
    zh: '这个密码之前已被 ERP 拒绝，没有再次提交',
    en: 'The ERP refused this password before; it was not sent again',
    nextZh: '改正密码',
    nextEn: 'Correct the password',
  },
  login_not_wanted: {
    blame: 'config',
    action: 'fail',
    zh: 'ERP 会话已失效，而配置不允许自动登录',
    en: 'The session is dead, and a login by itself is not allowed',
    nextZh: '用命令登录一次：bangqiao doctor；或打开 auth.auto_login',
    nextEn: 'Log in once by a command: bangqiao doctor; or switch auth.auto_login on',
  },
  session_dead: {
    blame: 'transient',
    action: 'relogin',
    zh: 'ERP 会话失效，重新登录后仍未恢复',
    en: 'The ERP session is dead and a new login did not help',
    nextZh: '检查是否有其他程序用同一账号登录',
    nextEn: 'See whether another program logs in with the same account',
  },
  no_permission: {
    blame: 'config',
    action: 'park',
    zh: 'ERP 账号没有这项权限',
    en: 'The ERP account has no right to do this',
    nextZh: '请 ERP 管理员给接口账号授权',
    nextEn: "Ask the ERP's administrator to grant the right to the account",
  },
  not_found: {
    blame: 'business',
    action: 'park',
    zh: 'ERP 里没有这条记录',
    en: 'The ERP has no such record',
    nextZh: '在 ERP 里核对这条记录',
    nextEn: 'Look for the record in the ERP',
  },
  duplicate: {
    blame: 'business',
    action: 'park',
    zh: 'ERP 查重：已有相同的资料',
    en: "The ERP's duplicate check found the same value",
    nextZh: '核对 ERP 里的同名或同号客户：是同一位，就把手机号或微信号补进那一条；不是，就改正这里的资料',
    nextEn:
      'Look at the customer that has the value: if it is the same one, add the phone or WeChat id there; if not, correct the value here',
  },
  missing_field: {
    blame: 'business',
    action: 'park',
    zh: 'ERP 要求的必填项没有填写',
    en: 'A field that the ERP requires is empty',
    nextZh: '补全必填项后再试',
    nextEn: 'Fill in the field, then try again',
  },
  too_long: {
    blame: 'business',
    action: 'park',
    zh: '有内容超过了 ERP 允许的长度',
    en: 'A value is longer than the ERP allows',
    nextZh: '缩短后再试',
    nextEn: 'Shorten it, then try again',
  },
  invalid_value: {
    blame: 'business',
    action: 'park',
    zh: '有内容不符合 ERP 的格式要求',
    en: 'A value does not have the format that the ERP wants',
    nextZh: '改正后再试',
    nextEn: 'Correct it, then try again',
  },
  invalid_request: {
    blame: 'business',
    action: 'park',
    zh: '请求有误，没有发出',
    en: 'The request is wrong and was not sent',
    nextZh: '改正后再试；bangqiao catalogue show 列出字段',
    nextEn: 'Correct it, then try again; bangqiao catalogue show lists the fields',
  },
  business_refusal: {
    blame: 'business',
    action: 'park',
    zh: 'ERP 拒绝了这次操作',
    en: 'The ERP refused the operation',
    nextZh: '按 ERP 给出的原因处理',
    nextEn: 'Act on the reason that the ERP gives',
  },
  protocol: {
    blame: 'system',
    action: 'fail',
    zh: 'ERP 返回的数据结构不是约定的样子',
    en: 'The answer of the ERP does not have the agreed shape',
    nextZh: '查看接口日志里的返回内容，反馈给开发者',
    nextEn: 'Look at the answer in the call log and report it',
  },
  budget_exhausted: {
    blame: 'transient',
    action: 'slow_down',
    zh: '这一轮的调用额度用完了',
    en: 'The budget of calls for this run is used up',
    nextZh: '下一轮继续；或调高额度',
    nextEn: 'The next run goes on; or raise the budget',
  },
  aborted: {
    blame: 'transient',
    action: 'retry',
    zh: '操作被中止',
    en: 'The operation was stopped',
    nextZh: '重新运行即可继续',
    nextEn: 'Run it again to go on',
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERROR_TABLE;
