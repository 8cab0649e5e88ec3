import type { Fact, Span } from './fact.ts';
import { clausesOf } from './signs.ts';

/** The customer asks for a price: the words that ask. A price mentioned, bargained about or refused is none. */
export function quoteFact(plain: string): Fact | null {
  if (!ABOUT_PRICE.test(plain)) return null;
  for (const { text, start } of clausesOf(plain)) {
    const span = asksIn(text, plain[start + text.length] ?? '');
    if (span === null) continue;
    if (NOT_ABOUT_US.test(plain.slice(Math.max(0, start - 10), start))) continue;
    const from = start + span.start;
    const to = start + span.end;
    return {
      kind: 'quote',
      value: plain.slice(from, to),
      span: { start: from, end: to },
      certainty: 'stated',
    };
  }
  return null;
}

/** `不用报价了`: what was asked for is no longer wanted; null when nothing of the kind is said. */
export function quoteRefused(plain: string): Span | null {
  const found = REFUSED.exec(plain);
  return found && { start: found.index, end: found.index + found[0].length };
}

const ABOUT_PRICE =
  /报.{0,3}价|价|多少钱|几多钱|怎么卖|咋卖|几块|几钱|怎么收费|如何收费|费用|收费|多少一|多少米|how much|price|quot/;

function asksIn(clause: string, mark: string): Span | null {
  for (const pattern of ASKING) {
    const found = pattern.exec(clause);
    if (!found) continue;
    if (NEGATED.test(clause) || MENTIONED.test(clause) || NOT_ABOUT_US.test(clause)) return null;
    return { start: found.index, end: found.index + found[0].length };
  }
  if (mark !== '?' && !/[吗呢]$/.test(clause)) return null;
  const found = QUESTION_WORD.exec(clause);
  if (!found || NEGATED.test(clause) || MENTIONED.test(clause) || NOT_ABOUT_US.test(clause)) return null;
  return { start: found.index, end: found.index + found[0].length };
}

const ASKING = [
  /多少钱|几多钱|怎么卖|咋卖|什么价|啥价|几块钱|几钱(?!几)|怎么收费|如何收费|收费(?:标准)?(?:是)?(?:多少|怎么)|费用(?:大概)?(?:是)?(?:多少|怎么)|多少一?[个台套件吨米箱批只条支根张块斤桶瓶包卷副组把](?:$|[呀啊呢])|how much|best price/,
  /价格?(?:大概|大约|一般|现在|目前|这边|分别|各)?(?:是|在|要|得|到)?(?:多少|几何|什么样|怎么样|怎样|如何|怎么算|咋样|啥样|多高)/,
  /(?:什么|啥|多少)(?:样的?)?价(?:格|位|钱)?/,
  /(?:给|帮|麻烦|请|能|可以|可否|能否|要|想|求|先|再|做|出|来|劳烦|辛苦|有劳|抓紧|尽快|赶紧|急|你|您|重新|一起|顺便|都|也|按|再给)[^,。]{0,14}报(?:个|一?下|一份|份|一报|我)?(?:最低|实|底|最新|含税|优惠|出厂|到岸|现)?(?:的)?价/,
  /报(?:个|一?下|份|一份|一报)(?:最低|实|底|最新|含税|优惠|出厂|现)?(?:的)?(?:价|数)|报价(?:一下|下|吧|给我|发我|发来|发下|发一?份|发过来|发一下|表?单?(?:麻烦|请)?(?:发|给|来|传)|呢|有吗|出来了?[吗没]|好了[吗没]|什么时候|啥时候|多久|几时|何时|怎么还)|报(?:我|给我)(?:一个|个|一下|下)?价?/,
  /(?:要|给|发|来|出|做|求|需要|想要|有|看看?|传)(?:我|们|一下|下|我们|一|个|张|份|一份|个|最新的?|你们的?|下你们的?){0,4}(?:详细的?|正式的?|含税的?|具体的?)?(?:产品)?(?:报价单?|价格表|价目表|价格单|价单|价表)/,
  /(?:问|询|咨询|了解|打听|看|知道|核|查|想要|要|给|发|告诉|说|报)(?:问|看|询|实|一?下|一个|个|我|你们|下|了解|到|这个|那个|它|他)*[^,。吗]{0,14}(?:价格|价钱|价位|单价|底价|出厂价|批发价|含税价|到厂价|最低价|代理价|报价)(?!.{0,2}(?:高|贵|便宜|合适|已|了))/,
  /询(?:个|一下|下)?价|(?:价格|价钱|单价|价位)(?:表)?(?:请|麻烦)?(?:发|给|报|说|告诉)(?:一?下|我|个|给我|来)|求(?:报价|价格|价)|quote (?:me|please|for)|price list|pls quote|send.{0,12}(?:quote|quotation|price)/,
];
const QUESTION_WORD = /价格|价钱|价位|单价|报价|(?:拿货|批发|出厂|含税|到厂|零售)价/;

