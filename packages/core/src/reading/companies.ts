import { companyKey } from '../company.ts';
import { anyOf } from './clauses.ts';
import { companiesIn, isTradeName, type WrittenCompany } from './company-names.ts';
import type { Certainty, Fact } from './fact.ts';
import { clauseAfter, clauseBefore } from './plain.ts';
import type { Asked } from './question.ts';
import { PEOPLE } from './whose.ts';

/** The customer's own companies in a text of `plainOf`; `ours`: keys of the names by which our side goes. */
export function companyFacts(plain: string, asked: Asked | null, ours: readonly string[]): Fact[] {
  const named = companiesIn(plain).flatMap((written): Fact[] => {
    if (ours.includes(companyKey(written.name) ?? '')) return [];
    const certainty = claim(plain, written, asked);
    return certainty === null ? [] : [factOf(written, certainty)];
  });
  if (named.length > 0) return named;
  const other = introduced(plain) ?? (asked?.company ? answered(plain) : null);
  return other === null || ours.includes(companyKey(other.name) ?? '') ? [] : [factOf(other, 'stated')];
}

function factOf({ name, start, end }: WrittenCompany, certainty: Certainty): Fact {
  return { kind: 'company', value: name, span: { start, end }, certainty };
}

/** How surely a written name is the customer's own company; null when it is not. */
function claim(plain: string, { start, end, form }: WrittenCompany, asked: Asked | null): Certainty | null {
  const before = clauseBefore(plain, start);
  const after = clauseAfter(plain, end);
  const own = lastEnd(before, OWN);
  const other = lastEnd(before, OTHER);
  const forThem = /给$/.test(before);
  if (PLACE_ONLY.test(after) || (AFTER_OTHER.test(after) && own < 0 && !forThem)) return null;
  if (NOT.test(before) || NO_LONGER.test(after)) return null;
  if (other > own) return null;
  if (own >= 0) return isQuestion(plain, end) ? null : 'stated';
  if (isQuestion(plain, end) || saidOfOther(plain, start)) return null;
  if (asked?.company || INTRODUCING.test(clauseBefore(plain, start, true))) return 'stated';
  return form === 'full' || DEPARTMENT.test(after) || standsAlone(plain, { before, after, start })
    ? 'likely'
    : null;
}

/** `我叫王小示,示远五金厂采购`. */
const INTRODUCING = /(?:^|[,\s])(?:我(?:叫|姓|是)|本人|免贵姓)[^,]{1,8},[^,]{0,2}$/;

/** A clause of nothing but the name, in a message in which somebody wants something: `要两台烘干机,示丰合作社`. */
function standsAlone(plain: string, at: { before: string; after: string; start: number }): boolean {
  if (at.before.trim() !== '' || !/^\s*$/.test(at.after)) return false;
  return (
    /我们|我司|咱|要|买|订|采购|用|报价|价格|多少钱|1[3-9]\d{9}/.test(
      plain.replace(/(?:不|没)[要买用订]/g, ''),
    ) &&
    !/推荐|介绍|比如|例如|像|认识|知道|听说|名单|合作过|见过|你们?(?:认识|知道|熟)/.test(
      plain.slice(Math.max(0, at.start - 48), at.start),
    )
  );
}

/** `示盛医院设备科`, `示桂机械公司的老韦`: somebody signs with an office or a name. */
const DEPARTMENT =
  /^[一-鿿]{1,4}(?:科|部|处|室)(?:$|\s)|^的?[老小][一-鿿]$|^的?(?:采购|财务|行政|仓管|库管|设备|技术|工程|生产)(?:员|经理|主管|专员|总监)?(?:[老小]?[一-鿿]{0,3})?$|^(?:下面|下属|旗下|底下)的?[一-鿿]{0,6}(?:厂|公司|部门?|单位)$/;
const OWN = anyOf(
  [
    '^叫|(?<![你您他她贵])(?:我们?公司|我们?厂)|我司|我单位|本公司|我代表',
    '我们?(?:这边|这里|家)?(?:单位|公司)?(?:名称|名字|全称|抬头)?(?:就|也)?(?:是|叫|在)|咱(?:们)?是',
    '我(?:们)?这边是?|^(?:这边|这里)是',
    '(?<!你们|您们|你|您|贵|他们|她们|对方|那个|人家)的?(?:公司|单位|企业|厂)(?:的)?(?:名称?|名字|全称)?(?:应该|就|改)?(?:是|叫|为|:)',
    '抬头|[厂店]名|公司名|(?:发票|票)(?:请|麻烦)?(?:开给?|写|就开)|开票(?:信息|资料|名称|单位)?[:是]|名称[:是]',
    '本人(?:是|在)?|就职|任职|供职|我(?:现在|已经|刚|新)?(?:跳槽|跳|调|换|转|来)[到去]了?|我们?(?:现在)?归',
    "(?:my|our) company|i am|i'm|we are|we're|this is|(?:^|[那就请先])(?:按照?|开)$",
    '全称[:是]|我(?:是|在|叫)[^。;!?\\n]{0,8}|我来自|来自|改[成为]|换成|应该是|名字是',
  ],
  'g',
);
const OTHER = anyOf(
  [
    '你们|您是|您那|你家|贵司|贵公司|你是|请问是|是不是|他们?|她们?|对方|人家|别人',
    `(?:${PEOPLE}|客户|亲戚|老乡|邻居)`,
    '(?<!我是|我叫|叫我)(?:[老小阿][一-鿿]|[一-鿿](?:总|工|姐|哥))(?:现在|已经|早就|以前)?[在去跳调到]',
    '\\((?:原|曾|前身|旧)[名用称是为:]*$',
    '(?:是|在|专门|一直|主要)(?:给|为|帮)$|竞争|对手|同行|别家|别的|另外?一家|另一家|其他|之前|以前|原来|原先|上一家|上家|上次|曾经|去年|一直[用从找跟]',
    '合作|从|跟|和|与|比|对比|相比|听|看到|看过|看了|知道|认识|找过|找了|问过|问了|用的?是|用过|用了|买|进的|进货',
    '拿货|采购的|收到|签给|转给|付给|打给|汇给|收款|户名|开户|账户|对公|供货|厂家|制造商|品牌|代理|替|通过|介绍',
    '推荐|隔壁|附近|旁边|楼下|像|类似|转发|物流|快递|承运|招标|甲方|业主|总包|面试|新闻|朋友圈',
  ],
  'g',
);
/** Named only to say where something is. */
const PLACE_ONLY =
  /^[一-鿿]{0,3}(?:的?(?:大[一二三四]|研究生|本科)|学生|毕业)|^的?(?:隔壁|附近|旁边|对面|楼上|楼下|门口|读书|上学|毕业|住院|看病|吃饭|开会|培训|参观|面试)/;
