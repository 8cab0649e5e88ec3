import type { Bilingual, Language } from '@bangqiao/core';
import type { CatalogueDifference, EntryChange, EntryRef, FactChange, FieldChange } from '@bangqiao/zhibang';

/** How the tenant's catalogue differs from the built-in one, entry by entry, field by field. */
export function differenceText(difference: CatalogueDifference, lang: Language): string {
  const { added, gone, changed, same } = difference;
  const head = {
    zh: `与内置目录相比：新增 ${added.length}，缺少 ${gone.length}，不同 ${changed.length}，相同 ${same}`,
    en: `Against the built-in catalogue: ${added.length} added, ${gone.length} gone, ${changed.length} changed, ${same} the same`,
  }[lang];
  return [
    head,
    ...added.map((entry) => `+ ${nameOf(entry)}`),
    ...gone.map((entry) => `- ${nameOf(entry)}`),
    ...changed.flatMap((entry) => changeLines(entry, lang)),
  ].join('\n');
}

const nameOf = ({ id, call, name }: EntryRef): string => `${id}  ${call}  ${name}`;

function changeLines(entry: EntryChange, lang: Language): string[] {
  return [
    `~ ${nameOf(entry)}`,
    ...entry.facts.map((fact) => `    ${factText(fact, lang)}`),
    ...entry.fields.map((field) => fieldLine(field, lang)),
  ];
}

const PARTS: Record<FieldChange['part'], Bilingual> = {
  request: { zh: '请求', en: 'request' },
  response: { zh: '输出', en: 'response' },
};
const SIGNS: Record<FieldChange['kind'], string> = { added: '+', gone: '-', changed: '~' };

function fieldLine({ part, field, label, kind, facts }: FieldChange, lang: Language): string {
  const named = label ? `${field} ${label}` : field;
  const said = facts.length > 0 ? `  ${facts.map((fact) => factText(fact, lang)).join('; ')}` : '';
  return `    ${SIGNS[kind]} ${PARTS[part][lang]} ${named}${said}`;
}

const FACTS: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  path: { zh: '地址', en: 'path' },
  category: { zh: '位置', en: 'place' },
  returns: { zh: '返回', en: 'returns' },
  label: { zh: '含义', en: 'label' },
  type: { zh: '类型', en: 'type' },
  required: { zh: '必填', en: 'required' },
  requiredWhen: { zh: '何时必填', en: 'required when' },
  maxLength: { zh: '字数', en: 'length' },
  max: { zh: '最大值', en: 'maximum' },
  options: { zh: '可选值', en: 'options' },
  closed: { zh: '可选值固定', en: 'fixed options' },
  optionsFrom: { zh: '可选值来自', en: 'options from' },
  multiple: { zh: '多个值', en: 'several values' },
  match: { zh: '检索方式', en: 'search' },
  filter: { zh: '检索条件', en: 'filter' },
  dedupeKey: { zh: '查重', en: 'duplicate check' },
  format: { zh: '格式', en: 'format' },
};

function factText({ fact, was, is }: FactChange, lang: Language): string {
  return `${FACTS[fact]?.[lang] ?? fact} ${valueText(was, lang)} → ${valueText(is, lang)}`;
}

function valueText(value: unknown, lang: Language): string {
  if (value === null) return { zh: '无', en: 'none' }[lang];
  if (value === true) return { zh: '是', en: 'yes' }[lang];
  if (Array.isArray(value)) return value.join(' > ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}=${each}`)
    .join(' ');
}
