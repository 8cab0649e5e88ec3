import type { ErrorCode } from './error-table.ts';
import { namedField, QUOTED } from './named-field.ts';

/**
 * The one place where the ERP's Chinese words are understood; nothing else looks into a message text, but for the field that it
 * names (`named-field.ts`). The words of a dead session come from wire.md "Login"; the others are how such systems usually put it.
 */
const SESSION = /登[录陆]|鉴权|会话|session|token|过期|失效/i;
/** Words that state that the session is over. */
const SESSION_OVER = /登[录陆](超时|已?过期|已?失效)|未登[录陆]|会话(已)?(超时|过期|失效)|鉴权失败/;
const LOG_IN_AGAIN = /重新登[录陆]/;
const SESSION_OVER_EN =
  /(session|token)[^【“「]{0,3}(time-?out|timed out|expired|invalid)|(invalid|expired)[^【“「]{0,3}(session|token)/i;
/** What may stand before words that are themselves in brackets: `系统提示：【登录超时】`. */
const LEAD =
  /系统|温馨|友情|操作|保存|处理|返回|提示|提醒|注意|错误|异常|警告|消息|信息|失败|结果|状态|原因|说明|详情|代码|alert|msg|message|error/gi;
const CAPTCHA = /验证码|rndcode|captcha/i;
/** Other ways to prove that one is a person: of a login only, elsewhere a customer may make 滑块. */
const HUMAN_CHECK = anyOf(CAPTCHA, /安全验证|滑块|动态(口令|码)|短信验证/);
const MISSING_HANDLER = /找不到.{0,6}(处理程序|接口)|(处理程序|接口)(不存在|未找到|没有找到|未实现)/;
const CONTENT_TYPE = /zsml|content-?type|请求类型|内容类型/i;
const DUPLICATE =
  /重复(?!提交|操作|点击|请求|执行)|已存在|已经存在|已被((其[他它]|别的|另一)?(客户|单位|联系人)[^，。；]{0,20})?(使用|占用)|已有(相同|同名)|相同的|不唯一|被占用|查重/;
const MISSING_FIELD = /必填|不能为空|不可为空|不得为空|请(输入|填写|选择|录入)|未(填写|选择)|缺少/;
const TOO_LONG =
  /过长|太长|超[过出].{0,12}(长度|字|(?<!单)位)|长度.{0,6}(超|不能|不得|最多|大于)|字以内|最多.{0,6}(字|位)|截断/;
const RIGHTS =
  /权限|无权|没有权|未授权|权利|越权|(客户|单位|单据|记录|数据)不在[^，。；]{0,8}业务范围|不在.{0,8}((可见|可视|查看|管辖).{0,4}范围|(管理|数据|授权|负责|访问|部门)范围)|不在(您|你|本人|当前(登[录陆]人|(登[录陆]|操作|业务)?(用户|[账帐]号|人?员))|该?用户|该?[账帐]号).{0,8}范围/;
/** Out of sight, said without a word of rights: `您不能查看该客户`. */
const OUT_OF_SIGHT =
  /(不能|不可以?|不允许|禁止|不得)(再)?(查看|访问|浏览|打开|读取)|无法(查看|浏览)|([您你]|用户|[账帐]号).{0,6}无法(访问|打开|读取)|拒绝访问|访问被拒|denied|forbidden/i;
const NOT_FOUND =
  /不存在|未找到|找不到|没有找到|未查到|查不到|已(经)?(被)?(删除|作废)|(无此|没有此|没有该|没有这个)(客户|数据|单据|记录)|查无|无效的?(客户|单据|记录)|尚未(保存|建立|创建|录入|生成)/;
