import { anyOf } from './clauses.ts';
import { clauseAfter, clauseBefore } from './plain.ts';
import { SURNAMES } from './surnames.ts';

/** Whose a value is, as the words around it say; null where they say nothing. */
export type Whose = 'own' | 'other' | null;

/** People who are somebody else whenever they are named beside a number. */
export const PEOPLE = [
  '(?:男|女)?朋友|同事|老板娘?|领导|老公|老婆|爱人|丈夫|妻子|太太|媳妇|先生|儿子|女儿|孩子|爸爸?|妈妈?|父亲|母亲',
  '哥哥?|姐姐?|弟弟?|妹妹?|叔叔?|舅舅?|姑姑?|表[哥姐弟妹]|堂[哥姐弟妹]|亲戚|邻居|同学|室友|家人|对象|客户|甲方',
  '业主|房东|司机|师傅|助理|秘书|经理|主管|主任|会计|出纳|厂长|库管|仓管|合伙人|工程师|电工|设计师|门卫|前台|徒弟',
  '下属|徒弟|搭档|代理商?|供应商|供货商|厂家|经销商|货代|律师|老师|采购员|业务员|负责人|班组长|工头|包工头|总监',
  '老总|前任|上一任|接班的',
].join('|');
/** Words for a job or a place that are people only with a word for a telephone after them. */
const ROLES = [
  '采购部?|财务部?|销售部?|物流|快递员?|技术员?|技术部|售后|售前|仓库|安装工?|施工队|工地|现场|客服|门店|总机|行政|人事',
  '接货人?|提货人?|联系人|工厂|车间|物业|项目部',
].join('|');
const PHONE_WORD = '电话|手机|号码|号|微信|联系方式|联系|tel|vx|wx|邮箱|邮件|地址|e-?mail';
/** An office's mailbox or address is the company's own; its telephone is a colleague's. */
const PHONE_OF_ROLE = '电话|手机|号码|号|微信|联系方式|联系|tel|vx|wx';
const SURNAME_TITLE =
  '[一-鿿]{1,2}(?:经理|总|工|主任|师傅|老师|主管|厂长|会计|助理|队长|老板|姐|哥|部长|科长|处长)';

const OTHER = anyOf(
  [
    `(?:我们?|咱们?|俺|他们?|她们?|您|你们?|公司|单位|厂里?)(?:的|家|这边的?|那边的?|公司的?|厂里?的?|单位的?)?(?:${PEOPLE})[^。;!?\\n我]{0,10}?(?:${PHONE_WORD}|[:是]|$)`,
    `(?:${PEOPLE})[^。;!?\\n,我]{0,5}?的?(?:${PHONE_WORD})`,
    `(?:${ROLES})(?!要|用|员工)[^。;!?\\n,我]{0,6}?的?(?:${PHONE_OF_ROLE})`,
    `(?:我们|咱们|公司|单位)的?(?:${ROLES})部?\\s*:?\\s*$`,
    `(?:联系人|接货人|提货人)(?![^。;!?\\n]{0,5}(?:我|本人))[^。;!?\\n]{0,8}`,
    `(?:${PEOPLE})(?:那边|这边|那里)?(?:给|发|留|推)(?:我|过来|来)?的?[^。;!?\\n我]{0,16}$`,
    '(?:你|您)(?:们)?(?:那个|这个|的|那边的?|家的?)(?:号码?|电话|手机)?\\s*$',
    '(?:他|她|对方|人家|别人|他们|她们)的?(?:电话|手机|号|微信|联系方式|邮箱|地址|tel|:|是|$)',
    `(?:联系|找|打给|加|问|打|发给|寄给)(?:一下|下)?(?:我们?|他们?)?的?(?:${PEOPLE}|${ROLES}|他|她|对方|${SURNAME_TITLE}|老[一-鿿]|小[一-鿿]|阿[一-鿿])`,
    `(?:你们?|您|贵司|贵公司|咱们?)(?:公司|家|那边?|这边?|店|厂)?的?(?:${PEOPLE}|${ROLES}|老?板?)?(?:的|上|是)?(?:电话|手机|号|微信|热线|邮箱|地址|网站)`,
    '(?:拨打?|打|来|呼|接)(?:了|过|的|到)(?:是)?(?:个|一个)?(?:电话)?(?:是|的是|:)?$',
    '(?:来电|骚扰电话|诈骗|陌生号码?|这个号码?是|尾号|显示(?:的是|是)?|谁的(?:号|电话)?|热线|总机|中介|收到|短信|打来的?|打进来的?|看到)[^。;!?\\n]{0,4}$',
    '(?:旧|老|原来的?|以前的?|之前的?|原先的?|过去的?|曾经的?|前面那个|不用的)(?:手机)?(?:号码?|电话|手机|邮箱|地址|微信)',
    '(?:别|不要|不用|勿|甭|莫)再?(?:打|加|拨|用|联系|发|存|记)(?:这个|那个|到|给)?(?:号码?)?:?\\s*$',
    `(?:${PEOPLE}|他|她)(?:姓|叫|名字)[^。;!?\\n我]{0,10}?(?:${PHONE_WORD}|$)`,
    `(?:${PEOPLE})(?:的|那边|这边|那里)\\s*:?\\s*$`,
    `你们?(?:公司|家|那边?|店|厂)?的?(?:${PEOPLE}|${ROLES})[^。;!?\\n,我]{0,12}$`,
    `(?:^|[\\s,;。:(]|找|联系|(?<!我|我就)是)${SURNAME_TITLE}(?:的)?(?:电话|手机|号码?|微信)?[:是,]?\\s*$`,
    '(?:不是|非|并非)(?:我的?)?\\s*$',
    '(?:有个|有一个|来了个)(?:号码?|电话)?\\s*$',
    `(?:采购|财务|负责|对接|接洽|拍板|管[^。;!?\\n,我]{0,4})[^。;!?\\n,我]{0,6}是(?!我(?!们))[^。;!?\\n]{1,8}$`,
    `(?:我们|咱们?)(?:公司|单位|厂里?|这边)?的?${SURNAME_TITLE}[:,]?\\s*$`,
    '(?:打|拨|呼)(?:了|过|通|给)?[你您](?:们)?(?:的|这个|那个)?(?:号码?|电话|手机)?:?\\s*$',
  ],
  'g',
);

