import type { FieldSpec } from './fields.ts';
import { known } from './lists.ts';
import type { Oddities } from './oddities.ts';
import type { SimCustomer } from './types.ts';
import type { World } from './world.ts';

/** The first rule that the values break, as the ERP words it; null when they pass. */
export function brokenRule(
  oddities: Oddities,
  specs: readonly FieldSpec[],
  fields: Record<string, string>,
): string | null {
  for (const spec of specs) {
    const value = fields[spec.id] ?? '';
    if (value.trim() === '') {
      if (spec.required) return `${spec.caption}不能为空`;
      continue;
    }
    if (spec.maxLength && value.length > spec.maxLength)
      return `${spec.caption}长度不能超过${spec.maxLength}个字`;
    if (spec.number && !/^-?\d+(\.\d+)?$/.test(value.trim())) return `${spec.caption}必须为数字`;
    if (spec.list && !known(spec.list, value, oddities)) return `${spec.caption}选项无效`;
  }
  return null;
}

const DUPLICATE_MESSAGES: Record<string, string> = {
  name: '客户名称已存在，请重新填写',
  khid: '客户编号已存在，请重新填写',
  phone: '办公电话重复，该电话已被其他客户使用',
  mobile: '手机号码重复，该手机已被其他客户使用',
  email: '电子邮件重复，该邮箱已被其他客户使用',
};

/** Looks at every customer that is not deleted, the pool and those out of sight included. */
export function duplicate(world: World, ord: number, fields: Record<string, string>): string | null {
  for (const field of world.oddities.duplicateCheck) {
    const value = fields[field];
    if (value && someoneElse(world, ord, (other) => other.fields[field] === value)) {
      return world.oddities.duplicateWords || (DUPLICATE_MESSAGES[field] ?? `${field}重复`);
    }
  }
  return null;
}

function someoneElse(world: World, ord: number, test: (other: SimCustomer) => boolean): boolean {
  for (const other of world.state.customers()) {
    if (other.ord !== ord && other.place !== 'deleted' && test(other)) return true;
  }
  return false;
}

const HALF_WIDTH: Record<string, string> = { '（': '(', '）': ')', '　': ' ' };

/** What the system makes of a value before it keeps it. */
export function kept(oddities: Oddities, id: string, value: string): string {
  let made = value;
  if (oddities.trimValues) made = made.trim().replace(/ {2,}/g, ' ');
  if (oddities.rewriteValues) {
    made = made.replace(/[（）　]/g, (mark) => HALF_WIDTH[mark]!);
    made = made.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    if (id === 'email') made = made.toLowerCase();
  }
  return made;
}
