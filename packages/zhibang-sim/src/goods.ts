import type { Reply } from './answers.ts';
import type { Call } from './call.ts';
import { pick, seededRandom } from './random.ts';
import { listReply, type Row } from './report.ts';
import type { World } from './world.ts';

/** Products and contracts can be read only; they depend on the seed alone. */
const PRODUCT_COLUMNS = [
  { id: 'cpname', caption: '产品名称' },
  { id: 'cpbh', caption: '产品编号' },
  { id: 'cpxh', caption: '型号' },
  { id: 'unitname', caption: '单位' },
  { id: 'fenlei', caption: '分类' },
  { id: 'ord', caption: 'ID' },
];

const CONTRACT_COLUMNS = [
  { id: 'title', caption: '合同主题' },
  { id: 'htbh', caption: '合同编号' },
  { id: 'khmc', caption: '客户名称' },
  { id: 'company', caption: '客户ID' },
  { id: 'htmoney', caption: '合同金额' },
  { id: 'dateQD', caption: '签订日期' },
  { id: 'htzt', caption: '合同状态' },
  { id: 'ord', caption: 'ID' },
];

const PRODUCTS = 60;
const CONTRACTS = 120;

export function listProducts(world: World, call: Call): Reply {
  const random = seededRandom(world.seed + 1);
  const rows: Row[] = [];
  for (let index = 1; index <= PRODUCTS; index++) {
    const cpname = `${pick(random, ['防水', '耐高温', '微型', '工业'])}${pick(random, ['接头', '电表', '接触器', '线缆'])}${index}`;
    const cpbh = `CP${String(index).padStart(4, '0')}`;
    const cpxh = `${pick(random, ['M', 'XT', 'FS'])}-${10 + Math.floor(random() * 90)}`;
    rows.push({
      ord: index,
      cells: { ord: index, cpname, cpbh, cpxh, unitname: pick(random, ['个', '米', '套']), fenlei: '成品' },
    });
  }
  return listReply(world, call, PRODUCT_COLUMNS, containing(call, rows, ['cpname', 'cpbh', 'cpxh']));
}

export function listContracts(world: World, call: Call): Reply {
  const random = seededRandom(world.seed + 2);
  const customers = world.state.inPlace('plain').filter((customer) => customer.seeded);
  const rows: Row[] = [];
  for (let index = 1; index <= CONTRACTS && customers.length > 0; index++) {
    const customer = pick(random, customers);
    const khmc = customer.fields.name ?? '';
    const htmoney = (1000 + Math.floor(random() * 90_000)).toFixed(2);
    const dateQD = `2025-${String(1 + (index % 12)).padStart(2, '0')}-15`;
    const htbh = `HT2025${String(index).padStart(4, '0')}`;
    rows.push({
      ord: index,
      cells: {
        ord: index,
        title: `${khmc}采购合同`,
        htbh,
        khmc,
        company: customer.ord,
        htmoney,
        dateQD,
        htzt: '执行中',
      },
    });
  }
  return listReply(world, call, CONTRACT_COLUMNS, containing(call, rows, ['title', 'htbh', 'khmc']));
}

function containing(call: Call, rows: Row[], ids: string[]): Row[] {
  return rows.filter((row) => ids.every((id) => String(row.cells[id] ?? '').includes(call.params[id] ?? '')));
}
