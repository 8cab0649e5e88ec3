import type { Fact } from './fact.ts';
import type { Asked } from './question.ts';
import { clausesOf } from './signs.ts';

/** What the customer wants: the goods named after a word of wanting, or before a question for the price. */
export function productFacts(plain: string, asked: Asked | null): Fact[] {
  const facts: Fact[] = [];
  for (const { text, start } of clausesOf(plain)) {
    const found = wanted(text) ?? priced(text) ?? (asked?.product && facts.length === 0 ? named(text) : null);
    if (found === null) continue;
    const from = start + found.index;
    if (facts.some((fact) => fact.value === found.value)) continue;
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

const UNIT = '[个台套件吨米箱批只条支根张块把桶瓶包卷副组辆本盒双款种片对]|公斤|千克|kg|平方?米?|立方|斤';
const QUANTITY = `(?:大概|大约|差不多)?(?:[\\d.]+|[一二两三四五六七八九十百千万几半]+)多?(?:${UNIT})(?:左右)?的?`;
const WANT = new RegExp(
  `(?:想要?|需要|要|求购|采购|购买|想买|买|订购|订|定做|定制|想订|咨询|了解|询价|找|有没有|你们?有|有|生产|做|用|来|看中了?|看好|看上|询|问)(?:一下|下|点|个|些|一批|几个|采购|买|订|问|咨询|了解|看看?|你们?的?|这?款?)*(?:${QUANTITY})?\\s?([一-鿿a-z0-9][一-鿿a-z0-9/#*×φ.-]{1,15})`,
);
const PRICE =
  /^(?:请问|你好|您好|老板|亲|那|那个|请|麻烦|问下|想问|你们?家?的?|咱家的?|这个|这款|一下|下|再|给|报|我)*([一-鿿a-z0-9][一-鿿a-z0-9/#*×φ.-]{1,15}?)(?:的|现在|大概|一般|怎么|是|一[个台套件吨米箱只条支根张块])*(?:多少钱|怎么卖|什么价|啥价|价格|报价|单价|多少一)/;
const END =
  /(?:的?(?:多少|价格|报价|单价|价钱|什么价|啥价|怎么|吗|呢|吧|么|大概|请|麻烦|能|可以|现货|有没|有货|有|要|是|给|报|发|在|了|啊|呀|哈|谢谢|做|多久|几天|最快|交期|样品|参数|资料|尺寸|规格|型号|图|目录|合同|发票)|的$).*$/;
const NOTHING =
  /^(?:东西|产品|货|你|您|我|他|这|那|哪|什么|一下|价|报价|价格|样品|资料|发票|合同|电话|地址|目录|图册|样本|优惠|时间|问题|帮|人|钱|点|事|空|票|现货|加|联系|不|再|先|多|好|等|就|看|问|付|签|求|两|几|和|跟|到|过|去|来|给|发|寄|送|打|说|知道|确认|告诉|麻烦|回|下单|机会|需要|没|急|快|尽快|便宜|质量|名片|微信|号|邮箱|公司|厂家|单位|抬头|其他|别|老板|朋友|领导|同事|客户|财务|数量|名字|称呼|开|安排|定金|采购|购买|收|考虑|比|换|改|批|个|种|款|单|含|包|用|做|想|要|买|有|订|了解|咨询|参数|规格|型号|活|工|生意|点|些|\d+$)/;

function wanted(clause: string): Found | null {
  if (/不(?:要|需要|用|买|想)|没(?:有|想|要)|别/.test(clause)) return null;
  const found = WANT.exec(clause);
  return found ? goods(found[1]!, found.index + found[0].length - found[1]!.length) : null;
}

function priced(clause: string): Found | null {
  const found = PRICE.exec(clause);
  return found ? goods(found[1]!, found.index + found[0].indexOf(found[1]!)) : null;
}

/** Asked what they need: the reply itself names it. */
function named(clause: string): Found | null {
  const found = new RegExp(`^\\s*(?:${QUANTITY})?\\s?([一-鿿a-z0-9][一-鿿a-z0-9/#*×φ.-]{1,13})$`).exec(
    clause,
  );
  return found ? goods(found[1]!, found.index + found[0].length - found[1]!.length) : null;
}

function goods(words: string, index: number): Found | null {
  const quantity = new RegExp(`^${QUANTITY}`).exec(words)?.[0] ?? '';
  let value = words.slice(quantity.length).replace(END, '');
  value = value.replace(new RegExp(`(?:${QUANTITY}|\\d+(?:${UNIT})?)$`), '').replace(/的$/, '');
  if (value.length < 2 || NOTHING.test(value) || !/[一-鿿]{2}|[a-z]\w*\d/.test(value)) return null;
  return { value, index: index + quantity.length };
}
