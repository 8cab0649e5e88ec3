import type { Call } from '../call.ts';
import type { SimRecord } from '../types.ts';
import type { World } from '../world.ts';
import type { Fact, FactField } from './facts.ts';
import { shown, valueIn } from './records.ts';
import { type Resource, rangeless } from './resource.ts';

type Test = (text: string) => boolean;

/** Paging and the like: never a filter. */
const NOT_ASKED = /^(page.*|_rpt_sort|datatype|stype|checktype|apihelptype|token|datas|sort|edit)$/;

/** Records that pass every filter which the list knows: one without a column of its own is ignored, as the ERP does. */
export function filtered(
  world: World,
  call: Call,
  fact: Fact,
  resource: Resource,
  records: readonly SimRecord[],
): SimRecord[] {
  const { ignoreFilters, noSearchKey } = world.oddities;
  const columns = resource.columns(fact).map(({ field }) => field);
  const tests = Object.entries(call.params).flatMap(([name, value]) => {
    const ignored =
      NOT_ASKED.test(name) || ignoreFilters.some((each) => each === '*' || each.toLowerCase() === name);
    if (ignored || value === '') return [];
    if (name === 'ord') return [(record: SimRecord) => value.split(',').includes(String(record.ord))];
    if (name === 'searchkey') {
      if (noSearchKey) return [];
      const cells = (record: SimRecord) => columns.map((field) => shown(world, resource, record, field));
      return [(record: SimRecord) => cells(record).some((cell) => String(cell).includes(value))];
    }
    const column = columnFor(fact, resource, columns, name);
    if (!column) return [];
    const test = testOf(name, value);
    return [
      (record: SimRecord) =>
        test(String(shown(world, resource, record, column))) ||
        test(String(valueIn(world, resource, record, column))),
    ];
  });
  return records.filter((record) => tests.every((test) => test(record)));
}

function columnFor(
  { request = [] }: Fact,
  resource: Resource,
  columns: readonly FactField[],
  name: string,
): FactField | undefined {
  const field = request.find(({ id }) => id.toLowerCase() === name) ?? { id: name, type: 'string' };
  const sames = resource.samesOf({ ...field, id: rangeless(field.id) });
  return columns.find(({ id }) => sames.includes(id.toLowerCase()));
}

/** Ranges include both ends; everything else is looked for as a part. */
function testOf(name: string, value: string): Test {
  const end = /_(0|start)$/.test(name) ? 'from' : /_(1|end)$/.test(name) ? 'to' : null;
  if (!end) return (text) => text.includes(value);
  const numbers = !Number.isNaN(Number(value));
  return (text) => {
    const [own, wanted] = numbers ? [Number(text), Number(value)] : [text.slice(0, value.length), value];
    return end === 'from' ? own >= wanted : own <= wanted;
  };
}
