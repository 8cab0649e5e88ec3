import { pick, type Random, seededRandom } from './random.ts';
import type { SimContact, SimCustomer } from './types.ts';

const cities: [string, string, string][] = [
  ['深圳市', '4403', '南山区科技路'],
  ['广州市', '4401', '黄埔区开源大道'],
  ['东莞市', '4419', '长安镇振安路'],
  ['杭州市', '3301', '滨江区江南大道'],
  ['宁波市', '3302', '鄞州区诚信路'],
  ['苏州市', '3205', '工业园区星湖街'],
  ['无锡市', '3202', '新吴区长江路'],
  ['上海市', '31', '松江区新桥路'],
  ['北京市', '11', '大兴区经海路'],
];
const brandFirst = '恒瑞鑫宏嘉盛永泰华锦睿博凯腾远景德润铭昌佳悦隆兴诚信达安康宁科创新明辉';
const brandSecond = '达远源丰德信诚泽宇航通力峰城利捷润邦森洋泰和翔业成威立精工联盟创美';
const trades = [
  '机械',
  '电子',
  '印刷',
  '电气',
  '自动化',
  '精密五金',
  '塑胶',
  '包装',
  '仪表',
  '光电',
  '模具',
  '化工',
];
const endings = [
  '有限公司',
  '有限公司',
  '科技有限公司',
  '设备有限公司',
  '实业有限公司',
  '厂',
  '股份有限公司',
];
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗';
const givens = '伟芳娜敏静磊强军洋勇艳杰涛明超霞平刚桂英华玉萍红建文斌宇浩轩';
const jobs = ['采购经理', '总经理', '工程师', '业务主管', '文员', ''];
const sources = ['171', '172', '173', '174', '977'];
const values = ['175', '289', '176', '177', '290', ''];
const industries = ['137', '139', '966', '967', '968', '969', '970', ''];
const levels = ['201', '202', '203', '204', '205'];
const sellers = ['63', '64', '65', '66', '67'];
const categories = ['3,7', '3,8', '4,9', '4,10'];

const FIRST_ORD = 1001;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 2);

export interface Seeded {
  customers: SimCustomer[];
  contacts: SimContact[];
}

/** Companies and people, all made up; mobiles 1330000xxxx and up, mail at example.com. Depends on its arguments only. */
export function seedCustomers(count: number, seed: number): Seeded {
  const random = seededRandom(seed);
  const names = new Set<string>();
  const customers: SimCustomer[] = [];
  const contacts: SimContact[] = [];
  let ord = FIRST_ORD;
  for (let index = 0; index < count; index++) {
    const company = random() < 0.85;
    const fields = company ? companyFields(random, names, index) : personFields(random, names, index);
    const place = random() < 0.03 ? 'pool' : 'plain';
    if (place === 'pool') fields.cateid = '';
    customers.push({ ord, place, fields, flags: [], seeded: true });
    if (company && random() < 0.15) contacts.push(secondContact(random, ord, index, contacts.length + 1));
    ord += random() < 0.1 ? 2 + Math.floor(random() * 4) : 1;
  }
  return { customers, contacts };
}

/** At most once each: a name that is taken gets a digit. */
function unique(names: Set<string>, make: () => string): string {
  let name = make();
  for (let tries = 0; names.has(name) && tries < 5; tries++) name = make();
  while (names.has(name)) name = `${name}${names.size % 10}`;
  names.add(name);
  return name;
}

function personName(random: Random): string {
  const given = pick(random, [...givens]) + (random() < 0.6 ? pick(random, [...givens]) : '');
  return pick(random, [...surnames]) + given;
}

function companyFields(random: Random, names: Set<string>, index: number): Record<string, string> {
  const [city, area, road] = pick(random, cities);
  const name = unique(names, () => {
    const brand =
      brandFirst[Math.floor(random() * brandFirst.length)]! +
      brandSecond[Math.floor(random() * brandSecond.length)]!;
    const third = random() < 0.5 ? brandSecond[Math.floor(random() * brandSecond.length)]! : '';
    const place = random() < 0.05 ? `（${city.slice(0, 2)}）` : '';
    return `${city}${brand}${third}${pick(random, trades)}${place}${pick(random, endings)}`;
  });
  return {
    intsort: '1',
    name,
    ...shared(random, index),
    sort1: pick(random, categories),
    area,
    address: random() < 0.8 ? `${city}${road}${1 + Math.floor(random() * 300)}号` : '',
    person_name: personName(random),
    job: pick(random, jobs),
    phone: random() < 0.5 ? `0755-8300${pad(index % 10_000, 4)}` : '',
    url: random() < 0.2 ? `http://c${index}.example.com` : '',
    product: random() < 0.1 ? '主营产品：\n一、五金加工\n二、来料装配' : '',
  };
}

function personFields(random: Random, names: Set<string>, index: number): Record<string, string> {
  const [city, area, road] = pick(random, cities);
  return {
    intsort: '2',
    name: unique(names, () => personName(random)),
    ...shared(random, index),
    sort1: '5',
    area,
    address: random() < 0.4 ? `${city}${road}${1 + Math.floor(random() * 300)}号` : '',
    phone: '',
  };
}

function shared(random: Random, index: number): Record<string, string> {
  const added = new Date(FIRST_DAY + (index % 600) * DAY + Math.floor(random() * 8 * 3600) * 1000);
  return {
    pym: '',
    khid: `KH2024${pad(index + 1, 5)}`,
    level: pick(random, levels),
    ly: pick(random, sources),
    jz: pick(random, values),
    trade: pick(random, industries),
    mobile: random() < 0.8 ? String(13_300_000_001 + index) : '',
    email: random() < 0.5 ? `kh${pad(index + 1, 5)}@example.com` : '',
    weixinAcc: random() < 0.3 ? `wx_seed_${pad(index + 1, 5)}` : '',
    qq: random() < 0.1 ? String(10_000_001 + index) : '',
    intro: random() < 0.15 ? '展会上认识\n需要寄样品' : '',
    cateid: pick(random, sellers),
    date1: added.toISOString().slice(0, 19).replace('T', ' '),
  };
}

function secondContact(random: Random, company: number, index: number, ord: number): SimContact {
  const fields = {
    person_name: personName(random),
    mobile: String(13_400_000_001 + index),
    job: pick(random, jobs),
  };
  return { ord, company, main: false, fields };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
