import { type Clause, clausesOf } from './clauses.ts';
import { companiesIn, type WrittenCompany } from './company-names.ts';
import type { Span } from './fact.ts';
import { isFirmName, isTradeName, mayBegin, shapeOf } from './name-shape.ts';
import { isGivenName } from './names.ts';
import { isAnothers } from './other-companies.ts';
import { CALLED, FULL_NAME, TITLES } from './people.ts';
import { afterPlace } from './places.ts';
import { clauseBefore } from './plain.ts';

import { COMMON_SURNAMES, RARER_SURNAMES, SURNAMES } from './surnames.ts';

/** What our side wanted to know: the company, who they are, only the person's name. */
export type AskedFor = 'company' | 'who' | 'name' | null;

/**
 * A company that is told by what stands around its name, as most names in a chat have no ending: `我是示远的小叶`, `示远科技
 * 采购部`, `唐山示锻钢构 138…`. What is in the name, before it, behind it and beside it counts as evidence, in points; no single
 * sign has to be there.
 */
export function framedCompany(plain: string, asked: AskedFor): WrittenCompany | null {
  const pieces = clausesOf(plain);
  const answer = asked === null || pieces.length > LONGEST_ANSWER ? 0 : ANSWER[asked];
  for (const start of startsIn(plain, pieces)) {
    const found = nameAt(plain, start, answer, pieces);
    if (found && !isAnothers(plain, found.start, found.end)) return found;
  }
  return null;
}

/** Points that make a name the writer's company. */
const ENOUGH = 4;
/** Asked who they are, people often give their own name. */
const ANSWER = { company: 4, who: 3, name: 1 };
/** In pieces. */
const LONGEST_ANSWER = 4;
const BESIDE = 2;

/** A place where a name may begin, and what the words before it say. */
interface Start {
  at: number;
  points: number;
}

const HEADS: { pattern: RegExp; points: number }[] = [
  {
    points: 4,
    pattern:
      /(?<![你您贵他她]们?的?|方|户|友|学|家)(?:公司|单位|企业|店铺?|工?厂|工作室|品牌|[农牧]场|基地|机构|合作社|集团|医院|学校|酒店|餐厅|超市|诊所|饭店)(?:的?(?:名字?|名称|全称|抬头)[^。;!?\n]{0,8}?(?:是|叫|写|填|:|为| )|(?:就|也|改)?(?:是|叫|为|:))|(?<![你您贵]们?的?)抬头[^。;!?\n]{0,8}?(?:是|写|填|:|为|开(?!发))|抬头|我司(?:的?(?:名称|全称|名字))?|[店厂]名|(?:就职|任职|供职)于|(?:我|^|[,\s])代表|招牌是?|(?:开票|票)(?:开|给|写)+|(?:(?<![一-鿿])(?:[需买购]|采购)方|(?:收货|收票|付款|购货|使用)单位)(?:名称|就|是|写|填|:|为| )*|(?:[我咱俺]们|[店厂]|公司|工作室)[^。;!?\n]{0,14},(?:名字)?叫|(?:[我咱俺]|自己)[^。;!?\n]{0,10}(?:店|档口|摊位|厂) ?叫/g,
  },
  {
    points: 2,
    pattern:
      /[我咱俺](?:们(?:这[边里儿]|家|公司)?)?(?:就|也)?是|(?:[我咱俺]们?|^|[,\s])这[边里儿](?:就?是)?|我们?(?:自己)?的(?:公司|[厂店])[,\s]?|(?:我|[我咱俺]们)(?:公司|厂|单位|店)[系是]?|(?:^|[,。\s\d])(?:公司|单位|厂家?)(?![一-鿿]?[^一-鿿])|[我咱俺]们(?:这边)?叫|(?:^|[,\s])叫|本人是?|来自|(?:跳槽?|调|换|转)[到去]了?|(?:现在|如今)(?:改名|改?叫|来)|开了?(?:个|家|一家)?[一-鿿]{0,4}(?:公司|[厂店铺])的?[,\s]|(?:款|钱|汇|转|打|付)[^。]{0,12}从|[我咱俺]们 /g,
  },
  // `抬头错了 不是示科电气 是示科电器`
  { points: 4, pattern: /(?:抬头|公司|名[字称])[^。;!?\n]{0,10}不是[^。;!?\n]{2,16}是/g },
  // `名字还是叫 示远弹簧`
  {
    points: 4,
    pattern:
      /(?<![\u4e00-\u9fff])(?:名字?|厂名|店名)(?:还是|就|是|也)*叫|(?:公司名|名字|名称|抬头)[^。;!?\n]{0,6}(?:没变|不变|没改)[,\s]{0,2}还?是|[转付打汇][的了]?[,\s]?户名(?:是|:)?/g,
  },
  // `我是昨天打电话的,示远科技`
  { points: 2, pattern: /我是[^。;!?\n,]{1,14},/g },
  {
    points: 1,
    pattern:
      /[我咱俺]们|我叫|(?:^|[,。\s]|我们?|现在|目前)在(?!线|建)|(?:现在|如今)[到做]|(?:^|哦|嗯|\s)[我咱](?!们)/g,
  },
];
const ONLY_GREETING = /^\s*(?:你好|您好|在吗|在不|哈喽|嗨|hi|hello|老板娘?|老板你好|亲|早)\s*$/;
/** Words that say nothing before a name: greetings. */
const GREETING =
  /(?:(?:你好|您好|在吗|在不|哈喽|嗨|hi|hello|老板娘?|亲|哦|嗯|好的?|那|啊|对了?|是的?|就?是|噢|喂)[~!:\s]*)*/y;

