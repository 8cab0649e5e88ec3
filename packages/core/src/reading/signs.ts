import { anyOf, clausesOf } from './clauses.ts';
import type { Fact, SignFactKind } from './fact.ts';

/** Whether the customer says that he ordered, signed or paid, with us. Plans, questions, other people's deals do not count. */
export function dealFacts(plain: string): Fact[] {
  if (!ABOUT_DEALS.test(plain)) return [];
  const clauses = clausesOf(plain);
  const agreed = AGREED.exec(plain);
  return DEALS.flatMap(({ kind, said, settled }): Fact[] => {
    if (kind === 'order' && agreed) return [factOf(kind, agreed[0], agreed.index)];
    for (const { text, start } of clauses) {
      if (isElsewhere(text, plain, start)) continue;
      const found =
        settled.exec(text) ?? (isUndone(text, plain[start + text.length]) ? null : said.exec(text));
      if (!found) continue;
      return [factOf(kind, found[0], start + found.index)];
    }
    return [];
  });
}

function factOf(kind: SignFactKind, value: string, start: number): Fact {
  return { kind, value, span: { start, end: start + value.length }, certainty: 'stated' };
}

const ABOUT_DEALS = /[单订定拍签章付款钱打转汇要来拿整送发做买]|合同|协议|安排|成交|po/;

interface Deal {
  kind: SignFactKind;
  /** Said as done or as an order now; plans and questions are sifted out. */
  said: RegExp;
  /** Spoken of as done in passing, whatever else the clause asks: `刚下的单能改吗`. */
  settled: RegExp;
}

const WHEN = '(?:已经?|都|刚刚?|早就?|昨天|前天|今天|今早|上午|下午|早上|上周|上个?月)?就?';
/** What is asked to be sent is no order: `先来一份报价`. */
const NO_GOODS =
  '(?![^,。]{0,6}(?:报价|价格|样[品板本]|资料|目录|合同|方案|图|清单|电话|联系|看看)|[^,。]{0,3}样)';
const UNIT = '[个台套件吨米箱批只条支根张块把桶瓶包卷副组斤公方袋捆罐车柜打]';
const MANY = '[\\d一二两三四五六七八九十百千]+';
/** A yes, and then how many: `行 我要12米`. */
const AGREED = new RegExp(
  `(?:^|[\\s,。!])(?:那?好的?吧?|那?行|可以|中|成|成交|妥了?|得|ok|👌|就这样|没问题)[\\s,。!]+(?:那|我们?|就|俺|咱|先|给我们?)*(?:要|来|拿|整|订|定|做|发|送)${MANY}${UNIT}${NO_GOODS}(?![^,。]{0,8}[?吗])`,
);
const MONEY = '(?:货款|定金|订金|预付款?|尾款|余款|首付款?|全款|款项?|钱|费用|运费)';
const CHANNEL = '(?:用|走|从)?(?:微信|支付宝|银行|对公|网银|公账|现金)?';

