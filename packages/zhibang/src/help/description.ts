import type { CatalogueField } from '../catalogue.ts';

type FieldType = CatalogueField['type'];

const TYPE_WORDS: readonly (readonly [RegExp, FieldType])[] = [
  [/^(string|varchar|text|文本|字符串?)$/i, 'string'],
  [/^(int|int32|int64|long|integer|整数|整型)$/i, 'integer'],
  [/^(decimal|number|float|double|money|小数|数字|数值)$/i, 'decimal'],
  [/^(datetime|日期时间|时间)$/i, 'datetime'],
  [/^(date|日期)$/i, 'date-string'],
  [/^(bool|boolean|布尔)$/i, 'boolean'],
  [/^(array|list|数组|集合)$/i, 'array'],
  [/^(object|json|对象)$/i, 'object'],
];

/** The type that a word names; undefined when it is no type. */
export function typeOf(word: string): FieldType | undefined {
  return TYPE_WORDS.find(([pattern]) => pattern.test(word.trim()))?.[1];
}

/** Phrases that carry a fact (wire.md "A description carries facts in Chinese"). */
const PHRASE =
  /可选内容|枚举类型|来自接口|从树形|多个值之间|模糊检索|日期段检索|检索条件|由策略|作为查重|格式[:：]|当\S+?为\S+?时必填/
    .source;
/** Short facts, which usually stand beside the name. */
const SHORT = /必填|\d+\s*个?字(?:符|以内)|最大值/.source;
const FIRST_PHRASE = new RegExp(`(?:^|[。，,；;])\\s*(?=${PHRASE})`);
const EXAMPLES = /枚举类型[，,]?\s*如[:：]/;
const CLOSED = /可选内容[:：]/;
/** Labels of options may hold commas: their list ends at one only where a fact follows. */
const LIST_END = new RegExp(`。|[，,；;]\\s*(?=${PHRASE}|${SHORT})`);

/** One row of a table of fields: `必填` is absent in tables of answers. */
export function fieldOf(row: { id: string; type: string; required?: string; text: string }): CatalogueField {
  const text = row.text.trim();
  const head = text.slice(0, FIRST_PHRASE.exec(text)?.index);
  const tail = text.slice(head.length).replace(listIn(text) ?? '', '');
  const { label, type, needed, maxLength, max } = readHead(head, tail.split(/[。，,；;]/));
  const options = optionsIn(text);
  const optionsFrom = fromIn(text);
  const match = matchIn(text);
  const requiredWhen = whenIn(text);
  const required = /由策略控制/.test(text)
    ? ('by-policy' as const)
    : needed || /^(是|必填|true|√|Y)$/i.test(row.required?.trim() ?? '');
  return {
    id: row.id.trim(),
    ...(label ? { label } : {}),
    type: typeOf(row.type) ?? type ?? 'string',
    ...(required ? { required } : {}),
    ...(requiredWhen ? { requiredWhen } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(max === undefined ? {} : { max }),
    ...options,
    ...(optionsFrom ? { optionsFrom } : {}),
    ...(/多个值之间用逗号/.test(text) ? { multiple: 'comma' as const } : {}),
    ...(match ? { match } : {}),
    ...(/(^|[。，,；;])\s*检索条件/.test(text) ? { filter: true as const } : {}),
    ...(/查重/.test(text) ? { dedupeKey: true as const } : {}),
    ...formatIn(text),
  };
}

/**
 * `客户名称，文本，必填，100字以内`: the name first, unless the first word is the type and no other is. `later`: words behind the
 * first phrase, where the short facts may stand just as well.
 */
function readHead(head: string, later: readonly string[]) {
  const words = head.split(/[，,]/).map((word) => word.trim());
  const named =
    words[0] !== undefined && (typeOf(words[0]) === undefined || typeOf(words[1] ?? '') !== undefined);
  const rest = named ? words.slice(1) : words;
  const facts = [...rest, ...later.map((word) => word.trim())];
  const number = (pattern: RegExp): number | undefined => {
    const found = facts.map((word) => pattern.exec(word)?.[1]).find((each) => each !== undefined);
    return found === undefined ? undefined : Number(found);
  };
  return {
    label: named ? words[0] : undefined,
    type: rest.map(typeOf).find((each) => each !== undefined),
    needed: facts.includes('必填'),
    maxLength: number(/^(\d+)\s*个?字(?:符|以内)/),
    max: number(/^最大值[:：]?\s*(\d+)/),
  };
}

function optionsIn(text: string): Pick<CatalogueField, 'options' | 'closed'> {
  const list = listIn(text);
  if (list === undefined) return {};
  if (EXAMPLES.test(text)) {
    const pairs = [...list.matchAll(/([^、:：]+)[:：]([^、]*)/g)].map(([, value, label]) => [value, label]);
    return { options: trimmed(pairs) };
  }
  const pairs = list.split(/[;；]/).map((part) => part.split('=').toReversed());
  return { options: trimmed(pairs.filter((pair) => pair.length === 2)), closed: true };
}

function listIn(text: string): string | undefined {
  const found = EXAMPLES.exec(text) ?? CLOSED.exec(text);
  return found ? text.slice(found.index + found[0].length).split(LIST_END, 1)[0] : undefined;
}

function trimmed(pairs: (string | undefined)[][]): Record<string, string> {
  return Object.fromEntries(pairs.map(([value = '', label = '']) => [value.trim(), label.trim()]));
}

function fromIn(text: string): string | undefined {
  if (/从树形/.test(text)) return 'tree';
  const path = /来自接口[:：]\s*([^\s。，,；;]+)/.exec(text)?.[1];
  return path && (path.startsWith('mobilephone/') ? `/sysa/${path}` : path);
}

function matchIn(text: string): CatalogueField['match'] {
  if (/模糊检索条件/.test(text)) return 'contains';
  const range = /日期段检索条件(?:[（(](\S+?)[）)])?/.exec(text);
  if (!range) return undefined;
  if (/起始|开始/.test(range[1] ?? '')) return 'range-start';
  return /结束|截止/.test(range[1] ?? '') ? 'range-end' : 'range';
}

function whenIn(text: string): CatalogueField['requiredWhen'] {
  const found = [...text.matchAll(/当([^\s。，,]+?)为([^\s。，,]+?)时必填/g)];
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(([, id, values]) => [id, values!.split(/[或、]/)]));
}

function formatIn(text: string): { format?: string } {
  const format = /格式[:：]\s*([yMdHhms][yMdHhms:/\- ]*[yMdHhms])/.exec(text)?.[1];
  return format ? { format } : {};
}
