import { readBill } from './bill.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { choicesOf } from './choices.ts';
import { ZhibangError } from './errors.ts';
import { classifyRefusal } from './messages.ts';
import { billOf, messageOf, sourceOf } from './ov1.ts';
import type { AnyRow, ChoicesResult, ListResult, RecordResult, Value } from './results.ts';
import { asObject, countOf, type Json, textOf } from './styles.ts';
import { type Table, tableOfSource, tableOfV3 } from './table.ts';
import type { ListRow, SaveReceipt } from './types.ts';

export type AnyResult = ListResult | ChoicesResult | RecordResult | SaveReceipt;

/** A good answer, by what the entry does. Throws `protocol` when it has another shape, and what the ERP says in words. */
export function decodeAnswer(entry: CatalogueEntry, json: unknown): AnyResult {
  switch (entry.operation) {
    case 'list':
      return listResult(tableOf(entry, json), entry.style === 'ov1' ? nodesIn(json) : []);
    case 'options':
      return { nodes: nodesIn(json) ?? noSuchShape(entry, 'neither options nor a tree') };
    case 'get':
    case 'new':
      return entry.style === 'ov1' ? formResult(entry, json) : recordResult(entry, json);
    default:
      return receipt(entry, json);
  }
}

/** The table in the answer to a list of any style; rows need no `ord`. */
export function tableOf(entry: CatalogueEntry, json: unknown): Table {
  const answer = asObject(json) ?? {};
  if (entry.style === 'v3') return tableOfV3(answer, 'any') ?? noSuchShape(entry, 'no table');
  if (entry.style === 'helper') return tableOfRecords(answer.datas);
  const source = sourceOf(json);
  const table = source && tableOfSource(source, 'any');
  if (table && !table.isSkeleton) return table;
  return source && choicesOf(source) ? tableOfRecords([]) : noSuchShape(entry, 'no table');
}

function nodesIn(json: unknown): ChoicesResult['nodes'] | null {
  const source = sourceOf(json);
  return source && choicesOf(source);
}

function listResult(table: Table, nodes: ChoicesResult['nodes'] | null): ListResult {
  const { columns, captions, recordCount, pageCount, rows } = table;
  return {
    columns,
    captions,
    rows: rows.map((row) => rowOf(columns, row)),
    nodes: nodes ?? [],
    page: { recordCount, pageCount },
  };
}

/** A row by column id; of two columns of one name the first stays. */
export function rowOf(columns: readonly string[], row: ListRow): AnyRow {
  const cells: AnyRow = {};
  for (const [at, column] of columns.entries()) {
    const value = row.values[at];
    if (value !== undefined && !(column in cells)) cells[column] = valueIn(value);
  }
  return cells;
}

/** `datas` of a helper list: records, perhaps one level down beside their counts. */
function tableOfRecords(datas: unknown): Table {
  const list = Array.isArray(datas)
    ? datas
    : (Object.values(asObject(datas) ?? {}).find(Array.isArray) ?? []);
  const records = list.map(asObject).filter((each) => each !== null);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return tableOfV3({ Cols: columns, Rows: records }, 'any')!;
}

function formResult(entry: CatalogueEntry, json: unknown): RecordResult {
  const raw = billOf(json);
  if (raw) {
    const { ord, fields, captions } = readBill(raw);
    return { ord: ord || null, fields, captions };
  }
  const { text, title } = messageOf(json);
  const erpMessage = text || title;
  if (erpMessage === '') return noSuchShape(entry, 'no form');
  throw new ZhibangError(classifyRefusal(erpMessage).code, { ...placeOf(entry), erpMessage });
}

/** `Data` of v3, or `datas` of a helper. A list in its place stands under `rows`. */
function recordResult(entry: CatalogueEntry, json: unknown): RecordResult {
  const answer = asObject(json) ?? {};
  const data = entry.style === 'v3' ? answer.Data : answer.datas;
  if (Array.isArray(data)) return { ord: null, fields: { rows: valueIn(data) }, captions: {} };
  const record = asObject(data) ?? noSuchShape(entry, 'no record');
  return { ord: ordIn(record), fields: valueIn(record) as AnyRow, captions: {} };
}

function receipt(entry: CatalogueEntry, json: unknown): SaveReceipt {
  const answer = asObject(json) ?? {};
  if (entry.style === 'v3') return { message: textOf(answer.Msg ?? answer.msg), ord: ordIn(answer.Data) };
  if (entry.style === 'helper') return { message: textOf(answer.msg), ord: ordIn(answer.datas) };
  const { title, text, ord } = messageOf(json);
  return { message: text || title, ord };
}

/** The id that an answer names, bare or in a record. */
function ordIn(data: unknown): number | null {
  const record: Json = asObject(Array.isArray(data) && data.length === 1 ? data[0] : data) ?? { ord: data };
  return countOf(record.ord ?? record.Ord ?? record.ID ?? record.Id ?? record.id) || null;
}

function valueIn(value: unknown): Value {
  if (Array.isArray(value)) return value.map(valueIn);
  const record = asObject(value);
  if (!record) return textOf(value);
  return Object.fromEntries(Object.entries(record).map(([id, each]) => [id, valueIn(each)]));
}

function placeOf({ call, path }: CatalogueEntry): { operation: string; endpoint: string } {
  return { operation: call, endpoint: path };
}

function noSuchShape(entry: CatalogueEntry, what: string): never {
  throw new ZhibangError('protocol', { ...placeOf(entry), erpMessage: `${what} in the answer` });
}
