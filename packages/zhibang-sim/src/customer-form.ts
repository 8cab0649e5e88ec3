import { bill, type FormField, failure, type Reply } from './answers.ts';
import type { Call } from './call.ts';
import { dateText } from './customer-list.ts';
import { customerFields, type FieldSpec } from './fields.ts';
import type { World } from './world.ts';
import { customerNumber } from './world.ts';

/** Refusal for a record that is there but not for this user's eyes: words about rights, never about absence. */
export const NO_RIGHT = '您没有查看该客户的权限！';

/** 分配新客户ID: an empty form with a new `ord` as its value and, unless numbers are given by hand, a proposed number. */
export function allocateCustomer(world: World, call: Call): Reply {
  const type = call.params.intsort === '2' ? '2' : '1';
  const { ord, khid } = world.state.allocate(type, proposal(world));
  return bill(world.oddities, '添加客户', ord, formOf(world, type, { khid: khid || openNumber(world) }));
}

function proposal(world: World): ((sequence: number) => string) | null {
  if (world.oddities.khidByHand || world.oddities.khidNotReserved) return null;
  return (sequence) => customerNumber(world, sequence);
}

function openNumber(world: World): string {
  return world.oddities.khidByHand ? '' : customerNumber(world, world.state.nextNumber);
}

/** 获取客户详情. Customers in the pool answer too; one out of sight is refused with words about rights. */
export function readCustomer(world: World, call: Call): Reply {
  const { oddities } = world;
  const ord = Number(call.params.ord);
  const customer = world.state.customer(ord);
  if (customer?.place === 'hidden') return failure(oddities, NO_RIGHT);
  if (customer && customer.place !== 'deleted') {
    return bill(oddities, '客户详情', ord, formOf(world, customer.fields.intsort ?? '1', customer.fields));
  }
  if (oddities.recordMissingAs === 'empty') return bill(oddities, '客户详情', 0, formOf(world, '1', {}));
  if (oddities.recordMissingAs === 'blank') return bill(oddities, '客户详情', ord, formOf(world, '1', {}));
  return failure(oddities, oddities.recordMissingAs);
}

function formOf(world: World, type: string, values: Record<string, string>): FormField[] {
  const fields: FormField[] = [
    { id: 'intsort', caption: '客户类型', value: type, group: '基本信息' },
    { id: 'level', caption: '跟进程度', value: values.level ?? '', group: '基本信息' },
  ];
  for (const spec of specsOf(world, type)) {
    const value = values[spec.id] ?? '';
    fields.push({
      id: spec.id,
      caption: spec.caption,
      value: spec.id === 'date1' ? dateText(world.oddities, value) : value,
      group: groupOf(spec.id),
    });
  }
  if (type === '2' && world.oddities.personNameEcho) {
    fields.push({ id: 'person_name', caption: '联系人姓名', value: values.name ?? '', group: '联系人' });
  }
  return fields;
}

function specsOf(world: World, type: string): readonly FieldSpec[] {
  const own = customerFields(type);
  const { wholeForms, personNameEcho } = world.oddities;
  if (!wholeForms) return own;
  const known = new Set([...own.map(({ id }) => id), ...(personNameEcho ? ['person_name'] : [])]);
  return [...own, ...customerFields('1').filter(({ id }) => !known.has(id))];
}

const CONTACT_GROUP =
  /^(person_name|sex|age|year1|part1|job|phone2?|fax|mobile|email|qq|weixinAcc|XiQueIntro|msn|jg)$/;
const TEXT_GROUP = /^(product|c[234]|intro)$/;

function groupOf(id: string): string {
  if (CONTACT_GROUP.test(id)) return '联系人';
  if (TEXT_GROUP.test(id)) return '备注信息';
  return id.startsWith('bank') ? '银行信息' : '基本信息';
}
