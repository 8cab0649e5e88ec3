import { bill, type FormField, failure, message, num, type Reply, refusal } from '../answers.ts';
import type { Call } from '../call.ts';
import { dateText } from '../customer-list.ts';
import { helperReply, MOST_ROWS } from '../helper.ts';
import { listReply, sortOf } from '../report.ts';
import type { SimRecord } from '../types.ts';
import { tableV3, v3Reply } from '../v3.ts';
import type { World } from '../world.ts';
import type { Fact, FactField } from './facts.ts';
import type { Nested } from './nest.ts';
import { shown, valueIn } from './records.ts';
import type { Resource } from './resource.ts';

/** What an entry speaks of. */
export interface Subject {
  world: World;
  call: Call;
  fact: Fact;
  resource: Resource;
}

/** How one style of call says the four things that there are to say. */
interface Speaker {
  /** `records` newest first. */
  list(subject: Subject, records: readonly SimRecord[]): Reply;
  /** `null`: there is none. */
  record(subject: Subject, record: SimRecord | null): Reply;
  done(world: World, text: string, ord: number | null): Reply;
  refuse(world: World, text: string): Reply;
}

const ov1: Speaker = {
  list({ world, call, fact, resource }, records) {
    const fields = resource.columns(fact).map(({ field }) => field);
    const columns = fields.map(({ id, label }) => ({ id, caption: label ?? id }));
    const rows = records.map((record) => ({
      ord: record.ord,
      cells: Object.fromEntries(fields.map((field) => [field.id, cellOv1(world, resource, record, field)])),
    }));
    const sort = sortOf(world.oddities, call, columns);
    if (sort) rows.sort((a, b) => compare(a.cells[sort.id]!, b.cells[sort.id]!) * (sort.down ? -1 : 1));
    return listReply(world, call, columns, rows);
  },
  record({ world, call, fact, resource }, record) {
    const { oddities } = world;
    const gone = oddities.recordMissingAs;
    const asked = Number(call.params.ord) || 0;
    if (!record && asked > 0 && gone !== 'empty' && gone !== 'blank') return failure(oddities, gone);
    const ord = record?.ord ?? (gone === 'blank' ? asked : 0);
    return bill(oddities, fact.name, ord, formOf(world, fact, resource, record));
  },
  done: (world, text) => message(world.oddities, text),
  refuse: (world, text) => refusal(world.oddities, text),
};

const v3: Speaker = {
  list({ world, call, fact, resource }, records) {
    const fields = resource.columns(fact).map(({ field }) => field);
    const rows = records.map((record) =>
      Object.fromEntries(fields.map((field) => [field.id, String(shown(world, resource, record, field))])),
    );
    return tableV3(
      world,
      call,
      fields.map(({ id }) => id),
      rows,
    );
  },
  record({ world, fact, resource }, record) {
    if (!record) return v3Reply(world, 300, '单据不存在');
    return v3Reply(world, 200, '请求成功', { Data: whole(world, resource, record, resource.columns(fact)) });
  },
  done: (world, text) => v3Reply(world, 200, text),
  refuse: (world, text) => v3Reply(world, 300, text),
};

const helper: Speaker = {
  list({ world, call, fact, resource }, records) {
    const size = Math.min(Number(call.params.pagesize) || MOST_ROWS, MOST_ROWS);
    const index = Number(call.params.pagenumber) || 1;
    const page = records.slice((index - 1) * size, index * size);
    const rows = page.map((record) => whole(world, resource, record, resource.columns(fact)));
    return helperReply(world, 200, '请求成功', rows);
  },
  record({ world, fact, resource }, record) {
    if (!record) return helperReply(world, 300, '单据不存在');
    return helperReply(world, 200, '请求成功', whole(world, resource, record, resource.columns(fact)));
  },
  done: (world, text, ord) =>
    helperReply(world, 200, text, ord === null ? null : { ID: num(world.oddities, ord) }),
  refuse: (world, text) => ({ ...helperReply(world, 300, text), refused: text }),
};

export const SPEAKERS = { ov1, v3, helper };

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const DATES = new Set(['datetime', 'date-string']);

function cellOv1(world: World, resource: Resource, record: SimRecord, field: FactField): string | number {
  const cell = shown(world, resource, record, field);
  return DATES.has(field.type) ? dateText(world.oddities, String(cell)) : cell;
}

/** What the form shows and what its saves take besides: values as they were kept, ids of options included. */
function formOf(world: World, fact: Fact, resource: Resource, record: SimRecord | null): FormField[] {
  const fields = new Map(
    [...resource.columns(fact), ...resource.written].map(({ field }) => [field.id.toLowerCase(), field]),
  );
  return [...fields.values()].map((field) => {
    const value = record ? valueIn(world, resource, record, field) : '';
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const own = DATES.has(field.type) ? dateText(world.oddities, text) : text;
    return { id: field.id, caption: field.label ?? field.id, value: own, group: '基本信息' };
  });
}

/** A record with the parts inside it, one of each where nobody has sent any. */
function whole(
  world: World,
  resource: Resource,
  record: SimRecord,
  nodes: readonly Nested[],
): Record<string, unknown> {
  return Object.fromEntries(
    nodes.map(({ field, inside }) => {
      const value = valueIn(world, resource, record, field);
      if (typeof value === 'object' || (inside.length === 0 && !isPart(field)))
        return [field.id, typed(world, field, value)];
      const part = record.seeded ? whole(world, resource, record, inside) : null;
      return [field.id, field.type === 'array' ? (part ? [part] : []) : part];
    }),
  );
}

const isPart = ({ type }: FactField): boolean => type === 'array' || type === 'object';

function typed(world: World, { type }: FactField, value: unknown): unknown {
  if (typeof value === 'object') return value;
  const text = String(value);
  if (text === '') return world.oddities.nullForEmpty ? null : '';
  if (type === 'boolean') return text === '1' || text === 'true';
  const numeric = (type === 'integer' || type === 'decimal') && /^-?\d{1,15}(\.\d+)?$/.test(text);
  if (typeof value === 'number' || numeric) return num(world.oddities, Number(text));
  return text;
}