/** A value that is not among the choices of its field; no word about the record itself. */
const NO_SUCH_CHOICE = /(分类|来源|行业|区域|程度|评估|方式|选项|枚举|人员|用户).{0,30}不存在/;
const INVALID = /格式|不正确|不合法|非法|无效|不符合|有误|参数(错误|异常|不对)|(不在|超出|超过).{0,8}范围/;
/** A machine's time is over, whoever's it is: `操作已超时`. `登录超时` is the session's. */
const TIMED_OUT = /(?<!(登[录陆]|会话)(已经?)?)超时|time-?out|timed out/i;
/**
 * The office's time is over: `超时未跟进`, `审批超时`, `已被收回`. Such words refuse, and are about one record: `ownWords` turns
 * their 超时 into 逾期.
 */
const OVERDUE =
  /逾期|超时[仍尚还]?未(?!响应|返回|应答|完成)|超时的?(客户|单位|订单|合同|单据|回款|[收退]回|回收)|(跟进|联系|[拜回]访|审[核批]|领[用取]|保护)(时间|期限?|已经?|处理)*超时|(客户|单位|订单|合同|单据|回款)已经?超时|(被|自动)(系统)?([收退]回|回收)|已退回公海/;
/** The system's own trouble, which passes: no word about what was asked. `系统维护` may be part of a company's name. */
const BUSY = anyOf(
  /(系统|服务器?|网络|数据库|程序)(内部|发生|出现|连接|正在|正|太|暂时|未知)*(繁忙|忙|异常|出错|错误|故障)/,
  /(系统|服务器?|数据库)(正在|正|在)?(维护|升级)(中(?!心)|期间|(?=[\s，。！；,.!;]|$))|(^|网站|平台)正在(维护|升级)/,
  /(稍[后候等]|[秒分钟]后)再?[试重]|请稍[后候等]|请重试|请再试|频繁|重复(提交|操作|点击|请求|执行)/,
  TIMED_OUT,
  /服务器?[未无没]有?响应|死锁|try again|server (is )?(busy|error)|internal error|deadlock/i,
);
/** Turned away for now, whatever is said beside: `操作过于频繁，本次请求无效`. */
const TURNED_AWAY = anyOf(/繁忙|频繁|稍[后候等]再?[试重]/, TIMED_OUT);
/** `在与 SQL Server 建立连接时……未找到或无法访问服务器`: what was not found is its database. */
const DATABASE_AWAY = /无法访问服务器|与 ?SQL Server/i;
/** Trouble beside no reason at all: enough to doubt that nothing was stored, not to try again and again. */
const TROUBLE = /异常|出错|错误|故障|繁忙|\b(error|exception)\b/i;
/** What a record that is there may be answered with too: whose it is, how it stands, whom to ask. */
const OF_ONE_THERE =
  /由.{0,10}(管理|负责|跟进|保护)|归属|属于|保密|隐藏|屏蔽|公开|共享|受限|限制|只能|仅|管理员|主管|领导|审[核批]|锁定|编辑|占用|使用|归档|冻结|停用|保护|领用|领取|无法(查看|访问)|移交|转移|转让|公海|[收退]回|回收|跟进|超时|逾期|业务员|经理|联系/;
const PASSWORD = /密码|用户名|账号|帐号|用户不存在|用户名或/;
/** `请输入正确的密码`: it was read, and found wrong. */
const WRONG = /正确|错误|有误|不符|不对|无效|失败/;
const CREDENTIALS = /密码|用户名|用户不存在/;
const LOCKED = /锁定|停用|禁用|冻结/;
const LOGIN_BUSY =
  /繁忙|稍后|维护|升级中|在线(用户|人数)|并发|授权(数|用户)|(授权|许可|试用期?)已?(到期|过期)|超过.{0,6}用户|网络异常|系统异常/;
