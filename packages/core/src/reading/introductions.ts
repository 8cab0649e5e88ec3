import { companiesIn, isPlaceOrTrade, isTradeName, type WrittenCompany } from './company-names.ts';
import { FULL_NAME } from './people.ts';
import { afterPlace } from './places.ts';
import { clauseAfter } from './plain.ts';

/** `我们是示远五金的下游`: theirs is another one. */
export const PARTNER =
  /^的?(?:老|长期|一级|二级|区域|指定)?(?:下游|上游|下家|上家|供应商|供货商|代理商?|经销商|加盟商|客户|对手|分包|总包|合作|邻居|隔壁|同行|朋友|亲戚|老乡|同学|对面)|^的?项目(?![部经])|^[^,。]{0,8}(?:介绍|推荐|转介)/;
/** `我们是示远科技的`, `公司就写温州瓯示`: without an ending, but somebody says that it is theirs. */
export function introducedCompany(plain: string): WrittenCompany | null {
  for (const { pattern, isName, beside } of INTRODUCTIONS) {
    if (beside && !beside.test(plain)) continue;
    const found = pattern.exec(plain);
    const name = found?.groups?.name;
    if (!found || !name || !isName(name)) continue;
    if (ANOTHERS.test(plain.slice(Math.max(0, found.index - 4), found.index))) continue;
    const start = found.index + found[0].lastIndexOf(name);
    const end = start + name.length;
    if (!PARTNER.test(clauseAfter(plain, end))) return { start, end, name, form: 'short' };
  }
  return null;
}

const ANOTHERS = /朋友|同学|同事|他|她|你(?!好)/;
const isLikeName = (text: string) => isTradeName(text) || isPlaceName(text);
const BREAK = '的|[,。;!?\\s\\d啊呀哈嘛]|$|采购|[小老][一-鿿]';
const NAME = '(?<name>[一-鿿a-z0-9()]{4,16}?)';
/** `beside`: what else must stand in the message. */
const INTRODUCTIONS: { pattern: RegExp; isName: (text: string) => boolean; beside?: RegExp }[] = [
  // `公司名字你就写 温州瓯示`
  {
    pattern: new RegExp(
      `(?:店名|(?:(?:公司|单位|厂)(?:名字?|名称|全称)?|抬头)[^。;!?\\n]{0,8}?(?:是|叫|写|:|为)|我司)\\s?${NAME}(?=${BREAK}|就)`,
    ),
    isName: isLikeName,
  },
  // `公司叫示光`, `我在示光上班`: said to be a name, whatever it is made of
  {
    pattern:
      /(?:我们?|咱们?|这边|^|[,。\s])(?:的)?(?:公司|单位|厂|店)(?:名字?|名称)?(?:就|是)?叫(?<name>[一-鿿]{2,6})(?=$|[,。;!?\s])|我在(?<name>[一-鿿]{2,6})(?:上班|工作|任职|做采购|当采购)|(?:我司|本公司|我们公司)\((?<name>[一-鿿]{2,8})\)/,
    isName: (text) => isLikeName(text) || isBareName(text),
  },
  { pattern: /(?:跳槽?|调|换|转)[到去]了?(?<name>[一-鿿]{4,12}?)(?=了|[,。]|$)/, isName: isTradeName },
  { pattern: /^\s*我\s?(?<name>[一-鿿]{4,8})的(?:\s|$)/, isName: isLikeName },
  {
    pattern: new RegExp(
      `(?:我们公司是|我司(?:是|叫)?|我们(?:这边|这里)?就?(?:是|叫|在)|我是|[这那]边是|这里是|我叫)\\s?${NAME}(?=${BREAK}|设计师|工程[师部]|技术[员部]|经理|老板|销售|财务|行政|店长|上班|工作)`,
    ),
    isName: isTradeName,
  },
  {
    pattern: new RegExp(`(?:我(?:(?:姓|叫|是)[^。;!?\\n,]{1,8})?,)\\s?${NAME}(?=${BREAK})`),
    isName: isTradeName,
  },
  {
    pattern: new RegExp(
      `(?:^|[\\s,])(?<name>[一-鿿]{4,12})(?=(?:采购部|技术部|财务部|设备部|行政部|工程部|[老小][一-鿿]|的${FULL_NAME})\\s*(?:$|[,。]|1[3-9]\\d))`,
    ),
    isName: isTradeName,
  },
  {
    pattern:
      /[我俺咱]们\s?(?<name>[一-鿿]{4,12}?)\s?(?=想|要|需要|打算|准备|计划|最近|现在|这边|这里|目前|近期|有个|急)/,
    isName: isTradeName,
  },
  // `青海湟示药业，代加工`
  {
    pattern: /^\s*(?<name>[一-鿿]{6,12})(?=,)/,
    isName: (text) => afterPlace(text) !== null && isTradeName(text),
  },
  { pattern: /(?:^|\s)(?<name>[一-鿿]{4,12})(?=\s我[叫是])/, isName: isTradeName },
  // `示惠精密五金-小邓`
  {
    pattern:
      /(?:^|[,。;!?\s])(?<name>[一-鿿]{4,16})(?=\s?[-|/·]\s?(?:[老小阿][一-鿿]|[一-鿿](?:总|工|经理|姐|哥))\s*(?:$|[,。;!?\n\d]))/,
    isName: isTradeName,
  },
  // `乔示 示博五金 138…`, `我是乔示，138…，示博五金`
  {
    pattern: /(?:^|1[3-9]\d{9}|[一-鿿]{2,3})[,\s](?<name>[一-鿿]{4,12})(?=\s*$|[\s,]+\+?(?:86)?1[3-9]\d{9})/,
    isName: isTradeName,
    beside: /1[3-9]\d{9}/,
  },
  // `示博五金 张伟`
  {
    pattern: new RegExp(
      `^\\s*(?<name>[一-鿿]{4,16})(?=[\\s,](?:采购|经理|业务)?\\s?${FULL_NAME}[\\s,:]*(?:电话|手机)?[\\s,:]*(?:$|1[3-9]\\d))`,
    ),
    isName: isTradeName,
  },
];

