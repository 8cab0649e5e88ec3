import type { Fact, FactField } from './facts.ts';
import { type Nested, nest } from './nest.ts';

/** Lists that show another entry's records, by call name. */
const SHOWN: Record<string, string> = {
  'schedule.projects': 'project',
  'expenseUse.requests': 'expenseRequest',
  'repayment.loans': 'loan',
  'product.addToContract': 'contractLine',
};

/** Parts of a call's name that are records of their own beside the document: lines, tasks, requests. */
const PART = /(line|task|request)s?$/i;

/** What an entry's records are: those that one entry saves, its siblings list and read. */
export function resourceName({ call, operation }: Fact): string {
  const [noun = '', verb = ''] = call.split('.');
  const shown = SHOWN[call];
  if (shown) return shown;
  const part = PART.exec(verb)?.[1];
  if (part) return `${noun}.${part.toLowerCase()}`;
  const ownList =
    (operation === 'list' && verb !== 'list') || /^(lineTypes|approvalStages|operation)$/.test(verb);
  return ownList ? `${noun}.${verb}` : noun;
}

/** Where each style keeps what was asked for. */
const CONTENT = new Set(['Rows', 'Data', 'datas', 'Datas']);

const contentOf = (nodes: readonly Nested[]): Nested[] =>
  nodes.flatMap(({ field, inside }) => (CONTENT.has(field.id) ? inside : []));

/** Parameters that steer the call instead of describing a record. */
const STEERING =
  /^(datatype|stype|remind|checktype|searchkey|pagesize|pageindex|page_size|page_index|pagenumber|_rpt_sort|catetype|tjly|tdate\d|a_.+|debug|_insert_rowindex|edit|token|datas|ismode|scanflag|listadd|flag|batch|starttime|endtime|searchtype|htcateid|iscanqa|ord|ords|id|telord)$/i;

export const isSteering = ({ id }: FactField): boolean => STEERING.test(id) || id.includes('.');

/** Without the end of a range: `date1_0` and `date1_1` both speak of `date1`. */
export const rangeless = (id: string): string => id.replace(/_([01]|start|end)$/i, '');

const NAME_ONLY: FactField[] = [
  { id: 'title', label: '主题', type: 'string' },
  { id: 'bh', label: '编号', type: 'string' },
  { id: 'addcate', label: '添加人', type: 'string' },
  { id: 'date7', label: '添加时间', type: 'datetime' },
];

const KEY_ID = /^(ord|id|nodeid|kuout)$/i;

/** What is known of one kind of record, from all entries that speak of it. */
export class Resource {
  readonly name: string;
  /** What its saves take. */
  readonly written: readonly Nested[];
  readonly #columns = new Map<number, readonly Nested[]>();
  readonly #captions = new Map<string, Set<string>>();

  constructor(name: string, facts: readonly Fact[], listed: readonly FactField[] = []) {
    this.name = name;
    const forms = facts.filter(({ call }) => /\.(save|add|edit)[^.]*$/.test(call));
    const main = forms.toSorted((a, b) => weight(b) - weight(a))[0];
    const form = nest(main?.request ?? []);
    const taken = main?.style === 'helper' ? contentOf(form) : form;
    this.written = taken.filter(({ field }) => !isSteering(field) && !field.id.startsWith('@'));
    for (const fact of facts) {
      this.#columns.set(fact.id, columnsOf(fact, this.written, nest(listed)));
      this.#learn(fact);
    }
  }

  #learn(fact: Fact): void {
    for (const { id, label } of [...(fact.request ?? []), ...(fact.response ?? [])]) {
      if (!label) continue;
      const ids = this.#captions.get(label) ?? new Set();
      this.#captions.set(label, ids.add(rangeless(id).toLowerCase()));
    }
  }

  /** What a list or a record shows. */
  columns(fact: Fact): readonly Nested[] {
    return this.#columns.get(fact.id) ?? [];
  }

  /** Ids under which the same thing goes in this resource's entries: `name` is saved, `NodeText` listed, both 部门名称. */
  samesOf({ id, label = '' }: FactField): string[] {
    return [id.toLowerCase(), ...(this.#captions.get(label) ?? [])];
  }
}

/** Of several forms of one thing the one that ov1 shows, else the longest. */
function weight({ style, request = [] }: Fact): number {
  return request.length + (style === 'ov1' && request.length > 0 ? 1000 : 0);
}

/** The column that carries a record's number. */
export function isKey({ id, label = '' }: FactField): boolean {
  return KEY_ID.test(id) || /^(唯一标识|数据唯一标识|单据ID|部门标识)$/.test(label);
}

function columnsOf(fact: Fact, written: readonly Nested[], listed: readonly Nested[]): readonly Nested[] {
  const published = contentOf(nest(fact.response ?? []));
  const usual = listed.length > 0 ? listed : guessed(fact, written);
  const known = published.length > 0 ? published : usual;
  if (known.some(({ field }) => isKey(field))) return known;
  return [...known, { field: { id: 'ord', label: 'ID', type: 'integer' }, inside: [] }];
}

/** ov1 answers are not published field by field: what is saved is shown, else what can be filtered by, else the usual. */
function guessed({ operation, request = [] }: Fact, written: readonly Nested[]): readonly Nested[] {
  if (written.length > 0) return written;
  const filters = operation === 'list' ? request.filter((field) => !isSteering(field)) : [];
  const columns = new Map(
    filters.map((field) => [rangeless(field.id), { ...field, id: rangeless(field.id) }]),
  );
  return nest(columns.size > 0 ? [...columns.values()] : NAME_ONLY);
}