const NEGATED =
  /(?:不用|不要|不需要?|不必|无需|先别|别|暂不|暂时不|先不|不急着|不想|没让|没要|没有要|不是要|不是来|不是问|没问|不问|没想|甭|勿|不打算|用不着|没必要|还不到|取消|不麻烦)[^,。]{0,8}(?:报|价|多少钱|收费)|(?:报价|报)(?:就|先|也|都|暂时)?(?:不用|不要|不需|算了|免了|不必|取消|作罢|别|先放)|没多少钱|不管多少钱|无论多少钱|多少钱都|不会给多少|值不了|不值/;
/** The price is known already, praised, complained about or bargained for, or the speaker himself gives one. */
const MENTIONED =
  /(?:价格?|报价|价位|单价|价钱)(?:单|表)?(?:我们?|这边|领导|老板|也|都|就|还|真|确实|是|倒|方面|太|有点?|偏|比较|稍|实在|挺|很|蛮|的话)*(?:收到|看过|看了|看到|高了|太高|贵|高(?![,。?低度])|偏|便宜|低于|合适|可以(?!发|报|给|说)|不错|没问题|没意见|谈好|谈妥|定了|涨|降|跌|接受|能接受|满意|优惠|实惠|不变|无所谓|不重要|已|ok|行[,。!]?$|不行|差不多|差太|一样|过期|有效|再低|还能低|能低|低点|少点|便宜|好商量|透明|公道|合理|不合理|呵呵|战|敏感|不敏感)|(?:收到|看了|看过|看到|拿到|对比|比较|比了|研究)[^,。]{0,10}(?:报价|价格)|(?:再|还能|能不能再|能再)(?:优惠|便宜|低|少|降)|打折|(?:给|跟|向|对)(?:我们?的?)?(?:客户|他们?|业主|甲方|别人|你们?)报(?:个|了|过|一下|的)?价|我(?:来|这边)?(?:会)?(?:多多)?给你报|(?:上次|之前|昨天|刚才|前天|以前|上周)[^,。]{0,8}(?:报价|价格|报的|报了)(?!.{0,6}(?:多少|发|再|更新|是))|已经?(?:报|询)|报过|报了|(?:有|欠|差|还剩|花|付|赚|挣|借|给)(?:了|你|我|他)?多少钱|多少钱(?:了|买的|工资|一天的?工资|的工资|都)|不报价|说多少钱|网上(?:看|报价|查)|油价|房价|菜价|股价|肉价|物价|评价|价值|代价|身价|讲价|还价|砍价|议价|特价|原价|涨价|降价|差价|压价|(?:他们?|她|人家|别家|对方|同行|别人|那家|另一家|供应商|另外一家|对手)[^,。]{0,10}(?:价|多少钱|怎么卖)/;
const NOT_ABOUT_US =
  /朋友(?:问|说)你|我妈|借(?:我)?(?:点|钱)|工资|房租|话费|红包|路费|帮别人问过|我有多少|你有多少|手头/;
const REFUSED =
  /(?:不用|不要|不需要?|不必|无需|先别|别|暂时不|先不)(?:再|给我|给我们|麻烦|帮我|你们?)*报(?:价)?(?:了|啦)?|(?:报价|价格)(?:单)?(?:就|先|也|都|暂时)?(?:不用|不要|不需|算了|免了|不必|取消|作罢)/;