/** A short answer to "which company?" is its name, when it is no sentence. */
export function answeredCompany(plain: string): WrittenCompany | null {
  for (const found of plain.slice(0, LONGEST_ANSWER).matchAll(ANSWER)) {
    const { name = '', called = name } = found.groups!;
    if (NO_ANSWER.test(called) || !(isLikeName(called) || (name === '' && isBareName(called)))) continue;
    const start = found.index + found[0].lastIndexOf(called);
    return { start, end: start + called.length, name: called, form: 'short' };
  }
  return null;
}
const LONGEST_ANSWER = 60;
const ANSWER =
  /(?:^|[,。\s])\s*(?:(?:就|我们?)?(?:叫(?<called>[一-鿿]{2,4})|(?:是|叫|在)?(?<name>[一-鿿a-z0-9()]{4,20}?))的?)\s*(?=$|[,。\n ])/g;
const NO_ANSWER =
  /[吗呢吧了的我你您他她它这那]|个人|没有|不用|自己|先|多少|什么|怎么|个体|暂时|谢谢|好的|可以|稍等|马上/;

/** Two to six characters that are no common word for a place of work. */
function isBareName(text: string): boolean {
  return afterPlace(text) === null && !isPlaceOrTrade(text) && !NO_NAME.test(text);
}
const NO_NAME =
  /[的了吗呢吧什么啥我你他她它这那哪不没个些几]|医院|学校|银行|公司|单位|工厂|厂|家|外地|外面|国企|政府|机关|大学|店|市|县|省|村|镇|部|局|所|院|网|线|人|车/;

/** `温州瓯示`: a place and a name, nothing more. */
function isPlaceName(text: string): boolean {
  const rest = afterPlace(text);
  return rest !== null && /^[一-鿿]{2,4}$/.test(rest) && !isPlaceOrTrade(rest);
}

/** The names in a question of ours: `您是示远家具的王总吗`. */
export function companiesAsked(plain: string): string[] {
  const named = companiesIn(plain).map(({ name }) => name);
  const spoken = named.length > 0 ? undefined : ASKED_OF.exec(plain)?.groups?.name;
  return spoken !== undefined && isTradeName(spoken) ? [spoken] : named;
}
const ASKED_OF = /(?:(?:您|你)(?:这边|那边)?|请问)是(?<name>[一-鿿]{4,12}?)(?=的|吗|对吧|吧)/;
