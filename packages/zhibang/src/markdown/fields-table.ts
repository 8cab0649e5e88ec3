import type { CatalogueField } from '../catalogue.ts';
import type { FieldNode } from '../field-tree.ts';
import { type Language, labelIn, optionsIn } from '../reference/language.ts';
import { flat } from '../reference/shape.ts';
import { cellText, code, fieldAnchor, table } from './text.ts';

/** Fields as people read them; each row can be linked to by its id. */
export function fieldsTable(
  nodes: readonly FieldNode[],
  lang: Language,
  { isRequest }: { isRequest: boolean },
): string {
  const words = WORDS[lang];
  const used = new Set<string>();
  const rows = flat(nodes).map(({ field, depth }) => {
    const name = fieldAnchor(field.id, isRequest ? 'request' : 'answer');
    const mark = used.has(name) ? '' : `<a id="${name}"></a>`;
    used.add(name);
    const id = `${mark}${'↳ '.repeat(depth)}${code(field.id)}`;
    const basic = [id, field.label ? cellText(labelIn(field, lang)) : '', words.types[field.type]];
    return isRequest
      ? [...basic, requiredText(field, lang), lengthText(field), notesOf(field, lang)]
      : [...basic, notesOf(field, lang)];
  });
  return table(isRequest ? words.request : words.answer, rows);
}

function requiredText({ required, requiredWhen }: CatalogueField, lang: Language): string {
  const words = WORDS[lang];
  if (required === true) return `**${words.yes}**`;
  if (required === 'by-policy') return words.policy;
  if (!requiredWhen) return '';
  const when = Object.entries(requiredWhen).map(([id, values]) => `${id}=${values.join('/')}`);
  return `${words.when} ${code(when.join(', '))}`;
}

function lengthText({ maxLength, max }: CatalogueField): string {
  if (maxLength !== undefined) return String(maxLength);
  return max === undefined ? '' : `≤ ${max}`;
}

function notesOf(field: CatalogueField, lang: Language): string {
  const words = WORDS[lang];
  const notes = [
    field.format ? code(field.format) : '',
    field.multiple ? words.comma : '',
    field.match ? words.match[field.match] : '',
    field.dedupeKey ? words.dedupe : '',
    field.custom ? words.custom : '',
    field.options
      ? `${field.closed ? words.closed : words.examples}${optionsText(optionsIn(field, lang))}`
      : '',
    field.optionsFrom ? sourceText(field.optionsFrom, lang) : '',
  ];
  return notes.filter(Boolean).join(words.join);
}

function optionsText(options: readonly [string, string][]): string {
  return options
    .map(([value, label]) => (value === label ? code(value) : `${code(value)} ${cellText(label)}`))
    .join(' · ');
}

function sourceText(from: string, lang: Language): string {
  return from === 'tree' ? WORDS[lang].tree : `${WORDS[lang].from}${code(from)}`;
}

const WORDS = {
  zh: {
    request: ['字段', '含义', '类型', '必填', '长度', '说明'],
    answer: ['字段', '含义', '类型', '说明'],
    types: {
      string: '文本',
      integer: '整数',
      decimal: '小数',
      datetime: '日期时间',
      'date-string': '日期',
      boolean: '是否',
      array: '列表',
      object: '对象',
    },
    yes: '是',
    policy: '由策略决定',
    when: '当',
    comma: '多个值用逗号隔开',
    match: { contains: '模糊检索', 'range-start': '起（含）', 'range-end': '止（含）', range: '区间' },
    dedupe: '参与查重',
    custom: '某家公司自己加的字段',
    closed: '可选值：',
    examples: '某家公司的值，自己的要从 ERP 读：',
    tree: '从一棵树里选，用值不用文字',
    from: '自己的可选值从这里读：',
    join: '；',
  },
  en: {
    request: ['Field', 'Meaning', 'Type', 'Required', 'Length', 'Notes'],
    answer: ['Field', 'Meaning', 'Type', 'Notes'],
    types: {
      string: 'text',
      integer: 'whole number',
      decimal: 'number',
      datetime: 'date and time',
      'date-string': 'date',
      boolean: 'yes or no',
      array: 'list',
      object: 'object',
    },
    yes: 'yes',
    policy: 'by policy',
    when: 'when',
    comma: 'several values joined by commas',
    match: { contains: 'matches a part', 'range-start': 'from', 'range-end': 'to', range: 'a range' },
    dedupe: 'takes part in the duplicate check',
    custom: 'a field that one company added for itself',
    closed: 'One of: ',
    examples: "One company's values, read your own from the ERP: ",
    tree: 'chosen from a tree: its value, not its words',
    from: 'Read your own values from ',
    join: '; ',
  },
};
