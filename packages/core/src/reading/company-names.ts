import { anyOf } from './clauses.ts';
import type { Span } from './fact.ts';
import { distinct } from './name-shape.ts';

/** A company's name as it stands in a text. */
export interface WrittenCompany extends Span {
  name: string;
  /** `full` ends like a registered name (有限公司 …), `short` in another way. */
  form: 'full' | 'short';
}

const FULL_ENDING =
  '(?:\\(集团\\)|集团)?(?:股份)?有限(?:责任)?公司|股份公司|集团公司|有限合伙\\)?|个体工商户';
const SHORT_ENDING = [
  '总公司|分公司|公司|集团|工厂|[一-鿿]厂|商行|经营部|门市部?|加工坊|油坊|酒坊|批发部|服务部|销售部|事务所|合作社|研究院|研究所',
  '设计院|工作室|诊所|门诊部|药房|养殖场|安装队|施工队|工程队|维修队|农场|牧场|苗圃|饭店|餐厅|中心|医院|学校|[中小大]学|幼儿园|学院|酒店|超市|商店|用品店|专卖店',
].join('|');
const NAME_CHAR = /[一-鿿a-z0-9()·&-]/;
const MAX_NAME = 36;

const ENDING = new RegExp(`(${FULL_ENDING})|(?:${SHORT_ENDING})`, 'g');
/** The last characters of the endings; most messages have none of them. */
const ANY_ENDING = /[司团伙户厂行部坊所社院室房场队圃店厅心校学园市]/;
/** Words that end before a name begins; a name itself hardly holds them. The last one in front of the ending counts. */
const LEAD_IN = anyOf(
  [
    '[我本贵][司厂院校店]|(?<![配输])送(?:到|给)|(?<=货|样|^)送|(?<=[称名字头位])[为写]|们家(?![具电居纺私常])|(?<!美)的|(?<![酒网茶书])吧|(?<!毛)呢|过(?!滤|程)|[这那哪][边里儿]|[了吗你您我他她们这那哪谁啥很没说给叫]',
    '是(?!德)|系(?![统列])|在(?!线)|来自|不(?!锈|倒|二|凡)|比(?!亚|特)|问(?!鼎|道)|找(?!钢)|(?<!自)由',
    '有(?![限色机])|抬头|公司名称?|[厂店]名|公司全称|单位名称?|名称|全称|名字|公司(?!$)|单位(?!$)|自己|本人|发票|收款|户名',
    '客户|施工方|[甲乙丙买卖需供]方|总包|分包|业主方?|供应商|供货商|代理商|厂家|竞争对手|对手|同行|同事|朋友',
    '(?<=^|[票头要给先帮不])开|(?<=^|直|在|们|都|也|要|改|先|标|流|次|后)用|(?<=^|[我司厂们])[和与]|跟|从|去|到|听|看|让|被|把|帮|替|写|通过|代表|属于',
    '查(?:一?下|询)?|[问帮看]一?下|就职于|任职于?|供职于|服务于|隶属于?|归属|按照|(?<=^|[那就请都])按(?!摩)|\\((?:原名?|曾用名|前身|旧称):?',
    '跳槽|跳到|寄|调到|改成|改为|换成|一家|两家|几家|个|完成|注册|成立|新开|什么|怎么|多少|采购(?=.{5})|签|买|卖|做|搞|要',
  ],
  'g',
);
const BRANCH =
  /^(?:(?![的下属旗])(?:(?!的)[一-鿿]){2,6}(?:分公司|分厂|办事处|营业部))|^第?[一二三四五六七八九十\d]{1,2}(?:[一-鿿]{0,4}?厂|分?公司)/;
/** `示屿大学化工学院` */
const FACULTY = /^[一-鿿]{2,6}(?:学院|实验室)/;
const BRACKET_PLACE = /^\([一-鿿]{2,3}\)/;

/** Candidates in a text of `plainOf`, in order; whose they are is decided elsewhere. */
export function companiesIn(plain: string): WrittenCompany[] {
  const found: WrittenCompany[] = [];
  let from = 0;
  for (const ending of ANY_ENDING.test(plain) ? plain.matchAll(ENDING) : []) {
    let end = ending.index + ending[0].length;
    if (ending.index < from) continue;
    const start = nameStart(plain, ending.index, from);
    const further = FURTHER.exec(plain.slice(end, end + 20));
    if (further && !LEADS_IN.test(ending[0] + further[1]!)) end += further[0].length;
    const full = ending[1] !== undefined || further?.[2] !== undefined || plain.startsWith('(个体', end);
    end += BRACKET_PLACE.exec(plain.slice(end, end + 10))?.[0].length ?? 0;
    if (ending[0] === '大学') end += FACULTY.exec(plain.slice(end, end + 10))?.[0].length ?? 0;
    if (full || ending[0] === '集团') end += BRANCH.exec(plain.slice(end, end + 12))?.[0].length ?? 0;
    const name = plain.slice(start, end);
    const isOffice = !full && found.at(-1)?.end === start;
    if (isOffice || !isName(name, ending[0], full)) continue;
    found.push({ start, end, name, form: full ? 'full' : 'short' });
    from = end;
  }
  return found.length > 0 || !LATIN_HINT.test(plain) ? found : latinIn(plain);
}

