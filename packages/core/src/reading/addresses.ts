import type { Fact, Span } from './fact.ts';
import { PEOPLE } from './people.ts';
import { clauseBefore } from './plain.ts';
import type { Asked } from './question.ts';

/** The customer's own or delivery address: two levels of place at least, one of them below the city. */
export function addressFacts(plain: string, asked: Asked | null): Fact[] {
  return addressesIn(plain).flatMap(({ start, end }): Fact[] => {
    const before = clauseBefore(plain, start);
    if (notTheirs(plain, before, end)) return [];
    const said = CUE.test(before) || asked?.address === true;
    return [
      {
        kind: 'address',
        value: plain.slice(start, end),
        span: { start, end },
        certainty: said ? 'stated' : 'likely',
      },
    ];
  });
}

/** Addresses as they stand in a text of `plainOf`, whosever they are. */
export function addressesIn(plain: string): Span[] {
  if (!LEVELS.test(plain)) return [];
  return [...plain.matchAll(SEGMENT)].flatMap((found): Span[] => {
    const start = found.index + leadLength(found[0]);
    const end = lastLevel(plain, start, found.index + found[0].length);
    return end - start < 6 || !isAddress(plain.slice(start, end)) ? [] : [{ start, end }];
  });
}

const LEVELS = /[省市区县镇乡村路街道巷弄园栋号楼室]/;
/** Han, letters, digits; a space may stand between two parts of an address. */
const SEGMENT = /[一-鿿][一-鿿a-z0-9()#-]{2,60}(?: [一-鿿a-z0-9()#-]{2,30}){0,4}/g;
const LEAD =
  /^.*?(?:地址(?:就?是|在|为|改[成为到]|换[成到]|写)?[\s:]?|(?:送|发|寄|运|拉|配送|送货|发货|安装|邮寄)(?:货)?(?:到|往|去|至)|(?:公司|厂子?|工厂|我们?|店|仓库|项目|工地|家)(?:就|是)?(?:在|位于)|位于|我住在?|住在|我在|收货(?:地址)?|(?:送|寄|发)(?=[一-鿿]{2,4}[省市区县])|改[成到]|换[成到]|应该是|就?是|在)(?=[一-鿿]{2})/;
const PROVINCE =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const STARTS = new RegExp(`(?:${PROVINCE})(?:省|市|自治区|壮族自治区|[一-鿿]{2,4}市|[一-鿿]{2,3}[区县])`);
const LABEL = /^(?:(?:新|现|收货|公司)?地址)?[\s:]*(?:还是|还在|就是)?/;
const CUE = /地址|送到|发到|寄到|发往|寄往|位于|送货|收货|住|在$|到$/;

function leadLength(segment: string): number {
  const province = STARTS.exec(segment);
  if (province) return province.index;
  const lead = LEAD.exec(segment.slice(0, 24));
  const words = lead ? lead[0].length : 0;
  return words + LABEL.exec(segment.slice(words, words + 12))![0].length;
}

const LEVEL =
  /(?:号院|[省市区县镇乡村巷弄园栋幢座室楼层号组期苑府湾城](?:\d{1,5}(?:室|号门?|-\d{1,4})?(?![\d号栋]))?|(?:路|大道|街)(?:口|[东西南北]头|[东西南北中]段)|街道?|大?道|路|单元(?:\d{3,4}室?(?!\d))?|公寓|宿舍楼?|大楼|校区|广场|大厦|小区|门面|商铺|仓库)/g;

/** Where the last part of an address ends: `…88号王小示收` is cut after 号. */
function lastLevel(plain: string, start: number, end: number): number {
  let last = start;
  for (const level of plain.slice(start, end).matchAll(LEVEL)) {
    const to = start + level.index + level[0].length;
    const more = plain.slice(last, to);
    // `…88号 仓库` names who takes it there, `…88号 3栋` is more of the address.
    if (more.includes(' ') && !/\d/.test(more) && COMPLETE.test(plain.slice(start, last))) break;
    last = to;
  }
  return last;
}

const COMPLETE = /\d+(?:号|室|栋|幢|楼)$/;

function isAddress(text: string): boolean {
  if (/[的吗呢吧了你您我他她们什么怎]|哪里|多少/.test(text)) return false;
  const levels = text.match(LEVEL)?.length ?? 0;
  const below =
    /(?:路|街|道|巷|弄|园|镇|乡|村|大厦|广场|小区|工业区|开发区)[一-鿿a-z0-9#-]{0,24}|\d+(?:号|栋|幢|室|楼)/.test(
      text,
    );
  return levels >= 2 && below && /[省市区县镇乡村路街道园]/.test(text);
}

const OTHERS = new RegExp(
  `你们|您们|贵司|他们?的?|她们?的?|对方|(?:${PEOPLE})(?:家|的|公司|住)|别人|供应商|别(?:发|送|寄)|不(?:要|用|是)(?:发|送|寄)?|旧|老地址|以前|原来|之前|上次的`,
);

function notTheirs(plain: string, before: string, end: number): boolean {
  if (OTHERS.test(before)) return true;
  return /^[^。;!\n,]{0,6}(?:吗|是吧|对吧|是不是|么)|^\s*\?|^(?:是)?(?:不对|错|你们|旧|以前|作废)/.test(
    plain.slice(end, end + 12),
  );
}
