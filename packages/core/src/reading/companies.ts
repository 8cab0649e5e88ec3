import { companyKey } from '../company.ts';
import { anyOf, lastEnd } from './clauses.ts';
import { companiesIn, type WrittenCompany } from './company-names.ts';
import type { Certainty, Fact } from './fact.ts';
import { type AskedFor, framedCompany, framePoints } from './framed.ts';
import { NEXT_OTHER, PARTNER } from './other-companies.ts';
import { CALLED, FULL_NAME, JOBS, OTHERS, PEOPLE } from './people.ts';
import { afterPlace } from './places.ts';
import { clauseAfter, clauseBefore } from './plain.ts';
import type { Asked } from './question.ts';

/** The customer's own companies in a text of `plainOf`; `ours`: keys of the names by which our side goes. */
export function companyFacts(plain: string, asked: Asked | null, ours: readonly string[]): Fact[] {
  const named: Fact[] = [];
  const written = companiesIn(plain);
  for (const one of written) {
    if (ours.includes(companyKey(one.name) ?? '')) continue;
    const former = named.at(-1);
    const listed =
      former &&
      AND.test(plain.slice(former.span.end, one.start)) &&
      !PARTNER.test(clauseAfter(plain, one.end));
    const certainty = listed ? former.certainty : claim(plain, one, asked);
    if (certainty !== null) named.push(factOf(one, certainty));
  }
  if (named.length > 0) return named;
  const other = asked?.company === 'other' ? null : framedCompany(plain, askedFor(asked));
  const isTheirs =
    other !== null &&
    !ours.includes(companyKey(other.name) ?? '') &&
    !written.some(({ start, end }) => start < other.end && other.start < end);
  return isTheirs ? [factOf(other, 'stated')] : [];
}

function askedFor(asked: Asked | null): AskedFor {
  if (asked?.company === 'own') return asked.name ? 'who' : 'company';
  return asked?.name && asked.company === undefined ? 'name' : null;
}

function factOf({ name, start, end }: WrittenCompany, certainty: Certainty): Fact {
  return { kind: 'company', value: name, span: { start, end }, certainty };
}

/** `示远有限公司和示通有限公司`: what holds for the one holds for the other. */
const AND = /^\s*(?:和|与|及|、|还有)\s*$/;

/** How surely a written name is the customer's own company; null when it is not. */
function claim(plain: string, written: WrittenCompany, asked: Asked | null): Certainty | null {
  const { start, end, form } = written;
  const before = clauseBefore(plain, start);
  const after = clauseAfter(plain, end);
  if (form === 'short' && A_KIND.test(before) && afterPlace(written.name) === null) return null;
  const corrected = SELF_CORRECTED.test(plain.slice(Math.max(0, start - 12), start));
  if (
    (NOT.test(before) && !corrected) ||
    NO_LONGER.test(after) ||
    PLACE_ONLY.test(after) ||
    PARTNER.test(after)
  )
    return null;
  if (NEXT_OWN.test(plain.slice(end, end + 12))) return 'stated';
  const own = lastEnd(before, plain.includes('乙方') ? OWN_AS_BUYER : OWN);
  const wide = clauseBefore(plain, start, true);
  if (NOW.test(before) && !THIRD.test(wide)) return 'stated';
  if (lastEnd(before, OTHER) > own) return null;
  if (isQuestion(plain, end) && !(asked?.company && /^ ?吧/.test(plain.slice(end)))) return null;
  if (own >= 0) return 'stated';
  if (HAS.test(wide)) return 'stated';
  const employed = MOVED.test(before) || (EMPLOYED.test(before) && WORKING.test(after));
  if (employed && !THIRD.test(wide)) return 'stated';
  if (asked?.company === 'other' || saidOfOther(plain, start, end)) return null;
  const forThem = FOR_THEM.test(before) && (SERVED.test(after) || DEPARTMENT.test(after));
  if (AFTER_OTHER.test(after) && !forThem) return null;
  if (asked?.company || INTRODUCING.test(wide)) return 'stated';
  if (CARRIER.test(written.name) && !UNDER_TITLE.test(before)) return null;
  return forThem || isSigned(plain, written, before, after) || framePoints(plain, written) >= SAID
    ? 'likely'
    : null;
}

/** `株式…不是 示航有限公司`: what was begun is taken back, not what follows. */
const SELF_CORRECTED = /(?:…|\.{2,})\s*不是[\s,]+$/;

/** `我司为一家雨伞厂`: a kind of firm, no name. */
const A_KIND = /(?:[一两几]家|一个)$/;

/** Points that make a name with an ending the writer's. */
const SAID = 2;

