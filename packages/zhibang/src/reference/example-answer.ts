import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import { exampleValue } from '../example-request.ts';
import type { FieldNode } from '../field-tree.ts';
import { answerClass, answerFields, requestFields } from './shape.ts';

/** An answer as the entry's class looks, filled with a few of its fields. Invented, not recorded from a system. */
export function exampleAnswer(entry: CatalogueEntry): Record<string, unknown> {
  const fields = shown(entry);
  switch (answerClass(entry).name) {
    case 'Login':
      return { header: { status: 0, message: '', session: 'T0123456789', appversion: '32.17' }, body: {} };
    case 'SourceClass':
      return ov1({ model: 'report', source: entry.operation === 'options' ? TREE : tableOf(fields) });
    case 'BillClass':
      return ov1({ model: 'bill', bill: billOf(entry, fields) });
    case 'MessageClass':
      return ov1({
        model: 'message',
        message: {
          title: '保存成功',
          text: '',
          url: '',
          wait: 0,
          target: '',
          uitype: 'message',
          data: '',
        },
      });
    case 'V3List':
      return {
        Code: 200,
        Msg: '成功',
        Page: { RecordCount: 1, PageSize: 20, PageIndex: 1, PageCount: 1 },
        Cols: fields.map(({ id }) => id),
        Rows: [fields.map((field) => exampleValue(field))],
      };
    case 'V3Record':
      return { Code: 200, Msg: '成功', Data: recordOf(fields) };
    case 'V3Done':
      return { Code: 200, Msg: '成功' };
    case 'Helper':
      return { flag: true, code: 200, msg: '请求成功', datas: helperDatas(entry, fields) };
  }
}

const TREE = {
  type_: 'trees',
  trees: { nodes: [{ text: '示例部门', value: '1', nodes: [{ text: '张三', value: '63' }] }] },
};

const MOST_FIELDS = 6;

/** Lists of `ov1` publish no columns: their filters tell the most common ones. */
function shown(entry: CatalogueEntry): CatalogueField[] {
  const published = answerFields(entry);
  if (published) return leaves(published).slice(0, MOST_FIELDS);
  const request = leaves(requestFields(entry) ?? []);
  const usable = request.filter(({ id, label }) => label && !/page|^_|^@|date|^ord$/i.test(id)).slice(0, 3);
  return [{ id: 'ord', label: 'ID', type: 'integer' }, ...usable];
}

function leaves(nodes: readonly FieldNode[]): CatalogueField[] {
  return nodes.flatMap(({ field, children }) => (children.length > 0 ? [] : [field]));
}

function ov1(body: unknown): Record<string, unknown> {
  return { header: { status: 0, message: '' }, body };
}

function tableOf(fields: readonly CatalogueField[]): unknown {
  return {
    type_: 'table',
    table: {
      cols: fields.map(({ id, label }) => ({ id, caption: label ?? id })),
      rows: [fields.map((field) => exampleValue(field))],
      page: { pagesize: 20, pageindex: 1, pagecount: 1, recordcount: 1 },
    },
  };
}

function billOf(entry: CatalogueEntry, fields: readonly CatalogueField[]): unknown {
  const inside = fields.map((field) => ({
    id: field.id,
    caption: field.label ?? field.id,
    value: exampleValue(field),
  }));
  return {
    id: entry.call.split('.')[0],
    caption: entry.name,
    uitype: 'bill',
    value: 1001,
    tools: [],
    groups: [{ caption: '', fields: inside }],
  };
}

function recordOf(fields: readonly CatalogueField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, exampleValue(field)]));
}

function helperDatas(entry: CatalogueEntry, fields: readonly CatalogueField[]): unknown {
  if (entry.operation !== 'list') return null;
  return [recordOf(answerFields(entry) ? fields : [])];
}