/** Where a name may begin: behind words that say so, and at the head of each piece. */
function startsIn(plain: string, pieces: readonly Clause[]): Start[] {
  const starts: Start[] = HEADS.flatMap(({ pattern, points }) =>
    plain.search(pattern) < 0
      ? []
      : [...plain.matchAll(pattern)].map((found) => ({ at: found.index + found[0].length, points })),
  );
  for (const { start, text } of pieces) {
    GREETING.lastIndex = start;
    GREETING.test(plain);
    starts.push({ at: GREETING.lastIndex, points: 0 });
    const colon = text.indexOf(':');
    if (colon >= 0) starts.push({ at: start + colon + 1, points: 0 });
  }
  return starts;
}

/** Quotation marks, brackets, pictures, a dash. */
const OPENING = /[^一-鿿a-z0-9,。;!?\n]*/y;
const RUN = /[一-鿿a-z0-9&·]{2,24}/y;
const PERSON = `(?:${CALLED}|${FULL_NAME})`;
const OFFICE =
  '(?:采购|财务|行政|人事|后勤|总务|基建|设备|技术|工程|生产|研发|项目|市场|销售|仓储|物资|供应|电商|外贸|国贸|品质|质量|品管|运营|供应链|综合|计划|招标|外协)(?:部|科|处|室|中心)|采购员?|(?:采购|项目|技术|生产)?经理|设计师|工程师|业务员|店长|老板|负责人|总经理|董事长|厂长|总监|主管';
/** Nothing of a sentence follows: the writer has said who they are. */
const THEN = '(?=$|[^一-鿿]|想|要|需|啊|呀|哈|这|我)';
const TAIL = new RegExp(
  [
    `(?<three>的?(?:${CALLED})${THEN}|的[老小阿]${SURNAMES}${THEN}|的?(?:${OFFICE})的?(?:${PERSON})?${THEN}|的?(?:采购|技术|设备|工程|销售|业务|财务|行政|生产|售[前后]|仓库)(?:${PERSON})${THEN}|的售[前后]${THEN}|上班|工作(?!室)|任职|负责|当(?:采购|会计|厂长)|做(?:采购|会计|财务|销售|技术|事|设备|工程|电工|质检|品[质管控]|仓[库管]|管理|研发|文员|人事|行政|跟单|内勤|生产|维修))`,
    `(?<two>的${FULL_NAME}${THEN}|这[边里儿]|的(?:户头?|账户?|公账|账号)[走打转付汇]|[打付转汇][的过款了])`,
    '(?<one>的(?=$|[^一-鿿a-z0-9]))',
    '(?<whom>的[一-鿿]{1,3}(?=$|[^一-鿿]))',
    '(?<wish>想|需要|要(?!素)|打算|准备|计划|有个|急)',
    '(?<none>[的呢吗]|那[边里儿])',
    '(?<end>[啊呀哈嘛了就吧]|最近|目前|近期|现在|[去今明]年|之前|以前|上[次周月回]|[昨今明]天|一直|[一二三四五六七八九十]{1,2}楼|[^一-鿿a-z0-9&·]|$)',
  ].join('|'),
  'g',
);