/** `现在跳到示远五金厂了`, `发错了,是示远五金厂`: the subject was said before, or nobody. */
const MOVED =
  /(?:^|现在|已经|刚|新)(?:跳槽?|调|换|转|来)[到去]了?$|(?:现在|如今)(?:这家|的|公司|单位)*在$|(?:^|现在|如今)(?:这家|的|公司|单位)*(?:叫|是|改叫)$|(?:不对|错了?)[,\s]*(?:应该)?是$|正确的?是$|后(?:改)?(?:叫|为|是)$/;
const NOW = /(?:现在|如今)(?:是?在|到|改?叫|改名)(?:为|叫)?\s*$/;
/** `我有两家公司,`. */
const HAS = /我们?(?:有|名下|开了?)[^,。]{0,6}(?:公司|厂|店)[,:\s]*$/;
/** `在示远五金厂干了十年`. */
const EMPLOYED = /(?:^|我|现在|目前)[在给]$/;
const WORKING = /^(?:工作|上班|打工|干|任职|当|做(?!的)|负责|管)/;
const THIRD = new RegExp(`${OTHERS}|${CALLED}`);
/** `我叫王小示,示远五金厂采购`. */
const INTRODUCING = /(?:^|[,\s])(?:我(?:叫|姓|是)|本人|免贵姓)[^,]{1,8},[^,]{0,2}$/;
/** `给示远有限公司报个价`, `寄到示远有限公司,王小示收`. */
const FOR_THEM = /(?:^|[^们他她户友事])(?:给|为|寄|寄到|发到|送到|寄往|发往|货送|导航到)$/;
const SERVED = /^[^,。]{0,4}(?:报|做个报价|出个?|开|核|算|寄|发|收)|^的?(?:仓库|前台|厂)|^就[好行]|^\s|^$/;

/** A name that stands by itself, like a signature, or is the one who wants or does something: `示远有限公司想订两台`. */
function isSigned(
  plain: string,
  { start, form, name }: WrittenCompany,
  before: string,
  after: string,
): boolean {
  const near = before.slice(before.lastIndexOf(' ') + 1);
  const isFirst = !/[\p{L}\p{N}]/u.test(near);
  if (!isFirst && !BESIDE.test(before) && !BESIDE.test(near)) return false;
  if (DEPARTMENT.test(after)) return true;
  if (form === 'full') return SIGNATURE.test(after) || ACTS.test(after) || !ABOUT_THEM.test(after);
  return (
    isFirst &&
    ((after.trim() === '' && isWanting(plain, start)) ||
      ((FIRM.test(name) || INSTITUTE.test(name)) && isWholeMessage(plain, name)) ||
      (start === plain.search(/\S/) && after === '的' && isWanting(plain, start)) ||
      (/^(?:\s|$)/.test(after) &&
        (afterPlace(name) !== null || BEHIND_ADDRESS.test(before)) &&
        FIRM.test(name)))
  );
}

/** `…北路201号 示耀灯饰门市 小示 138…`: whom the goods go to. */
const BEHIND_ADDRESS = /[一-鿿\d](?:[路街道镇村园区段][东南西北]?|[号栋幢楼室])\s+$/;
const INSTITUTE = /(?:服务中心|诊所|门诊部|幼儿园|卫生院)$/;
const isWholeMessage = (plain: string, name: string) =>
  plain.replace(/[\s,。!~]|你好|您好|的?(?:这边)?[哈啊呀哦]?$/g, '') === name;

/** More than a place where one is. */
const FIRM =
  /(?:厂|公司|集团|商行|[一-鿿]{2}[部社队]|[究计]院|[究务]所|工作室|[养农牧]场|苗圃|超市|门市|[工油酒]坊|[商品卖]店)$/;

/** What may follow it in its clause. */
const SIGNATURE = new RegExp(`^\\s*$|^[\\s(:|/·\\d-]|^${FULL_NAME}(?:$|[\\s:\\d-])`);
/** What may stand before it in its clause: greetings, the writer's name, title and numbers. */
const BESIDE = new RegExp(
  `^(?:[一-鿿]{2,6}:\\s*|.*(?:号|室|楼|栋|幢|路|园|街)\\s+|(?:[\\s\\d:()【】[\\]|/+@.a-z-]|你好|您好|在吗|请问|老板|老师|名片|采购|经理|电话|手机|微信|那?就?开?专?普?票|(?:要|帮忙?|请|麻烦)开|(?:麻烦|帮忙?|请)?查(?:一?下|询)?|${FULL_NAME})*)$`,
);
const ACTS =
  /^(?:这边|我们|现在?|目前|最近|已经?|刚刚?|昨天|今天|给你们?|向你们?)*(?:需要?|想|要|拟|欲|求购|采购|询|订|打算|计划|准备|咨询|急需|申请|有个|打款|付款?|转账?|下单|下的|收到你|欢迎|的(?:订单|单子|发票|合同|款))/;
