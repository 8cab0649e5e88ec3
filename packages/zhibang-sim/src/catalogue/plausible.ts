import { list } from '../lists.ts';
import { pick, type Random, seededRandom } from '../random.ts';
import type { World } from '../world.ts';
import type { FactField } from './facts.ts';

const DAY = 24 * 3600_000;
const FIRST_DAY = Date.UTC(2025, 0, 6, 9, 5);

type Make = (world: World, random: Random, ord: number) => string;

const person: Make = (world, random) =>
  pick(
    random,
    list('users', world.oddities).flatMap(({ nodes = [] }) => nodes),
  ).text;

const customer: Make = (world, random) => {
  const customers = world.state.inPlace('plain');
  return customers.length > 0 ? (pick(random, customers).fields.name ?? '') : '';
};

const when = (ord: number): string =>
  new Date(FIRST_DAY + ord * 3 * DAY).toISOString().slice(0, 19).replace('T', ' ');

/** By what a field is called; the first that fits. People and firms are made up. */
const BY_LABEL: [RegExp, Make][] = [
  [/客户名称|供应商名称|关联客户|^客户$|^关联供应商$/, customer],
  [/电话|手机|固话|联系方式/, (_world, _random, ord) => `138${String(ord).padStart(8, '0')}`],
  [/时间|日期|生日/, (_world, _random, ord) => when(ord)],
  [/邮箱|邮件/, (_world, _random, ord) => `user${ord}@example.com`],
  [/网址/, () => 'http://example.com'],
  [/人员|人$|库管|销售|姓名/, person],
  [/部门/, (world, random) => pick(random, list('users', world.oddities)).text],
  [/仓库/, (_world, random) => pick(random, ['原料仓', '成品仓', '样品仓'])],
  [/产品名称/, (_world, random) => pick(random, ['防水接头', '工业电表', '微型接触器', '耐高温线缆'])],
  [/单位$/, (_world, random) => pick(random, ['个', '米', '套'])],
  [/币种/, () => '人民币'],
  [/地址/, () => '广东省深圳市南山区示例路1号'],
  [
    /金额|总额|总价|单价|售价|进价|成本|税额|费用|价格/,
    (_world, random) => (10 + random() * 9000).toFixed(2),
  ],
  [/率|比例|折扣/, (_world, random) => (0.5 + random() / 2).toFixed(2)],
  [/数量|库存|合计|件数/, (_world, random) => String(1 + Math.floor(random() * 500))],
  [/编号|编码|单号|条码|批号|序列号/, (_world, _random, ord) => `BH2025${String(ord).padStart(4, '0')}`],
  [/审批状态|^审批结果$/, () => '审批通过'],
  [/状态/, () => '正常'],
];

const BY_TYPE: Record<string, Make> = {
  integer: (_world, _random, ord) => String(ord),
  decimal: (_world, random) => (1 + random() * 99).toFixed(2),
  datetime: (_world, _random, ord) => when(ord),
  'date-string': (_world, _random, ord) => when(ord).slice(0, 10),
  boolean: (_world, random) => (random() < 0.5 ? '0' : '1'),
};

/** A value that a person who looks at record `ord` would find usual; the same seed gives the same one. */
export function plausible(world: World, resource: string, field: FactField, ord: number): string {
  const random = seededRandom(world.seed + ord * 7919 + hash(`${resource} ${field.id}`));
  const options = Object.keys(field.options ?? {});
  if (options.length > 0) return pick(random, options);
  const label = field.label ?? '';
  const named = /(ID|id|标识)$/.test(label) ? undefined : BY_LABEL.find(([words]) => words.test(label));
  const make = named?.[1] ?? BY_TYPE[field.type];
  return make ? make(world, random, ord) : `${label || field.id}${ord}`;
}

function hash(text: string): number {
  let mixed = 0;
  for (const letter of text) mixed = (Math.imul(mixed, 31) + letter.codePointAt(0)!) >>> 0;
  return mixed;
}
