import { OURS, situationOf } from '../src/reading/company-signs.ts';
import type { Span } from '../src/reading/fact.ts';
import { type Example, type NameParts, newName } from './company-examples.ts';
import { below, pick, type Random } from './random.ts';

const AREAS =
  '浙江省杭州市余杭区 江苏省苏州市吴江区 广东佛山市顺德区 河北沧州 山东临沂市兰山区 许昌市魏都区 安徽合肥肥西县 重庆市璧山区 福建泉州晋江市 河南新乡长垣 上海市松江区 成都市双流区 东莞市厚街镇 绍兴柯桥 惠州 武汉市黄陂区'.split(
    ' ',
  );
const TOWNS =
  '乐从镇 盛泽镇 古镇镇 沙井街道 集贤街道 高新区 经济开发区 化工园 五金城 工业园 科技园 大桥镇 西港村 开发区'.split(
    ' ',
  );
const ROADS =
  '舜湖西路 思源路 东岸北路 劳动路南段 中兴西路 人民大道南 纬三路 滨河东路 振兴街 新华路 禾苑路西头 工业三路 家具大道 丹桂大街 平安巷'.split(
    ' ',
  );
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰春梅志国建文永康海峰雪梅佳怡子轩晓东红燕',
];
const TITLES = '总 工 经理 师傅 先生 女士 会计 姐'.split(' ');

/** Cards as people send them, `地址 盛泽镇思源路18号 示远印染 李芳 138…`, a third of them without a company. */
export function cards(count: number, parts: NameParts, random: Random): Example[] {
  return Array.from({ length: count }, () => {
    const hasCompany = random() < 0.65;
    const lines: { text: string; isName?: true }[] = [];
    const add = (chance: number, line: { text: string; isName?: true }) =>
      lines.splice(random() < chance ? lines.length : 0, 0, line);
    if (!hasCompany || random() < 0.75) add(1, { text: address(random) });
    if (hasCompany) add(0.75, { text: newName(parts, random), isName: true });
    if (lines.length < 2 || random() < 0.75) add(0.85, { text: person(random) });
    if (random() < 0.75) add(0.85, { text: telephone(random) });
    return { ...written(lines, random), situation: pick(random, SITUATIONS), others: [], isPiece: true };
  });
}

const SITUATIONS = [
  situationOf(null, false),
  situationOf(null, false),
  situationOf(null, false),
  situationOf({ company: 'own' }, false),
  situationOf({ name: true }, false),
  situationOf(null, true),
].filter((situation) => situation !== OURS);

function written(
  lines: readonly { text: string; isName?: true }[],
  random: Random,
): { plain: string; own: Span[] } {
  const between = pick(random, [' ', ' ', ' ', ' ', ',', '\n']);
  const own: Span[] = [];
  let plain = pick(random, ['', '', '', '好 ', '嗯,', '可以 ', '收货信息:']);
  for (const [at, { text, isName }] of lines.entries()) {
    if (at > 0) plain += between;
    if (isName) own.push({ start: plain.length, end: plain.length + text.length });
    plain += text;
    if (isName && random() < 0.08) plain += pick(random, ['三楼', '二楼', '仓库', '门卫', '前台']);
  }
  return { plain, own };
}

function address(random: Random): string {
  const lead = pick(random, [
    '',
    '',
    '',
    '地址 ',
    '送到 ',
    '发 ',
    '寄到 ',
    '收货地址:',
    '送',
    '我在',
    '地址:',
  ]);
  const house = random() < 0.6 ? `${1 + below(random, 300)}号` : '';
  const floor = random() < 0.25 ? `${1 + below(random, 9)}${pick(random, ['栋', '号楼', '楼', '幢'])}` : '';
  const town = random() < 0.9 ? pick(random, TOWNS) : '';
  const road = random() < 0.9 ? pick(random, ROADS) : '';
  return lead + pick(random, AREAS) + town + road + house + floor;
}

function person(random: Random): string {
  const lead = pick(random, ['', '', '', '收件人', '联系人:', '联系 ', '找']);
  return lead + called(random) + pick(random, ['', '', '收']);
}

function called(random: Random): string {
  const surname = pick(random, SURNAMES);
  if (random() < 0.4) return surname + pick(random, TITLES);
  if (random() < 0.3) return pick(random, ['小', '老', '阿']) + surname;
  return surname + pick(random, GIVEN) + (random() < 0.6 ? pick(random, GIVEN) : '');
}

function telephone(random: Random): string {
  const end = below(random, 1e4).toString().padStart(4, '0');
  const number = random() < 0.15 ? `138 0000 ${end}` : `1380000${end}`;
  return pick(random, ['', '', '电话', '手机:', 'tel ']) + number;
}