/** `酒店用品批发部`, `农场有限公司`: what looked like an ending was a part of the name. */
const FURTHER = new RegExp(
  `^((?:[一-鿿]|\\([一-鿿]{2,4}\\)){0,6}?)(?:(${FULL_ENDING})|商行|经营部|门市部|批发部|商店|用品店|(?:安装|施工|工程|维修)队|设计院)`,
);
const LEADS_IN = new RegExp(LEAD_IN.source);
const LATIN_HINT = /\b(?:ltd|limited|inc|llc|corp|corporation|gmbh|from)\b/;
const LATIN_NAME =
  /(?<![a-z0-9&'.-])[a-z][a-z0-9&'.-]{0,24}(?: [a-z0-9&(][a-z0-9&'.()-]{0,24}){0,6},? ?(?:co\.?,? ?(?:ltd|limited|inc)|ltd|limited|inc|llc|corp(?:oration)?|gmbh)(?![a-z0-9])\.?/g;
/** `this is Ken from Brisuno Hardware` */
const LATIN_TRADE =
  /(?<=\bfrom )(?:[a-z][a-z0-9&'-]+ ){1,3}(?:hardware|trading|industr(?:y|ies)|packaging|group|company|foods?|tools?|electronics?|machinery|imports?|supply|supplies|logistics|engineering|tech(?:nology|nologies)?|textiles?|furniture|plastics|metals?|steel|chemicals?|international|enterprises?|manufacturing|solutions|systems|store)(?![a-z0-9])/;
const LATIN_LEAD_IN =
  /^(?:.*\b(?:is|are|am|from|at|with|for|to|by|called|named|i'm|we're|it's|company|dear|hi|hello) )?/;

/** `Ningbo Yongshi Trading Co., Ltd.` */
function latinIn(plain: string): WrittenCompany[] {
  const trade = LATIN_TRADE.exec(plain);
  const written = [...plain.matchAll(LATIN_NAME)];
  if (written.length === 0 && trade)
    return [{ start: trade.index, end: trade.index + trade[0].length, name: trade[0], form: 'full' }];
  return written.flatMap((found): WrittenCompany[] => {
    const start = found.index + LATIN_LEAD_IN.exec(found[0])![0].length;
    const end = found.index + found[0].length;
    const name = plain.slice(start, end);
    return /^(?:co|ltd|limited|inc|llc|corp|gmbh)\b/.test(name) ? [] : [{ start, end, name, form: 'full' }];
  });
}

function nameStart(plain: string, ending: number, from: number): number {
  let start = ending;
  while (start > from && ending - start < MAX_NAME && NAME_CHAR.test(plain[start - 1]!)) start--;
  const head = plain.slice(start, ending);
  let cut = 0;
  for (const word of head.matchAll(LEAD_IN)) cut = word.index + word[0].length;
  const rest = head.slice(cut);
  const leading = /^(?:[)·&-]+|就|也|还|又|想|\d+[.、)]|\((?![^()]*\)))+/.exec(rest)?.[0].length ?? 0;
  return start + cut + leading;
}

/** Something is left of it that tells this company from others: `示通阀门厂` is a name, `印刷厂` and `水产品公司` are not. */
function isName(name: string, ending: string, full: boolean): boolean {
  if (
    name.startsWith('有限') ||
    name.startsWith('股份有限') ||
    /^[()\d-]*$/.test(name.slice(0, -ending.length))
  )
    return false;
  if (
    /银行|支行|人民政府|^[一二两三四五六七八九十几多\d]+家|(?:[个家的些们把搬建老进到回出全]|^隔壁|^对面|^附近)厂$|(?:搬|建|换|开|买|租)新厂$/.test(
      name,
    )
  )
    return false;
  const kept = ending.length === 2 && ending.endsWith('厂') ? 1 : ending.length;
  const body = name.slice(0, name.length - kept).replace(/\([^()]*\)/g, '');
  const own = distinct(body);
  if (full) return body.length >= 2 && (own.length >= 1 || body.length >= 4);
  return own.length >= 2;
}
