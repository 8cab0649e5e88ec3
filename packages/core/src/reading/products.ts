import { clausesOf } from './clauses.ts';
import type { Fact } from './fact.ts';
import type { Asked } from './question.ts';

/**
 * What the customer wants: the goods named after a word of wanting, before a question for the price, with a quantity, or in
 * answer to our question. A wish for things to read later, so it may miss; it decides nothing.
 */
export function productFacts(plain: string, asked: Asked | null): Fact[] {
  const facts: Fact[] = [];
  const listing = asked?.product === true || LISTING.test(plain);
  for (const { text, start } of clausesOf(plain)) {
    if (/不(?:要|需要|用|买|想)|没(?:有?想|要)|别|他们?的|同行/.test(text)) continue;
    const found =
      wanted(text) ??
      priced(text) ??
      spec(text) ??
      (listing ? counted(text) : null) ??
      (asked?.product && facts.length === 0 ? named(text) : null);
    if (found === null || facts.some((fact) => fact.value === found.value)) continue;
    const from = start + found.index;
    facts.push({
      kind: 'product',
      value: found.value,
      span: { start: from, end: from + found.value.length },
      certainty: 'likely',
    });
  }
  return facts;
}

interface Found {
  value: string;
  index: number;
}

const LISTING = /报.{0,2}价|价格|多少钱|采购|购买|订|需要|单|少发|到厂价|要/;
const UNIT =
  '[个台套件吨米箱批只条支根张块把桶瓶包卷副组辆本盒双款种片对粒颗樘扇]|公斤|千克|kg|平方?米?|立方|斤';
const QUANTITY = `(?:大概|大约|差不多|第一批|首批|先)?(?:[\\d.]+|[一二两三四五六七八九十百千万几半]+)多?(?:${UNIT})(?:左右)?的?`;
const GOODS = '[一-鿿a-z0-9][一-鿿a-z0-9/#*×φ.-]{1,15}';
const WANT = new RegExp(
  `(?:你们?有没有|(?:想|打算|准备|考虑|计划|需要|我?要|急)?(?:采购(?!部|经理|员|单|中心|订单|[一二三]部|主管|[一-鿿]?[姐总哥])|购买|订购|求购|购置|定做|定制|批发|咨询|了解|询价|询|换|买|订(?!单))|想要|需要|求购|有没有|[就先再]来|问一?下|想问|需求|急用|急需|你们?(?:有|做|生产|卖)|(?<![不主重只就还可需])要)(?:一下|下|点|个|些|一批|几个|你们?家?的?|这?款?|的是|采购|购买|订购|定制|买|订|问|了解|你家的?|(?<!采购):|\\s)*(?:${QUANTITY})?\\s?(${GOODS})`,
);
const PRICE = new RegExp(
  `^(?:请问|现在|哦|那|问下|问一下|想问下?|你好|您好|老板|亲|那个?|请|麻烦|帮|报|给|我|来|问|看|下|一下|再|你们?家?|咱家|这个|这款|这种|的)*(${GOODS}?)(?:的|现在|大概|一般|都|是|一[个台套件吨米箱只条支根张块片]|含税|批发|出厂)*(?:多少钱|怎么卖|怎么拿货|咋卖|什么价|啥价|价格|报价|单价|多少一|几多钱|报个价)`,
);
const STOCKED = new RegExp(
  `^(?:请问|问下|你好|您好|老板|你们?家?|咱家|这个|的|上次|上回|之前|讲的?|说的?|买的|那[个种款])*(${GOODS}?)(?:还)?(?:有没有?|有(?:现货|货|卖|库存)?(?:吗|么|没))`,
);
const COUNTED = new RegExp(
  `(?:^|[\\d.]+[、.)]\\s*|\\s)([一-鿿a-z][一-鿿a-z0-9/#*×φ.-]{1,13}?)(?:\\s[a-z0-9*×φ#.-]{1,12})?\\s?(?:[x×*]\\s?)?\\d+(?:${UNIT})`,
);
/** `20箱管件`, `两件轴承`. */
const COUNTED_FIRST = new RegExp(
  `(?:\\d|[一两三四五六七八九十百千万])(?:(?![个天片对本种])(?:${UNIT}))的?(${GOODS})`,
);
/** `16mm的螺纹钢`, `15kw 的空压机`. */
const BY_SPEC = new RegExp(`[a-z\\d] ?的(${GOODS}?)(?:$|有|吗|[，,])`);
/** `500 pcs led panel`. */
const IN_ENGLISH = /\d ?(?:pcs|pieces|sets|units|tons?) (?:of )?([a-z][a-z-]{2,20}(?: [a-z-]{2,20})?)/;
/** A name of goods ends where one of these begins. */
const END =
  /(?:多少|价格|报价|单价|价钱|什么|啥|怎么|吗|呢|吧|么|大概|请|麻烦|能|可以|现货|有没|有货|要(?!素)|是|给|报|发(?!电|动|光)|在|了|啊|呀|哈|谢谢|做|多久|几|最快|交期|样品|参数|资料|尺寸|规格|图纸|目录|合同|发票|我|你|您|他|都|也|还|用(?!品)|怎|送|急|,|大约|左右|数量|一共|的).*$/;