const OWN = anyOf(
  [
    '我(?:自己|本人|个人|这边|这里|这|那)?的?(?:个人|新|常用|办公|工作|另一个|另外一个|备用|私人|公司|长期|第二个)?的?(?:电话|手机|号码?|微信|联系方式|联系电话|tel|邮箱|邮件|地址|名片|e-?mail|本机|工作邮箱)(?!里|上|没|打不)',
    '我是',
    '(?:打|加|联系|发|找|call|呼|回)(?:给)?(?:到)?我(?!们?的?(?:朋友|同事|老板|老婆|老公|领导|财务|采购|仓库|司机|爱人|客户|哥|姐|弟|妹|妈|爸|儿|女|家|秘书|助理|师傅|合伙))',
    '我(?:的)?[:是]|本人|本机|新(?:手机)?(?:号码?|电话|邮箱)|新的(?:是|:)?\\s?$|改(?:成|为|用|到)|换(?:成|为|到|了)|以这个为准|应该是|正确的?(?:是|:)|微信同号|我自己的?',
  ],
  'g',
);

const AFTER_OTHER = anyOf([
  '^["\'”’)]?[\\s,]{0,2}(?:这个|那个)?(?:号码?|电话)?(?:就|请|麻烦)?(?:给|帮我|从[^。;!?\\n,]{0,6})?(?:删|拉黑|屏蔽|划掉|去掉|拿掉)',
  `^["'”’)]?[\\s,，:(-]{0,3}(?:这|那|这个|那个|这个号码?|这是|那是)?(?:是|为)?(?:我们?|咱们?|他们?|她们?|公司)?(?:的|家|公司的?)?(?:${PEOPLE}|他|她|别人|人家|对方)(?:[一-鿿]{0,3}的(?!\\s*[:是]?\\s*[+\\d])|的?电话|的?手机|的?号|的?微信|[),\\s]|$)`,
  `^["'”’)]?[\\s,:(-]{0,3}(?:这|那|这个|那个)?(?:号码?|电话)?(?:是|为)(?:我们?|公司)?(?:的)?(?:${ROLES})`,
  '^["\'”’)]?[\\s,:(]{0,3}(?:这|那)?(?:个)?(?:号码?|电话|邮箱)?(?:就)?(?:不是我的?|不是本人|是不是(?:你|您)|是你们?|是您|是谁|早?已?经?(?:停用|停机|注销|空号|作废|过期|换了|不用了)|(?:现在|早就|已经)不用|(?:打不通|没人接|无人接|一直占线)(?!就|的话|再|,?打)|是空号|打错|的(?:人|机主)|给我(?:打|发)|打给我(?:的|了)|打来|打过来|骚扰|是骗|是诈骗)',
  `^["'”’)]?[\\s,:(]{0,2}(?:你|您|直接|请)?(?:直接)?(?:找|联系|叫|问|打给)(?:一下)?(?:我们?|他们?)?的?(?:${PEOPLE}|${ROLES}|他|她|${SURNAME_TITLE}|老[一-鿿]|小[一-鿿])`,
  `^["'”’)]?[\\s,:(]{0,2}${SURNAME_TITLE}(?:[,。!?)\\s]|收|$)`,
  '^["\'”’)]?[\\s,:(]{0,2}(?:他|她)(?:是|叫|姓|会|来|负责|在)',
  '^[^。;!?\\n]{0,3}(?:是不是|对不对|对吗|是吗|吗)(?:[?？]|$)',
]);
const AFTER_OWN = new RegExp(
  `^[\\s,:(]{0,3}(?:这|这个)?(?:号码?|电话|邮箱)?(?:就?是)?(?:我(?:的|本人|自己|这边的)|本人|(?:我们|咱们?)(?:公司|厂里?|单位|这边)?的(?!${PEOPLE}|${ROLES}))`,
);
/** `示远有限公司,王小示,采购经理,138…`: a name card in one line, its title is the writer's own. */
const CARD = new RegExp(
  `^[^,。;!?你您他她找给让帮]{4,36}[,\\s/|]+${SURNAMES}[一-鿿]{1,2}[,\\s/|]+[一-鿿]{0,6}(?:经理|主管|总监|工程师|主任|厂长|总|采购员?|销售|业务员|负责人|会计)[,\\s/|]*(?:手机|电话|联系电话|tel|m)?[:.\\s]*$`,
);

