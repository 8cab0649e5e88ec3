import { json, num, type Reply, rawControls } from './answers.ts';
import type { Call } from './call.ts';
import { storeCustomer } from './customer-save.ts';
import { customerFields } from './fields.ts';
import { idOf, type ListName } from './lists.ts';
import type { World } from './world.ts';

/** `{Code, Msg, …rest}`: 200 done, 300 refused (counted by its words), 400 token, 500 fault. */
export function v3Reply(world: World, code: number, msg: string, rest: object = {}): Reply {
  const { oddities } = world;
  const message = oddities.controlCharacters && code === 200 ? `${msg}\n` : msg;
  const body = JSON.stringify({ Code: num(oddities, code), Msg: message, ...rest });
  const reply = json(oddities.controlCharacters ? rawControls(body) : body);
  return code === 300 ? { ...reply, refused: msg } : reply;
}

/** Parameter of v3 → field of the form, where they differ: v3's `sort1` is the follow level (wire.md). */
const RENAMED: Record<string, string> = { sort: 'sort1', sort1: 'level' };

/** Fields of the ov1 forms that v3 does not publish (catalogue 298): an edit through v3 leaves them as they are. */
const NOT_IN_V3 = new Set(['pym', 'jf2', 'bz', 'lng', 'lat', 'age', 'phone2', 'XiQueIntro', 'date1']);

const LABELLED: Record<string, { list: ListName; caption: string }> = {
  sort1: { list: 'category', caption: '客户分类' },
  level: { list: 'level', caption: '跟进程度' },
  ly: { list: 'ly', caption: '客户来源' },
  area: { list: 'area', caption: '客户区域' },
  trade: { list: 'trade', caption: '客户行业' },
  jz: { list: 'jz', caption: '价值评估' },
};

/** 客户修改: options by label, code 300 when refused. */
export function editCustomerV3(world: World, call: Call): Reply {
  const ord = Number(call.params.ord);
  const customer = world.state.customer(ord);
  if (!customer || customer.place === 'deleted') return v3Reply(world, 300, '单据不存在');
  const refused = store(world, call, ord);
  return refused === null ? v3Reply(world, 200, '修改成功') : v3Reply(world, 300, refused);
}

/** 客户添加: it answers no `ord`. */
export function addCustomerV3(world: World, call: Call): Reply {
  const { ord } = world.state.allocate(call.params.sort2 ?? '1', null);
  const refused = store(world, call, ord);
  return refused === null ? v3Reply(world, 200, '添加成功') : v3Reply(world, 300, refused);
}

function store(world: World, call: Call, ord: number): string | null {
  const type = call.params.sort2;
  if (type !== '1' && type !== '2') return '客户属性不能为空';
  if (!call.params.sort) return '客户分类不能为空';
  if (!call.params.sort1) return '跟进程度不能为空';
  const published = customerFields(type).filter((spec) => !NOT_IN_V3.has(spec.id));
  const specs = [...published, { id: 'level', caption: '跟进程度' }];
  const ids = new Map(specs.map((spec) => [spec.id.toLowerCase(), spec.id]));
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.params)) {
    const id = RENAMED[name] ?? ids.get(name);
    if (!id) continue;
    const option = LABELLED[id];
    const made = option && value !== '' ? idOf(option.list, value, world.oddities) : value;
    if (made === undefined) return `${option?.caption}【${value}】不存在`;
    sent[id] = made;
  }
  return storeCustomer(world, ord, type, sent, specs);
}

/** A whole v3 list answer of rows that are filtered already. */
export function tableV3(
  world: World,
  call: Call,
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): Reply {
  const size = Number(call.params.page_size) || 20;
  const index = Number(call.params.page_index) || 1;
  const Page = {
    RecordCount: rows.length,
    PageSize: size,
    PageIndex: index,
    PageCount: Math.ceil(rows.length / size),
  };
  const Cols = world.oddities.colsAsObjects ? columns.map((id) => ({ id, name: id })) : columns;
  const Rows = rows.slice((index - 1) * size, index * size).map((row) => columns.map((id) => row[id] ?? ''));
  return v3Reply(world, 200, '成功', { Page, Cols, Rows });
}