function nameAt(
  plain: string,
  { at, points }: Start,
  answer: number,
  pieces: readonly Clause[],
): WrittenCompany | null {
  OPENING.lastIndex = at;
  const start = at + OPENING.exec(plain)![0].length;
  RUN.lastIndex = start;
  if (!RUN.test(plain) || !mayBegin(plain.slice(start, start + 4))) return null;
  TAIL.lastIndex = start + 2;
  const tail = TAIL.exec(plain)!;
  const { end, said } = nameEnd(plain, start, tail, points > 0);
  const name = plain.slice(start, end);
  if (tail.groups!.none !== undefined || (tail.groups!.whom !== undefined && points < 2)) return null;
  const shape = shapeOf(name);
  if (shape === null || (shape < 2 && (answer < ANSWER.company || points > 0) && ONLY_PERSON.test(name)))
    return null;
  const beside = (shape > 0 || answer > 0) && isBesidePerson(pieces, start, end) ? BESIDE : 0;
  const wish = points > 0 && tail.groups!.wish !== undefined ? 1 : 0;
  const first = pieces.find(({ text }) => !ONLY_GREETING.test(text)) ?? pieces[0]!;
  const opens = isFirmName(name) && isWhole(first, start, end) ? 1 : 0;
  return shape + points + said + wish + answer + beside + opens < ENOUGH
    ? null
    : { start, end, name, form: 'short' };
}

const isWhole = (piece: Clause, start: number, end: number) =>
  start < piece.start + piece.text.length && end >= piece.start + piece.text.trimEnd().length;