/**
 * Whose number, address or e-mail stands at `start`–`end`. The nearest words before it decide, from `from` (the end of the
 * value before) on; words right after it (`是我同事的`, `这个不是我的`) overrule them.
 */
export function whoseIs(plain: string, start: number, end: number, from = 0): Whose {
  const after = clauseAfter(plain, end, true).slice(0, 24);
  if (AFTER_OWN.test(after)) return 'own';
  if (AFTER_OTHER.test(after)) return 'other';
  const reach = clauseBefore(plain, start, true).length;
  if (CARD.test(plain.slice(start - reach, start))) return 'own';
  const before = introducing(plain.slice(Math.max(from, start - reach), start).trimEnd());
  const other = lastEnd(before, OTHER);
  const own = lastEnd(before, OWN);
  if (other < 0 && own < 0) return null;
  return other >= own ? 'other' : 'own';
}

/** `我是示远公司的负责人`: the people named in it are the writer. */
function introducing(before: string): string {
  return before.replace(
    /(?:我|本人)(?:是|叫|姓|来自)(?!帮|替|给|代)[^。;!?\n,]{0,40}/g,
    (words) => `${' '.repeat(words.length - 2)}我是`,
  );
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const found of text.matchAll(pattern)) end = Math.max(end, found.index + found[0].length);
  return end;
}

const ANNOUNCES = new RegExp(
  `(?:发|给|推)(?:你|您)?[^。;!?\\n]{0,4}(?:${PEOPLE}|${ROLES}|他|她)[^。;!?\\n]{0,4}(?:电话|手机|号码?|微信|联系方式|邮箱)|(?:联系|找|打给|加)(?:一下|下)?(?:我们?|他们?)?的?(?:${PEOPLE}|${ROLES}|他|她)|(?:${PEOPLE}|他|她)的?(?:电话|手机|号码?|联系方式)[^。;!?\\n]{0,6}(?:发|给|推|是|:|如下)|(?:${ROLES})的?(?:电话|手机|号码?|联系方式)[^。;!?\\n]{0,4}(?:发|给|推)|(?:发|给|推)你.{0,6}(?:他|她|对方)的`,
);

/** The next number will be somebody else's: `我把仓库老刘的电话发你`. */
export function announcesOther(plain: string): boolean {
  return ANNOUNCES.test(plain);
}