/** Words after a name that stands first: somebody else is spoken of, or asked about. */
const ABOUT_THEM =
  /[你您他她吗]|[跟和也都被欠用]|给我|没有?$|的(?:报?价|货|产品|设备|老板|东西|质量|广告|人(?!事)|客户)|倒闭|中标|上市|招标|怎么样|如何|出事|隔壁|附近|的名义|^的?老[板总]是/;
const CARRIER = /物流|快递|货运/;
/** `业务经理 | 示舟物流有限公司`: the line of a signature. */
const UNDER_TITLE = /(?:经理|主管|总监|工程师|采购员?|业务员|销售)\s*[|/]\s*$/;

/** Somebody wants something in this message: `要两台烘干机,示丰合作社`. */
function isWanting(plain: string, start: number): boolean {
  return (
    /我们|我司|咱|要|买|订|采购|用|报价|价格|多少钱|1[3-9]\d{9}/.test(
      plain.replace(/(?:不|没)[要买用订]/g, ''),
    ) &&
    !/推荐|介绍|比如|例如|像|认识|知道|听说|名单|合作过|见过|你们?(?:认识|知道|熟)/.test(
      plain.slice(Math.max(0, start - 48), start),
    )
  );
}

/** `示盛医院设备科`, `示桂机械公司的老韦`: somebody signs with an office or a name. */
const DEPARTMENT =
  /^[一-鿿]{1,4}(?:科|部|处|室|中心)(?:$|\s)|^的?[老小][一-鿿]$|^的?(?:采购|财务|行政|仓管|库管|设备|技术|工程|生产)(?:员|经理|主管|专员|总监)?(?:[老小]?[一-鿿]{0,3})?(?:$|[\s:])|^(?:下面|下属|旗下|底下)的?[一-鿿]{0,6}(?:厂|公司|部门?|单位)$/;
const OWN_WORDS = [
  '(?:我|俺|咱)(?:们(?:这边|这里)?(?:公司|单位|厂里?)?|这?[边里儿]|厂|\\s)[(\\s]*$|^叫|(?<![你您他她贵])(?:我们?公司|我们?厂)|我司|我单位|本公司|我代表',
  '我们?(?:自己|这边|这里|家)?(?:单位|公司)?(?:名称|名字|全称|抬头)?(?:就|也)?(?:是|叫|在)|咱(?:们)?是',
  '我们?这(?:边|里|儿)?是?|^(?:这边|这里)是',
  '(?<!你们|您们|你|您|贵|总|母|他们|她们|对方|那个|人家)的?(?:公司|单位|企业|厂)(?:的)?(?:名称?|名字|全称)?(?:应该|就|改)?(?:是|叫|为|系|:)',
  '(?:^|\\s|\\d)(?:公司|单位|抬头)$|(?:款|钱)[^,。]{0,4}从$|(?:合同|票)[^,。]{0,6}(?:用|写|开)$|[这本]次用$|(?:以后|今后)用$|抬头|(?<![你您贵][^,。]{0,6})全称[^,。]{0,4}$|[需买购]方|(?:付款|收货|收票|采购|使用|需求)(?:方|单位)|[厂店]名|(?:公司|单位|企业)名|(?:发票|票)(?:请|麻烦)?(?:开给?|写|就开)|开票(?:信息|资料|名称|单位)?[:是]|名称[:是\\s]+',
  '本人(?:是|在)?|就职|任职|供职|我(?:现在|已经|刚|新)?(?:跳槽|跳|调|换|转|来)[到去]了?|我们?(?:现在)?归',
  "(?:my|our) company|i am|i'm|we are|we're|this is|(?:^|[那就请先])(?:按照?|开)$",
  '全称[:是]|我(?:是|在|叫)[^。;!?\\n]{0,8}|我来自|来自|改[成为]|(?:更名|改名|变更)[成为]["“「]?|换成|应该是|名字是',
];
const OWN = anyOf(OWN_WORDS, 'g');
/** In the heads of a contract the customer is the first party, 甲方; elsewhere that is their customer. */
const OWN_AS_BUYER = anyOf([...OWN_WORDS, '甲方(?:是|为)?:?\\s*$'], 'g');
const OTHER = anyOf(
  [
    '你们|您是|您那|你家|贵司|贵公司|你是|请问是|是不是|他们?|她们?|对方|人家|别人',
    `(?:${OTHERS}|客户|亲戚|老乡|邻居)|(?:我|你|他|她)们?的?(?:${JOBS})|^(?:老板|领导|经理|师傅)[^,。]{0,6}(?:在|开)`,
    '(?<!我是|我叫|叫我)(?:[老小阿][一-鿿]|[一-鿿](?:总|工|姐|哥))(?:现在|已经|早就|以前)?[在去跳调到]',
    '\\((?:原|曾|前身|旧)[名用称是为:]*$',
    '(?:是|在|专门|一直|主要)(?:给|为|帮)$|竞争|对手|同行|别家|别的|另外?一家|另一家|其他|之前|以前|原来|原先|上一家|上家|上次|曾经|去年|一直[用从找跟]',
    '合作(?!社)|从|跟|和|与|比|总公司|母公司|对比|相比|听|看到|看过|看了|知道|认识|找过|找了|问过|问了|用的?是|用过|用了|买|进的|进货',
    '(?:做|接|承接|承包|服务|中标)(?:的是|了|过)?$|拿货|采购的|收到|签给|转给|付给|打给|汇给|收款|户名|开户|账户|对公|供货|厂家|制造商|品牌|代理|替|通过|(?<!自我)介绍',
    '推荐|隔壁|附近|旁边|楼下|像|类似|转发|物流|快递|承运|招标|甲方|业主|总包|面试|新闻|朋友圈',
  ],
  'g',
);
/** Named only to say where something is. */
const PLACE_ONLY =
  /^\d+号|^[一-鿿]{0,3}(?:的?(?:大[一二三四]|研究生|本科)|学生|毕业)|^的?(?:隔壁|附近|旁边|对面|楼上|楼下|门口|读书|上学|毕业|住院|看病|吃饭|开会|培训|参观|面试)/;
