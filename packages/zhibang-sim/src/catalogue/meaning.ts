import { list } from '../lists.ts';
import { pick, seededRandom } from '../random.ts';
import type { World } from '../world.ts';
import type { FactField } from './facts.ts';

type Fields = Record<string, unknown>;

/** What some kinds of record mean beyond their fields' names; ids in lower case. */
interface Meaning {
  /** What ov1 lists show (wire.md "Products and contracts"). */
  columns?: FactField[];
  /** Records that are there from the start; `ord`, when given, is their number. */
  seeds?: (world: World) => Record<string, string>[];
  /** Fields that follow from others; what was sent wins. */
  derived?: (world: World, fields: Fields) => Fields;
  /** Ids of the same thing that differ in their published label too. */
  sames?: Record<string, string[]>;
}

const WAREHOUSES = ['原料仓', '成品仓', '样品仓'];
const PRODUCTS = 60;
const CONTRACTS = 120;

function products(world: World): Record<string, string>[] {
  const random = seededRandom(world.seed + 1);
  return Array.from({ length: PRODUCTS }, (_, at) => {
    const index = at + 1;
    const cpname = `${pick(random, ['防水', '耐高温', '微型', '工业'])}${pick(random, ['接头', '电表', '接触器', '线缆'])}${index}`;
    const cpbh = `CP${String(index).padStart(4, '0')}`;
    const cpxh = `${pick(random, ['M', 'XT', 'FS'])}-${10 + Math.floor(random() * 90)}`;
    return { cpname, cpbh, cpxh, unitname: pick(random, ['个', '米', '套']), fenlei: '成品' };
  });
}

/** Contracts of the seeded customers. */
function contracts(world: World): Record<string, string>[] {
  const random = seededRandom(world.seed + 2);
  const customers = world.state.inPlace('plain').filter((customer) => customer.seeded);
  if (customers.length === 0) return [];
  return Array.from({ length: CONTRACTS }, (_, at) => {
    const customer = pick(random, customers);
    const khmc = customer.fields.name ?? '';
    return {
      title: `${khmc}采购合同`,
      htbh: `HT2025${String(at + 1).padStart(4, '0')}`,
      htid: `HT2025${String(at + 1).padStart(4, '0')}`,
      khmc,
      company: String(customer.ord),
      htmoney: (1000 + Math.floor(random() * 90_000)).toFixed(2),
      dateqd: `2025-${String(1 + ((at + 1) % 12)).padStart(2, '0')}-15`,
      htzt: '执行中',
    };
  });
}

/** Departments are numbered from here. */
const FIRST_DEPARTMENT = 1001;

/** The people who can be chosen, and the account that an interface logs in with. */
function users(world: World): Record<string, string>[] {
  const people = list('users', world.oddities).flatMap(({ nodes = [] }, index) =>
    nodes.map((user) => ({
      ord: user.value,
      username: `user${user.value}`,
      ygid: `YG${user.value}`,
      name: user.text,
      orgsid: String(FIRST_DEPARTMENT + index),
    })),
  );
  const orgsid = String(FIRST_DEPARTMENT);
  return [...people, { ord: '1001', username: 'api', ygid: 'YG1001', name: '接口账号', orgsid }];
}

function departments(world: World): Record<string, string>[] {
  return list('users', world.oddities).map(({ text }) => ({ name: text, pid: '0', stoped: '正常' }));
}

function warehouses(): Record<string, string>[] {
  return WAREHOUSES.map((sort1) => ({ sort1, gate1: '0', del: '1', fullpath: sort1, rootpath: sort1 }));
}

/** What of each product lies where; the summary adds the warehouses up. */
function stocked(world: World): Record<string, string>[] {
  const random = seededRandom(world.seed + 3);
  return products(world).flatMap((product) =>
    WAREHOUSES.slice(0, 2).map((ku) => {
      const num2 = 20 + Math.floor(random() * 400);
      const djnum = Math.floor(random() * 10);
      return { ...aboutProduct(product), ku, num2: String(num2), djnum: String(djnum) };
    }),
  );
}

function summedUp(world: World): Record<string, string>[] {
  const parts = Map.groupBy(stocked(world), ({ order1 }) => order1);
  return [...parts.values()].map((rows) => {
    const sum = (id: 'num2' | 'djnum'): number => rows.reduce((all, row) => all + Number(row[id]), 0);
    const [num2, djnum] = [sum('num2'), sum('djnum')];
    const ku = rows.map((row) => row.ku).join(',');
    return { ...rows[0], ku, num2: String(num2), djnum: String(djnum), kynum: String(num2 - djnum) };
  });
}

function aboutProduct({
  cpname = '',
  cpbh = '',
  cpxh = '',
  unitname = '',
  fenlei = '',
}): Record<string, string> {
  return { title: cpname, order1: cpbh, type1: cpxh, unit: unitname, unitname, productsort: fenlei };
}

function departmentName(world: World, ord: unknown): string {
  const stored = world.state.records('department').find((record) => record.ord === Number(ord));
  const seeded = list('users', world.oddities)[Number(ord) - FIRST_DEPARTMENT]?.text ?? '';
  return String(stored?.fields.name ?? seeded);
}

function customerName(world: World, ord: unknown): string {
  return world.state.customer(Number(ord))?.fields.name ?? '';
}

const columns = (captions: Record<string, string>): FactField[] =>
  Object.entries(captions).map(([id, label]) => ({ id, label, type: 'string' }));

const PRODUCT_COLUMNS = columns({
  cpname: '产品名称',
  cpbh: '产品编号',
  cpxh: '产品型号',
  unitname: '单位',
  fenlei: '分类',
  ord: 'ID',
});

const CONTRACT_COLUMNS = columns({
  title: '合同主题',
  htbh: '合同编号',
  khmc: '客户名称',
  company: '客户ID',
  htmoney: '合同金额',
  dateQD: '签订日期',
  htzt: '合同状态',
  ord: 'ID',
});

export const MEANINGS: Record<string, Meaning> = {
  product: { seeds: products, columns: PRODUCT_COLUMNS },
  contract: {
    seeds: contracts,
    columns: CONTRACT_COLUMNS,
    derived: (world, { company, htid }) => ({
      khmc: customerName(world, company),
      htbh: htid,
      htzt: '待执行',
    }),
    sames: { htmoney: ['money1', 'premoney'], khmc: ['companyname'] },
  },
  user: {
    seeds: users,
    derived: (world, { orgsid }) => ({ partname: departmentName(world, orgsid), status: '正常' }),
  },
  department: {
    seeds: departments,
    derived: (_world, { name }) => ({ fullpath: name, stoped: '正常' }),
    sames: { parentid: ['pid'], nodetext: ['name'] },
  },
  'warehouse.tree': { seeds: warehouses },
  'stock.details': { seeds: stocked },
  'stock.summary': { seeds: summedUp },
};
