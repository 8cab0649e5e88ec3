import { document, documentText, json, num, type Reply } from './answers.ts';
import type { Call } from './call.ts';
import { CUSTOMER_COLUMNS } from './fields.ts';
import { customerFilters } from './filters.ts';
import { type ListName, labelOf } from './lists.ts';
import type { Oddities } from './oddities.ts';
import { columnsOf, type Paging, paging, rowText, skeleton, sortOf, tableInner } from './report.ts';
import { shiftOneRow } from './shift.ts';
import type { SimCustomer } from './types.ts';
import type { World } from './world.ts';

const LABELLED: Record<string, ListName> = {
  ly: 'ly',
  jz: 'jz',
  trade: 'trade',
  area: 'area',
  sort1: 'category',
  level: 'level',
  cateid: 'users',
};

/** Columns of free text, which some systems cut. */
const SHORTENED = new Set(['name', 'address', 'email', 'person_name']);

/** 获取客户列表. Without a sort the newest come first. */
export function listCustomers(world: World, call: Call): Reply {
  if (call.cmdkey !== 'refresh') return skeleton(world, CUSTOMER_COLUMNS);
  const reply = page(world, call);
  if (world.dice.strikes('shiftRows')) shiftOneRow(world);
  return reply;
}

function page(world: World, call: Call): Reply {
  const { oddities } = world;
  const tests = customerFilters(oddities, call);
  const sorted = sortedCustomers(world, call);
  const found = tests.length ? sorted.filter((customer) => tests.every((test) => test(customer))) : sorted;
  const asked = Number(call.params.pagesize) || 20;
  const clampTo = world.dice.strikes('clampPage') ? Math.max(1, Math.floor(asked / 2)) : 0;
  const paged = paging(oddities, call, found.length, clampTo);
  const make = () =>
    tableInner(oddities, columnsOf(world, CUSTOMER_COLUMNS, paged.index), rowsOf(world, found, paged), paged);
  if (tests.length) return document(oddities, make());
  const key = JSON.stringify([oddities, paged, call.params.stype, call.params._rpt_sort]);
  return json(world.rows.page(key, () => documentText(oddities, { status: 0, message: '' }, make())));
}

function rowsOf(world: World, customers: readonly SimCustomer[], paged: Paging): string[] {
  const columns = columnsOf(world, CUSTOMER_COLUMNS, paged.index);
  const known = world.rows.shape(JSON.stringify([world.oddities, paged.index % 2]));
  return customers.slice((paged.index - 1) * paged.size, paged.index * paged.size).map((customer) => {
    let text = known.get(customer.ord);
    if (text === undefined) {
      const cells = columns.map((column) => cellOf(world.oddities, customer, column.id));
      text = rowText(world.oddities, customer.ord, cells);
      known.set(customer.ord, text);
    }
    return text;
  });
}

function sortedCustomers(world: World, call: Call): readonly SimCustomer[] {
  const stype = world.oddities.ignoreFilters.includes('stype') ? '' : (call.params.stype ?? '');
  const sort = sortOf(world.oddities, call, CUSTOMER_COLUMNS) ?? { id: 'ord', down: true };
  return world.rows.sorted(`${stype} ${sort.id} ${sort.down}`, () => {
    const chosen = [...ofMode(world, stype)];
    if (sort.id !== 'ord') {
      const value = (customer: SimCustomer): string => customer.fields[sort.id] ?? '';
      chosen.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.ord - b.ord));
    }
    return sort.down ? chosen.reverse() : chosen;
  });
}

/** `stype`: 1 the pool, 2 waiting for review, 3 protected, 4 and 5 shared; else the normal customers. Ascending by `ord`. */
function ofMode(world: World, stype: string): readonly SimCustomer[] {
  if (stype === '1') return world.state.inPlace('pool');
  const flag = ({ 2: 'review', 3: 'protected', 4: 'shared', 5: 'shared' } as const)[stype];
  const plain = world.state.inPlace('plain');
  return flag ? plain.filter((customer) => customer.flags.includes(flag)) : plain;
}

function cellOf(oddities: Oddities, customer: SimCustomer, column: string): string | number {
  if (column === 'ord') return num(oddities, customer.ord);
  const value = customer.fields[column] ?? '';
  if (value === '') return '';
  const label = LABELLED[column];
  if (label) return oddities.labelCells ? labelOf(label, value) : value;
  if (column === 'intsort' && oddities.labelCells === 'all') return value === '2' ? '个人客户' : '单位客户';
  if (column === 'date1') return dateText(oddities, value);
  if (column === 'mobile' && oddities.maskPhones) return value.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');
  return SHORTENED.has(column) ? shortened(oddities, value) : value;
}

function shortened(oddities: Oddities, value: string): string {
  const most = oddities.shortenCells;
  return most > 0 && value.length > most ? `${value.slice(0, most)}...` : value;
}

/** The three ways in which systems write dates (wire.md [field]); kept values are `2025-10-19 09:05:00`. */
export function dateText(oddities: Oddities, value: string): string {
  if (oddities.dateFormat === 'dash') return value;
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d)(:\d\d:\d\d)$/.exec(value);
  if (!parts) return value;
  const [, year, month, day, hour, rest] = parts;
  return oddities.dateFormat === 'day'
    ? `${year}-${month}-${day}`
    : `${year}/${month}/${day} ${Number(hour)}${rest}`;
}