/** A reminder: whoever reads `您的密码将于7天后过期` is logged in. */
const EXPIRES_LATER = /(将于|将在|即将|还有|剩余)[^，。；]{0,12}(到期|过期|失效)/;
/** A step that stands between the password and the session; `请先阅读公告` and `请联系管理员` are none. */
const ASKS = /请先登[录陆]|请先?(输入|完成|拖动|绑定|激活|认证|验证|修改)/;
const SUCCESS = /(?<![不未])成功|^ok$|^success$/i;
const FAILURE = /失败|不成功|未成功|不能|不允许|不可|无法|错误|异常|拒绝|超过|超出/;
/** Stored, and waiting for somebody: `已提交，审核通过前不可修改`. */
const ACCEPTED = /已(提交|保存|受理)|待审[核批]/;
const HARD_FAILURE = /失败|不成功|未成功/;

/**
 * What a refusal is about: the first line that fits its own words (`ownWords`) decides. The order is the meaning: what is wrong
 * with a value or a record outweighs `系统错误：` before it, and trouble that passes says nothing of anybody's sight.
 */
const REFUSALS: readonly [words: RegExp, code: ErrorCode][] = [
  [MISSING_HANDLER, 'missing_handler'],
  [DUPLICATE, 'duplicate'],
  [CAPTCHA, 'captcha_demanded'],
  [TOO_LONG, 'too_long'],
  [RIGHTS, 'no_permission'],
  [MISSING_FIELD, 'missing_field'],
  [NO_SUCH_CHOICE, 'invalid_value'],
  [DATABASE_AWAY, 'server_error'],
  [NOT_FOUND, 'not_found'],
  [TURNED_AWAY, 'server_error'],
  [INVALID, 'invalid_value'],
  [BUSY, 'server_error'],
  [OUT_OF_SIGHT, 'no_permission'],
];

export interface Classified {
  code: ErrorCode;
  field: string | null;
  /** The system's own trouble stands in it: what was asked for may have been done all the same. */
  isTrouble: boolean;
}

/** What a refusal is about, leaving the session aside: whoever asks has dealt with a dead token already. */
export function classifyRefusal(message: string): Classified {
  const words = ownWords(message);
  const code = codeOf(words);
  const isUnsaid = code === 'business_refusal' && !OVERDUE.test(words);
  const isTrouble = code === 'server_error' || BUSY.test(words) || (isUnsaid && TROUBLE.test(words));
  return { code, field: namedField(message), isTrouble };
}

function codeOf(words: string): ErrorCode {
  return REFUSALS[lineOf(words)]?.[1] ?? 'business_refusal';
}

/** The line of `REFUSALS` that decides; the one after the last where none fits. */
function lineOf(words: string): number {
  const at = REFUSALS.findIndex(([says]) => says.test(words));
  return at < 0 ? REFUSALS.length : at;
}

/** Turned away because there is too much at once: fewer calls help. */
export function asksForPatience(message: string): boolean {
  return TURNED_AWAY.test(ownWords(message));
}

/** Of several texts of one refusal (`系统错误` beside what is wrong) the one that tells most; '' when there is none. */
export function mostTelling(texts: readonly string[]): string {
  const said = texts.filter((text) => text !== '').map((text) => ({ text, line: lineOf(ownWords(text)) }));
  return said.sort((a, b) => a.line - b.line)[0]?.text ?? '';
}

/** Words that nobody foresaw, of a kind that a record which is there gets too: they prove no absence. */
export function maySpeakOfOneThere(message: string): boolean {
  return OF_ONE_THERE.test(message);
}

/** The message without the values that it quotes, unless it stands in quotes itself. */
function ownWords(message: string): string {
  const bare = message.replace(QUOTED, ' ');
  const own = /\p{L}/u.test(bare.replace(LEAD, '')) ? bare : message;
  return OVERDUE.test(own) ? own.replaceAll('超时', '逾期') : own;
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
}

/** Words that make a refusal with a non-zero status a sign of a dead token (wire.md "Login"); plain ones in quotes too. */
export function speaksOfSession(message: string): boolean {
  return SESSION.test(ownWords(message)) || plainlySaysLogIn(message);
}

/** Stricter: an answer with status 0 that shows a message instead of the record. */
export function plainlySaysLogIn(message: string): boolean {
  return [SESSION_OVER, SESSION_OVER_EN, LOG_IN_AGAIN].some((words) => words.test(message));
}

