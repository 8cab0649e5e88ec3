import type { Language } from '@bangqiao/core';
import type {
  AnyRow,
  CatalogueEntry,
  ChoicesResult,
  Draft,
  FieldNode,
  ListResult,
  RecordResult,
  SaveReceipt,
  Value,
} from '@bangqiao/zhibang';
import { answerFieldsOf, paramsOf, withoutSecretValues } from '@bangqiao/zhibang';
import { renderTable } from './table.ts';

export type Answer = ListResult | ChoicesResult | RecordResult | SaveReceipt;

/** An answer for a person at a terminal. */
export function answerText(entry: CatalogueEntry, answer: Answer, lang: Language): string {
  if ('rows' in answer && answer.rows.length > 0) return rowsText(answer.columns, answer.rows, lang);
  if ('nodes' in answer) return choicesText(answer, lang);
  if ('fields' in answer) return recordText(entry, answer, lang);
  const done = answer.message || { zh: '完成', en: 'done' }[lang];
  return answer.ord === null ? done : `${done} (ord ${answer.ord})`;
}

/** Columns that hold nothing in any row are left out. */
export function rowsText(columns: readonly string[], rows: readonly AnyRow[], lang: Language): string {
  const filled = columns.filter((column) => rows.some((row) => cell(row[column]) !== ''));
  const table = renderTable(
    filled,
    rows.map((row) => filled.map((column) => cell(row[column]))),
  );
  return `${table}\n\n${{ zh: `${rows.length} 行`, en: `${rows.length} rows` }[lang]}`;
}

function choicesText({ nodes }: ChoicesResult, lang: Language): string {
  const lines = (level: ChoicesResult['nodes'], indent: string): string[] =>
    level.flatMap(({ id, label, children }) => [
      `${indent}${id}  ${label}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(nodes, '').join('\n') || { zh: '没有内容。', en: 'Nothing there.' }[lang];
}

/** With the captions of this ERP, else those of the catalogue. */
function recordText(entry: CatalogueEntry, { fields, captions }: RecordResult, lang: Language): string {
  const labels = labelsOf(answerFieldsOf(entry), lang);
  const headers = { zh: ['字段', '含义', '内容'], en: ['field', 'caption', 'value'] }[lang];
  const rows = Object.entries(fields).map(([id, value]) => [
    id,
    captions[id] ?? labels.get(id) ?? '',
    cell(value),
  ]);
  return renderTable(headers, rows);
}

function cell(value: Value | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What would be sent, as an HTTP request reads. */
export function draftText(draft: Draft, baseUrl: string): string {
  const headers = Object.entries(draft.headers).map(([name, value]) => `${name}: ${value}`);
  const body = JSON.stringify(draft.body, null, 2);
  return [`${draft.method} ${baseUrl}${draft.path}`, ...headers, '', body].join('\n');
}

/** What a write does, in words, before a person says yes; screens are looked at by others too, so secrets are left out. */
export function writeText(entry: CatalogueEntry, params: Record<string, unknown>, lang: Language): string {
  const labels = labelsOf(paramsOf(entry), lang);
  const lines = Object.entries(withoutSecretValues(params)).map(([id, value]) => {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return `  ${[labels.get(id), id].filter(Boolean).join(' ')} = ${shown}`;
  });
  const { call, name, nameEn } = entry;
  const head = {
    zh: `将写入 ERP：${name}（${call}）。ERP 没有撤销。`,
    en: `This writes into the ERP: ${nameEn} (${call}). The ERP has no undo.`,
  }[lang];
  return [head, ...lines].join('\n');
}

function labelsOf(nodes: readonly FieldNode[], lang: Language): Map<string, string | undefined> {
  return new Map(nodes.map(({ field }) => [field.id, lang === 'en' ? field.labelEn : field.label]));
}