const DEALS: Deal[] = [
  {
    kind: 'order',
    settled: anyOf([
      '(?<!不是|没有|并非)(?:刚刚?|已经|我们?|昨天|上周|前天|今天)(?:在你们?(?:这里?|那里?|家)?)?(?:下|订|拍)的(?:那个?|个|这个?)?(?:单子?|订单|货)(?!吗)',
    ]),
    said: anyOf([
      '下(?:好|完|过|了)?单(?:了|过)|^下单$|确认(?:订购|下单)|^订货|(?:已|刚)下采购|采购订单已发|单子?我?们?下了|就这么定$|安排上吧?$|^买了$|^成交$|^(?:可以|那就?|就|直接)?做单[吧了]?$|正式(?:订|下单)|^来(?:俩|仨)$',
      '(?:已|已经|刚|刚刚|都)(?:下|拍|订)(?:好|完|过|了)?(?:单|订单)',
      '下(?:好|完|过|了)(?:个|一个|一张)?(?:单|订单)',
      `订单(?:我们?)?${WHEN}(?:下了|下好|提交了|发(?:给)?[你您]|发过去|盖章)`,
      '(?:单子|订单)[^,。?]{0,6}(?:提交|下|发过去)了',
      '(?:已经?|刚刚?|都)拍|拍(?:下了?|好了|了)',
      '订(?:了|好了)(?!餐|酒店|票|房|机票|位)|就?订你们?了|(?:就这么|那就|就)定了',
      `采购(?:订)?单(?:po)?${WHEN}(?:发|传|盖|给)|(?:^|[^a-z])po${WHEN}(?:发|下|给)`,
      '(?:按|照)(?:这个|你们?的?报价|报价单?|之前说的|上面的?|样品)[^,。]{0,6}(?:下单|订|做|生产|安排)',
      '帮我?们?(?:忙)?(?:下|订)(?:个|一个)?(?:单|订单)',
      '(?:我们?|直接|就|现在|今天|那|好)(?:要|就)?(?:给我)?下单(?:了|吧|$)|^下单(?:吧|了)?$',
      `就(?:要|来|订|定)(?:这个|这款|${MANY}${UNIT})[^?吗]{0,6}(?:吧|了|$)`,
      `先(?:要|来|订|定)${MANY}${UNIT}[^?吗]{0,6}(?:吧|了)`,
      `(?:^|[行好那就再]|我们?)(?:来|订|定|拿)${MANY}(?:${UNIT}|单)${NO_GOODS}[^?吗]{0,8}$`,
      `(?:再|给(?:我们?|[俺咱])|帮我们?)(?!发一[个条张份])(?:来|下|订|补|发|送|整|拉|装)${MANY}(?:${UNIT}|单)${NO_GOODS}[^?吗]{0,8}$`,
      `(?:先|那就|就|再)(?:来|要|订|定|拿)(?:个|它)?${MANY}${UNIT}?(?:$|${NO_GOODS}[一-鿿a-z][^?吗]{0,6}$)`,
      `(?:先|那就|就|再)(?:做|发|送)${MANY}${UNIT}${NO_GOODS}[^?吗]{0,6}$`,
      `(?:订|定|拿|买)${MANY}${UNIT}${NO_GOODS}[^?吗,]{0,4}试`,
      '(?:^|那|就|直接|可以|给我们?)(?:开|打|做|拟|出)(?:个|份|一份)?(?:采购)?合同(?:吧|过来|$)',
      '照(?:旧|老样子|上次的?)(?:再)?(?:来|发|做|下)|安排(?:生产|发货|备货|排产)(?:吧|就[行好]|即可)',
      `(?:^|我们?)(?:订|定)${MANY}${UNIT}[^?吗]{0,6}(?:吧|了)`,
    ]),
  },
  {
    kind: 'contract',
    settled: /(?:签|盖)(?:好|过|完)的(?:那份)?(?:合同|协议)/,
    said: anyOf([
      `(?:合同|协议)书?(?:我们?)?(?:这边)?(?:领导)?${WHEN}(?:签(?:好|了|完|过|字)|盖(?:好|了|完|过)|签字盖章|回传|寄(?:回|出|了|给[你您])|双方盖章|扫描件?发)`,
      `签(?:好|了|完|过)(?:字)?[^,。]{0,4}(?:合同|协议)`,
      '(?:合同|协议)也?[^,。?]{0,6}(?:签|盖)(?:完字|字|好|章)?了|完成[^,。]{0,4}(?:用印|盖章|签署)|(?:我方|我们|我司)已(?:签章|盖章|签字|签署)|(?:盖章|盖好章|签章)(?:了|完|好)|章(?:已经?|都)?盖(?:好|了|完)',
      '(?:合同|协议).{0,4}已(?:经)?(?:签|盖|回)|^盖了章的?$|都盖了章',
    ]),
  },
  {
    kind: 'payment',
    settled: anyOf([
      `(?:转|打|付|汇)(?:给)?[你您]们?的(?:那笔|那个|这笔|那)?${MONEY}`,
      `(?:我们?)?(?:付|打|转|汇)(?:过来|过去)的(?:那笔|那个|这笔)?${MONEY}`,
    ]),
    said: anyOf([
      `${MONEY}(?:的?\\d+%)?(?:我们?)?(?:这边)?(?:财务)?${WHEN}(?:财务)?${CHANNEL}(?:付|打|转|汇|交|支付|结)(?:了|过去|好|完|出|给?[你您]们?了?|清|到你)`,
      `${MONEY}[^,。?]{0,10}(?:付|打|转|汇|交|结)了`,
      `${MONEY}(?:的?\\d+%)?(?:我们?|财务)?(?:已|刚|都)${CHANNEL}(?:付|打|转|汇|交|结)`,
      `(?:已经?|刚刚?|昨天|前天|今天|上午|下午|早上|上周|财务|我们?)就?(?:把)?(?:给你们?|向你们?|跟你们?)?(?:付|打|转|汇|支付|交|结清?)(?:了|过|完|好)?[^,。?]{0,6}(?:${MONEY}|款|账|元|万|块)`,
      '(?:付|打|汇|转|交)(?:完|好|了|过)(?:款|账|钱|定金|订金|尾款)|(?:付过?款|打款|转账|汇款|交钱|结账)了',
      '付(?:好|完|清)了|已付(?!费)|已(?:打款|转|汇|支付)|转账?(?:成功|过去了|给你们?了)|打(?:过[去来]|给你们?)了|^(?:汇|转|付)了$|付款?完成',
      '(?:转账?|打款?|付款?|汇款?)[^,。?]{0,10}(?:给|到)你们?[^,。?]{0,4}了',
      '水单|(?:付款|转账|汇款)(?:凭证|截图|回单|底单)(?:发|在|给|如)',
    ]),
  },
];

