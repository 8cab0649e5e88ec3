import type { Fact, SignFactKind } from './fact.ts';

/** Whether the customer says that he ordered, signed or paid, with us. Plans, questions, other people's deals do not count. */
export function dealFacts(plain: string): Fact[] {
  return DEALS.flatMap(({ kind, said }): Fact[] => {
    for (const clause of clausesOf(plain)) {
      const found = said.exec(clause.text);
      if (!found || undone(clause.text, plain, clause.start)) continue;
      const start = clause.start + found.index;
      return [{ kind, value: found[0], span: { start, end: start + found[0].length }, certainty: 'stated' }];
    }
    return [];
  });
}

const DEALS: { kind: SignFactKind; said: RegExp }[] = [
  {
    kind: 'order',
    said: /(?:已经?|刚刚?|昨天|今天|上周|我们?)?(?:在你们?(?:这|那|家)?)?(?:下(?:好|完|过|了)单?了?(?=.{0,6}(?:单|订单))|下单了|下过单|下好单|下了单|下了?订单|订单(?:已经?)?(?:下了|下好|提交了|发你|发您|发过去)|已下单|拍(?:了|下了?|好了)|已拍|订(?:了|好了|购了)(?!餐|酒店|票|房|机票|位)|定(?:了|下来了)(?=\d|[一二三四五六七八九十两百]|.{0,4}[台套件个吨箱])|采购(?:单|订单)(?:已经?)?(?:发|传|盖)|就?(?:按|照)(?:这个|你们?的?报价|报价单?|之前说的|上面的?)[^,。]{0,6}(?:下单|订|做|生产|安排)|帮(?:我|忙)?(?:们)?(?:下单|下个?单|下一?单|下订单)|(?:我|我们)(?:现在|今天|这就|马上)?(?:就|要)?下单(?:了|吧|[,。!]|$|\d)|(?:就|直接)(?:给我)?下单(?:了|吧|$)|(?:我|我们)?(?:就)?(?:订|定)\d+[^\d,。?]{0,6}(?:吧|了|$)|(?:就|先)(?:要|来|订|定)(?:这个|这款|[\d一二三四五六七八九十两百]+[个台套件吨箱批只条])[^?吗]{0,6}(?:吧|了|$)|po(?:已经?)?(?:发|下))/,
  },
  {
    kind: 'contract',
    said: /合同(?:书)?(?:我们?)?(?:这边)?(?:已经?|都|刚刚?|昨天|今天|今早|上午|下午|上周)?(?:签(?:好|了|完|过|字)|盖(?:好|了|完|过)|签字盖章|回传|寄(?:回|出|给)|双方盖章|扫描件?发)|(?:已经?|刚刚?|昨天|今天|都|上周|我们?)(?:和|跟|与)?(?:你们?)?(?:签(?:了|好|完|过)|盖(?:了|好|完)章?)[^,。]{0,4}合同|签(?:了|好|完)(?:你们?的?)?合同|(?:已经?|都|刚)?(?:盖章|盖好章|签章)(?:了|完|好)|章(?:已经?|都)?盖(?:好|了|完)|合同.{0,4}(?:已签|已盖|已回)|协议(?:已经?|都)?(?:签|盖)(?:好|了|完)/,
  },
  {
    kind: 'payment',
    said: /(?:款|货款|定金|订金|预付款?|尾款|余款|首付|全款|钱|费用|运费)(?:我们?)?(?:这边)?(?:财务)?(?:已经?|都|刚刚?|昨天|今天|上午|下午|早上)?(?:付|打|转|汇|交|支付|结)(?:了|过去|好|完|出|给你|清|到你)|(?:已经?|刚刚?|都|昨天|今天|上午|下午|早上|财务|我们?)(?:给你们?|向你们?|跟你们?)?(?:付|打|转|汇|支付|交|结清?)(?:了|过|完|好)?[^,。?]{0,6}(?:款|定金|订金|尾款|预付|全款|钱|账|元|万|块)|(?:已经?|都)?(?:付|打|汇|转)(?:完|好|了|过)(?:款|账|钱|定金|订金|尾款)|付好了|付完了|已付(?!费)|已打款|已转账?|已汇|已支付|转账?(?:成功|过去了|给你们?了)|打(?:过去|给你们?)了|水单|(?:付款|转账|汇款)(?:凭证|截图|回单|底单)(?:发|在|给|如)/,
  },
];

/** Not done, not yet, only asked, only if, or with somebody else. */
function undone(clause: string, plain: string, start: number): boolean {
  if (UNDONE.test(clause) || ELSEWHERE.test(clause)) return true;
  const mark = plain[start + clause.length];
  return mark === '?' || ELSEWHERE.test(plain.slice(Math.max(0, start - 12), start));
}

const UNDONE =
  /没(?!问题)|未|不(?!过|错|好意思)|别|怎么|如何|吗|么$|如果|要是|的话|假如|等|才能|之前|以前再|后再|再(?:付|打|签|下|转)|准备|打算|考虑|计划|明天|后天|下周|下个?月|过几天|什么时候|何时|几天|多久|能否|可否|是否|需要|能(?!力)|可以|应该|想(?!好)|取消|退|撤|方式|流程|条件|你们(?:先|要|得|收|付|退|打)|你(?:先|付|打|转)给|模板|草稿|发我|看看|麻烦你|月底|多少|又是|\d点前|要求|必须|先(?:付|签|打)[^了]{0,3}$|请/;
const ELSEWHERE =
  /别家|别的|其他家|另一家|人家|他们|对手|同行|别人|朋友|那家|跟他|和他|客户(?:那边|已经|跟|和|付|签|下|给|打)|我们?客户|去年跟|给(?:他|她|别)|淘宝|外卖|房租|工资|话费|电费|车票|机票|同事/;

interface Clause {
  text: string;
  start: number;
}

/** The clauses of a text with their places; a long message has many, none of them long. */
export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= plain.length; at++) {
    if (at < plain.length && !MARKS.has(plain[at]!) && at - start < MAX_CLAUSE) continue;
    if (at > start) clauses.push({ text: plain.slice(start, at), start });
    start = at < plain.length && !MARKS.has(plain[at]!) ? at : at + 1;
  }
  return clauses;
}

const MARKS = new Set(',。;!?\n、…');
const MAX_CLAUSE = 120;