const AFTER_OTHER = anyOf([
  '^[^。;!?\\n]{0,14}(?:都?是)(?:我们?|咱们?)的?(?:客户|供应商|竞争|对手|同行|朋友|合作)',
  '^(?:那边|那里|那儿|那家|他们|她们|这家|这种|招标|中标|上市|官网)',
  '^(?:的人|的?销售|的?业务|的?客服)(?:员)?(?:也|说|给|找|联系|打|加|报)',
  '^(?:[^。;!?\\n]{0,4})?(?:买|拿货|拿的|订的|进货|进的|定的|采购的|看到|做过|报价|报的|报了|报给|给的|给我|给了|也在|也有|也报|也找|比你|便宜|贵|更|倒闭|跑路|最近|卖|推荐|介绍|在用|发的货|怎么样|靠谱|质量|是你们|是不是你|听过|有没有|抢|竞争|供货|供的|供应的|合作过|做配套|是我们的?(?:客户|供应商|竞争|对手|同行)|是(?:他|她)|出的|产的|生产的|那样|给他)',
  '^的(?:价|货|产品|报价|东西|质量|阀|样|设备|机|材料|牌|型号|渠道|客户)',
]);
/** `示远五金厂我已经不干了`: they were. */
const NO_LONGER =
  /^(?:那边|那里)?我?(?:已经?|早就?|都|就)?(?:不干|不做|离职|辞职|辞了|走了|不在|出来了|注销|倒闭|关门|改名|更名)/;
const NOT =
  /(?:不是|并非|不叫|没在|不在|退出|早就不|辞了|不属于|已经离开|离开了|离职|不要开|别开|不开)[^,。;!?\n]{0,4}$/;

function isQuestion(plain: string, end: number): boolean {
  return /^[^。;!\n,]{0,6}(?:吗|是吧|对吧|是不是|么|吧)\s*(?:[?？,]|$)|^\s*\?/.test(
    plain.slice(end, end + 16),
  );
}

/** In the clause before: `我朋友的公司，示远…`, `竞争对手是谁，…`. */
function saidOfOther(plain: string, start: number): boolean {
  const wide = clauseBefore(plain, start, true);
  return /(?:朋友|同学|亲戚|同事|客户)(?:的)?(?:公司|厂|单位)|供应商|竞争|对手|同行|别家|你们是|收款|户名|开户行/.test(
    wide.slice(-24),
  );
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const found of text.matchAll(pattern)) end = Math.max(end, found.index + found[0].length);
  return end;
}

/** `我们是示远科技的`, `公司叫示光电子`: without an ending, but somebody says that it is theirs. */
function introduced(plain: string): WrittenCompany | null {
  const found = INTRODUCED.exec(plain) ?? SIGNED.exec(plain);
  if (!found || /朋友|同学|同事|他|她|你/.test(plain.slice(Math.max(0, found.index - 4), found.index)))
    return null;
  const name = found[1]!;
  if (!isTradeName(name)) return null;
  const start = found.index + found[0].indexOf(name, found[0].length - name.length - (found[2]?.length ?? 0));
  return { start, end: start + name.length, name, form: 'short' };
}

/** `示惠精密五金-小邓`. */
const SIGNED =
  /(?:^|[,。;!?\s])([一-鿿]{4,16})(\s?[-|/·]\s?(?:[老小阿][一-鿿]|[一-鿿](?:总|工|经理|姐|哥))\s*(?:$|[,。;!?\n\d]))/;
const INTRODUCED =
  /(?:我(?:姓|叫|是)[^。;!?\n,]{1,8},|我们公司(?:名字)?(?:是|叫)|我司(?:是|叫)|公司(?:名字?|名称)?(?:是|叫|:)|我们是|我们这边是|我是|这边是|这里是|单位(?:是|:)|抬头(?:是|:)?)\s?([一-鿿a-z0-9()]{4,16}?)(的|[,。;!?\s\d]|$|采购|小[一-鿿]|老[一-鿿])/;

/** A short answer to "which company?" is its name, when it is no sentence. */
function answered(plain: string): WrittenCompany | null {
  const found = /^\s*(?:(?:就|我们)?(?:是|叫))?([一-鿿a-z0-9()]{4,20})\s*(?:$|[,。\n ])/.exec(plain);
  if (
    !found ||
    /[吗呢吧了的我你您他她它这那]|个人|没有|不用|自己|先|多少|什么|怎么|个体|暂时|谢谢|好的|可以|稍等|马上/.test(
      found[1]!,
    )
  )
    return null;
  if (!isTradeName(found[1]!)) return null;
  const start = found[0].indexOf(found[1]!) + found.index;
  return { start, end: start + found[1]!.length, name: found[1]!, form: 'short' };
}