/** How much the words before, behind and beside a name that is known to be one say that it is the writer's. */
export function framePoints(plain: string, { start, end }: Span): number {
  const pieces = clausesOf(plain);
  const before = startsIn(plain, pieces).filter(
    ({ at }) => at <= start && !/[^\s"“「【(]/.test(plain.slice(at, start)),
  );
  TAIL.lastIndex = end + CLOSING.exec(plain.slice(end, end + 2))![0].length;
  const tail = TAIL.exec(plain)!;
  const behind = tail.index > end + 2 ? 0 : tailPoints(tail, plain);
  const said =
    behind +
    Math.max(0, ...before.map(({ points }) => points)) +
    (HAILING.test(clauseBefore(plain, start)) ? 2 : 0);
  if (before.length === 0 || said === 0) return 0;
  return said + (isBesidePerson(pieces, start, end) ? BESIDE : 0);
}
/** `我惠州的 示榆电子厂` */
const HAILING = /(?:^|\s)[我咱俺]们?(?:这边)?[是在]?(?<place>[一-鿿]{2,4})的? ?$/;
const CLOSING = /^["”」】)]*/;

/**
 * Where the name ends, and what is said behind it, in points. Where the words up to the tail are no name, one may end in their
 * midst: a person follows (`示远科技关示`), or the sentence goes on (`我们示远科技去年…`). `led`: words before it say that it is one.
 */
function nameEnd(
  plain: string,
  start: number,
  tail: RegExpExecArray,
  led: boolean,
): { end: number; said: number } {
  const whole = { end: tail.index, said: tailPoints(tail, plain) };
  if (isTradeName(plain.slice(start, tail.index))) return whole;
  for (let end = Math.min(tail.index - 1, start + LONGEST_NAME); end >= start + SHORTEST_NAME; end--) {
    const name = plain.slice(start, end);
    if (!isTradeName(name)) continue;
    const rest = plain.slice(end, tail.index);
    if (ONLY_NAME.test(rest) && isGivenName(rest)) return { end, said: PERSON_POINTS };
    if (led && shapeOf(name + rest) === null && (isFirmName(name) || WHAT_THEY_DO.test(rest)))
      return { end, said: 0 };
  }
  return whole;
}
const PERSON_POINTS = 3;
const ONLY_NAME = new RegExp(`^[${COMMON_SURNAMES}${RARER_SURNAMES}][一-鿿]{1,2}$`);
const WHAT_THEY_DO = /^(?:[是专主]?做|从事)/;
const SHORTEST_NAME = 4;
const LONGEST_NAME = 12;

const ONLY_PERSON = new RegExp(`^${FULL_NAME}$|^${PERSON}(?:${TITLES})?$`);

/** What the words behind a name say, in points. */
function tailPoints({ groups, index }: RegExpExecArray, plain: string): number {
  if (groups!.three !== undefined) return PERSON_POINTS;
  if (groups!.two !== undefined) return 2;
  if (groups!.one !== undefined) return 1;
  return DASHED.test(plain.slice(index, index + 8)) ? 2 : 0;
}
/** `示惠精密五金-小邓`. */
const DASHED = new RegExp(`^["”】\\])]?\\s?[-|/·:]\\s?(?:${PERSON})\\s*(?:$|[^一-鿿])`);

/** A person or a telephone in the piece before or after: who writes a card puts the company beside it. */
function isBesidePerson(pieces: readonly Clause[], start: number, end: number): boolean {
  const at = pieces.findIndex((piece) => piece.start + piece.text.length >= end);
  const first = pieces.findLastIndex((piece) => piece.start <= start);
  return isCardLine(pieces[first - 1]) || isCardLine(pieces[at + 1]);
}

function isCardLine(piece: Clause | undefined): boolean {
  if (piece === undefined) return false;
  const said = CARD_LINE.exec(piece.text);
  const person = said !== null && (said[1] === undefined || isGivenName(said[1]));
  return person || isWhereabouts(piece.text);
}
/** `我们无锡的`, or an address, whose end is cut off where goods or a company begin. */
const isWhereabouts = (text: string) =>
  afterPlace(text.replace(/^(?:[我咱俺]们?)?(?:这边)?[在是]?|的$/g, '')) === '' || ADDRESS_LINE.test(text);
const ADDRESS_LINE = /[省市区县镇乡][一-鿿]{1,12}(?:[路街道园村巷弄镇号]|\d)[一-鿿\da-z-]{0,12}$/;
const CARD_LINE = new RegExp(
  `^\\s*(?:我(?:叫|姓|是)|免贵姓|联系人:?|采购|经理)?\\s?(?:${CALLED}|(${FULL_NAME}))(?:先生|女士|经理)?\\s*$|^(?:${OFFICE})(?:${PERSON})?\\s*$|^\\s*(?:我|免贵|敝)?姓${SURNAMES}$|^\\s*(?:我?的?(?:电话|手机|微信|tel)(?:是|号)?)?[\\s:]*\\+?(?:86)?[\\s-]?1[3-9]\\d`,
);

/** With a trade at its end, or a place at its head: `单位还是滁州玖示?` */
const isSpokenName = (name: string) =>
  isTradeName(name) || (afterPlace(name) !== null && shapeOf(name) !== null);

/** The names in a question of ours: `您是示远家具的王总吗`. */
export function companiesAsked(plain: string): string[] {
  const named = companiesIn(plain).map(({ name }) => name);
  if (named.length > 0) return named;
  const spoken = ASKED_OF.exec(plain)?.groups?.name ?? CONFIRMED.exec(plain)?.groups?.name;
  return spoken !== undefined && isSpokenName(spoken) ? [spoken] : named;
}
const ASKED_OF =
  /(?:^(?:您好|你好)[,!\s]*|(?:您|你)(?:这边|那边)?|请问|(?:单位|公司|抬头|[甲需买购]方|户名|名称|开票)(?:还|就)?)(?:是|:| |写) ?(?<name>[一-鿿]{4,12}?)(?=的|吗|对吧|吧|[?,。\s]|$)/;
/** `好的,青岛示岳碳素对吧` */
const CONFIRMED = /(?:^|[,。!\s])(?<name>[一-鿿]{4,12}?)[,\s]?(?:对吧|是吧|没错吧)/;