const NO_START =
  /^(?:自己|们|隔壁|试试|投标|资质|正式|扩产|列个|方案|负责人|以内|付|[一两二三四五六七八九十百千]+(?:[份单天家趟百千万个]|次(?!性))|昨天|今天|明天|前面|上面|刚才|出个|投诉|认识|供应商|单|清单|中心|之前|业主|客户|代理|案例|你|您|我|他|她|这|那|哪|什么|一下|一趟|价|报|样品|资料|发票|合同|电话|地址|目录|图册|样本|优惠|时间|问题|帮|人|钱|点|事|空(?![压调气分心])|量|票|加|联系|不(?!锈)|再|先(?!导)|多|好|等|就|看|问|付|签|求|和|跟|到|过|去|来|给|发(?!电|动|光|泡|酵)|寄|送|打(?!印|包|磨|桩)|说|知道|确认|告诉|麻烦|回|下|机会|需|没|快|尽快|便宜|质量|名片|微信|号|邮箱|公司|厂家|单位|抬头|其他|别|领导|同事|客户|财务|数量|名字|称呼|开(?!关|水)|安排|定金|采购|购买|收|考虑|比|改|批|含|用|想|要|买|有|订|咨询|参数|规格|型号|上|提供|退|了|的|吗|吧|呢|得|是|在|个|货|东西|产品|几|为|把|对|让|多|能|可|急|做|换|走|跑|讲|谈|按|交)/;
const NOT_GOODS =
  /^(?:二手|现货|工程|项目|方案|生意|服务|预算|计划|流程|老板|朋友|运费|费用|面积|活|工人|软件公司|手续|证件)$/;

function wanted(clause: string): Found | null {
  const found = WANT.exec(clause);
  return found ? goods(found[1]!, found.index + found[0].length - found[1]!.length) : null;
}

function priced(clause: string): Found | null {
  const found = PRICE.exec(clause);
  if (found) return goods(found[1]!, found.index + found[0].lastIndexOf(found[1]!));
  const stocked = STOCKED.exec(clause);
  return stocked ? goods(stocked[1]!, stocked[0].lastIndexOf(stocked[1]!)) : null;
}

function counted(clause: string): Found | null {
  for (const pattern of [COUNTED, COUNTED_FIRST]) {
    const found = pattern.exec(clause);
    const said = found && goods(found[1]!, found.index + found[0].indexOf(found[1]!));
    if (said) return said;
  }
  return null;
}

function spec(clause: string): Found | null {
  const english = IN_ENGLISH.exec(clause);
  if (english) return { value: english[1]!, index: english.index + english[0].lastIndexOf(english[1]!) };
  const found = BY_SPEC.exec(clause);
  return found ? goods(found[1]!, found.index + found[0].lastIndexOf(found[1]!)) : null;
}

const NAMED = new RegExp(`^\\s*(?:${QUANTITY})?\\s?(${GOODS})$`);

/** Asked what they need: the reply itself names it. */
function named(clause: string): Found | null {
  const found = NAMED.exec(clause);
  return found ? goods(found[1]!, found.index + found[0].length - found[1]!.length) : null;
}

const LEADING = new RegExp(`^(?:${QUANTITY}|[a-z]{1,3}\\d+的)`);
const TRAILING = new RegExp(`(?:${QUANTITY}|\\d+(?:${UNIT})?)$`);

function goods(words: string, index: number): Found | null {
  const leading = LEADING.exec(words)?.[0] ?? '';
  const value = words.slice(leading.length).replace(END, '').replace(TRAILING, '');
  if (
    value.length < 2 ||
    NO_START.test(value) ||
    NOT_GOODS.test(value) ||
    value.endsWith('后') ||
    /有限|公司|[吗吧呢]/.test(value)
  )
    return null;
  return /[一-鿿]{2}|[a-z]\w*\d/.test(value) ? { value, index: index + leading.length } : null;
}