/** Stricter still: not advice, a statement. */
export function saysSessionIsOver(text: string): boolean {
  return SESSION_OVER.test(text);
}

export function saysHandlerMissing(text: string): boolean {
  return MISSING_HANDLER.test(text);
}

/** An old system that wants `application/zsml` says so in words (wire.md "Four styles"). */
export function demandsContentType(text: string): boolean {
  return CONTENT_TYPE.test(text);
}

/** What an unread body is told with: the request as a whole is at fault, no password and nothing that it asks for. */
const REQUEST = /请求|报文|参数|数据|媒体类型|格式|json|request|media type/i;
const AT_FAULT =
  /错误|有误|不正确|不合法|非法|无效|不(被)?支持|无法(解析|识别|读取)|解析失败|bad|invalid|unsupported/i;
const OF_LOGIN =
  /用户|密码|口令|账号|帐号|登[录陆]|次数|锁定|验证码|在线|授权|rndcode|captcha|user|password|account|credential/i;

/** `请求格式错误`: an old system may mean the content type and not know it (wire.md "Four styles"). */
export function saysRequestUnread(message: string): boolean {
  return REQUEST.test(message) && AT_FAULT.test(message) && !OF_LOGIN.test(message);
}

export type LoginRefusal = 'captcha_demanded' | 'login_refused' | 'login_unavailable' | 'missing_handler';

/** Unknown words count as a refused password: trying on is what locks an account (wire.md "Login"). */
export function classifyLoginRefusal(message: string): LoginRefusal {
  if (MISSING_HANDLER.test(message)) return 'missing_handler';
  if (HUMAN_CHECK.test(message)) return 'captcha_demanded';
  if (LOGIN_BUSY.test(message) && !CREDENTIALS.test(message) && !LOCKED.test(message))
    return 'login_unavailable';
  return 'login_refused';
}

/** Whether the message of a login answered with status 0 refuses it: other words with no session beside them say nothing. */
export function saysLoginRefused(message: string): boolean {
  if (SUCCESS.test(message) && !FAILURE.test(message)) return false;
  const isReminder = EXPIRES_LATER.test(message) && !WRONG.test(message);
  if (PASSWORD.test(message) && !isReminder) return true;
  return [LOCKED, HUMAN_CHECK, LOGIN_BUSY, MISSING_HANDLER, RIGHTS, FAILURE].some((words) =>
    words.test(message),
  );
}

/** Something is to be done before anybody is logged in: no word against the password, which may be sent another time. */
export function asksForAStepFirst(message: string): boolean {
  return ASKS.test(message) && !SUCCESS.test(message);
}

/** The server saw no user name or password at all: it did not read the body, so nothing counted against the account. */
export function saysCredentialsAbsent(message: string): boolean {
  return /用户名|密码|账号|帐号/.test(message) && MISSING_FIELD.test(message) && !WRONG.test(message);
}

/**
 * Whether the message object of a save answered with status 0 tells of failure. A plain 成功 or 已提交 wins over a warning beside
 * it (the read-back settles it), 失败 and 不成功 win over everything.
 */
export function saveSaysFailure(title: string, text: string): boolean {
  const said = [text, title].map(ownWords);
  if (said.some((words) => HARD_FAILURE.test(words))) return true;
  if (said.some((words) => SUCCESS.test(words) || ACCEPTED.test(words))) return false;
  return said.some(
    (words) => FAILURE.test(words) || OVERDUE.test(words) || codeOf(words) !== 'business_refusal',
  );
}

/** Whether it says in so many words that it was stored: what it quotes beside is no reason to save again. */
export function saveSaysStored(title: string, text: string): boolean {
  const said = [text, title].map(ownWords);
  return said.some((words) => SUCCESS.test(words)) && !said.some((words) => HARD_FAILURE.test(words));
}