/** Not done, not yet, only asked or only if. `mark`: what ends the clause. */
function isUndone(clause: string, mark: string | undefined): boolean {
  return mark === '?' || UNDONE.test(clause) || (LATER.test(clause) && !DONE.test(clause));
}

const UNDONE = anyOf([
  '没(?!问题)|未|不(?!过|错|好意思)|别|取消|退|撤|先(?:付|签|打)[^了]{0,3}$',
  '[什啥]么?价|价(?:格|位|钱)?(?:呢|$)|报|怎么|如何|吗|么$|呢$|什么时候|何时|几天|多久|多少|能(?!力)|可否|是否|可以|应该|方式|流程|条件|模板|草稿',
  '(?:低|便宜|优惠|降|合适)[^,。]{0,6}就|如果|要是|的话|假如|等|才能|之前|以前再|后再|再(?:付|打|签|下|转)',
  '准备|打算|考虑|计划|明天|后天|下周|下个?月|过几天|月底|需要|想(?!好)|要求|必须|\\d点前',
  '你们(?:先|要|得|收|付|退|打)|你(?:先|付|打|转)给|发我|看看|麻烦你|请',
]);
const LATER = /今天|今晚|下午|晚上|中午|等下|等会|一会|待会|回头|晚点|稍后|马上|这就|年后/;
const DONE = /了|过|完|好|已|刚|清|成功|凭证|截图|回单|底单|水单/;

/** With somebody else, or somebody else's deal. */
function isElsewhere(clause: string, plain: string, start: number): boolean {
  return ELSEWHERE.test(clause) || ELSEWHERE.test(plain.slice(Math.max(0, start - 12), start));
}

const ELSEWHERE = anyOf([
  '别家|别的|其他家|另一家|人家|他们|对手|同行|别人|朋友|同事|那家|跟他|和他|去年跟|给(?:他|她|别)',
  '客户(?:那边|说|已经|跟|和|付|签|下|给|打)|我们?客户|(?:和|跟|与)(?!你|贵)[^,。]{1,10}签',
  '淘宝|外卖|房租|工资|话费|电费|车票|机票',
]);