const AFTER_OTHER = anyOf([
  '^[^。;!?\\n]{0,14}(?:都?是)(?:我们?|咱们?)的?(?:客户|供应商|竞争|对手|同行|朋友|合作)',
  '^(?:那边|那里|那儿|那家|他们|她们|这家|这种|招标|中标|上市|官网)',
  '^(?:的人|的?销售|的?业务|的?客服)(?:员)?(?:也|说|给|找|联系|打|加|报)',
  '^(?:[^。;!?\\n]{0,4})?(?:买|拿货|拿的|订的|进货|进的|定的|采购的|看到|做过|报价|报的|报了|报给|给的|给我|给了|也在|也有|也报|也找|比你|便宜|贵|更|倒闭|跑路|最近|卖|推荐|介绍|在用|发的货|怎么样|靠谱|质量|是你们|是不是你|听过|有没有|抢|竞争|供货|供的|供应的|合作过|做配套|是我们的?(?:客户|供应商|竞争|对手|同行)|是(?:他|她)|出的|产的|生产的|那样|给他)',
  '^的(?:价|货|产品|报价|东西|质量|阀|样|设备|机|材料|牌|型号|渠道|客户)',
]);
/** `示远五金厂我已经不干了`: they were. */
const NO_LONGER =
  /^(?:那边|那里)?(?:不是我们|跟我们没|和我们没|与我们没)|^(?:那边|那里)?我?(?:已经?|早就?|都|就)?(?:不干|不做|离职|辞职|辞了|走了|不在|出来了|注销|倒闭|关门|改名|更名)/;
const NOT =
  /(?:集团|总部)(?:是|叫|:)\s*$|(?:不是|并非|不叫|没在|不在|退出|早就不|辞了|不属于|已经离开|离开了|离职|不要开|别开|不开)[^,。;!?\n]{0,4}$/;

function isQuestion(plain: string, end: number): boolean {
  return /^[^。;!\n,]{0,6}(?:吗|是吧|对吧|是不是|么|吧)\s*(?:[?？,]|$)|^\s*\?/.test(
    plain.slice(end, end + 16),
  );
}

/** In the clause before or after: `我朋友的公司，示远…`, `示远…，他们报价比你低`. */
function saidOfOther(plain: string, start: number, end: number): boolean {
  return (
    BEFORE_OTHER.test(clauseBefore(plain, start, true).slice(-24)) ||
    NEXT_OTHER.test(plain.slice(end, end + 12))
  );
}
const BEFORE_OTHER = new RegExp(
  `(?:${PEOPLE})(?:他们|她们)?的?(?:公司|厂|单位|店)|供应商|竞争|对手|同行|别家|[那这另]一?家|比你|案例|官网|做过|你们是|收款|户名|开户行|[供卖乙]方:?$|推荐|(?<!自我)介绍|(?:甲方|业主|总包|客户|同行|同学|亲戚),\\s*$`,
);
const NEXT_OWN = /^[,\s]*(?:[那这]?就是|[那这]是)(?:我们?|咱们?)(?:公司|厂|单位|家|的?\s*$|[,。])/;
